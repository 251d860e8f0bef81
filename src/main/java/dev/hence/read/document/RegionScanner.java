package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.document.Openings.Kind;
import dev.hence.read.document.Openings.Opening;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes displays, comments and prose out of the text of one paragraph or block. */
final class RegionScanner {
  private static final Pattern STEERING = Pattern.compile("\\s*(hence)(\\s*:|\\b)");

  private static final Pattern HEADER = Pattern.compile("\\s*hence[ \\t]*\\R");

  private final MathText region;
  private final Openings openings;
  private final List<Block> blocks;
  private final List<HeaderComment> headers;
  private final Problems problems;

  RegionScanner(
      MathText region, List<Block> blocks, List<HeaderComment> headers, Problems problems) {
    this.region = region;
    this.openings = new Openings(region.text());
    this.blocks = blocks;
    this.headers = headers;
    this.problems = problems;
  }

  void scan() {
    int prose = 0;
    int at = 0;
    while (true) {
      Optional<Opening> next = openings.next(at);
      if (next.isEmpty()) {
        break;
      }
      Opening opening = next.get();
      Optional<Integer> close = openings.close(opening);
      if (close.isEmpty()) {
        reportUnclosed(opening);
        at = opening.content();
        continue;
      }
      int end = close.get() + opening.closer().length();
      prose(prose, opening.start());
      end = add(opening, close.get(), end);
      prose = end;
      at = end;
    }
    prose(prose, region.length());
  }

  private void prose(int start, int end) {
    MathText text = region.slice(start, end).strip();
    if (!text.isBlank()) {
      blocks.add(new Block.Prose(text.span()));
    }
  }

  /** Adds what was found; where it ends, with a label behind it. */
  private int add(Opening opening, int close, int end) {
    Span span = region.span(opening.start(), end);
    switch (opening.kind()) {
      case DISPLAY -> {
        Labels.Label label = Labels.behind(region.text(), opening.start(), close, end);
        MathText math = region.slice(opening.content(), close);
        blocks.add(new Block.Formula(math, label.name(), span));
        return label.end();
      }
      case ENVIRONMENT -> {
        MathText math = region.slice(opening.start(), end);
        blocks.add(new Block.Formula(math, Optional.empty(), span));
      }
      case DIRECTIVE -> {
        Labels.Directive directive = Labels.directive(region.slice(opening.content(), close));
        blocks.add(new Block.Formula(directive.math(), directive.label(), span));
      }
      case COMMENT -> comment(region.slice(opening.content(), close), span);
    }
    return end;
  }

  private void comment(MathText content, Span span) {
    Matcher header = HEADER.matcher(content.text());
    if (header.lookingAt()) {
      headers.add(new HeaderComment(content.slice(header.end(), content.length()), span));
      return;
    }
    Matcher matcher = STEERING.matcher(content.text());
    if (!matcher.lookingAt()) {
      return;
    }
    if (!matcher.group(2).endsWith(":")) {
      problems.report(
          Problem.of(
              ProblemId.COMMENT_UNKNOWN,
              content.span(matcher.start(1), matcher.end()),
              "A comment for Hence needs a colon.",
              "write <!-- hence: … -->"));
      return;
    }
    MathText text = content.slice(matcher.end(), content.length()).strip();
    blocks.add(new Block.Steering(text, span));
  }

  private void reportUnclosed(Opening opening) {
    String opener = region.text().substring(opening.start(), opening.content());
    boolean isComment = opening.kind() == Kind.COMMENT;
    problems.report(
        Problem.of(
            isComment ? ProblemId.COMMENT_NOT_CLOSED : ProblemId.DISPLAY_NOT_CLOSED,
            region.span(opening.start(), opening.content()),
            "`" + opener + "` is never closed.",
            "close it with " + opening.closer() + " before the paragraph ends"));
  }
}
