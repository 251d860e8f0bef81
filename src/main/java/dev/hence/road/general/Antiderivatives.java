package dev.hence.road.general;

import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import dev.hence.proof.Time;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Functions of which an integral in a goal may be the change: where a partial derivative of F(u(s))
 * is integrated over s, that may be F(u(s)) itself.
 */
final class Antiderivatives {
  private Antiderivatives() {}

  /** As the integrals in which they would stand, each with both signs. */
  static SequencedSet<Term.Integral> in(Term goal) {
    SequencedSet<Term.Integral> found = new LinkedHashSet<>();
    collect(goal, found);
    return found;
  }

  private static void collect(Term term, SequencedSet<Term.Integral> found) {
    if (term instanceof Term.Integral integral) {
      functions(integral, integral.body(), found);
    }
    Terms.children(term).forEach(part -> collect(part, found));
  }

  private static void functions(
      Term.Integral integral, Term term, SequencedSet<Term.Integral> found) {
    if (term instanceof Term.Function f && speaksOf(f, integral.variable())) {
      for (int k = 0; k < f.partials().size(); k++) {
        List<Term.Partial> fewer = new ArrayList<>(f.partials());
        fewer.remove(k);
        Term g = new Term.Function(f.name(), f.indices(), fewer, f.arguments(), f.entry());
        found.add(over(integral, new Term.Product(List.of(Term.of(-1), g))));
        found.add(over(integral, g));
      }
    }
    Terms.children(term).forEach(part -> functions(integral, part, found));
  }

  private static Term.Integral over(Term.Integral integral, Term body) {
    return new Term.Integral(integral.variable(), integral.lower(), integral.upper(), body);
  }

  private static boolean speaksOf(Term term, String variable) {
    Time running = new Time.Running(variable);
    return Terms.any(term, t -> t instanceof Term.Clock c && c.time().equals(running));
  }
}
