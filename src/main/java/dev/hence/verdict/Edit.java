package dev.hence.verdict;

import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A single edit that would make a refuted step hold.
 *
 * @param what for people: {@code change the sign of the right side}
 * @param mended the step as it would then read
 * @param span where
 * @param order where the edit says no more than how far the step holds as it stands: {@code O(h²)}
 * @param changes the parts of the step that are to be written anew; empty where that is not known
 * @param token what of the formula is changed
 */
public record Edit(
    String what,
    String mended,
    Span span,
    Optional<String> order,
    List<Change> changes,
    Optional<Token> token) {
  /** What of a step is written anew. */
  public enum Part {
    LEFT,
    RELATION,
    RIGHT
  }

  /**
   * A part of a step that is written anew.
   *
   * @param tex the part as LaTeX
   */
  public record Change(Part part, String tex) {}

  /**
   * A part of a side, or the relation.
   *
   * @param tex as LaTeX
   * @param occurrence which of those that are written alike in that side, counted from 0
   * @param times how many of them there are
   */
  public record Token(Part part, String tex, int occurrence, int times) {}

  public Edit {
    changes = List.copyOf(changes);
  }

  /** An edit of the formula of which only words are known. */
  public Edit(String what, String mended, Span span) {
    this(what, mended, span, Optional.empty(), List.of(), Optional.empty());
  }
}
