package dev.hence;

import dev.hence.expr.Name;
import dev.hence.expr.UnicodePrinter;
import dev.hence.report.ComponentText;
import dev.hence.report.trace.Piece;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The caption of a figure, piece by piece. */
final class Caption {
  private final List<Piece> pieces = new ArrayList<>();

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  Caption words(String text) {
    return add(text, Piece.Kind.WORDS);
  }

  /** Mathematics as the console has it. */
  Caption readable(String text) {
    return add(text, Piece.Kind.READABLE_MATHEMATICS);
  }

  Caption latex(String text) {
    return add(text, Piece.Kind.LATEX);
  }

  private Caption add(String text, Piece.Kind kind) {
    pieces.add(new Piece(text, kind));
    return this;
  }

  /** {@code Step 4, entry 2}. */
  Caption step(String id, Instance instance, int component) {
    String entry =
        ComponentText.of(instance, component).stream()
            .map(", "::concat)
            .collect(Collectors.joining());
    return words("Step " + id + entry);
  }

  /** {@code of n = 2, d = 1}. */
  Caption choices(Instance instance) {
    String before = " of ";
    for (Instance.Choice choice : instance.choices()) {
      words(before);
      readable(UnicodePrinter.print(new Name(choice.name())) + " = " + choice.value());
      before = ", ";
    }
    return this;
  }
}
