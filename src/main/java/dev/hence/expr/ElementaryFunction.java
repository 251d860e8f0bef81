package dev.hence.expr;

/** The elementary functions of one real variable that a formula can name. */
public enum ElementaryFunction {
  EXP("exp"),
  LOG("log"),
  SQRT("√"),
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
  /** The error function 2/√π·∫₀ˣ e^(−t²) dt. */
  ERF("erf");

  private final String text;

  ElementaryFunction(String text) {
    this.text = text;
  }

  /** The name as it is printed. */
  public String text() {
    return text;
  }
}
