package dev.hence;

import dev.hence.report.trace.Answer;
import dev.hence.report.trace.Figure;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Trace;
import dev.hence.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts figures into a trace, behind the displays whose steps they show. */
final class Illustrating {
  /** Figures in one document. */
  private static final int MOST = 8;

  /** Of computing, for all of them. */
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private static final int LONGEST_NAME = 40;

  private final Figuring figuring;
  private final String folder;
  private final Deadline deadline = Deadline.in(BUDGET);
  private final Set<String> names = new HashSet<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Part> due = new ArrayList<>();
  private int count;

  private Illustrating(Figuring figuring, String folder) {
    this.figuring = figuring;
    this.folder = folder;
  }

  static Trace of(Trace trace, Figuring figuring, String folder) {
    Illustrating illustrating = new Illustrating(figuring, folder);
    trace.parts().forEach(illustrating::part);
    illustrating.parts.addAll(illustrating.due);
    return new Trace(trace.report(), trace.setting(), illustrating.parts);
  }

  /** No figure parts a display from its lines, or from the display that continues it. */
  private void part(Part part) {
    boolean belongs =
        switch (part) {
          case Part.Argument argument -> true;
          case Part.Display display -> Tracing.continues(display.math());
          case Part.Prose prose -> true;
          case Part.Heading heading -> false;
          case Part.Illustration illustration -> false;
        };
    if (!belongs) {
      parts.addAll(due);
      due.clear();
    }
    parts.add(part);
    if (part instanceof Part.Display display) {
      display.answers().forEach(this::illustrate);
    }
  }

  private void illustrate(Answer answer) {
    if (count >= MOST || deadline.passed()) {
      return;
    }
    String id = answer.report().statement().id();
    String name = name(id);
    Optional<Figure> figure = figuring.of(answer.report(), folder + "/" + name);
    figure.ifPresent(
        f -> {
          names.add(name);
          count++;
          due.add(new Part.Illustration(id, f));
        });
  }

  /** A name that no other figure has, and that means nothing to any file system. */
  private String name(String id) {
    String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    String name = "step-" + trimmed.replaceAll("^-|-$", "");
    String free = name;
    for (int k = 2; names.contains(free); k++) {
      free = name + "-" + k;
    }
    return free;
  }
}
