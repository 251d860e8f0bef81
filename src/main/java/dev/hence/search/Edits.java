package dev.hence.search;

import dev.hence.claim.ApproachText;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Notation;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * The single edits that a slip of the pen would need undone: a sign, a factor, an index, a prime,
 * an argument, a transpose, a power, a sum, a term. The likeliest slip comes first.
 */
final class Edits {
  private static final int CHAINED = 5;

  private final Statement.Step step;
  private final UnicodePrinter printer;
  private final Pool pool;
  private final List<Editor> editors;
  private final List<Candidate> found = new ArrayList<>();

  private Edits(Statement.Step step, List<Statement.Step> beside, Notation notation) {
    this.step = step;
    this.printer = new UnicodePrinter(notation);
    this.pool = new Pool(step, beside);
    this.editors =
        List.of(
            new SignEdits(printer, step.relation() != Relation.EQUAL || Forms.isZero(step.right())),
            new FactorEdits(pool, printer),
            new TimeEdits(step, printer),
            new NameEdits(pool, printer),
            new CallEdits(pool, printer),
            new PowerEdits(printer),
            new MatrixEdits(pool, printer),
            new SumEdits(pool, printer),
            new SwapEdits(printer),
            new TermEdits(pool, printer));
  }

  /**
   * All candidates that say something, the likeliest first, of the right side before the left; a
   * claim of independence has none.
   */
  static List<Candidate> of(Statement.Step step, List<Statement.Step> beside, Notation notation) {
    if (step.kind() == Kind.INDEPENDENCE) {
      return List.of();
    }
    Edits edits = new Edits(step, beside, notation);
    edits.relation();
    edits.side(step.right(), true);
    edits.side(step.left(), false);
    return edits.ordered();
  }

  private List<Candidate> ordered() {
    Emptiness emptiness = new Emptiness(step);
    Set<List<Object>> seen = new HashSet<>();
    return found.stream()
        .sorted(Comparator.comparingInt(this::rank))
        .filter(
            c -> seen.add(List.of(c.mended().left(), c.mended().relation(), c.mended().right())))
        .filter(c -> !emptiness.of(c.mended()))
        .toList();
  }

  /** Derivatives that meet in a chain speak for an edit. */
  private int rank(Candidate candidate) {
    return candidate.rank() - (Chains.in(candidate.mended()) > Chains.in(step) ? CHAINED : 0);
  }

  /** A step on one line. */
  static String text(Statement.Step step, Notation notation) {
    UnicodePrinter printer = new UnicodePrinter(notation);
    return step.approach()
        .map(approach -> ApproachText.of(step, approach, printer))
        .orElseGet(() -> printer.print(step.left(), step.relation(), step.right()));
  }

  private void relation() {
    if (step.relation().isInequality()) {
      unstrict()
          .ifPresent(
              r ->
                  related(
                      Rank.RELATION, "write " + r.text() + " for " + step.relation().text(), r));
      related(Rank.TURNED, "turn the relation around", step.relation().mirrored());
    }
  }

  private void related(int rank, String what, Relation relation) {
    Statement.Step mended = step.with(step.left(), relation, step.right());
    found.add(new Candidate(rank, what, mended, Optional.empty(), false));
  }

  private Optional<Relation> unstrict() {
    return switch (step.relation()) {
      case LESS -> Optional.of(Relation.LESS_OR_EQUAL);
      case GREATER -> Optional.of(Relation.GREATER_OR_EQUAL);
      case EQUAL, NOT_EQUAL, APPROXIMATELY, LESS_OR_EQUAL, GREATER_OR_EQUAL -> Optional.empty();
    };
  }

  private void side(Expr side, boolean right) {
    visit(
        new Spot(
            side,
            Optional.empty(),
            0,
            right,
            pool.letters(),
            List.of(),
            changed ->
                right
                    ? step.with(step.left(), step.relation(), changed)
                    : step.with(changed, step.relation(), step.right())));
  }

  private void visit(Spot spot) {
    Expr node = spot.node();
    editors.forEach(editor -> editor.at(spot, new Here(spot)));
    List<Expr> parts = Trees.children(node);
    for (int k = 0; k < parts.size(); k++) {
      if (!isFixed(node, k)) {
        visit(spot.below(parts, k, others -> Trees.rebuilt(node, others)));
      }
    }
  }

  /**
   * Whether a part is changed with the whole only: indices, ranges, the names by which is
   * differentiated or substituted, times.
   */
  static boolean isFixed(Expr expr, int part) {
    return switch (expr) {
      case Expr.Ref r -> true;
      case Expr.SizeOf s -> true;
      case Expr.Call c -> part < c.indices().size();
      case Expr.Entry e -> part > 0;
      case Expr.Family f -> part < 2 * f.letters().size();
      case Expr.Sum s -> part < 2 + 2 * s.conditions().size();
      case Expr.Expectation e -> part < Trees.children(e).size() - 1;
      case Expr.Derivative d -> part == 1;
      case Expr.Substituted s -> part == 1;
      case Expr.At a -> part == 1;
      default -> false;
    };
  }

  /** Takes the edits of one place, if they fit there. */
  private final class Here implements Offers {
    private final Spot spot;

    Here(Spot spot) {
      this.spot = spot;
    }

    @Override
    public void offer(int rank, String what, Expr changed) {
      take(rank, what, changed, false);
    }

    @Override
    public void binding(int rank, String what, Expr changed) {
      take(rank, what, changed, true);
    }

    private void take(int rank, String what, Expr changed, boolean binds) {
      if (changed.equals(spot.node()) || !fits(changed)) {
        return;
      }
      Candidate.Change change = new Candidate.Change(spot.node(), changed, spot.right());
      int behind = spot.right() ? 0 : Rank.LEFT;
      found.add(
          new Candidate(
              rank + behind, what, spot.put().apply(changed), Optional.of(change), binds));
    }

    /** What has no shape, or another one, cannot be written here. */
    private boolean fits(Expr changed) {
      try {
        return changed.shape().equals(spot.node().shape());
      } catch (NoSuchElementException misfit) {
        return false;
      }
    }
  }
}
