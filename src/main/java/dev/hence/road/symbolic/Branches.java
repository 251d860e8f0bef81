package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.Map;

/**
 * select(u, a, b) as (a + b)/2 + σ(a − b)/2 with the sign σ of u.
 *
 * <p>Not if a branch divides by what may vanish where that branch is not taken, as by x + |x|:
 * multiplied out, such a divisor would hide the other branch.
 */
final class Branches {
  private final Canonical canonical;
  private final Signs signs;
  private final Map<Term, Boolean> signed = new HashMap<>();
  private final Map<Term, Boolean> dividing = new HashMap<>();

  Branches(Canonical canonical, Signs signs) {
    this.canonical = canonical;
    this.signs = signs;
  }

  /**
   * @param sigma the sign of u, which is not known
   * @throws TooLarge if the term has to stay whole
   */
  Term select(Fraction sigma, Term above, Term below) {
    if (dividesBySign(above) || dividesBySign(below)) {
      throw new TooLarge();
    }
    Terms t = canonical.terms();
    Term half = t.constant(Rational.of(1, 2));
    Term sign = canonical.term(sigma);
    return t.sum(
        t.product(half, t.sum(above, below)), t.product(half, sign, t.minus(above, below)));
  }

  private boolean dividesBySign(Term term) {
    Boolean known = dividing.get(term);
    if (known == null) {
      boolean here =
          switch (term) {
            case Term.Symbol s -> canonical.isInverse(s) && hasSign(s);
            case Term.Power p -> p.exponent().signum() < 0 && hasSign(p.base());
            case Term other -> false;
          };
      known = here || term.children().stream().anyMatch(this::dividesBySign);
      dividing.put(term, known);
    }
    return known;
  }

  /** Whether the value of a term over atoms hangs on an unknown sign. */
  boolean hasSign(Term term) {
    Boolean known = signed.get(term);
    if (known == null) {
      Term definition = term instanceof Term.Symbol s ? canonical.definitions().get(s) : null;
      known =
          (term instanceof Term.Symbol s && signs.isSign(s))
              || (definition != null && hasSign(definition))
              || term.children().stream().anyMatch(this::hasSign);
      signed.put(term, known);
    }
    return known;
  }
}
