package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names whose defining equation could not be read. They are no free variables: what speaks of one
 * cannot be read either, and a second equation for one is no definition.
 */
final class LostNames {
  private final Set<Name> names = new HashSet<>();

  /** Loses the name on the left of an equation, if nothing is known of it. */
  void lose(Syntax left, Context context) {
    Syntax head = left instanceof Syntax.Product p ? p.factors().getFirst().value() : left;
    Written.of(head)
        .filter(w -> !isKnown(w, context))
        .filter(w -> !new References(context).isExponentialBase(w))
        .ifPresent(w -> names.add(whole(w)));
  }

  /**
   * @throws Misread if the name is a lost one
   */
  void refuse(Written w, Span span) {
    for (Name name : List.of(whole(w), w.primed())) {
      if (names.contains(name)) {
        throw new Misread(
            ProblemId.UNKNOWN_NAME,
            span,
            "`" + name + "` has no meaning here: what says what it is could not be read",
            "see the problem there");
      }
    }
  }

  /** A letter is not lost where it is known, be it as a family or as a function. */
  private static boolean isKnown(Written w, Context context) {
    boolean plain =
        context.knows(w.primed(), 0)
            || context.knows(w.primed(), 1)
            || context.knows(w.primed(), 2);
    return plain || context.isLetter(w.primed().latex()) || context.knows(whole(w), 0);
  }

  /** The name with its scripts as a label, or without them where they are none. */
  private static Name whole(Written w) {
    boolean power =
        w.sub().isEmpty() && w.sup().filter(Syntax.Numeral.class::isInstance).isPresent();
    Optional<Name> labelled =
        power ? Optional.empty() : Written.labelled(w.primed(), w.sub(), w.sup());
    return labelled.orElse(w.primed());
  }
}
