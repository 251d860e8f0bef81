package dev.hence.search;

import dev.hence.claim.Approach;
import dev.hence.claim.ApproachTex;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.expr.TexPrinter;
import dev.hence.expr.Trees;
import dev.hence.verdict.Edit.Change;
import dev.hence.verdict.Edit.Part;
import dev.hence.verdict.Edit.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The parts of a step that an edit writes anew, as LaTeX. */
public final class Rewriting {
  private Rewriting() {}

  /** What of a step an edit changes; nothing is known of it in a limit. */
  public static Optional<Token> token(Statement.Step step, Candidate candidate) {
    if (step.approach().isPresent()) {
      return Optional.empty();
    }
    TexPrinter printer = new TexPrinter(new ScopeNotation(step.scope()));
    if (candidate.change().isEmpty()) {
      return Optional.of(new Token(Part.RELATION, TexPrinter.print(step.relation()), 0, 1));
    }
    Candidate.Change change = candidate.change().get();
    String tex = printer.print(change.old());
    List<Expr> alike = new ArrayList<>();
    Trees.walk(
        change.right() ? step.right() : step.left(),
        node -> {
          if (node.equals(change.old())) {
            alike.add(node);
          }
        });
    int occurrence =
        IntStream.range(0, alike.size())
            .filter(k -> isSame(alike.get(k), change.old()))
            .findFirst()
            .orElse(0);
    Part part = change.right() ? Part.RIGHT : Part.LEFT;
    return Optional.of(new Token(part, tex, occurrence, alike.size()));
  }

  /** The very node, not one that is written alike. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Expr one, Expr other) {
    return one == other;
  }

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
