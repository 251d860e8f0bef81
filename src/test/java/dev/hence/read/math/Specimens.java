package dev.hence.read.math;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables beside the tests: a formula, below it, indented, what is expected of it. */
record Specimens(int line, String formula, String expected) {
  static List<Specimens> of(String table) {
    List<String> lines = lines(table);
    List<Specimens> specimens = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (lines.get(i + 1).startsWith("    ")) {
        specimens.add(new Specimens(i + 1, lines.get(i), lines.get(i + 1).strip()));
      }
    }
    return specimens;
  }

  private static List<String> lines(String table) {
    try (InputStream in = Specimens.class.getResourceAsStream(table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "line " + line + ": " + formula;
  }
}
