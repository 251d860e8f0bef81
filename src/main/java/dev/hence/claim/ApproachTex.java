package dev.hence.claim;

import dev.hence.expr.Expr;
import dev.hence.expr.TexPrinter;
import dev.hence.expr.Trees;

/** Limits and orders in LaTeX; {@link ApproachText} says them in words. */
public final class ApproachTex {
  private ApproachTex() {}

  /** {@code e^\eta = 1 + \eta + O(\eta^2) \quad\text{as } \eta \to 0}. */
  public static String of(Statement.Step step, Approach approach, TexPrinter printer) {
    String goes = goes(approach, printer);
    if (step.kind() == Kind.LIMIT) {
      String limit = "\\lim_{" + goes + "} ";
      return limit(step.left(), approach, limit, printer)
          + " = "
          + limit(step.right(), approach, limit, printer);
    }
    String sides =
        switch (approach.strength()) {
          case BIG, LITTLE -> landau(step, approach, printer);
          case NEAR -> printer.print(step.left()) + " \\approx " + printer.print(step.right());
        };
    return sides + " \\quad\\text{as } " + goes;
  }

  /** The limit of a side, which is the side itself where it does not move. */
  private static String limit(Expr side, Approach approach, String limit, TexPrinter printer) {
    String text = printer.print(side);
    return Trees.any(side, approach.parameter()::equals) ? limit + grouped(side, text) : text;
  }

  private static String grouped(Expr side, String text) {
    return side instanceof Expr.Add ? "\\left(" + text + "\\right)" : text;
  }

  private static String landau(Statement.Step step, Approach approach, TexPrinter printer) {
    return printer.print(step.left())
        + approach.remainder().map(r -> " + O(" + printer.print(r) + ")").orElse("")
        + " = "
        + right(step, approach, printer);
  }

  /** The right side with the order of what it leaves out: {@code 1 + \eta + O(\eta^2)}. */
  public static String right(Statement.Step step, Approach approach, TexPrinter printer) {
    String letter = approach.strength() == Approach.Strength.BIG ? "O" : "o";
    String order = letter + "(" + printer.print(approach.gauge()) + ")";
    boolean alone = step.right() instanceof Expr.Literal l && l.value().signum() == 0;
    return alone ? order : printer.print(step.right()) + " + " + order;
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
}
