package dev.hence.proof;

/** The reason why something is no proof. It ends the checking. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reasons, one for each way in which a proof or a statement can be refused. */
  public enum Reason {
    /** The statement is no equation and no order of the kinds that are proved. */
    NOT_AN_EQUATION,
    /** The statement uses something that has no translation into components. */
    NO_TRANSLATION,
    /** The proof is one of another statement. */
    OTHER_STATEMENT,
    /** A lemma knows another setting than the statement in whose proof it is used. */
    OTHER_SETTING,
    /** A move speaks of a goal or a place that does not exist. */
    NO_SUCH_PLACE,
    /** The rule does not fit the term at that place. */
    RULE_DOES_NOT_FIT,
    /** A term was called constant that mentions what moves. */
    NOT_CONSTANT,
    /** Something with a kink was to be differentiated. */
    KINK,
    /** A bound letter would catch one that is free, or is not new. */
    CAPTURE,
    /** A derivative has not been carried out. */
    OPEN_DERIVATIVE,
    /** Something was divided by 0. */
    DIVISION_BY_ZERO,
    /** A time is spoken of at which the rule does not apply. */
    WRONG_TIME,
    /** It is larger than the checker is willing to look at. */
    TOO_LARGE,
    /** A goal was multiplied by what is not known not to be 0. */
    FACTOR_MAY_VANISH,
    /** A premise holds at one point, and the rule speaks of others. */
    OTHER_POINT,
    /** A term has not the sign that is to be shown, by its form. */
    SIGN_NOT_SHOWN,
    /** Something that is not defined everywhere, and does not occur in the goal. */
    NOT_IN_THE_GOAL,
    /** After all moves the sides are not the same. */
    SIDES_DIFFER
  }

  private final Reason reason;

  Refused(Reason reason, String what) {
    super(what, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  static Refused untranslated(String what) {
    return new Refused(Reason.NO_TRANSLATION, what);
  }
}
