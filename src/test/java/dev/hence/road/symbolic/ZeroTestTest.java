package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Rational;
import dev.hence.time.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZeroTestTest {
  private static final Duration BUDGET = Duration.ofMillis(800);

  /** Statements that would keep a computer algebra system busy for hours, true and false. */
  static List<Notation.Claim> bombs() {
    Notation n = new Notation();
    Terms t = n.t;
    Term sum = t.one();
    Term product = t.one();
    Term tower = t.symbol("x");
    List<Term> fractions = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      Term.Symbol s = t.symbol("s" + i);
      sum = t.sum(sum, t.tanh(t.product(s, t.symbol("x"))));
      product = t.product(product, t.sum(s, t.exp(t.symbol("x")), t.constant(i)));
      tower = t.exp(t.sum(tower, t.one()));
      fractions.add(t.power(t.sum(t.power(s, 2), t.symbol("y"), t.constant(i)), -2));
    }
    Term tiny = t.constant(Rational.ONE.dividedBy(Rational.of(10).power(30)));
    n.claim("a high power", t.power(sum, 60), t.sum(t.power(sum, 60), tiny));
    n.claim(
        "a long product", t.product(product, product), t.sum(t.product(product, product), tiny));
    n.claim("many divisors", t.sum(fractions), t.sum(t.sum(fractions), tiny));
    n.claim("a tower", tower, t.sum(tower, tiny));
    n.claim("an enormous power", t.power(t.constant(3), 2_000_000_000), t.symbol("z"));
    n.claim(
        "an enormous power of a root",
        t.power(t.sqrt(t.constant(2)), 2_000_000_001),
        t.product(tiny, t.power(t.symbol("z"), 1_000_000_000)));
    n.claim("sin of many", sineOfMany(t, 14), t.sum(sineOfMany(t, 14), tiny));
    n.claim(
        "a multiple angle",
        t.apply(Elementary.SIN, t.product(t.constant(5000), t.symbol("x"))),
        tiny);
    n.claim("nested roots", nestedRoots(t, 12), t.sum(nestedRoots(t, 12), tiny));
    n.claim(
        "log of a long product",
        t.log(t.power(product, 2)),
        t.sum(t.log(t.power(product, 2)), tiny));
    return n.claims;
  }

  private static Term sineOfMany(Terms t, int n) {
    List<Term> angles = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      angles.add(t.symbol("s" + (i + 1)));
    }
    return t.apply(Elementary.SIN, t.sum(angles));
  }

  private static Term nestedRoots(Terms t, int n) {
    Term root = t.power(t.symbol("x"), 2);
    for (int i = 1; i <= n; i++) {
      root = t.sqrt(t.sum(root, t.constant(i)));
    }
    return root;
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void endsInTimeAndRefuses(Notation.Claim claim) {
    SymjaReducer.warmUp();
    for (boolean sampled : new boolean[] {true, false}) {
      Stopwatch watch = new Stopwatch();
      Reduction reduction =
          sampled
              ? ZeroTest.decide(claim.terms(), claim.left(), claim.right(), BUDGET)
              : ZeroTest.test(claim.terms(), claim.left(), claim.right(), List.of(), BUDGET)
                  .byAlgebra();
      Duration took = watch.elapsed();
      assertThat(reduction).isNotInstanceOf(Reduction.Zero.class);
      assertThat(took).isLessThan(BUDGET.plusSeconds(4));
    }
  }

  /** No derivative of e^x·arctan x is algebraic. */
  @Test
  void comparesDerivativesOfDerivativesOnlyAFewTimes() {
    Terms t = new Terms();
    Term.Symbol x = t.symbol("x");
    Term product = t.product(t.exp(x), t.apply(Elementary.ARCTAN, x));
    ZeroTest test =
        ZeroTest.test(t, product, t.sum(product, t.exp(x)), List.of(), Duration.ofMinutes(10));
    Stopwatch watch = new Stopwatch();
    assertThat(test.byAlgebra()).isNotInstanceOf(Reduction.Zero.class);
    assertThat(watch.elapsed()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void saysWhatIsLeft() {
    Terms t = new Terms();
    Term.Symbol z = t.symbol("z");
    Term slope = Differentiation.derivative(t, t.tanh(z), z);
    assertThat(ZeroTest.decide(t, slope, t.sum(t.one(), t.power(t.tanh(z), 2)), BUDGET))
        .isEqualTo(new Reduction.NotReduced("−2·tanh(z)^2"));
  }

  @Test
  void takesTheConditionsOfTheLeftSideForGranted() {
    Terms t = new Terms();
    Term.Symbol x = t.symbol("x");
    Term twice = t.product(t.constant(2), t.log(x));
    Term square = t.log(t.power(x, 2));
    assertThat(ZeroTest.decide(t, twice, square, BUDGET)).isInstanceOf(Reduction.Zero.class);
    assertThat(ZeroTest.decide(t, square, twice, BUDGET)).isInstanceOf(Reduction.NotReduced.class);
    assertThat(ZeroTest.decide(t, t.minus(twice, square), BUDGET))
        .isInstanceOf(Reduction.NotReduced.class);
  }

  @Test
  void takesAssumptions() {
    Terms t = new Terms();
    Term.Symbol x = t.symbol("x");
    Term.Symbol y = t.symbol("y");
    List<Conditions.Condition> above =
        List.of(
            new Conditions.Condition(
                t.minus(x, y), Conditions.Relation.POSITIVE, Conditions.Reason.KINK));
    assertThat(ZeroTest.decide(t, t.max(x, y), x, above, BUDGET))
        .isInstanceOf(Reduction.Zero.class);
    assertThat(ZeroTest.decide(t, t.max(x, y), y, above, BUDGET))
        .isInstanceOf(Reduction.NotReduced.class);
  }

  @Test
  void claimsNothingWhereNothingIsDefined() {
    Terms t = new Terms();
    Term.Symbol x = t.symbol("x");
    Term nowhere = t.sum(t.log(x), t.log(t.negate(x)));
    assertThat(ZeroTest.decide(t, nowhere, nowhere, BUDGET))
        .isInstanceOf(Reduction.NotReduced.class);
  }
}
