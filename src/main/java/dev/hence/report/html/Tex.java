package dev.hence.report.html;

import java.util.regex.Pattern;

/** LaTeX as KaTeX draws it: without what only a whole paper has a use for. */
final class Tex {
  private static final Pattern COMMENT = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)%[^\\n]*");
  private static final Pattern LABEL = Pattern.compile("\\\\label\\s*\\{[^{}]*\\}");
  private static final Pattern MULTLINE = Pattern.compile("\\{multline(\\*?)\\}");
  private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");

  private Tex() {}

  static String display(String math) {
    String plain = COMMENT.matcher(math).replaceAll("$1");
    plain = LABEL.matcher(plain).replaceAll("");
    plain = MULTLINE.matcher(plain).replaceAll("{gather$1}");
    return PARAGRAPH.matcher(plain).replaceAll("\n").strip();
  }

  static String inLine(String math) {
    return display(math).replaceAll("\\s+", " ");
  }

  /** Whether the formula says itself which number stands beside it. */
  static boolean isNumbered(String math) {
    return math.contains("\\tag");
  }
}
