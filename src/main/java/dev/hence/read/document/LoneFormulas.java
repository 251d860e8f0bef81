package dev.hence.read.document;

import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Inline formulas that share their lines with nothing. A formula inside a line is prose; a
 * paragraph of such lines is read as displays, if there is an equation among them.
 */
final class LoneFormulas {
  private static final String[][] DELIMITERS = {
    {"$`", "`$"}, {"$", "$"}, {"\\\\(", "\\\\)"}, {"\\(", "\\)"}
  };

  private LoneFormulas() {}

  /** The formulas of a paragraph; none if anything else stands in it. */
  static List<Block.Formula> of(MathText paragraph) {
    List<Block.Formula> formulas = new ArrayList<>();
    int start = 0;
    while (start < paragraph.length()) {
      int end = paragraph.text().indexOf('\n', start);
      end = end < 0 ? paragraph.length() : end;
      Optional<Block.Formula> formula = formula(paragraph.slice(start, end).strip());
      if (formula.isEmpty()) {
        return List.of();
      }
      formulas.add(formula.get());
      start = end + 1;
    }
    boolean states = formulas.stream().anyMatch(f -> f.math().text().contains("="));
    return states ? formulas : List.of();
  }

  private static Optional<Block.Formula> formula(MathText line) {
    String text = line.text();
    int end = !text.isEmpty() && ".,;".indexOf(text.charAt(text.length() - 1)) >= 0 ? 1 : 0;
    String formula = text.substring(0, text.length() - end).stripTrailing();
    for (String[] pair : DELIMITERS) {
      int start = pair[0].length();
      int close = formula.length() - pair[1].length();
      if (formula.startsWith(pair[0]) && formula.endsWith(pair[1]) && close > start) {
        return holdsNone(formula, start, close)
            ? Optional.of(
                new Block.Formula(
                    line.slice(start, close), Optional.empty(), line.span(0, formula.length())))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether no delimiter stands between those at the ends, and no space beside a dollar. */
  private static boolean holdsNone(String formula, int start, int close) {
    String inside = formula.substring(start, close);
    boolean isDollar = formula.startsWith("$");
    boolean isSpaced =
        Character.isWhitespace(inside.charAt(0))
            || Character.isWhitespace(inside.charAt(inside.length() - 1));
    return !(isDollar && isSpaced)
        && inside.indexOf('$') < 0
        && !inside.contains("\\(")
        && !inside.contains("\\)");
  }
}
