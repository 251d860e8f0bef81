package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.Optional;

/**
 * Where the header ends and the document begins.
 *
 * @param yaml between the two lines of dashes
 * @param span of the whole, lines of dashes included; empty if there is none
 */
record FrontMatter(Optional<MathText> yaml, Span span) {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /**
   * Finds the header between a first line {@code ---} and the next line {@code ---}. One between
   * lines {@code +++}, which is TOML, belongs to Hugo alone.
   */
  static FrontMatter of(SourceText source, Span region, Problems problems) {
    Lines lines = new Lines(source.slice(region));
    int start = lines.text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    String first = lines.at(start).stripTrailing();
    boolean isToml = first.equals("+++");
    if (!isToml && !first.equals("---")) {
      return none(region.start() + start);
    }
    int yaml = lines.behind(start);
    int at = yaml;
    while (at < lines.text.length()) {
      String line = lines.at(at).stripTrailing();
      if (line.equals(first) || (line.equals("...") && !isToml)) {
        Span held = new Span(region.start() + yaml, region.start() + at);
        Span whole = new Span(region.start() + start, region.start() + lines.behind(at));
        return new FrontMatter(
            isToml ? Optional.empty() : Optional.of(MathText.of(source, held)), whole);
      }
      at = lines.behind(at);
    }
    if (isToml) {
      return none(region.start() + start);
    }
    problems.reportLoss(
        Problem.of(
            ProblemId.HEADER_NOT_CLOSED,
            new Span(region.start() + start, region.start() + start + lines.at(start).length()),
            "The header is never closed.",
            "end it with a line ---"));
    return none(region.start() + yaml);
  }

  private static FrontMatter none(int at) {
    return new FrontMatter(Optional.empty(), Span.at(at));
  }

  /** Where the document begins. */
  int body() {
    return span.end();
  }

  /** The lines of a text by their beginnings. */
  private record Lines(String text) {
    /** The line that begins at an offset, without its break. */
    String at(int start) {
      return text.substring(start, end(start));
    }

    private int end(int start) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      return end;
    }

    /** Where the next line begins. */
    int behind(int start) {
      int end = end(start);
      if (text.startsWith("\r\n", end)) {
        return end + 2;
      }
      return Math.min(text.length(), end + 1);
    }
  }
}
