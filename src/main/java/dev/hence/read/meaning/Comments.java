package dev.hence.read.meaning;

import dev.hence.claim.Trial;
import dev.hence.expr.Name;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.MathParser;
import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the comments that steer one display: {@code hence: try N: [1, 3]; expect refuted}. */
final class Comments {
  private static final Map<String, Steering.Word> WORDS =
      Map.of(
          "new", Steering.Word.NEW,
          "alone", Steering.Word.ALONE,
          "rows alone", Steering.Word.ROWS_ALONE,
          "skip", Steering.Word.SKIP,
          "claim", Steering.Word.CLAIM,
          "define", Steering.Word.DEFINE,
          "given", Steering.Word.GIVEN,
          "expect refuted", Steering.Word.EXPECT_REFUTED);

  private static final String SUPPORTED =
      "supported: new, alone, rows alone, row N: …, skip, claim, define, given, expect refuted,"
          + " let …, assume …, flow …, step …, if …, check …, round n, by …, try …";

  private static final Pattern ROW = Pattern.compile("row\\s+([0-9]{1,4})\\s*:");
  private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,2}|100");

  private final Problems problems;
  private final boolean isRow;
  private final Set<Steering.Word> words = EnumSet.noneOf(Steering.Word.class);
  private final Entries entries = Entries.none();
  private final List<Clause> conditions = new ArrayList<>();
  private final List<Clause> checks = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final SortedMap<Integer, Comments> rows = new TreeMap<>();
  private OptionalInt round = OptionalInt.empty();
  private Trial trial = Trial.EMPTY;
  private Optional<Problem> broken = Optional.empty();

  private Comments(Problems problems, boolean isRow) {
    this.problems = problems;
    this.isRow = isRow;
  }

  /** What the comments before one display say together. */
  static Steering read(List<MathText> comments, Problems problems) {
    if (comments.isEmpty()) {
      return Steering.NONE;
    }
    Comments reader = new Comments(problems, false);
    comments.forEach(comment -> comment.split(';').forEach(reader::contained));
    return reader.steering(comments.getFirst().span().to(comments.getLast().span()));
  }

  private Steering steering(Span span) {
    SortedMap<Integer, Steering> read = new TreeMap<>();
    rows.forEach((number, row) -> read.put(number, row.steering(span)));
    return new Steering(
        Set.copyOf(words), entries, conditions, checks, round, notes, trial, read, broken, span);
  }

  private void contained(MathText text) {
    try {
      Contained.run(text.span(), () -> directive(text));
    } catch (Misread misread) {
      breaks(misread.problem());
    }
  }

  private void directive(MathText text) {
    String all = text.text().replaceAll("\\s+", " ");
    Steering.Word word = WORDS.get(all);
    Matcher row = ROW.matcher(text.text());
    if (word != null) {
      words.add(word);
    } else if (row.lookingAt() && !isRow) {
      rows.computeIfAbsent(Integer.valueOf(row.group(1)), n -> new Comments(problems, true))
          .directive(text.slice(row.end(), text.length()).strip());
    } else {
      withArgument(text);
    }
  }

  private void withArgument(MathText text) {
    String word = text.text().split("\\s", 2)[0];
    MathText rest = text.slice(word.length(), text.length()).strip();
    switch (rest.isBlank() ? "" : word) {
      case "let" -> entries.add(entries.let(), rest, problems);
      case "assume" -> parsed(rest, entries.assume());
      case "flow" -> parsed(rest, entries.flow());
      case "step" -> parsed(rest, entries.step());
      case "if" -> parsed(rest, conditions);
      case "check" -> parsed(rest, checks);
      case "round" -> round(rest);
      case "by" -> notes.add("by " + rest.text().replaceAll("\\s+", " "));
      case "try" -> trial = trial.with(tries(rest));
      default ->
          problems.report(
              Problem.of(
                  ProblemId.COMMENT_UNKNOWN,
                  text.span(),
                  "`" + word + "` steers nothing",
                  SUPPORTED));
    }
  }

  private void parsed(MathText text, List<Clause> key) {
    Problems found = new Problems();
    MathParser.parseEntry(text, found).ifPresent(key::addAll);
    found.toList().forEach(this::breaks);
  }

  /** What is said cannot be read: what is said of the display cannot be known then. */
  private void breaks(Problem problem) {
    problems.report(problem);
    broken = broken.or(() -> Optional.of(problem));
  }

  private void round(MathText text) {
    if (DECIMALS.matcher(text.text()).matches()) {
      round = OptionalInt.of(Integer.parseInt(text.text()));
    } else {
      breaks(
          Problem.of(
              ProblemId.COMMENT_UNKNOWN,
              text.span(),
              "`round` needs a number of decimals",
              "write round 4"));
    }
  }

  /** {@code f: [linear, polynomial(3)], N: 3}. */
  private Trial tries(MathText text) {
    SequencedMap<String, Trial.Entry> entries = new LinkedHashMap<>();
    for (MathText item : text.split(',')) {
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
    return MathText.of(inside).split(',').stream()
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
}
