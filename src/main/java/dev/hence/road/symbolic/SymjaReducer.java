package dev.hence.road.symbolic;

import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Lets Symja reduce left − right to 0, cheap methods before dear ones. Only its literal 0 counts, and
 * none of its functions that pick a branch is used ({@code PowerExpand}, {@code PossibleZeroQ}, {@code
 * FullSimplify}).
 *
 * <p>May be used by several threads at once. Only classes whose names begin with Symja know Symja.
 */
public final class SymjaReducer {
  private static final double MOST_TERMS = 60_000;
  private static final double MOST_SHOWN = 400;

  private final Terms terms;

  SymjaReducer(Terms terms) {
    this.terms = terms;
  }

  /** Starts Symja, which takes a second or more; on a background thread it costs nobody's time. */
  public static void warmUp() {
    SymjaWorker.call(
        engine -> engine.evaluate(F.Expand(F.Power(F.Plus(F.C1, F.Dummy("a")), F.C3))),
        Duration.ofMinutes(1));
  }

  /** Expand, the atoms taken as independent. */
  Reduction expand(Term left, Term right, Set<Term> freed, Duration budget) {
    if (new Expansion(freed).count(left) + new Expansion(freed).count(right) > MOST_TERMS) {
      return new Reduction.OutOfBudget("Expand: too many terms");
    }
    String over = freed.isEmpty() ? "" : " over " + freed.size() + " free subterms";
    return run(
        "Expand" + over,
        left,
        right,
        freed,
        budget,
        (engine, difference) -> engine.evaluate(F.Expand(difference)));
  }

  /** Expand after every relation of the atoms. */
  Reduction eliminate(AtomForm.Form form, Set<Term> freed, Duration budget) {
    Expansion expansion = new Expansion(freed);
    if (expansion.count(form.left()) + expansion.count(form.right()) > MOST_TERMS) {
      return new Reduction.OutOfBudget("elimination: too many terms");
    }
    SymjaForm symja = new SymjaForm(terms, freed);
    return result(
        "Expand with the relations of atoms",
        symja,
        SymjaWorker.call(
            engine ->
                new SymjaElimination(engine, symja)
                    .eliminate(difference(symja, form.left(), form.right()), form.relations()),
            budget));
  }

  /** Together, for divisors that are no polynomials in the atoms. */
  Reduction together(Term left, Term right, Duration budget) {
    return run(
        "Together",
        left,
        right,
        Set.of(),
        budget,
        (engine, difference) -> engine.evaluate(F.Together(difference)));
  }

  /** Simplify; functions with branches are symbols to it. */
  Reduction simplify(Term left, Term right, Duration budget) {
    return run(
        "Simplify",
        left,
        right,
        Set.of(),
        budget,
        (engine, difference) -> engine.evaluate(F.Simplify(difference)));
  }

  private Reduction run(
      String method,
      Term left,
      Term right,
      Set<Term> freed,
      Duration budget,
      BiFunction<EvalEngine, IExpr, IExpr> work) {
    SymjaForm symja = new SymjaForm(terms, freed);
    return result(
        method,
        symja,
        SymjaWorker.call(
            engine -> work.apply(engine, difference(symja, left, right)), budget));
  }

  /** left − right as Symja gets it: nothing cancelled beforehand. */
  private static IExpr difference(SymjaForm symja, Term left, Term right) {
    return F.Plus(symja.of(left), F.Times(F.CN1, symja.of(right)));
  }

  private Reduction result(String method, SymjaForm symja, SymjaWorker.Outcome<IExpr> outcome) {
    return switch (outcome) {
      case SymjaWorker.Outcome.Done<IExpr>(IExpr value) ->
          value.isInteger() && value.isZero()
              ? new Reduction.Zero(method)
              : new Reduction.NotReduced(shown(symja, value));
      case SymjaWorker.Outcome.CutOff<IExpr>(String reason) ->
          new Reduction.OutOfBudget(method + ": " + reason);
      case SymjaWorker.Outcome.Failed<IExpr>(String reason) ->
          new Reduction.NotReduced(method + " failed: " + reason);
    };
  }

  private static String shown(SymjaForm symja, IExpr value) {
    return value.leafCount() > MOST_SHOWN
        ? "an expression of " + value.leafCount() + " parts"
        : symja.back(value).toString();
  }
}
