package dev.hence.cli;

import dev.hence.Hence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be said of a kind of problem, from the resource {@code problems.md}: one section for
 * each, headed by its code.
 */
record Explanation(String code, String text) {
  private static final String HEADING = "## ";

  static Optional<Explanation> of(String code) {
    return Optional.ofNullable(all().get(code)).map(text -> new Explanation(code, text));
  }

  /** All sections by their codes. */
  static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    String code = "";
    for (String line : resource().lines().toList()) {
      if (line.startsWith(HEADING)) {
        code = line.substring(HEADING.length()).split(" ", 2)[0];
        all.put(code, line.substring(HEADING.length()) + "\n");
      } else if (!code.isEmpty()) {
        all.merge(code, line + "\n", String::concat);
      }
    }
    all.replaceAll((key, text) -> text.strip() + "\n");
    return all;
  }

  private static String resource() {
    try (var in = Hence.class.getResourceAsStream("problems.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
