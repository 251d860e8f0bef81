package dev.hence.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DecisionTest {
  private static final Expr X = new Expr.Ref(new Name("x"), List.of(), Shape.SCALAR);

  private static Expr number(long value) {
    return new Expr.Literal(Rational.of(value));
  }

  private static Expr power(int exponent) {
    return new Expr.Power(X, number(exponent));
  }

  private static Expr root(Expr of) {
    return new Expr.Apply(ElementaryFunction.SQRT, of);
  }

  private static Expr minus(Expr a, Expr b) {
    return new Expr.Add(List.of(a, new Expr.Negate(b)));
  }

  private static Decision.Answer decide(Condition conclusion, Condition... premises) {
    return Decision.of(List.of(premises), List.of(), conclusion, e -> Optional.empty());
  }

  private static Condition equal(Expr a, Expr b) {
    return new Condition(a, Relation.EQUAL, b);
  }

  private static Condition greater(Expr a, Expr b) {
    return new Condition(a, Relation.GREATER, b);
  }

  @Test
  void aRationalRootIsFoundAsARationalNumber() {
    Decision.Answer answer = decide(equal(X, number(3)), equal(power(2), number(9)));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Decision.Fails.class, f -> assertThat(f.at().rational()).contains(Rational.of(-3)));
  }

  @Test
  void anIrrationalRootIsKnownByItsPolynomial() {
    Decision.Answer answer = decide(equal(X, root(number(2))), equal(power(2), number(2)));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Decision.Fails.class,
            f -> {
              assertThat(f.at().rational()).isEmpty();
              assertThat(f.at().upper().toDouble()).isCloseTo(-1.41421356, offset());
            });
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }

  @Test
  void aPolynomialVanishesAtARootOfItsDivisorOnly() {
    Condition premise = equal(minus(power(5), X), number(1));
    assertThat(decide(equal(minus(power(6), power(2)), X), premise))
        .isEqualTo(new Decision.Holds(1, 0, false));
    assertThat(decide(equal(minus(power(6), power(2)), number(1)), premise))
        .isInstanceOf(Decision.Fails.class);
  }

  @Test
  void multipleRootsCountOnce() {
    Expr square = new Expr.Power(minus(power(2), number(2)), number(2));
    assertThat(decide(equal(new Expr.Abs(X), root(number(2))), equal(square, number(0))))
        .isEqualTo(new Decision.Holds(2, 0, false));
  }

  @Test
  void everyIntervalIsLookedAt() {
    Condition inside = new Condition(power(2), Relation.LESS, number(25));
    assertThat(decide(inside, greater(X, number(2)), greater(number(5), X)))
        .isEqualTo(new Decision.Holds(0, 1, false));
    assertThat(decide(inside, greater(X, number(2)), greater(number(6), X)))
        .isInstanceOf(Decision.Fails.class);
  }

  @Test
  void aNarrowIntervalIsNotPassedOver() {
    Expr near = new Expr.Literal(Rational.ONE.plus(Rational.of(10).power(-40)));
    assertThat(decide(equal(X, number(1)), greater(X, number(1)), greater(near, X)))
        .isInstanceOf(Decision.Fails.class);
  }

  @Test
  void nestedRootsAreExact() {
    // √(3 + 2√2) = 1 + √2
    Expr nested =
        root(new Expr.Add(List.of(number(3), new Expr.Multiply(number(2), root(number(2))))));
    Expr sum = new Expr.Add(List.of(number(1), root(number(2))));
    assertThat(decide(equal(X, sum), equal(X, nested))).isInstanceOf(Decision.Holds.class);
    assertThat(decide(greater(X, sum), equal(X, nested))).isInstanceOf(Decision.Fails.class);
  }

  @Test
  void contradictoryPremisesAreTold() {
    assertThat(decide(equal(X, number(7)), equal(power(2), number(-1))))
        .isEqualTo(new Decision.Vacuous());
    assertThat(decide(equal(X, number(7)), equal(number(3), number(0))))
        .isEqualTo(new Decision.Vacuous());
  }

  @Test
  void anExcludedAlternativeIsNoContradiction() {
    Condition one = equal(X, number(1));
    Decision.Answer answer =
        Decision.of(
            List.of(one),
            List.of(new Condition(X, Relation.NOT_EQUAL, number(1))),
            equal(X, number(2)),
            e -> Optional.empty());
    assertThat(answer).isEqualTo(new Decision.Holds(1, 0, false));
  }

  @Test
  void whereTheLeftSideHasNoValueNothingIsDecided() {
    Expr pole = new Expr.Divide(minus(power(2), number(4)), minus(X, number(2)));
    assertThat(decide(equal(pole, number(0)), equal(power(2), number(4))))
        .isInstanceOf(Decision.Open.class);
  }

  @Test
  void whatSpeaksOfTwoVariablesIsLeftOpen() {
    Expr y = new Expr.Ref(new Name("y"), List.of(), Shape.SCALAR);
    assertThat(decide(equal(X, number(1)), equal(X, y))).isInstanceOf(Decision.Open.class);
  }

  @Test
  void logarithmsAskForPositiveArguments() {
    Expr log = new Expr.Apply(ElementaryFunction.LOG, power(2));
    Condition premise = equal(log, number(0));
    assertThat(decide(equal(new Expr.Abs(X), number(1)), premise))
        .isEqualTo(new Decision.Holds(2, 0, false));
    assertThat(decide(equal(X, number(1)), premise)).isInstanceOf(Decision.Fails.class);
  }
}
