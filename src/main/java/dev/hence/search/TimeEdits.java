package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.UnicodePrinter;
import java.util.List;

/** The start for the end of a trajectory, and the other way. */
final class TimeEdits implements Editor {
  private final Statement.Step step;
  private final UnicodePrinter printer;

  TimeEdits(Statement.Step step, UnicodePrinter printer) {
    this.step = step;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    if (step.horizon().isEmpty()) {
      return;
    }
    Expr end = new Expr.Ref(step.horizon().get(), List.of(), Shape.SCALAR);
    switch (spot.node()) {
      case Expr.At a -> {
        Expr other = a.time().equals(Forms.ZERO) ? end : Forms.ZERO;
        Expr changed = new Expr.At(a.body(), other);
        String what = "take " + printer.print(a.body()) + " at time " + printer.print(other);
        offers.offer(Rank.TOKEN, what, changed);
      }
      case Expr.Literal l when l.equals(Forms.ZERO) && !spot.isSide() ->
          offers.offer(Rank.TOKEN, "write " + printer.print(end) + " for 0", end);
      default -> {}
    }
  }
}
