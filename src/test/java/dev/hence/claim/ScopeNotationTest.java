package dev.hence.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Shape;
import dev.hence.text.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopeNotationTest {
  private static final Name W = new Name("w");
  private static final Name X = new Name("x");
  private static final Name H = new Name("h");
  private static final Name F = new Name("f");
  private static final Name G = new Name("g");

  /** w moves; h = w x, f(w) = w x, g(x) = h. */
  private static final ScopeNotation NOTATION =
      new ScopeNotation(
          Scope.EMPTY
              .with(new Dynamics(Map.of(W, Lambda.constant(ref(W))), Span.at(0)))
              .with(definition(H, List.of(), new Expr.Multiply(ref(W), ref(X))))
              .with(definition(F, List.of(W), new Expr.Multiply(ref(W), ref(X))))
              .with(definition(G, List.of(X), ref(H))));

  private static Definition definition(Name name, List<Name> parameters, Expr body) {
    List<Parameter> slots = parameters.stream().map(p -> new Parameter(p, Shape.SCALAR)).toList();
    return new Definition(name, new Lambda(List.of(), slots, body), Shape.SCALAR, Span.at(0));
  }

  private static Expr ref(Name name) {
    return new Expr.Ref(name, List.of(), Shape.SCALAR);
  }

  @Test
  void knowsWhatIsTheSameAtAllTimes() {
    assertThat(NOTATION.isFixed(X, 0)).isTrue();
    assertThat(NOTATION.isFixed(W, 0)).isFalse();
    assertThat(NOTATION.isFixed(H, 0)).isFalse();
    assertThat(NOTATION.isFixed(F, 0)).isTrue();
    assertThat(NOTATION.isFixed(G, 0)).isFalse();
    assertThat(NOTATION.isFixed(new Name("t"), 0)).isFalse();
  }

  @Test
  void knowsWhatDependsOnAVariableThroughArgumentsOnly() {
    assertThat(NOTATION.isBound(G, 0, X)).isTrue();
    assertThat(NOTATION.isBound(F, 0, X)).isFalse();
    assertThat(NOTATION.isBound(H, 0, X)).isFalse();
    assertThat(NOTATION.isBound(F, 0, W)).isTrue();
    assertThat(NOTATION.isBound(new Name("k"), 0, X)).isTrue();
  }
}
