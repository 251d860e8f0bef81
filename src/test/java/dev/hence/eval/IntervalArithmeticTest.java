package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever two members of two intervals, the result of the intervals holds theirs. */
class IntervalArithmeticTest {
  private final Random random = new Random();
  private final Rationals exact = new Rationals();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void holdsTheResultsOfAllMembers(long seed) {
    random.setSeed(seed);
    for (int i = 0; i < 100; i++) {
      Enclosures field = new Enclosures(1 + random.nextInt(30));
      Interval a = interval(field);
      Interval b = interval(field);
      check("sum", a, b, field::add, exact::add);
      check("difference", a, b, field::subtract, exact::subtract);
      check("product", a, b, field::multiply, exact::multiply);
      if (b.enclosure().excludesZero()) {
        check("quotient", a, b, field::divide, exact::divide);
      }
      int n = 1 + random.nextInt(6);
      check("power", a, b, (p, q) -> field.power(p, n), (p, q) -> exact.power(p, n));
      // The root of a member's power is the member, for odd powers.
      check("root", a, b, (p, q) -> field.root(field.power(p, 2 * n + 1), 2 * n + 1), (p, q) -> p);
    }
  }

  private record Interval(Enclosure enclosure, Rational low, Rational high) {
    Rational at(Rational t) {
      return low.plus(high.minus(low).times(t));
    }
  }

  private Interval interval(Enclosures field) {
    Rational low = number();
    Rational width = number().times(Rational.of(10).power(-random.nextInt(40)));
    Rational high = random.nextInt(4) == 0 ? low : low.plus(width.times(width));
    return new Interval(field.between(low, high), low, high);
  }

  private Rational number() {
    BigInteger digits = new BigInteger(1 + random.nextInt(300), random);
    Rational size = new Rational(digits, BigInteger.ONE.shiftLeft(random.nextInt(310)));
    Rational third = size.dividedBy(Rational.of(1 + random.nextInt(3)));
    return random.nextBoolean() ? third : third.negate();
  }

  private void check(
      String what,
      Interval a,
      Interval b,
      BinaryOperator<Enclosure> enclosed,
      BinaryOperator<Rational> computed) {
    Enclosure result = enclosed.apply(a.enclosure(), b.enclosure());
    for (int corner = 0; corner < 5; corner++) {
      Rational s = corner < 4 ? Rational.of(corner % 2) : Rational.of(random.nextInt(99), 99);
      Rational t = corner < 4 ? Rational.of(corner / 2) : Rational.of(random.nextInt(99), 99);
      Rational value = computed.apply(a.at(s), b.at(t));
      assertThat(result.contains(value)).as("%s of %s and %s", what, a, b).isTrue();
    }
  }
}
