package dev.hence.report;

import dev.hence.claim.ApproachText;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Relation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements and definitions on one line, as they were understood. */
public final class StatementText {
  /** What opens and closes a display. */
  private static final Pattern DELIMITERS =
      Pattern.compile("^(?:\\$\\$|\\\\\\[|`{3,}\\s*math\\b)|(?:\\$\\$|\\\\\\]|`{3,})$");

  private StatementText() {}

  /** The statement; one that was not understood as it was written. */
  public static String of(Statement statement, SourceText source) {
    return switch (statement) {
      case Statement.Step step -> of(step);
      case Statement.Given given ->
          printer(given.scope()).print(given.left(), Relation.EQUAL, given.right());
      case Statement.NoStatement none -> written(none, source);
      case Statement.Unread unread -> written(unread, source);
    };
  }

  private static String of(Statement.Step step) {
    UnicodePrinter printer = printer(step.scope());
    String relation =
        step.approach()
            .map(approach -> ApproachText.of(step, approach, printer))
            .orElseGet(() -> printer.print(step.left(), step.relation(), step.right()));
    String conditions =
        step.conditions().stream().map(printer::print).collect(Collectors.joining(", "));
    String rounded = step.tolerance().isEmpty() ? "" : " to " + decimals(step.round().getAsInt());
    return relation + rounded + (conditions.isEmpty() ? "" : " if " + conditions);
  }

  static String decimals(int count) {
    return count + (count == 1 ? " decimal" : " decimals");
  }

  /** {@code f(x; θ) = …}. */
  public static String of(Definition definition, Scope scope) {
    return printer(scope).print(head(definition), Relation.EQUAL, definition.lambda().body());
  }

  private static Expr head(Definition definition) {
    Lambda lambda = definition.lambda();
    List<Expr> indices = new ArrayList<>();
    lambda.indices().forEach(letter -> indices.add(new Expr.Index(letter)));
    List<Expr> arguments = new ArrayList<>();
    lambda.parameters().forEach(p -> arguments.add(new Expr.Ref(p.name(), List.of(), p.shape())));
    return arguments.isEmpty()
        ? new Expr.Ref(definition.name(), indices, definition.shape())
        : new Expr.Call(definition.name(), indices, arguments, List.of(), definition.shape());
  }

  private static String written(Statement statement, SourceText source) {
    String text = source.slice(statement.span()).strip();
    return DELIMITERS.matcher(text).replaceAll("").strip().replaceAll("\\s+", " ");
  }

  private static UnicodePrinter printer(Scope scope) {
    return new UnicodePrinter(new ScopeNotation(scope));
  }
}
