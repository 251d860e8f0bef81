package dev.hence.model;

import static dev.hence.model.Signatures.D;
import static dev.hence.model.Signatures.P;
import static dev.hence.model.Signatures.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.text.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final Span HERE = Span.at(0);
  private static final Shape THREE = Shape.vector(Size.fixed(3));

  @Test
  void withoutDynamicsTheLastVectorOfALengthOfItsOwn() {
    assertThat(weights(Shape.SCALAR, slot("x", D), slot("\\theta", P))).isEqualTo("\\theta");
    assertThat(weights(Shape.SCALAR, slot("\\theta", P), slot("t", Shape.SCALAR)))
        .isEqualTo("\\theta");
  }

  @Test
  void aLengthThatOccursElsewhereIsNotOneOfWeights() {
    assertThat(weights(Shape.SCALAR, slot("x", D), slot("z", D))).isEmpty();
    assertThat(weights(P, slot("u", P), slot("t", Shape.SCALAR))).isEmpty();
    assertThat(weights(P, slot("u", P), slot("q", D))).isEqualTo("q");
  }

  @Test
  void aFunctionOfOneArgumentHasNoWeights() {
    assertThat(weights(Shape.SCALAR, slot("\\theta", P))).isEmpty();
  }

  @Test
  void aFixedLengthIsOneOfWeightsOnlyIfTheDynamicsMoveIt() {
    Parameter x = slot("x", Shape.SCALAR);
    assertThat(weights(Shape.SCALAR, x, slot("w", THREE))).isEmpty();
    assertThat(weights(moving("w"), Shape.SCALAR, x, slot("w", THREE))).isEqualTo("w");
  }

  @Test
  void whatTheDynamicsMoveComesFirst() {
    assertThat(weights(moving("w"), Shape.SCALAR, slot("w", P), slot("x", D))).isEqualTo("w");
  }

  @Test
  void anInputIsNotTakenForWeightsBesideAMovedNumber() {
    assertThat(weights(moving("w"), Shape.SCALAR, slot("w", Shape.SCALAR), slot("x", D))).isEmpty();
  }

  private static String weights(Shape result, Parameter... slots) {
    return weights(Scope.EMPTY, result, slots);
  }

  private static String weights(Scope scope, Shape result, Parameter... slots) {
    Declaration.Function function =
        new Declaration.Function(Signatures.F, List.of(), List.of(slots), result, HERE);
    Signature signature = Signature.of(function, scope);
    return signature.weights().isEmpty()
        ? ""
        : signature.parameters().get(signature.weights().getAsInt()).name().latex();
  }

  private static Scope moving(String name) {
    Lambda still = Lambda.constant(new Expr.Literal(Rational.ZERO));
    return Scope.EMPTY.with(new Dynamics(Map.of(new Name(name), still), HERE));
  }
}
