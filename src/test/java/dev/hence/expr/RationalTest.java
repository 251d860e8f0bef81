package dev.hence.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short numbers take other ways than long ones; both come to the same. */
class RationalTest {
  private static final int NUMBERS = 2_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void isInLowestTerms(long seed) {
    Random random = new Random(seed);
    for (int k = 0; k < NUMBERS; k++) {
      BigInteger n = integer(random);
      BigInteger d = integer(random).or(BigInteger.ONE);
      Rational value = new Rational(n, d);
      assertThat(value.denominator()).isPositive();
      assertThat(value.numerator().gcd(value.denominator())).isEqualTo(BigInteger.ONE);
      assertThat(value.numerator().multiply(d)).isEqualTo(n.multiply(value.denominator()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void toDoubleIsTheNearest(long seed) {
    Random random = new Random(seed);
    for (int k = 0; k < NUMBERS; k++) {
      Rational value = new Rational(integer(random), integer(random).or(BigInteger.ONE));
      double exact =
          new BigDecimal(value.numerator())
              .divide(new BigDecimal(value.denominator()), new MathContext(80))
              .doubleValue();
      assertThat(value.toDouble()).as("seed %d: %s", seed, value).isEqualTo(exact);
    }
  }

  @Test
  void theLeastLongIsANumberLikeOthers() {
    assertThat(Rational.of(Long.MIN_VALUE, 6)).isEqualTo(Rational.of(Long.MIN_VALUE / 2, 3));
    assertThat(Rational.of(6, Long.MIN_VALUE)).isEqualTo(Rational.of(-3, 1L << 62));
    assertThat(Rational.of(0, -7)).isEqualTo(Rational.ZERO);
  }

  private static BigInteger integer(Random random) {
    BigInteger size = new BigInteger(1 + random.nextInt(80), random);
    return random.nextBoolean() ? size : size.negate();
  }
}
