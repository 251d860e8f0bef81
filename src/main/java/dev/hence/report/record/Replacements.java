package dev.hence.report.record;

import dev.hence.report.record.EditRecord.Replacement;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import dev.hence.verdict.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text that takes the place of what an edit changes, in the document. */
final class Replacements {
  private final SourceText source;
  private final Sides sides;
  private final int start;

  private Replacements(SourceText source, Sides sides, int start) {
    this.source = source;
    this.sides = sides;
    this.start = start;
  }

  /** All that an edit changes, or nothing where a part of it is not found in the document. */
  static List<Replacement> of(Edit edit, SourceText source) {
    Optional<Sides> sides = Sides.of(source.slice(edit.span()));
    if (sides.isEmpty()) {
      return List.of();
    }
    Replacements replacements = new Replacements(source, sides.get(), edit.span().start());
    List<Replacement> all = new ArrayList<>();
    for (Edit.Change change : edit.changes()) {
      Span part = replacements.part(change.part());
      if (part.start() == part.end()) {
        return List.of();
      }
      all.add(replacements.at(part, change.tex()));
    }
    return List.copyOf(all);
  }

  private Span part(Edit.Part part) {
    return switch (part) {
      case LEFT -> sides.left();
      case RELATION -> sides.relation();
      case RIGHT -> sides.right();
    };
  }

  /** A command at the end of the text must not grow together with the letter behind it. */
  private Replacement at(Span part, String tex) {
    Span place = new Span(start + part.start(), start + part.end());
    boolean letterFollows =
        place.end() < source.content().length()
            && Character.isLetter(source.content().charAt(place.end()));
    String text = letterFollows ? tex + " " : tex;
    return new Replacement(Place.of(place, source), text);
  }
}
