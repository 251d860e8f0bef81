package dev.hence.proof;

import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.expr.SizeForm;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The set on which the equations hold that a statement presupposes, and whether a number is 0 on a
 * whole branch of it. Equations are solved for letters that have a coefficient which is never 0, so
 * that the set is the graph of what they are equal to, and an analytic number is 0 on a null set of
 * it or everywhere.
 */
public final class PremiseSet {
  private final Translation translation;
  private final NormalForm form;
  private final List<Term> premises = new ArrayList<>();

  private PremiseSet(Statement.Step step) {
    this.translation = new Translation(step);
    this.form =
        new NormalForm(new Facts(step.scope(), step.horizon()), translation.free().values());
    Stream.concat(step.scope().assumptions().stream(), step.conditions().stream())
        .filter(PremiseSet::isEquation)
        .map(c -> form.closed(translation.premise(c).difference()))
        .filter(premise -> !Terms.any(premise, Term.Over.class::isInstance))
        .forEach(premises::add);
  }

  /** Whether it is an equation of real numbers. */
  private static boolean isEquation(Condition c) {
    boolean integers =
        SizeForm.of(c.left()).isPresent()
            && SizeForm.of(c.right()).isPresent()
            && !(c.left() instanceof Expr.Ref);
    return c.relation() == Relation.EQUAL && c.left().shape().isScalar() && !integers;
  }

  /**
   * Whether an analytic number that is not 0 everywhere is 0 on no branch of the set. Where the
   * premises cannot be put in components, nothing is known of the set, and they are left out. So
   * are those with sums over members, for which no letter can be solved.
   */
  public static boolean hasNoBranch(Statement.Step step, Condition nonzero) {
    try {
      PremiseSet set = new PremiseSet(step);
      return set.premises.isEmpty()
          || set.hasNoBranch(set.form.closed(set.translation.premise(nonzero).difference()));
    } catch (Refused untranslated) {
      return true;
    } catch (ArithmeticException tooLarge) {
      return false;
    }
  }

  private boolean hasNoBranch(Term number) {
    Term left = number;
    List<Term> open = new ArrayList<>(premises);
    for (int k = 0; k < open.size(); k++) {
      Optional<Term.Variable> name = solvable(open.get(k));
      if (name.isPresent()) {
        Term value = value(open.remove(k), name.get());
        left = form.closed(Terms.replaced(left, name.get(), value));
        open.replaceAll(p -> form.closed(Terms.replaced(p, name.get(), value)));
        open.removeIf(Term.ZERO::equals);
        k = -1;
      }
    }
    if (!isAnalytic(left)) {
      return isNonzero(left);
    }
    if (open.isEmpty()) {
      return !form.of(left).isZero();
    }
    return open.size() == 1
        && isAnalytic(open.getFirst())
        && isProductOffBranches(left, open.getFirst());
  }

  /** Whether no root, absolute value or case may make it 0 on one part of the set alone. */
  private boolean isAnalytic(Term term) {
    return !Terms.any(
        term,
        t ->
            switch (t) {
              case Term.Opaque o -> !o.parts().isEmpty();
              case Term.Elementary e ->
                  e.function() == ElementaryFunction.SQRT && !isNonzero(e.argument());
              default -> false;
            });
  }

  /** A letter that stands in one summand alone, by itself or times what is never 0. */
  private Optional<Term.Variable> solvable(Term premise) {
    for (Summand s : form.of(premise).summands()) {
      for (Factor f : s.monomial().factors()) {
        if (f.atom() instanceof Term.Variable v
            && f.exponent() == 1
            && s.monomial().letters().isEmpty()
            && count(premise, v) == 1
            && s.monomial().factors().stream().allMatch(g -> g.equals(f) || isNonzero(g.atom()))) {
          return Optional.of(v);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isNonzero(Term term) {
    return new Bounds(form).isNonzero(term);
  }

  private static int count(Term term, Term part) {
    return (term.equals(part) ? 1 : 0)
        + Terms.children(term).stream().mapToInt(t -> count(t, part)).sum();
  }

  /** What a letter is equal to in an equation that is linear in it. */
  private Term value(Term premise, Term.Variable name) {
    Term rest = Terms.replaced(premise, name, Term.ZERO);
    Term slope = Term.minus(Terms.replaced(premise, name, Term.ONE), rest);
    return form.closed(
        new Term.Product(List.of(Term.of(-1), rest, new Term.Power(form.closed(slope), -1))));
  }

  /**
   * Whether each factor of a product is a letter b, and where it is 0 the equation is left with one
   * that never holds, or whose zeros are regular: near them the set is a surface that b = 0 cuts.
   */
  private boolean isProductOffBranches(Term number, Term premise) {
    List<Summand> summands = form.of(number).summands();
    return summands.size() == 1
        && summands.getFirst().monomial().letters().isEmpty()
        && summands.getFirst().monomial().factors().stream()
            .allMatch(f -> isNonzero(f.atom()) || isOffBranches(f.atom(), premise));
  }

  private boolean isOffBranches(Term factor, Term premise) {
    if (!(factor instanceof Term.Variable)) {
      return false;
    }
    Term rest;
    try {
      rest = form.closed(Terms.replaced(premise, factor, Term.ZERO));
    } catch (Refused dividedByZero) {
      return dividedByZero.reason() == Refused.Reason.DIVISION_BY_ZERO;
    }
    List<Summand> summands = form.of(rest).summands();
    if (summands.isEmpty()) {
      return false;
    }
    return isNonzero(rest)
        || solvable(rest).isPresent()
        || (summands.size() == 1
            && summands.getFirst().monomial().letters().isEmpty()
            && summands.getFirst().monomial().factors().stream()
                .allMatch(f -> f.atom() instanceof Term.Variable && f.exponent() == 1));
  }
}
