package dev.hence.report.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps what came from a document from being Markdown; only addresses become links. */
final class MarkdownText {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~$&]");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "arXiv:(?<arxiv>\\d{4}\\.\\d{4,5}(?:v\\d+)?|[a-z-]+/\\d{7})"
              + "|doi:(?<doi>10\\.\\d{4,9}/[\\w./()-]*\\w)"
              + "|https?://[\\w.~/?=&%+#:-]*[\\w/]");

  private MarkdownText() {}

  /** The text on one line, as it is written. */
  static String escaped(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().forEach(c -> visible.appendCodePoint(steers(c) ? ' ' : c));
    return SPECIAL.matcher(visible).replaceAll("\\\\$0");
  }

  /** Line ends and other control characters, and marks that turn the writing direction. */
  private static boolean steers(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /** A text in which {@code arXiv:…}, {@code doi:…} and addresses of the web are links. */
  static String cited(String text) {
    StringBuilder cited = new StringBuilder();
    Matcher address = ADDRESS.matcher(text);
    int from = 0;
    while (address.find()) {
      cited.append(escaped(text.substring(from, address.start()))).append(link(address));
      from = address.end();
    }
    return cited.append(escaped(text.substring(from))).toString();
  }

  private static String link(Matcher address) {
    String written = address.group();
    if (address.group("arxiv") != null) {
      return "[" + escaped(written) + "](https://arxiv.org/abs/" + address.group("arxiv") + ")";
    }
    if (address.group("doi") != null) {
      return "[" + escaped(written) + "](https://doi.org/" + plain(address.group("doi")) + ")";
    }
    return "<" + written + ">";
  }

  /** An address that no parenthesis ends too early. */
  private static String plain(String address) {
    return address.replace("(", "%28").replace(")", "%29");
  }

  /** A link to a file. */
  static String link(String text, Path file) {
    try {
      String path = new URI(null, null, MarkdownReport.slashed(file), null).getRawPath();
      return "[" + escaped(text) + "](" + plain(path) + ")";
    } catch (URISyntaxException e) {
      return escaped(text);
    }
  }
}
