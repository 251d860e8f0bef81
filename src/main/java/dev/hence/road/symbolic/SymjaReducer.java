package dev.hence.road.symbolic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Lets Symja reduce left − right to 0. Only its literal 0 counts, and none of its functions that pick
 * a branch is used ({@code PowerExpand}, {@code PossibleZeroQ}, {@code FullSimplify}).
 *
 * <p>May be used by several threads at once. Only classes whose names begin with Symja know Symja.
 */
public final class SymjaReducer {
  private static final double MOST_TERMS = 60_000;
  private static final double MOST_SHOWN = 60;

  private final Terms terms;

  SymjaReducer(Terms terms) {
    this.terms = terms;
  }

  /** What Symja is to do with an expression. */
  private interface Work {
    IExpr apply(EvalEngine engine, SymjaForm symja);
  }

  /** Starts Symja, which takes a second or more; on a background thread it costs nobody's time. */
  public static void warmUp() {
    SymjaWorker.call(
        engine -> engine.evaluate(F.Expand(F.Power(F.Plus(F.C1, F.Dummy("a")), F.C3))),
        Duration.ofMinutes(1));
  }

  /** Expand, the atoms taken as independent and some subterms not looked into. */
  Reduction expand(AtomForm.Form form, Set<Term> freed, Duration budget) {
    String method = "Expand" + over(freed);
    return small(form, freed)
        ? reduce(
            method,
            freed,
            budget,
            (engine, symja) ->
                engine.evaluate(F.Expand(difference(symja, form.left(), form.right()))))
        : new Reduction.OutOfBudget(method + ": too many terms");
  }

  /** Expand after every relation of the atoms. */
  Reduction eliminate(AtomForm.Form form, Set<Term> freed, Duration budget) {
    String method = "Expand with the relations of atoms" + over(freed);
    return small(form, freed)
        ? reduce(
            method,
            freed,
            budget,
            (engine, symja) ->
                new SymjaElimination(engine, symja)
                    .eliminate(difference(symja, form.left(), form.right()), form.relations()))
        : new Reduction.OutOfBudget(method + ": too many terms");
  }

  /** Together, for divisors that are no polynomials in the atoms. */
  Reduction together(AtomForm.Form form, Duration budget) {
    return reduce(
        "Together",
        Set.of(),
        budget,
        (engine, symja) ->
            engine.evaluate(F.Together(difference(symja, form.left(), form.right()))));
  }

  /** Simplify; functions with branches are symbols to it. */
  Reduction simplify(Term left, Term right, Duration budget) {
    return reduce(
        "Simplify",
        Set.of(),
        budget,
        (engine, symja) -> engine.evaluate(F.Simplify(difference(symja, left, right))));
  }

  /** left − right, expanded if that is short, in words of the definitions of the atoms. */
  Reduction.NotReduced remainder(AtomForm.Form form, Duration budget) {
    Expansion expansion = new Expansion(Set.of());
    double count = expansion.count(form.left()) + expansion.count(form.right());
    String size = "a difference of up to " + (long) count + " terms";
    if (count > MOST_SHOWN) {
      return new Reduction.NotReduced(size);
    }
    SymjaForm symja = new SymjaForm(terms, Set.of());
    SymjaWorker.Outcome<IExpr> outcome =
        SymjaWorker.call(
            engine -> engine.evaluate(F.Expand(difference(symja, form.left(), form.right()))),
            budget);
    return new Reduction.NotReduced(
        outcome instanceof SymjaWorker.Outcome.Done<IExpr>(IExpr value)
            ? defined(form, symja.back(value)).toString()
            : size);
  }

  /** A term over atoms with the atoms replaced by what they stand for. */
  private Term defined(AtomForm.Form form, Term overAtoms) {
    Map<Term, Term> full = new HashMap<>();
    form.definitions()
        .forEach((atom, term) -> full.put(atom, Substitution.of(terms, full).in(term)));
    return Substitution.of(terms, full).in(overAtoms);
  }

  private static boolean small(AtomForm.Form form, Set<Term> freed) {
    Expansion expansion = new Expansion(freed);
    return expansion.count(form.left()) + expansion.count(form.right()) <= MOST_TERMS;
  }

  private static String over(Set<Term> freed) {
    return freed.isEmpty() ? "" : " over " + freed.size() + " free subterms";
  }

  /** left − right as Symja gets it: nothing cancelled beforehand. */
  private static IExpr difference(SymjaForm symja, Term left, Term right) {
    return F.Plus(symja.of(left), F.Times(F.CN1, symja.of(right)));
  }

  private Reduction reduce(String method, Set<Term> freed, Duration budget, Work work) {
    SymjaForm symja = new SymjaForm(terms, freed);
    return switch (SymjaWorker.call(engine -> work.apply(engine, symja), budget)) {
      case SymjaWorker.Outcome.Done<IExpr>(IExpr value) ->
          value.isInteger() && value.isZero()
              ? new Reduction.Zero(method)
              : new Reduction.NotReduced(method + " leaves " + value.leafCount() + " parts");
      case SymjaWorker.Outcome.CutOff<IExpr>(String reason) ->
          new Reduction.OutOfBudget(method + ": " + reason);
      case SymjaWorker.Outcome.Failed<IExpr>(String reason) ->
          new Reduction.NotReduced(method + " failed: " + reason);
    };
  }
}
