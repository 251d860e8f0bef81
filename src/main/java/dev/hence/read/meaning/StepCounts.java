package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Font;
import dev.hence.read.math.Syntax;

/**
 * Letters that count steps: S of {@code \theta_S}, where a step makes θ_s and nothing else is known
 * of S. They are sizes, not labels.
 */
final class StepCounts {
  private final Context context;

  private StepCounts(Context context) {
    this.context = context;
  }

  /** Notes those of a statement, so that they are sizes wherever else they stand. */
  static void register(Clause clause, Context context) {
    StepCounts counts = new StepCounts(context);
    clause.first().ifPresent(counts::visit);
    clause.links().forEach(link -> counts.visit(link.operand()));
  }

  private void visit(Syntax syntax) {
    for (Syntax.Scripted scripted : Pieces.scripted(syntax)) {
      Written.of(scripted).ifPresent(this::visit);
    }
  }

  private void visit(Written w) {
    boolean labelled =
        Written.labelled(w.primed(), w.sub(), w.sup()).filter(n -> context.knows(n, 0)).isPresent();
    if (labelled) {
      return;
    }
    if (isIterate(w.primed())) {
      w.sub().ifPresent(this::letters);
    }
    w.sup()
        .filter(sup -> !Powers.isTransposeMark(sup))
        .filter(sup -> isIterate(Indexed.superscriptName(w.primed(), Indexed.fence(sup))))
        .ifPresent(this::letters);
  }

  private boolean isIterate(Name name) {
    Name next = dev.hence.read.iteration.Step.next(name);
    return context.definition(next, 1).isPresent()
        || context.definition(next, 2).isPresent()
        || context.definition(next, 3).isPresent();
  }

  private void letters(Syntax script) {
    boolean unknown =
        script instanceof Syntax.Name n
            && n.base().matches("[A-Za-z]")
            && n.font() == Font.PLAIN
            && n.accents().isEmpty()
            && !context.isLetter(n.key())
            && !context.knows(new Name(n.key()), 0)
            && !context.isSize(n.key());
    if (unknown) {
      context.ledger().size(((Syntax.Name) script).key());
    }
    Pieces.children(script).forEach(this::letters);
  }
}
