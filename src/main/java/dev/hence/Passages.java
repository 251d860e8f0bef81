package dev.hence;

import dev.hence.argument.Argument;
import dev.hence.argument.Argument.AlongTime;
import dev.hence.argument.Argument.Solved;
import dev.hence.argument.Line;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.TexPrinter;
import dev.hence.report.trace.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An argument in the words and in the notation of its document. */
final class Passages {
  private static final int MOST_REASONS = 3;

  private final Statement.Step step;
  private final Argument argument;
  private final TexPrinter printer;

  private Passages(Statement.Step step, Argument argument) {
    this.step = step;
    this.argument = argument;
    this.printer = new TexPrinter(new ScopeNotation(step.scope()));
  }

  /** None where there is no more to show than the two sides. */
  static List<Passage> of(Statement.Step step, Argument argument) {
    return new Passages(step, argument).told();
  }

  private List<Passage> told() {
    List<Passage> passages = new ArrayList<>();
    if (hasLines()) {
      passages.add(passage("Step " + step.id() + " line by line:", argument.lines()));
    } else if (argument.along().isEmpty() && argument.solved().isEmpty() && argument.isTold()) {
      passages.add(passage("Step " + step.id() + ":", argument.lines()));
    } else if (argument.isOneIdea()) {
      String why = words(argument.lines().getLast().because());
      passages.add(new Passage("Step " + step.id() + " " + why + ".", List.of()));
    }
    argument.along().ifPresent(along -> passages.addAll(told(along)));
    argument.solved().ifPresent(solved -> passages.addAll(told(solved)));
    return passages;
  }

  private boolean hasLines() {
    return argument.lines().size() > 2;
  }

  // The fundamental theorem

  private List<Passage> told(AlongTime along) {
    String end = TexPrinter.print(step.horizon().orElseThrow());
    String what = hasLines() ? "The line" : "Step " + step.id();
    String start =
        what + " by the fundamental theorem of calculus: at $" + end + " = 0$ both sides ";
    String slopes =
        "their derivatives in $" + end + "$" + state().map(s -> ", at " + s + ",").orElse("");
    if (along.start().size() == 1) {
      String words =
          start + are(along.start().getFirst().expr()) + ", and " + slopes + " are equal:";
      return List.of(passage(words, along.slopes()));
    }
    return List.of(
        passage(start + "are equal:", along.start()),
        passage("And " + slopes + " are equal as well:", along.slopes()));
  }

  // Closed forms

  private List<Passage> told(Solved solved) {
    List<Passage> passages = new ArrayList<>();
    String end = TexPrinter.print(step.horizon().orElseThrow());
    String start =
        "Step %s by the uniqueness of solutions: at $%s = 0$ both sides ".formatted(step.id(), end);
    boolean same = solved.start().size() == 1;
    if (!same) {
      passages.add(passage(start + "are equal:", solved.start()));
    }
    passages.add(
        passage(
            same
                ? start + are(solved.start().getFirst().expr()) + ". The left side moves by"
                : "The left side moves by",
            solved.moving()));
    passages.add(
        passage(
            "and the right side, as a function of $" + end + "$, by the same equation:",
            solved.form()));
    return passages;
  }

  private String are(Expr value) {
    boolean zero = value instanceof Expr.Literal l && l.value().signum() == 0;
    return zero ? "vanish" : "are $" + printer.print(value) + "$";
  }

  /** {@code $\theta = \theta_T$} where one name alone moves. */
  private Optional<String> state() {
    Set<Name> moving = step.scope().dynamics().map(d -> d.velocities().keySet()).orElse(Set.of());
    return moving.stream()
        .filter(name -> moving.size() == 1)
        .flatMap(name -> step.scope().variable(name, 0).stream())
        .map(variable -> new Expr.Ref(variable.name(), List.of(), variable.shape()))
        .map(now -> "$" + printer.print(now) + " = " + printer.print(then(now)) + "$")
        .findFirst();
  }

  private Expr then(Expr.Ref state) {
    return new Expr.At(state, new Expr.Ref(step.horizon().orElseThrow(), List.of(), Shape.SCALAR));
  }

  // Lines

  private Passage passage(String words, List<Line> lines) {
    return new Passage(words, lines.stream().map(this::line).toList());
  }

  private Passage.Line line(Line line) {
    String math = printer.print(line.expr());
    return line.reason().isEmpty()
        ? Passage.Line.first(math)
        : new Passage.Line(TexPrinter.print(line.relation()), math, words(line.because()));
  }

  /** As a remark begins: {@code by the chain rule}, {@code since a square is not negative}. */
  private static String words(String reason) {
    boolean several = reason.contains("rule, ") || reason.contains(", rearranging");
    List<String> all =
        several ? Stream.of(reason.split(", ")).distinct().toList() : List.of(reason);
    List<String> first = all.subList(0, Math.min(all.size(), MOST_REASONS));
    String told = String.join(", ", first) + (all.size() > first.size() ? " and more" : "");
    return told.startsWith("by ") || told.startsWith("since ")
        ? told
        : (told.endsWith("rule") ? "by the " : "by ") + told;
  }
}
