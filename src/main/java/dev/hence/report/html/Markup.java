package dev.hence.report.html;

import dev.hence.report.trace.Piece;

/** Text as HTML: everything that means something to a browser is escaped. */
final class Markup {
  /** Pieces of a sentence, formulas among them. */
  static final Piece.Writer PIECES =
      new Piece.Writer() {
        @Override
        public String words(String text) {
          return escaped(text);
        }

        @Override
        public String readable(String mathematics) {
          return math(mathematics);
        }

        @Override
        public String latex(String formula) {
          return tex(formula);
        }
      };

  private Markup() {}

  /** A text, for an element or for an attribute in double quotes. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return escaped.toString();
  }

  /** Readable mathematics, {@code w = 0, x₁ = 1}. */
  static String math(String text) {
    return "<span class=\"m\">" + escaped(text) + "</span>";
  }

  /** A formula in LaTeX within a line. */
  static String tex(String formula) {
    return "<span class=\"tex\">" + escaped(Tex.inLine(formula)) + "</span>";
  }

  /** A formula in LaTeX on lines of its own. */
  static String block(String formula) {
    return "<span class=\"tex block\">" + escaped(Tex.display(formula)) + "</span>";
  }

  /** Words with formulas in LaTeX between dollar signs. */
  static String mixed(String text) {
    StringBuilder mixed = new StringBuilder();
    String[] parts = text.split("\\$", -1);
    for (int k = 0; k < parts.length; k++) {
      if (!parts[k].isEmpty()) {
        mixed.append(k % 2 == 0 ? escaped(parts[k]) : tex(parts[k]));
      }
    }
    return mixed.toString();
  }

  /** Such words without the signs around their formulas. */
  static String plain(String text) {
    return text.replace("$", "");
  }

  /** {@code 1 step}, {@code 2 steps}. */
  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** A name that may stand in an address. */
  static String anchor(String id) {
    return "step-" + id.replaceAll("[^\\p{L}\\p{N}_.-]", "-");
  }
}
