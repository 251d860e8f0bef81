package dev.hence.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Rational;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products and quotients of balls hold what they should, and little more. */
class BallTest {
  private static final int BALLS = 5_000;

  /** A radius is rounded up to 30 bits, and some of what it is made of is before. */
  private static final Rational SLACK = Rational.ONE.plus(Rational.of(1, 1 << 20));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void productsAreSharp(long seed) {
    Random random = new Random(seed);
    for (int k = 0; k < BALLS; k++) {
      Ball a = ball(random);
      Ball b = ball(random);
      int bits = 20 + random.nextInt(300);
      Ball product = a.times(b, bits);
      Rational middle = middle(a).times(middle(b));
      Rational radius =
          size(middle(a))
              .times(radius(b))
              .plus(size(middle(b)).times(radius(a)))
              .plus(radius(a).times(radius(b)));
      check("seed %d: %s times %s to %d bits".formatted(seed, a, b, bits), product, middle, radius);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void quotientsByIntegersAreSharp(long seed) {
    Random random = new Random(seed);
    for (int k = 0; k < BALLS; k++) {
      Ball a = ball(random);
      int n = 1 + random.nextInt(1000);
      int bits = 20 + random.nextInt(300);
      Ball quotient = a.dividedBy(n, bits);
      Rational middle = middle(a).dividedBy(Rational.of(n));
      Rational radius = radius(a).dividedBy(Rational.of(n));
      check("seed %d: %s over %d to %d bits".formatted(seed, a, n, bits), quotient, middle, radius);
    }
  }

  private static void check(String what, Ball found, Rational middle, Rational radius) {
    Rational reach = size(middle(found).minus(middle)).plus(radius);
    assertThat(reach).as("%s misses members: %s", what, found).isLessThanOrEqualTo(radius(found));
    Rational enough = reach.times(SLACK).plus(unit(found).times(Rational.of(4)));
    assertThat(radius(found)).as("%s is too wide: %s", what, found).isLessThanOrEqualTo(enough);
  }

  private static Ball ball(Random random) {
    BigInteger size = new BigInteger(1 + random.nextInt(random.nextBoolean() ? 40 : 400), random);
    long radius = random.nextInt(3) == 0 ? 0 : random.nextInt(1 << (1 + random.nextInt(30)));
    BigInteger middle = random.nextBoolean() ? size : size.negate();
    return new Ball(middle, radius, random.nextInt(400) - 200);
  }

  private static Rational size(Rational value) {
    return value.signum() < 0 ? value.negate() : value;
  }

  private static Rational unit(Ball ball) {
    return Rational.of(2).power(ball.e());
  }

  private static Rational middle(Ball ball) {
    return new Rational(ball.m(), BigInteger.ONE).times(unit(ball));
  }

  private static Rational radius(Ball ball) {
    return Rational.of(ball.r()).times(unit(ball));
  }
}
