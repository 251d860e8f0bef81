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
    Document document =
        switch (Format.of(source.name())) {
          case MARKDOWN ->
              isTooLarge(source, problems) ? none(source) : Markdown.read(source, problems);
          case TEX ->
              isTooLarge(source, problems) ? none(source) : TexReader.read(source, problems);
          case NOTEBOOK -> Notebook.read(source, problems);
        };
    report(document, problems);
    return document;
  }

  /** A document of which nothing is read. */
  static Document none(SourceText source) {
    return new Document(source, Header.none(0), List.of());
  }

  /** Whether a text is too large to be read, which is reported. */
  static boolean isTooLarge(SourceText source, Problems problems) {
    boolean isTooLarge = source.content().length() > SourceFiles.MAX_BYTES;
    if (isTooLarge) {
      problems.report(
          Problem.of(
              ProblemId.FILE_TOO_LARGE,
              Span.at(0),
              "The document has more than " + SourceFiles.MAX_BYTES + " characters.",
              "split it into several"));
    }
    return isTooLarge;
  }

  private static void report(Document document, Problems problems) {
    boolean holdsNone =
        document.blocks().stream()
            .noneMatch(b -> b instanceof Block.Formula || b instanceof Block.Unreadable);
    boolean isRefused =
        problems.toList().stream()
            .map(Problem::id)
            .anyMatch(id -> id == ProblemId.NOT_A_NOTEBOOK || id == ProblemId.FILE_TOO_LARGE);
    if (holdsNone && !isRefused) {
      problems.report(
          Problem.of(
              ProblemId.NO_DISPLAYS,
              Span.at(document.header().span().end()),
              "The document has no displayed equation.",
              "write one between lines $$"));
    }
  }
}
