package dev.hence.read.document;

import java.util.List;

/** The lines of a text by number, and what comes after the blank ones. */
final class Lines {
  private final List<String> lines;
  private final int[] nextFilled;

  Lines(String text) {
    lines = text.lines().toList();
    nextFilled = new int[lines.size() + 1];
    nextFilled[lines.size()] = lines.size();
    for (int i = lines.size() - 1; i >= 0; i--) {
      nextFilled[i] = isBlank(lines.get(i)) ? nextFilled[i + 1] : i;
    }
  }

  /** The first line behind one that holds more than white space and marks of quotation. */
  String nextAfterBlank(int line) {
    int next = line + 1 < nextFilled.length ? nextFilled[line + 1] : lines.size();
    return next < lines.size() ? lines.get(next) : "";
  }

  private static boolean isBlank(String line) {
    return line.chars().allMatch(c -> c == '>' || Character.isWhitespace(c));
  }
}
