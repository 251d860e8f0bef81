package dev.hence.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Balls in decimal digits. */
final class BallText {
  /** Beyond this exponent of 2 only an order of magnitude is written. */
  private static final int LEGIBLE = 20_000;

  private BallText() {}

  /** The digits that mean something, and a radius that includes what was left out. */
  static String of(Ball ball) {
    if (Math.abs((long) ball.e()) > LEGIBLE) {
      return "(%s ± %d)·2^%d".formatted(ball.m(), ball.r(), ball.e());
    }
    BigDecimal middle = exact(ball.center());
    BigDecimal radius = exact(ball.radius());
    if (radius.signum() == 0) {
      return middle.stripTrailingZeros().toString();
    }
    int lastDigit = radius.scale() - radius.precision() + 1;
    BigDecimal shown = middle.setScale(lastDigit, RoundingMode.HALF_EVEN);
    BigDecimal spread = radius.add(middle.subtract(shown).abs());
    MathContext oneDigit = new MathContext(1, RoundingMode.CEILING);
    return shown + " ± " + spread.round(oneDigit).stripTrailingZeros();
  }

  /** A non-negative exact ball, rounded as asked, or up to a power of ten where it is extreme. */
  static BigDecimal scaled(Ball exact, MathContext context) {
    if (Math.abs((long) exact.e()) <= LEGIBLE) {
      return exact(exact).round(context);
    }
    int power = (int) Math.ceil(exact.top() * Math.log10(2) + 1e-6 * Math.abs(exact.top()));
    return BigDecimal.ONE.scaleByPowerOfTen(power);
  }

  private static BigDecimal exact(Ball ball) {
    return ball.e() >= 0
        ? new BigDecimal(ball.m().shiftLeft(ball.e()))
        : new BigDecimal(ball.m().multiply(BigInteger.valueOf(5).pow(-ball.e())), -ball.e());
  }
}
