package dev.hence.report.html;

import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page that is loaded again when it was written anew. Beside it lies a script that says the
 * version of each page, for a page that is opened from disk can load nothing but scripts.
 *
 * @param page the name of its file
 */
public record Live(String page) {
  /** The name of the script beside the pages. */
  public static final String SCRIPT = "versions.js";

  private static final int DIGITS = 16;

  private static final Pattern VERSION = Pattern.compile("<html [^>]*data-version=\"(\\w+)\"");

  /** The version that a page says it has; nothing of a page that is not live. */
  public static String versionOf(String html) {
    Matcher version = VERSION.matcher(html);
    return version.find() ? version.group(1) : "";
  }

  /**
   * The script beside the pages.
   *
   * @param versions by the names of the pages
   */
  public static String script(Map<String, String> versions) {
    return versions.entrySet().stream()
        .map(v -> "  %s: %s".formatted(quoted(v.getKey()), quoted(v.getValue())))
        .collect(Collectors.joining(",\n", "henceVersions({\n", "\n});\n"));
  }

  /** The names of pages have letters, digits and signs that mean nothing to a script. */
  private static String quoted(String text) {
    return "'" + text.replaceAll("[^\\p{L}\\p{N}.-]", "") + "'";
  }

  static String version(String content) {
    return HexFormat.of().formatHex(Frame.sum(content)).substring(0, DIGITS);
  }

  String attributes(String version) {
    return " data-page=\"%s\" data-version=\"%s\"".formatted(Markup.escaped(page), version);
  }
}
