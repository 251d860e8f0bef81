package dev.hence.read.document;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a TeX file: the YAML in its leading comment lines between {@code % ---} and {@code
 * % ---}.
 *
 * @param yaml without the marks of the comments
 * @param span from one mark to the other; empty if there is none
 */
record TexHeader(Optional<MathText> yaml, Span span) {
  private static final Pattern LINE =
      Pattern.compile("[ \\t]*(?<marks>%+ ?)?(?<text>[^\\r\\n]*)(?:\\r\\n|\\r|\\n|\\z)");

  static TexHeader of(SourceText source, Problems problems) {
    String text = source.content();
    int at = text.startsWith("\ufeff") ? 1 : 0;
    Matcher line = LINE.matcher(text);
    while (at < text.length() && line.find(at) && isLeading(line)) {
      if (line.group("text").strip().equals("---")) {
        return open(source, line.start("marks"), line.end(), problems);
      }
      at = line.end();
    }
    return none();
  }

  private static boolean isLeading(Matcher line) {
    return line.group("marks") != null || line.group("text").isBlank();
  }

  private static TexHeader none() {
    return new TexHeader(Optional.empty(), Span.at(0));
  }

  private static TexHeader open(SourceText source, int start, int behind, Problems problems) {
    String text = source.content();
    MathText.Builder yaml = new MathText.Builder();
    Matcher line = LINE.matcher(text);
    int at = behind;
    while (at < text.length() && line.find(at) && line.group("marks") != null) {
      if (line.group("text").stripTrailing().equals("---")) {
        Span span = new Span(start, line.end("text"));
        return new TexHeader(Optional.of(yaml.build(line.start())), span);
      }
      yaml.append(text.substring(line.start("text"), line.end()), line.start("text"));
      at = line.end();
    }
    problems.reportLoss(
        Problem.of(
            ProblemId.HEADER_NOT_CLOSED,
            new Span(start, start + 1),
            "The header is never closed.",
            "end it with a line % ---"));
    return none();
  }
}
