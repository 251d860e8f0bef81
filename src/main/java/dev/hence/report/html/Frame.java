package dev.hence.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The outside of a page. A browser that obeys it loads nothing, sends nothing, and runs no other
 * script than these.
 *
 * @param styles in their order
 * @param scripts in their order, at the end of the page
 */
record Frame(List<String> styles, List<String> scripts) {
  Frame {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }

  /** KaTeX and its fonts are read once, for all pages of a run. */
  private static final class Formulas {
    static final Frame FRAME =
        new Frame(
            List.of(Shipped.katexStyle(), Shipped.own("page.css")),
            List.of(Shipped.katexScript(), Shipped.own("page.js")));
  }

  /** Of a page with formulas. */
  static Frame withFormulas() {
    return Formulas.FRAME;
  }

  /** Of the index. */
  static Frame ofIndex() {
    return new Frame(List.of(Shipped.own("page.css")), List.of(Shipped.own("index.js")));
  }

  /** The whole page around the elements of its body. */
  String around(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <title>%s</title>
    %s</head>
    <body>
    <a class="skip" href="#content">To the content</a>
    %s%s</body>
    </html>
    """
        .formatted(
            policy(),
            Markup.escaped(title),
            elements("style", styles),
            body,
            elements("script", scripts));
  }

  private static String elements(String name, List<String> contents) {
    return contents.stream()
        .map(content -> "<" + name + ">" + content + "</" + name + ">\n")
        .collect(Collectors.joining());
  }

  private String policy() {
    String hashes = scripts.stream().map(Frame::hash).collect(Collectors.joining(" "));
    return "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri"
        + " 'none'; form-action 'none'; script-src "
        + hashes;
  }

  private static String hash(String script) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
