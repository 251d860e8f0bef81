package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Expectation;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.problem.Problem;
import dev.hence.read.elaborate.Elaboration.Approached;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Refusal;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of one display in their order. */
final class LineList {
  private final List<Line> lines = new ArrayList<>();
  private final String id;
  private final Expectation expectation;

  /**
   * @param number of the display
   */
  LineList(int number, boolean refuted) {
    this.id = "#" + number;
    this.expectation = refuted ? Expectation.refutedIn(number) : Expectation.HOLDS;
  }

  List<Line> toList() {
    return List.copyOf(lines);
  }

  void none(Clause clause) {
    none(clause.span());
  }

  void none(Span span) {
    add(new Statement.NoStatement(id, Optional.empty(), span, "no statement"));
  }

  void given(Span span, String what, Definition d, Scope scope) {
    given(span, what, Givens.left(d), d.lambda().body(), scope);
  }

  void given(Span span, String what, Expr left, Expr right, Scope scope) {
    add(new Statement.Given(id, Optional.empty(), span, what, left, right, scope));
  }

  /** A claim about a limit. */
  void approaching(
      Span span,
      Kind kind,
      Relation relation,
      Approached a,
      List<Condition> conditions,
      Scope scope) {
    Statement.Step step = step(span, a.sides(), relation, conditions, scope);
    add(a.approach().map(x -> step.approaching(kind, relation, x)).orElse(step));
  }

  void claim(Span span, Sides sides, Relation relation, List<Condition> conditions, Scope scope) {
    add(step(span, sides, relation, conditions, scope));
  }

  private Statement.Step step(
      Span span, Sides sides, Relation relation, List<Condition> conditions, Scope scope) {
    return new Statement.Step(
        id,
        Optional.empty(),
        span,
        kind(relation),
        Optional.empty(),
        sides.left(),
        relation,
        sides.right(),
        conditions,
        scope,
        Trial.EMPTY,
        expectation);
  }

  private static Kind kind(Relation relation) {
    if (relation == Relation.APPROXIMATELY) {
      return Kind.APPROXIMATION;
    }
    return relation.isInequality() ? Kind.INEQUALITY : Kind.POINTWISE;
  }

  void unread(Span span, String what) {
    refuse(span, List.of(new Refusal.NoMeaning(span, what)));
  }

  void refuse(Span span, List<Refusal> refusals) {
    Refusal first = refusals.getFirst();
    Problem problem = Problem.of(first.id(), first.span(), first.words(), "");
    lines.add(new Line(unread(span, problem), Optional.of(first)));
  }

  /** A line about which the author is asked. */
  void ask(Span span, Problem problem) {
    add(unread(span, problem));
  }

  private Statement.Unread unread(Span span, Problem problem) {
    return new Statement.Unread(id, Optional.empty(), span, problem, expectation);
  }

  private void add(Statement statement) {
    lines.add(new Line(statement, Optional.empty()));
  }
}
