package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document in Markdown, in one piece or in the cells of a notebook. */
final class Markdown {
  /** What a piece of a document is. */
  enum Kind {
    MARKDOWN,
    /** Text that is not printed; it can hold the header. */
    RAW,
    CODE
  }

  /** A piece of a document with its place. */
  record Piece(Kind kind, Span span) {}

  private final SourceText source;
  private final List<Piece> pieces;
  private final Problems problems;
  private final List<Block> blocks = new ArrayList<>();
  private final List<HeaderComment> comments = new ArrayList<>();

  private Markdown(SourceText source, List<Piece> pieces, Problems problems) {
    this.source = source;
    this.pieces = pieces;
    this.problems = problems;
  }

  static Document read(SourceText source, Problems problems) {
    Span whole = new Span(0, source.content().length());
    return read(source, List.of(new Piece(Kind.MARKDOWN, whole)), problems);
  }

  static Document read(SourceText source, List<Piece> pieces, Problems problems) {
    return new Markdown(source, pieces, problems).read();
  }

  private Document read() {
    Optional<Piece> first = pieces.stream().filter(p -> p.kind() != Kind.CODE).findFirst();
    FrontMatter front =
        first
            .map(piece -> FrontMatter.of(source, piece.span(), problems))
            .orElseGet(() -> new FrontMatter(Optional.empty(), Span.at(0)));
    for (Piece piece : pieces) {
      Span span = piece.span();
      int start = Math.max(span.start(), first.stream().anyMatch(piece::equals) ? front.body() : 0);
      switch (piece.kind()) {
        case MARKDOWN ->
            new MarkdownReader(source, new Span(start, span.end()), problems)
                .read(blocks, comments);
        case CODE -> blocks.add(new Block.Code(span));
        case RAW -> {
          // printed by no program as Markdown
        }
      }
    }
    HeaderReader.Found header = header(front);
    return MarkdownMacros.expanded(source, header, blocks, problems);
  }

  private HeaderReader.Found header(FrontMatter front) {
    HeaderReader.Found found =
        front
            .yaml()
            .map(yaml -> new HeaderReader(yaml, front.span(), false, problems).read())
            .orElseGet(() -> HeaderReader.Found.none(front.body()));
    int display =
        blocks.stream()
            .filter(Block.Formula.class::isInstance)
            .mapToInt(b -> b.span().start())
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    for (HeaderComment comment : comments) {
      if (found.isOurs()) {
        report(ProblemId.HEADER_TWICE, comment, "There is a header already.", "put all into one");
      } else if (comment.span().start() > display) {
        report(
            ProblemId.HEADER_BAD_ENTRY,
            comment,
            "The header stands behind the first display.",
            "put it before all displays; what is meant for one display is written <!-- hence: …"
                + " -->");
      } else {
        HeaderReader.Found own =
            new HeaderReader(comment.yaml(), comment.span(), true, problems).read();
        found = own.beside(found);
      }
    }
    return found;
  }

  private void report(ProblemId id, HeaderComment comment, String message, String help) {
    Span opening = new Span(comment.span().start(), comment.span().start() + "<!--".length());
    problems.reportLoss(Problem.of(id, opening, message, help));
  }
}
