package dev.hence.read.prose;

import dev.hence.text.Span;

/**
 * A name where it stands in a formula.
 *
 * @param letter with font and accents, in canonical LaTeX
 * @param marks that belong to it, as they are written; indices and powers do not
 * @param span of the letter alone
 */
public record Mention(String letter, String marks, Span span) {
  /** Whether both stand for one name, as far as writing tells. */
  public boolean names(Mention other) {
    return letter.equals(other.letter) && marks.equals(other.marks);
  }
}
