package dev.hence.read.prose;

import dev.hence.read.syntax.Source;
import java.util.List;

/** What a reader of the words sees of a document, in order. */
public record Page(List<Part> parts) {
  public Page {
    parts = List.copyOf(parts);
  }

  /** A part of a document. */
  public sealed interface Part {}

  /**
   * Words with inline mathematics in them.
   *
   * @param tex whether they are LaTeX, in which a percent sign begins a comment
   */
  public record Words(Source text, boolean tex) implements Part {}

  /**
   * A display.
   *
   * @param number among the displays of the document, from 0
   */
  public record Display(int number, Source math) implements Part {}

  /** The title of a section. */
  public record Heading() implements Part {}

  /** Something between two pieces of prose that no sentence goes across. */
  public record Break() implements Part {}
}
