package dev.hence.argument;

import dev.hence.claim.Definition;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Statement;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/** The places of definitions and dynamics in a document, by the ids of its statements. */
public final class Sources {
  private final List<Statement> statements;

  public Sources(List<Statement> statements) {
    this.statements = List.copyOf(statements);
  }

  /** The equations that stand before a step. */
  List<Earlier.Equation> before(Statement.Step step) {
    return Earlier.before(step, statements);
  }

  Optional<String> of(Definition definition) {
    return at(definition.span());
  }

  Optional<String> of(Dynamics dynamics) {
    return at(dynamics.span());
  }

  private Optional<String> at(Span span) {
    return statements.stream()
        .filter(s -> s instanceof Statement.Given && overlap(s.span(), span))
        .map(Statement::id)
        .filter(id -> !id.startsWith("#"))
        .findFirst();
  }

  private static boolean overlap(Span a, Span b) {
    return a.start() < b.end() && b.start() < a.end();
  }
}
