package dev.hence.read.role;

import dev.hence.read.syntax.Parsed;
import dev.hence.read.syntax.Tree;
import java.util.List;
import java.util.Optional;

/** What is known between displays: the header, which stays, and the section, which grows. */
final class Sections {
  private final Known header;
  private Known section;
  private Optional<Tree> lastSide = Optional.empty();
  private int displays;

  Sections(Known header) {
    this.header = header;
    this.section = header;
  }

  /** A heading, or anything else that ends a chain. */
  void endChain() {
    lastSide = Optional.empty();
  }

  List<Line> display(Parsed parsed, Steering steering) {
    displays++;
    if (steering.says(Steering.Word.NEW)) {
      section = entered(header, steering);
      endChain();
    }
    Known place = steering.says(Steering.Word.ALONE) ? header : section;
    boolean own = !steering.says(Steering.Word.NEW) && !steering.entries().isEmpty();
    Known here = own ? entered(place, steering) : place;
    DisplayReader reader = new DisplayReader(here, steering, lastSide, displays);
    List<Line> lines = reader.read(Clauses.of(parsed.tree()));
    lastSide = reader.lastSide();
    if (!steering.says(Steering.Word.ALONE)) {
      section = own ? absorbed(reader) : reader.known();
    }
    return lines;
  }

  /** Of a display with names of its own only what it defines stays. */
  private Known absorbed(DisplayReader reader) {
    Known known = section;
    for (var definition : reader.definitions()) {
      known = known.with(definition);
    }
    return known;
  }

  private static Known entered(Known known, Steering steering) {
    Setting setting = new Setting(known);
    setting.enter(
        steering.entries().getOrDefault("let", List.of()),
        steering.entries().getOrDefault("flow", List.of()),
        steering.entries().getOrDefault("assume", List.of()),
        steering.entries().getOrDefault("step", List.of()));
    return setting.known();
  }
}
