package dev.hence.report;

import dev.hence.claim.ApproachTex;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Relation;
import dev.hence.expr.TexPrinter;
import dev.hence.text.SourceText;
import java.util.stream.Collectors;

/** Statements as LaTeX on one line, as they were understood. */
public final class StatementTex {
  private StatementTex() {}

  /** The statement, to be set in a display; one that was not understood as it was written. */
  public static String of(Statement statement, SourceText source) {
    return switch (statement) {
      case Statement.Step step -> of(step);
      case Statement.Given given ->
          new TexPrinter(new ScopeNotation(given.scope()))
              .print(given.left(), Relation.EQUAL, given.right());
      case Statement.NoStatement none -> StatementText.of(none, source);
      case Statement.Unread unread -> StatementText.of(unread, source);
    };
  }

  private static String of(Statement.Step step) {
    TexPrinter printer = new TexPrinter(new ScopeNotation(step.scope()));
    String relation =
        step.approach()
            .map(approach -> ApproachTex.of(step, approach, printer))
            .orElseGet(() -> printer.print(step.left(), step.relation(), step.right()));
    String conditions =
        step.conditions().stream().map(printer::print).collect(Collectors.joining(", "));
    String rounded =
        step.tolerance().isEmpty()
            ? ""
            : " \\quad\\text{to " + StatementText.decimals(step.round().getAsInt()) + "}";
    return relation + rounded + (conditions.isEmpty() ? "" : " \\quad\\text{if } " + conditions);
  }
}
