package dev.hence.read.math;

import java.util.Set;

/** The words that the reader knows. */
public final class Vocabulary {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "exp", "log", "ln", "lg", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh",
          "tanh", "coth", "arcsin", "arccos", "arctan", "arsinh", "arcosh", "artanh", "max", "min",
          "det", "tr", "diag", "rank", "sign");

  private Vocabulary() {}

  /** Whether a name stands for a function whose argument may follow without parentheses. */
  public static boolean isFunction(String name) {
    return FUNCTIONS.contains(name);
  }
}
