package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.List;

/** Reads a document of any format: header, displays, comments, headings. */
public final class DocumentReader {
  private DocumentReader() {}

  /**
   * Reads as much as can be read; what cannot is reported. A document that is too large has no
   * blocks.
   */
  public static Document read(SourceText source, Problems problems) {
    if (source.content().length() > SourceFiles.MAX_BYTES) {
      problems.report(
          Problem.of(
              ProblemId.FILE_TOO_LARGE,
              Span.at(0),
              "The document has more than " + SourceFiles.MAX_BYTES + " characters.",
              "split it into several"));
      return new Document(source, Header.none(0), List.of());
    }
    Document document =
        switch (Format.of(source.name())) {
          case MARKDOWN -> Markdown.read(source, problems);
          case TEX -> TexReader.read(source, problems);
          case NOTEBOOK -> Notebook.read(source, problems);
        };
    report(document, problems);
    return document;
  }

  private static void report(Document document, Problems problems) {
    boolean holdsNone =
        document.blocks().stream()
            .noneMatch(b -> b instanceof Block.Formula || b instanceof Block.Unreadable);
    if (holdsNone
        && problems.toList().stream().noneMatch(p -> p.id() == ProblemId.NOT_A_NOTEBOOK)) {
      problems.report(
          Problem.of(
              ProblemId.NO_DISPLAYS,
              Span.at(document.header().span().end()),
              "The document has no displayed equation.",
              "write one between lines $$"));
    }
  }
}
