package dev.hence.eval;

/**
 * Says that an expression has no value at a point, or none that this arithmetic can state.
 *
 * <p>Thrown often and caught close by, hence without a stack trace.
 */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason why there is no value. */
  public enum Reason {
    /** The point lies outside the domain: a logarithm of −1, a division by zero. */
    DOMAIN,
    /** The value is too large for the arithmetic, or a double that is not a number. */
    OVERFLOW,
    /** The precision does not suffice to tell; a higher one may. */
    INDETERMINATE,
    /** The point is exactly the one at which two branches meet. */
    KINK,
    /** The value exists but is not rational, and the arithmetic knows rationals only. */
    INEXACT,
    /** A bound on size was reached, or the value has no representation here. */
    UNSUPPORTED
  }

  private final Reason reason;

  /**
   * @param reason why there is no value
   * @param text short, for people: "log of −1"
   */
  public EvaluationException(Reason reason, String text) {
    super(text, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  static EvaluationException domain(String text) {
    return new EvaluationException(Reason.DOMAIN, text);
  }

  static EvaluationException overflow(String text) {
    return new EvaluationException(Reason.OVERFLOW, text);
  }

  static EvaluationException indeterminate(String text) {
    return new EvaluationException(Reason.INDETERMINATE, text);
  }

  static EvaluationException kink() {
    return new EvaluationException(Reason.KINK, "two branches meet here");
  }

  static EvaluationException inexact(String text) {
    return new EvaluationException(Reason.INEXACT, text);
  }

  static EvaluationException unsupported(String text) {
    return new EvaluationException(Reason.UNSUPPORTED, text);
  }
}
