package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.List;

/** Reads a Markdown document: header, displays, comments, headings. */
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
    FrontMatter front = FrontMatter.of(source, problems);
    Header header =
        front
            .yaml()
            .map(place -> new HeaderReader(source, place, front.body(), problems).read())
            .orElseGet(() -> Header.none(front.body()));
    List<Block> blocks = new MarkdownReader(source, front.body(), problems).read();
    Document document = new Document(source, header, blocks);
    if (document.formulas().isEmpty()) {
      problems.report(
          Problem.of(
              ProblemId.NO_DISPLAYS,
              Span.at(front.body()),
              "The document has no displayed equation.",
              "write one between lines $$"));
    }
    return document;
  }
}
