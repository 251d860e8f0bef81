package dev.hence.read.role;

import dev.hence.claim.Decimals;
import dev.hence.claim.Definition;
import dev.hence.claim.Expectation;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.problem.Problem;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.role.Moments.Timed;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The lines of one display in their order. */
final class LineList {
  private final List<Line> lines = new ArrayList<>();
  private final int number;
  private final RowNames names;
  private final Manner manner;
  private final Expectation expectation;

  /**
   * @param number of the display
   */
  LineList(int number, RowNames names, Steering steering) {
    this(
        number,
        names,
        steering.manner(),
        steering.says(Steering.Word.EXPECT_REFUTED)
            ? Expectation.refutedIn(number)
            : Expectation.HOLDS);
  }

  private LineList(int number, RowNames names, Manner manner, Expectation expectation) {
    this.number = number;
    this.names = names;
    this.manner = manner;
    this.expectation = expectation;
  }

  private String id(Span span) {
    return names.at(span).orElse("#" + number);
  }

  /** An empty list for the same display, whose claims are noted to be special. */
  LineList noting(String note) {
    return new LineList(number, names, manner.noting(note), expectation);
  }

  int size() {
    return lines.size();
  }

  /** Whether all lines from one on could be read. */
  boolean areReadFrom(int first) {
    return lines.stream().skip(first).noneMatch(l -> l.statement() instanceof Statement.Unread);
  }

  /** Puts the lines of another list in place of those from one on. */
  void replaceFrom(int first, LineList other) {
    lines.subList(first, lines.size()).clear();
    lines.addAll(other.lines);
  }

  List<Line> toList() {
    return List.copyOf(lines);
  }

  void none(Span span, String why) {
    add(new Statement.NoStatement(id(span), names.at(span), span, why));
  }

  void given(Span span, String what, Definition d, Scope scope) {
    given(span, what, Givens.left(d), d.lambda().body(), scope);
  }

  void given(Span span, String what, Expr left, Expr right, Scope scope) {
    add(new Statement.Given(id(span), names.at(span), span, what, left, right, scope));
  }

  /**
   * A claim.
   *
   * @param otherwise in what other way it may be meant
   */
  void claim(
      Span span,
      Timed timed,
      Relation relation,
      Kind kind,
      Under under,
      Scope scope,
      Optional<Statement.Otherwise> otherwise) {
    Statement.Step step =
        new Statement.Step(
            id(span),
            names.at(span),
            span,
            kind,
            timed.horizon(),
            timed.sides().left(),
            relation,
            timed.sides().right(),
            under.all(),
            under.excluded(),
            scope,
            manner.trial(),
            round(kind, timed),
            timed.approach(),
            notes(timed, scope),
            otherwise,
            expectation);
    add(step);
  }

  /** What is said of rounding in general is said of numbers in decimals, and of ≈. */
  private OptionalInt round(Kind kind, Timed timed) {
    boolean rounds =
        kind == Kind.APPROXIMATION || Decimals.in(timed.sides().left(), timed.sides().right());
    return manner.round().isPresent() || !rounds ? manner.round() : manner.rounding();
  }

  private List<String> notes(Timed timed, Scope scope) {
    List<String> notes = new ArrayList<>(manner.notes());
    notes.addAll(StepNotes.of(timed, scope));
    return notes;
  }

  void unread(Span span, String what) {
    refuse(span, List.of(new Refusal.NoMeaning(span, what)));
  }

  void refuse(Span span, List<Refusal> refusals) {
    Refusal first = refusals.getFirst();
    Problem problem = Problem.of(first.id(), first.span(), first.words(), first.help());
    lines.add(new Line(unread(span, problem), Optional.of(first)));
  }

  /** A line about which the author is asked. */
  void ask(Span span, Problem problem) {
    add(unread(span, problem));
  }

  private Statement.Unread unread(Span span, Problem problem) {
    return new Statement.Unread(id(span), names.at(span), span, problem, expectation);
  }

  private void add(Statement statement) {
    lines.add(new Line(statement, Optional.empty()));
  }
}
