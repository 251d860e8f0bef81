package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the statements of a display, in their order. */
final class Listing {
  private final DisplayReader.Manner manner;
  private final List<Statement> statements = new ArrayList<>();

  Listing(DisplayReader.Manner manner) {
    this.manner = manner;
  }

  List<Statement> statements() {
    return List.copyOf(statements);
  }

  void add(Statement.Step step) {
    statements.add(step);
  }

  /** What states nothing. */
  void none(Part part, String why) {
    none(part, why, part.clause().span());
  }

  void none(Part part, String why, Span span) {
    Optional<String> label = manner.ids().label(part.row());
    statements.add(new Statement.NoStatement(manner.ids().next(label), label, span, why));
  }

  /** What is assumed. */
  void given(Part part, Expr left, Expr right, String what, Span span, Scope scope) {
    Optional<String> label = manner.ids().label(part.row());
    statements.add(
        new Statement.Given(manner.ids().next(label), label, span, what, left, right, scope));
  }

  void given(Part part, Definition definition, String what, Span span, Scope scope) {
    Lambda lambda = definition.lambda();
    List<Expr> indices =
        lambda.indices().stream().map(letter -> (Expr) new Expr.Index(letter)).toList();
    List<Expr> arguments =
        lambda.parameters().stream()
            .map(p -> (Expr) new Expr.Ref(p.name(), List.of(), p.shape()))
            .toList();
    Expr name =
        arguments.isEmpty()
            ? new Expr.Ref(definition.name(), indices, definition.shape())
            : new Expr.Call(definition.name(), indices, arguments, List.of(), definition.shape());
    given(part, name, lambda.body(), what, span, scope);
  }

  /** What cannot be read. */
  void fail(Misread misread, Span span, Part part) {
    manner.problems().report(misread.problem());
    Optional<String> label = manner.ids().label(part.row());
    statements.add(
        new Statement.Unread(
            manner.ids().next(label), label, span, misread.problem(), manner.expectation()));
  }
}
