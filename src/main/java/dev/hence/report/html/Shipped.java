package dev.hence.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page brings along: styles, scripts, and KaTeX with its fonts. */
final class Shipped {
  /** Where the jar of KaTeX's npm package has it. */
  private static final String PACKAGE = "/META-INF/resources/webjars/katex/0.18.11/";

  private static final String KATEX = PACKAGE + "dist/";

  /** The font of a rule in a style sheet, in several formats. */
  private static final Pattern FONT = Pattern.compile("src:url\\((fonts/[\\w-]+\\.woff2)\\)[^;}]*");

  private Shipped() {}

  /** The style sheet of KaTeX; its fonts stand in it. */
  static String katexStyle() {
    return FONT.matcher(text(KATEX + "katex.min.css"))
        .replaceAll(
            font -> {
              String data = Base64.getEncoder().encodeToString(bytes(KATEX + font.group(1)));
              String source = "src:url(data:font/woff2;base64," + data + ") format(\"woff2\")";
              return Matcher.quoteReplacement(source);
            });
  }

  /** The script of KaTeX behind its licence, which goes with each copy. */
  static String katexScript() {
    return "/*\n" + text(PACKAGE + "LICENSE") + "*/\n" + text(KATEX + "katex.min.js");
  }

  /** A file of this room. */
  static String own(String name) {
    return text(name);
  }

  private static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Shipped.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            name + " is missing: pages need org.webjars.npm:katex in the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
