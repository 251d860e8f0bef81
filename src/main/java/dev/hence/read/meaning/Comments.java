package dev.hence.read.meaning;

import dev.hence.claim.Expectation;
import dev.hence.claim.Trial;
import dev.hence.expr.Name;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.MathParser;
import dev.hence.read.math.MathText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the comments that steer one display: {@code hence: try N: [1, 3]; expect refuted}. */
final class Comments {
  private final Problems problems;
  private boolean skip;
  private boolean claim;
  private boolean define;
  private Expectation expectation = Expectation.HOLDS;
  private Trial trial = Trial.EMPTY;
  private final List<Clause> let = new ArrayList<>();
  private final List<Clause> assume = new ArrayList<>();

  private Comments(Problems problems) {
    this.problems = problems;
  }

  /** What the comments before one display say together. */
  static Steering read(List<MathText> comments, Problems problems) {
    Comments reader = new Comments(problems);
    comments.forEach(comment -> split(comment, ';').forEach(reader::directive));
    return new Steering(
        reader.skip,
        reader.claim,
        reader.define,
        reader.expectation,
        reader.trial,
        reader.let,
        reader.assume);
  }

  private void directive(MathText whole) {
    MathText text = whole.strip();
    String words = text.text().replaceAll("\\s+", " ");
    switch (words) {
      case "" -> {}
      case "skip" -> skip = true;
      case "claim" -> claim = true;
      case "define" -> define = true;
      case "expect refuted" -> expectation = Expectation.REFUTED;
      default -> withArgument(text);
    }
  }

  private void withArgument(MathText text) {
    String word = text.text().split("\\s", 2)[0];
    MathText rest = text.slice(word.length(), text.length()).strip();
    switch (word) {
      case "let" -> MathParser.parseEntry(rest, problems).ifPresent(let::addAll);
      case "assume" -> MathParser.parseEntry(rest, problems).ifPresent(assume::addAll);
      case "try" -> trial = trial.with(tries(rest));
      default ->
          problems.report(
              Problem.of(
                  ProblemId.COMMENT_UNKNOWN,
                  text.span(),
                  "`" + word + "` steers nothing",
                  "supported: skip, claim, define, expect refuted, let …, assume …, try …"));
    }
  }

  /** {@code f: [linear, polynomial(3)], N: 3}. */
  private Trial tries(MathText text) {
    SequencedMap<String, Trial.Entry> entries = new LinkedHashMap<>();
    for (MathText item : split(text, ',')) {
      int colon = item.text().indexOf(':');
      if (colon < 0) {
        problems.report(
            Problem.of(
                ProblemId.BAD_TRY,
                item.span(),
                "`" + item.text().strip() + "` names no value",
                "write a name, a colon and values: try f: [linear, polynomial(3)], N: 3"));
        continue;
      }
      Optional<Name> name = name(item.slice(0, colon).strip(), problems);
      MathText values = item.slice(colon + 1, item.length()).strip();
      name.ifPresent(
          n -> entries.put(n.latex(), new Trial.Entry(values(values.text()), item.span())));
    }
    return new Trial(entries);
  }

  /** A name as the mathematics writes it, in canonical form. */
  static Optional<Name> name(MathText text, Problems problems) {
    return MathParser.parseExpression(text, problems)
        .flatMap(Written::of)
        .flatMap(w -> Written.labelled(w.primed(), w.sub(), w.sup()));
  }

  private static List<String> values(String text) {
    boolean list = text.startsWith("[") && text.endsWith("]");
    String inside = list ? text.substring(1, text.length() - 1) : text;
    return split(MathText.of(inside), ',').stream()
        .map(MathText::text)
        .map(Comments::unquoted)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted =
        text.length() >= 2
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  /** Splits at a character that stands outside all brackets and quotes. */
  private static List<MathText> split(MathText text, char at) {
    List<MathText> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    String all = text.text();
    for (int k = 0; k < all.length(); k++) {
      char c = all.charAt(k);
      if (c == '"') {
        quoted = !quoted;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      } else if (c == at && depth == 0 && !quoted) {
        parts.add(text.slice(start, k));
        start = k + 1;
      }
    }
    parts.add(text.slice(start, text.length()));
    return parts;
  }
}
