package dev.hence.read.meaning;

import dev.hence.expr.Name;
import java.util.Set;

/**
 * Which functions of two arguments are losses, so that a prime means the derivative in the output.
 */
final class Losses {
  private static final Set<String> NAMES =
      Set.of(
          "\\ell",
          "l",
          "L",
          "J",
          "E",
          "\\mathcal{L}",
          "\\mathcal{l}",
          "\\mathcal{E}",
          "\\mathcal{J}",
          "\\mathrm{loss}",
          "\\mathrm{Loss}",
          "\\mathscr{L}");

  private Losses() {}

  /** Whether a name is one that the field gives to losses. */
  static boolean isLoss(Name name) {
    return NAMES.contains(name.latex());
  }
}
