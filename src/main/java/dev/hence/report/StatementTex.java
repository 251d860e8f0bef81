package dev.hence.report;

import dev.hence.claim.Approach;
import dev.hence.claim.Kind;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.expr.TexPrinter;
import dev.hence.expr.Trees;
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
            .map(approach -> approaching(step, approach, printer))
            .orElseGet(() -> printer.print(step.left(), step.relation(), step.right()));
    String conditions =
        step.conditions().stream().map(printer::print).collect(Collectors.joining(", "));
    String rounded =
        step.tolerance().isEmpty()
            ? ""
            : " \\quad\\text{to " + StatementText.decimals(step.round().getAsInt()) + "}";
    return relation + rounded + (conditions.isEmpty() ? "" : " \\quad\\text{if } " + conditions);
  }

  private static String approaching(Statement.Step step, Approach approach, TexPrinter printer) {
    String left = printer.print(step.left());
    String right = printer.print(step.right());
    String goes = goes(approach, printer);
    if (step.kind() == Kind.LIMIT) {
      String limit = "\\lim_{" + goes + "} ";
      return limit(step.left(), approach, limit, left)
          + " = "
          + limit(step.right(), approach, limit, right);
    }
    String sides =
        switch (approach.strength()) {
          case BIG -> landau(step, approach, printer, "O");
          case LITTLE -> landau(step, approach, printer, "o");
          case NEAR -> left + " \\approx " + right;
        };
    return sides + " \\quad\\text{as } " + goes;
  }

  /** The limit of a side, which is the side itself where it does not move. */
  private static String limit(Expr side, Approach approach, String limit, String text) {
    return Trees.any(side, approach.parameter()::equals) ? limit + grouped(side, text) : text;
  }

  private static String landau(
      Statement.Step step, Approach approach, TexPrinter printer, String letter) {
    boolean alone = step.right() instanceof Expr.Literal l && l.value().signum() == 0;
    return printer.print(step.left())
        + approach.remainder().map(r -> " + O(" + printer.print(r) + ")").orElse("")
        + " = "
        + (alone ? "" : printer.print(step.right()) + " + ")
        + letter
        + "("
        + printer.print(approach.gauge())
        + ")";
  }

  private static String goes(Approach approach, TexPrinter printer) {
    String target =
        switch (approach.target()) {
          case Approach.Value v -> printer.print(v.value()) + side(v.side());
          case Approach.Infinity i -> i.positive() ? "\\infty" : "-\\infty";
        };
    return printer.print(approach.parameter()) + " \\to " + target;
  }

  private static String side(Approach.Side side) {
    return switch (side) {
      case BOTH -> "";
      case ABOVE -> "^+";
      case BELOW -> "^-";
    };
  }

  private static String grouped(Expr side, String text) {
    return side instanceof Expr.Add ? "\\left(" + text + "\\right)" : text;
  }
}
