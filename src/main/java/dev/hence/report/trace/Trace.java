package dev.hence.report.trace;

import dev.hence.report.DerivationReport;
import java.util.List;

/**
 * A document told again with its answers. It is a derivation in its turn: a format writes the
 * setting as a header, and each display with what steers it.
 *
 * @param parts in the order of the document
 */
public record Trace(DerivationReport report, Setting setting, List<Part> parts) {
  public Trace {
    parts = List.copyOf(parts);
  }

  /** The title that the document gives itself, or the name of its file. */
  public String title() {
    String title = report.derivation().title();
    return title.isBlank() ? report.derivation().source().name() : title;
  }

  /** The displays alone. */
  public List<Part.Display> displays() {
    return parts.stream()
        .filter(Part.Display.class::isInstance)
        .map(Part.Display.class::cast)
        .toList();
  }
}
