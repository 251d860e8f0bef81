package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.Optional;

/**
 * Where the header ends and the document begins.
 *
 * @param yaml between the two lines of dashes
 * @param body where the document begins
 */
record FrontMatter(Optional<Span> yaml, int body) {
  /** Finds the header between a first line {@code ---} and the next line {@code ---}. */
  static FrontMatter of(SourceText source, Problems problems) {
    String text = source.content();
    int start = text.startsWith("\ufeff") ? 1 : 0;
    int line = endOfLine(text, start);
    if (!text.substring(start, line).stripTrailing().equals("---")) {
      return new FrontMatter(Optional.empty(), start);
    }
    int yaml = behindBreak(text, line);
    int at = yaml;
    while (at < text.length()) {
      int end = endOfLine(text, at);
      String content = text.substring(at, end).stripTrailing();
      if (content.equals("---") || content.equals("...")) {
        return new FrontMatter(Optional.of(new Span(yaml, at)), behindBreak(text, end));
      }
      at = behindBreak(text, end);
    }
    problems.report(
        Problem.of(
            ProblemId.HEADER_NOT_CLOSED,
            new Span(start, line),
            "The header is never closed.",
            "end it with a line ---"));
    return new FrontMatter(Optional.empty(), yaml);
  }

  private static int endOfLine(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int behindBreak(String text, int at) {
    if (at < text.length() && text.charAt(at) == '\r') {
      return text.startsWith("\n", at + 1) ? at + 2 : at + 1;
    }
    return Math.min(text.length(), at + 1);
  }
}
