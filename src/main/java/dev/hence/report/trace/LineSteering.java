package dev.hence.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What steers the lines of an argument: most of what steers the display that they belong to. */
public final class LineSteering {
  /** What begins a directive about the display alone: it is not said of the lines. */
  private static final Set<String> OF_THE_DISPLAY =
      Set.of("new", "expect", "check", "row", "rows", "define", "given", "skip", "claim", "by");

  /** Entries that hold for a whole section where one begins, and must not be said twice. */
  private static final Set<String> ENTRIES = Set.of("let", "assume", "flow", "step", "read");

  private LineSteering() {}

  /** The directives; the lines are claims, whatever name stands first. */
  public static List<String> of(Part.Display display) {
    List<String> all = display.steering().stream().flatMap(s -> directives(s).stream()).toList();
    boolean begins = all.contains("new");
    List<String> directives = new ArrayList<>(List.of("claim"));
    for (String directive : all) {
      String word = directive.split("\\s", 2)[0];
      if (!OF_THE_DISPLAY.contains(word) && !(begins && ENTRIES.contains(word))) {
        directives.add(directive);
      }
    }
    return directives;
  }

  /** Parted at semicolons outside of brackets. */
  private static List<String> directives(String comment) {
    List<String> directives = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < comment.length(); i++) {
      char c = comment.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (c == ';' && depth <= 0) {
        directives.add(comment.substring(start, i).strip());
        start = i + 1;
      }
    }
    directives.add(comment.substring(start).strip());
    return directives.stream().filter(d -> !d.isEmpty()).toList();
  }
}
