package dev.hence.report.junitxml;

/** XML 1.0, element by element. */
final class XmlText {
  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private int depth;

  /** An element with inner ones: attributes as name and value in turn. */
  XmlText open(String name, String... attributes) {
    tag(name, attributes).append(">\n");
    depth++;
    return this;
  }

  XmlText close(String name) {
    depth--;
    text.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    return this;
  }

  /** An element without content. */
  XmlText empty(String name, String... attributes) {
    tag(name, attributes).append("/>\n");
    return this;
  }

  /** An element that holds text. */
  XmlText leaf(String name, String content, String... attributes) {
    tag(name, attributes).append('>').append(escaped(content));
    text.append("</").append(name).append(">\n");
    return this;
  }

  private StringBuilder tag(String name, String... attributes) {
    text.append("  ".repeat(depth)).append('<').append(name);
    for (int k = 0; k < attributes.length; k += 2) {
      String value = escaped(attributes[k + 1]).replace("\n", "&#10;").replace("\t", "&#9;");
      text.append(' ').append(attributes[k]).append("=\"").append(value).append('"');
    }
    return text;
  }

  /**
   * Text as it may stand in an element. XML 1.0 has no way to write most control characters; they
   * and lone surrogates become the replacement character.
   */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.append(escaped(c)));
    return safe.toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\r' -> "&#13;";
      default -> isCharacter(c) ? Character.toString(c) : "\uFFFD";
    };
  }

  /** The production Char of XML 1.0, section 2.2, without the controls from U+007F on. */
  private static boolean isCharacter(int c) {
    boolean control = c < ' ' && c != '\t' && c != '\n';
    boolean discouraged = c >= 0x7F && c <= 0x9F;
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return !control && !discouraged && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
