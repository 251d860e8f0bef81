package dev.hence.read.prose;

/** The range over which a sum runs: {@code i}, {@code 1} and {@code n}, as they are written. */
record Run(String letter, String first, String last) {
  /** As a header has it. */
  String entry() {
    return letter + " = " + first + ", \\dots, " + last;
  }
}
