package dev.hence.expr;

import java.util.Set;

/**
 * The functions of two arguments that are losses. A prime on them means the derivative in the
 * output.
 */
public final class Losses {
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
  public static boolean isLoss(Name name) {
    return NAMES.contains(name.latex());
  }
}
