package dev.hence;

import dev.hence.problem.Problems;
import dev.hence.read.document.Block;
import dev.hence.read.document.Document;
import dev.hence.read.document.DocumentReader;
import dev.hence.read.document.Header;
import dev.hence.read.document.TryEntry;
import dev.hence.report.DerivationReport;
import dev.hence.report.StatementReport;
import dev.hence.report.trace.Answer;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Passage;
import dev.hence.report.trace.Setting;
import dev.hence.report.trace.Trace;
import dev.hence.text.MathText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a trace of a report: takes the document apart once more and puts each answer in its place.
 */
final class Tracing {
  /** A relation without a left side. */
  private static final Pattern CONTINUES =
      Pattern.compile(
          "(?:\\s|&|\\\\begin\\{\\w+\\*?\\}|\\\\q?quad)*"
              + "(?:[=<>]|\\\\(?:[lg]eq?|[lg]eqslant|neq?|approx|equiv|sim|to|rightarrow)(?![a-zA-Z]))");

  /** {@code \qquad (3)} at the end of a display. */
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\\\q?quad(?![a-zA-Z])|\\\\[ ,;:]|~|\\s)+\\((?<number>[^()]+)\\)\\s*\\z");

  private final DerivationReport report;
  private final Telling telling;
  private final Deque<StatementReport> left;
  private final List<Part> parts = new ArrayList<>();
  private final List<String> steering = new ArrayList<>();
  private final List<ReadBack.Ending> endings = new ArrayList<>();

  /** Tells why a step holds. */
  interface Telling {
    List<Passage> tell(StatementReport report);
  }

  private Tracing(DerivationReport report, Telling telling) {
    this.report = report;
    this.telling = telling;
    this.left = new ArrayDeque<>(report.statements());
  }

  static Trace of(DerivationReport report, Telling telling) {
    return new Tracing(report, telling).run();
  }

  /** The trace with as much of the arguments as Hence reads again. */
  static Trace of(DerivationReport report, Telling telling, Machinery.Reading reading) {
    Tracing tracing = new Tracing(report, telling);
    Trace trace = tracing.run();
    Map<String, Answer> read = new ReadBack(reading, tracing.source()).read(tracing.endings);
    List<Part> parts = trace.parts().stream().map(part -> asRead(part, read)).toList();
    return new Trace(report, trace.setting(), parts.stream().filter(Tracing::isTold).toList());
  }

  private static Part asRead(Part part, Map<String, Answer> read) {
    return switch (part) {
      case Part.Heading heading -> heading;
      case Part.Prose prose -> prose;
      case Part.Illustration illustration -> illustration;
      case Part.Display display -> asRead(display, read);
      case Part.Argument argument ->
          new Part.Argument(argument.display(), read.get(id(argument.answer())));
    };
  }

  private static Part.Display asRead(Part.Display display, Map<String, Answer> read) {
    List<Answer> answers = display.answers().stream().map(a -> read.get(id(a))).toList();
    return new Part.Display(display.math(), display.label(), display.steering(), answers);
  }

  private static String id(Answer answer) {
    return answer.report().statement().id();
  }

  private static boolean isTold(Part part) {
    return !(part instanceof Part.Argument argument && argument.answer().argument().isEmpty());
  }

  private Trace run() {
    Document document = DocumentReader.read(source(), new Problems());
    for (Block block : document.blocks()) {
      switch (block) {
        case Block.Heading heading -> parts.add(new Part.Heading(heading.level(), heading.text()));
        case Block.Prose prose -> prose(prose.span());
        case Block.Code code -> {}
        case Block.Steering comment -> steering.add(comment.text().text());
        case Block.Formula formula ->
            display(formula.math().text(), formula.label(), formula.span());
        case Block.Unreadable unreadable ->
            display(source().slice(unreadable.span()), Optional.empty(), unreadable.span());
      }
    }
    return new Trace(report, setting(document.header()), parts);
  }

  private SourceText source() {
    return report.derivation().source();
  }

  /** A display answers for the statements that end in it: their names may stand further up. */
  private void display(String math, Optional<String> label, Span span) {
    List<Answer> answers = new ArrayList<>();
    while (!left.isEmpty() && left.getFirst().statement().span().end() <= span.end()) {
      StatementReport next = left.removeFirst();
      answers.add(new Answer(next, telling.tell(next)));
    }
    Part.Display display = numbered(math, label, answers);
    add(display);
    endings.add(new ReadBack.Ending(display, span.end()));
    answers.stream()
        .filter(a -> !a.argument().isEmpty())
        .forEach(a -> parts.add(new Part.Argument(display, a)));
    steering.clear();
  }

  /** Whether a display begins with a relation, and goes on with the one before. */
  static boolean continues(String math) {
    return CONTINUES.matcher(math).lookingAt();
  }

  /** Behind everything; but no argument may part a display from the one that continues it. */
  private void add(Part.Display display) {
    List<Part> arguments = new ArrayList<>();
    if (continues(display.math())) {
      int from = parts.size();
      while (from > 0
          && (parts.get(from - 1) instanceof Part.Argument
              || parts.get(from - 1) instanceof Part.Prose)) {
        from--;
      }
      List<Part> since = parts.subList(from, parts.size());
      since.stream().filter(Part.Argument.class::isInstance).forEach(arguments::add);
      since.removeIf(Part.Argument.class::isInstance);
    }
    parts.add(display);
    parts.addAll(arguments);
  }

  /** Words; what stands in a display that only defines macros is none. */
  private void prose(Span span) {
    String text = source().slice(span);
    if (!text.isBlank() && !text.startsWith("$$") && !text.startsWith("\\[")) {
      parts.add(new Part.Prose(text, source().name().endsWith(".tex")));
    }
  }

  /** A number that the author wrote behind the formula, in parentheses, becomes its label. */
  private Part.Display numbered(String math, Optional<String> label, List<Answer> answers) {
    Optional<String> number =
        answers.stream().flatMap(a -> a.report().statement().label().stream()).findFirst();
    boolean hasOne = label.isPresent() || math.contains("\\tag") || math.contains("\\label");
    if (number.isPresent() && !hasOne) {
      Matcher behind = NUMBER.matcher(math);
      if (behind.find() && behind.group("number").equals(number.get())) {
        return new Part.Display(math.substring(0, behind.start()), number, steering, answers);
      }
    }
    return new Part.Display(math, label, steering, answers);
  }

  /** The header, and behind its entries what was inferred. */
  private Setting setting(Header header) {
    return new Setting(
        header.title().map(MathText::text),
        texts(header.source()),
        texts(header.tags()),
        entries("let", header.let()),
        entries("assume", header.assume()),
        entries("flow", header.flow()),
        entries("step", header.step()),
        texts(header.read()),
        header.tries().stream()
            .map(t -> new Setting.Trial(t.name().text(), value(t.value())))
            .toList(),
        header.layout().map(MathText::text),
        header.scope().map(MathText::text),
        header.round(),
        header.seed());
  }

  private List<String> entries(String key, List<MathText> written) {
    List<String> all = new ArrayList<>(texts(written));
    report.derivation().inferred().stream()
        .filter(i -> i.key().equals(key))
        .forEach(i -> all.add(i.entry()));
    return all;
  }

  private static List<String> texts(List<MathText> entries) {
    return entries.stream().map(MathText::text).toList();
  }

  private static Setting.Value value(TryEntry.Value value) {
    return switch (value) {
      case TryEntry.One one -> new Setting.Value.One(one.text().text());
      case TryEntry.Many many ->
          new Setting.Value.Many(many.values().stream().map(Tracing::value).toList());
    };
  }
}
