package dev.hence.read.syntax;

import java.util.Set;

/** What an environment holds, by its name without a star. */
public final class Environments {
  private static final Set<String> ROWS =
      Set.of(
          "equation",
          "displaymath",
          "align",
          "aligned",
          "alignat",
          "alignedat",
          "flalign",
          "gather",
          "gathered",
          "split",
          "eqnarray",
          "multline",
          "multlined");
  private static final Set<String> CELLS =
      Set.of(
          "cases",
          "dcases",
          "matrix",
          "smallmatrix",
          "pmatrix",
          "bmatrix",
          "Bmatrix",
          "vmatrix",
          "Vmatrix",
          "array");

  private Environments() {}

  static boolean isKnown(String name) {
    return ROWS.contains(name) || CELLS.contains(name);
  }

  /** Whether its rows are statements, which may go on in the next row. */
  public static boolean holdsStatements(String name) {
    return ROWS.contains(name);
  }

  /** Whether its first and its last line belong together. */
  static boolean isOneStatement(String name) {
    return name.startsWith("multline");
  }
}
