package dev.hence.verdict;

import static dev.hence.verdict.Fixtures.equation;
import static dev.hence.verdict.Fixtures.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptinessTest {
  private static final Expr.Ref X = new Expr.Ref(new Name("x"), List.of(), Shape.SCALAR);
  private static final Expr.Ref Y = new Expr.Ref(new Name("y"), List.of(), Shape.SCALAR);
  private static final Expr SUM = new Expr.Add(List.of(X, Y));
  private static final Expr TURNED = new Expr.Add(List.of(Y, X));

  @Test
  void theSameOnBothSidesSaysNothing() {
    assertThat(Emptiness.of(equation(SUM, SUM).step()))
        .contains("says nothing: both sides are the same");
    assertThat(Emptiness.of(equation(SUM, TURNED).step())).isEmpty();
  }

  @Test
  void aDerivativeByWhatDoesNotOccurSaysNothing() {
    assertThat(Emptiness.of(equation(new Expr.Derivative(X, Y), number(0)).step()))
        .contains("says nothing: a derivative by y, which does not occur");
    assertThat(Emptiness.of(equation(new Expr.Derivative(SUM, Y), number(0)).step())).isEmpty();
    assertThat(Emptiness.of(equation(new Expr.Derivative(X, Y), number(1)).step())).isEmpty();
  }
}
