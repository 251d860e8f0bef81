package dev.hence.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The outside of a page. A browser that obeys it loads nothing, sends nothing, and runs no other
 * script than these.
 *
 * @param styles in their order
 * @param scripts in their order, at the end of the page
 * @param live of a page that is loaded again when it was written anew: its last script may load
 *     another, and that one only tells what is new
 */
record Frame(List<String> styles, List<String> scripts, Optional<Live> live) {
  Frame {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }

  /** KaTeX and its fonts are read once, for all pages of a run. */
  private static final class Formulas {
    static final Frame FRAME =
        new Frame(
            List.of(Shipped.katexStyle(), Shipped.own("page.css")),
            List.of(Shipped.katexScript(), Shipped.own("page.js")),
            Optional.empty());
  }

  /** Of a page with formulas. */
  static Frame withFormulas() {
    return Formulas.FRAME;
  }

  /** Of the index. */
  static Frame ofIndex() {
    return new Frame(
        List.of(Shipped.own("page.css")), List.of(Shipped.own("index.js")), Optional.empty());
  }

  /** The same, of a page that is loaded again when it was written anew. */
  Frame live(Live how) {
    List<String> all = new ArrayList<>(scripts);
    all.add(Shipped.own("live.js"));
    return new Frame(styles, all, Optional.of(how));
  }

  /** The whole page around the elements of its body. */
  String around(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en"%s>
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
            live.map(l -> l.attributes(Live.version(body))).orElse(""),
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
        + hashes
        // What its own scripts load, and nothing that stands in the page.
        + (live.isPresent() ? " 'strict-dynamic'" : "");
  }

  private static String hash(String script) {
    return "'sha256-" + Base64.getEncoder().encodeToString(sum(script)) + "'";
  }

  static byte[] sum(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
