package dev.hence.road.symbolic;

/** The functions of one real variable that a {@link Term} can apply; roots are powers. */
public enum Elementary {
  EXP("exp"),
  LOG("log"),
  SIN("sin"),
  COS("cos"),
  TAN("tan"),
  ARCSIN("arcsin"),
  ARCCOS("arccos"),
  ARCTAN("arctan"),
  SINH("sinh"),
  COSH("cosh"),
  TANH("tanh"),
  ARSINH("arsinh"),
  ARCOSH("arcosh"),
  ARTANH("artanh"),
  ERF("erf"),
  ABS("abs");

  private final String text;

  Elementary(String text) {
    this.text = text;
  }

  /** The name as it is printed. */
  public String text() {
    return text;
  }

  /** Whether f(−u) = −f(u) for all u. */
  boolean odd() {
    return switch (this) {
      case SIN, TAN, ARCSIN, ARCTAN, SINH, TANH, ARSINH, ARTANH, ERF -> true;
      case EXP, LOG, COS, ARCCOS, COSH, ARCOSH, ABS -> false;
    };
  }
}
