package dev.hence.search;

import dev.hence.claim.Approach;
import dev.hence.claim.ApproachTex;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Relation;
import dev.hence.expr.TexPrinter;
import dev.hence.verdict.Edit.Change;
import dev.hence.verdict.Edit.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Optional<Approach> approach =
        mended.approach().filter(a -> mended.relation() == Relation.EQUAL);
    if (approach.isPresent() || !mended.right().equals(step.right())) {
      String right =
          approach
              .map(a -> ApproachTex.right(mended, a, printer))
              .orElseGet(() -> printer.print(mended.right()));
      changes.add(new Change(Part.RIGHT, right));
    }
    return changes;
  }
}
