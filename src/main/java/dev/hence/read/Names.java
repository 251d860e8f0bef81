package dev.hence.read;

import dev.hence.problem.Problems;
import dev.hence.read.document.DocumentReader;
import dev.hence.read.prose.Mention;
import dev.hence.read.prose.Mentions;
import dev.hence.read.syntax.Source;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.List;

/** The names in the formulas of a document. */
public final class Names {
  private Names() {}

  /** Where the displays of a document, and the formulas in its words, mention which name. */
  public static List<Mention> of(SourceText document) {
    return Mentions.of(Pages.of(DocumentReader.read(document, new Problems())));
  }

  /** The same for a part of a document that is a formula, such as an entry of a header. */
  public static List<Mention> in(SourceText document, Span formula) {
    int start = formula.start();
    return Mentions.of(
        new Source(document.slice(formula), (a, b) -> new Span(start + a, start + b)));
  }
}
