package dev.hence;

import dev.hence.text.SourceText;

/**
 * A statement with its answer.
 *
 * @param source the document in which it stands
 */
public record CheckedStep(SourceText source, Answer answer) {
  /** {@code softmax.md, step 4}. */
  @Override
  public String toString() {
    return source.name() + ", step " + answer.report().statement().id();
  }
}
