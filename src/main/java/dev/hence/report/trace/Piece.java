package dev.hence.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of a sentence; sentences are read without blanks between their pieces. */
public record Piece(String text, Kind kind) {
  /** How it is written. */
  public enum Kind {
    WORDS,
    READABLE_MATHEMATICS,
    /** LaTeX that Hence reads. */
    LATEX
  }

  /** How a format writes the kinds. */
  public interface Writer {
    String words(String text);

    String readable(String mathematics);

    String latex(String formula);

    /** A whole sentence. */
    default String sentence(List<Piece> pieces) {
      return pieces.stream()
          .map(
              piece ->
                  switch (piece.kind()) {
                    case WORDS -> words(piece.text());
                    case READABLE_MATHEMATICS -> readable(piece.text());
                    case LATEX -> latex(piece.text());
                  })
          .collect(Collectors.joining());
    }
  }

  static Piece words(String text) {
    return new Piece(text, Kind.WORDS);
  }

  static Piece math(String text) {
    return new Piece(text, Kind.READABLE_MATHEMATICS);
  }

  /** Words with readable mathematics between dollar signs. */
  static List<Piece> mixed(String text) {
    List<Piece> pieces = new ArrayList<>();
    String[] parts = text.split("\\$", -1);
    for (int k = 0; k < parts.length; k++) {
      if (!parts[k].isEmpty()) {
        pieces.add(k % 2 == 0 ? words(parts[k]) : math(parts[k]));
      }
    }
    return pieces;
  }
}
