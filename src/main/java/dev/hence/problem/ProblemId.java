package dev.hence.problem;

/**
 * The kinds of problem. A code, once published, never changes its meaning and is never used again.
 */
public enum ProblemId {
  // documents
  FILE_UNREADABLE("HNC-0001"),
  NOT_UTF8("HNC-0002"),
  FILE_TOO_LARGE("HNC-0003"),
  NO_DISPLAYS("HNC-0004"),
  DISPLAY_NOT_CLOSED("HNC-0005"),
  // header
  HEADER_NOT_YAML("HNC-0101"),
  HEADER_UNKNOWN_KEY("HNC-0102"),
  HEADER_BENT_ENTRY("HNC-0103"),
  HEADER_NOT_CLOSED("HNC-0104"),
  HEADER_BAD_ENTRY("HNC-0105"),
  COMMENT_UNKNOWN("HNC-0110"),
  COMMENT_NOT_CLOSED("HNC-0111"),
  EXPECTATION_EMPTY("HNC-0112"),
  // reading mathematics
  UNKNOWN_COMMAND("HNC-0201"),
  UNBALANCED("HNC-0202"),
  UNEXPECTED_TOKEN("HNC-0203"),
  NESTED_TOO_DEEP("HNC-0204"),
  NUMBER_TOO_LARGE("HNC-0205"),
  UNSUPPORTED_NOTATION("HNC-0206"),
  UNKNOWN_ENVIRONMENT("HNC-0207"),
  DISPLAY_TOO_LONG("HNC-0208"),
  // names and meaning
  UNKNOWN_NAME("HNC-0301"),
  AMBIGUOUS("HNC-0302"),
  SHAPE_MISMATCH("HNC-0303"),
  WRONG_ARITY("HNC-0304"),
  NO_DYNAMICS("HNC-0305"),
  CIRCULAR_DEFINITION("HNC-0306"),
  REDEFINED("HNC-0307"),
  DEFINE_OR_CLAIM("HNC-0308"),
  DERIVATIVE_UNCLEAR("HNC-0309"),
  INDEX_OUT_OF_RANGE("HNC-0310"),
  NOT_YET_SUPPORTED("HNC-0311"),
  BAD_DOMAIN("HNC-0312"),
  TIME_UNCLEAR("HNC-0313"),
  REFUSED_ENTRY("HNC-0330"),
  CONDITION_OR_CLAIM("HNC-0331"),
  NOT_LINEAR("HNC-0332"),
  NO_STEP("HNC-0333"),
  // instances
  UNKNOWN_MODEL("HNC-0401"),
  BAD_TRY("HNC-0402"),
  TOO_MANY_INSTANCES("HNC-0403");

  private final String code;

  ProblemId(String code) {
    this.code = code;
  }

  /** The stable code, for example {@code HNC-0201}. */
  public String code() {
    return code;
  }
}
