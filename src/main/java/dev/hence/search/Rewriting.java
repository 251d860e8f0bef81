package dev.hence.search;

import dev.hence.claim.Approach;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.expr.TexPrinter;
import dev.hence.verdict.Edit.Change;
import dev.hence.verdict.Edit.Part;
import java.util.ArrayList;
import java.util.List;

/** The parts of a step that an edit writes anew, as LaTeX. */
public final class Rewriting {
  private Rewriting() {}

  /**
   * What differs between a step and the step that it is to be. Nothing is known of steps that
   * compare their sides in a limit: their sides do not stand in the document as they are held.
   */
  public static List<Change> of(Statement.Step step, Statement.Step mended) {
    if (step.approach().isPresent()) {
      return List.of();
    }
    TexPrinter printer = new TexPrinter(new ScopeNotation(mended.scope()));
    List<Change> changes = new ArrayList<>();
    if (!mended.left().equals(step.left())) {
      changes.add(new Change(Part.LEFT, printer.print(mended.left())));
    }
    if (mended.approach().isEmpty() && mended.relation() != step.relation()) {
      changes.add(new Change(Part.RELATION, TexPrinter.print(mended.relation())));
    }
    String order = mended.approach().map(a -> order(mended, a, printer)).orElse("");
    if (!mended.right().equals(step.right()) || !order.isEmpty()) {
      String right = printer.print(mended.right());
      changes.add(new Change(Part.RIGHT, order.isEmpty() ? right : join(mended, right, order)));
    }
    return changes;
  }

  private static String order(Statement.Step step, Approach approach, TexPrinter printer) {
    String letter = approach.strength() == Approach.Strength.BIG ? "O" : "o";
    return step.relation() == Relation.EQUAL
        ? letter + "(" + printer.print(approach.gauge()) + ")"
        : "";
  }

  private static String join(Statement.Step step, String right, String order) {
    boolean alone = step.right() instanceof Expr.Literal l && l.value().signum() == 0;
    return alone ? order : right + " + " + order;
  }
}
