package dev.hence.road.symbolic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Lets Symja reduce left − right to 0. Only its literal 0 counts, and none of its functions that
 * pick a branch is used ({@code PowerExpand}, {@code PossibleZeroQ}, {@code FullSimplify}).
 *
 * <p>May be used by several threads at once. Only classes whose names begin with Symja know Symja.
 */
public final class SymjaReducer {
  private static final double MOST_TERMS = 60_000;
  private static final double MOST_SIMPLIFIED = 2000;
  private static final double MOST_SHOWN = 60;

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

  /** Expand, the atoms taken as independent and some subterms not looked into. */
  Reduction expand(Atomised form, Set<Term> freed, Duration budget) {
    return expand("Expand", form, List.of(), freed, budget);
  }

  /** Expand after every relation of the atoms. */
  Reduction eliminate(Atomised form, Set<Term> freed, Duration budget) {
    return expand("Expand by the relations of atoms", form, form.relations(), freed, budget);
  }

  private Reduction expand(
      String name, Atomised form, List<Relation> relations, Set<Term> freed, Duration budget) {
    String method = freed.isEmpty() ? name : name + " over " + freed.size() + " free subterms";
    Expansion expansion = new Expansion(freed);
    if (expansion.count(form.left()) + expansion.count(form.right()) > MOST_TERMS) {
      return new Reduction.OutOfBudget(method + ": too many terms");
    }
    SymjaForm symja = SymjaForm.polynomial(terms, freed);
    IExpr difference = difference(symja, form.left(), form.right());
    SymjaElimination elimination = new SymjaElimination(symja, difference, relations);
    return result(method, Given.of(form, freed), SymjaWorker.call(elimination::eliminate, budget));
  }

  /** Together, which finds common divisors. */
  Reduction together(Atomised form, Duration budget) {
    IExpr difference = difference(SymjaForm.plain(terms), form.left(), form.right());
    return result(
        "Together",
        Given.of(form, Set.of()),
        SymjaWorker.call(engine -> engine.evaluate(F.Together(difference)), budget));
  }

  /** Simplify; functions with branches are symbols to it. */
  Reduction simplify(Term left, Term right, Duration budget) {
    Expansion expansion = new Expansion(Set.of());
    if (expansion.count(left) + expansion.count(right) > MOST_SIMPLIFIED) {
      return new Reduction.OutOfBudget("Simplify: too many terms");
    }
    IExpr difference = difference(SymjaForm.plain(terms), left, right);
    Given given =
        Given.equal(left, right, Map.of(), (int) (expansion.count(left) + expansion.count(right)));
    return result(
        "Simplify",
        given,
        SymjaWorker.call(engine -> engine.evaluate(F.Simplify(difference)), budget));
  }

  /** left − right, expanded if that is short, in words of the definitions of the atoms. */
  Reduction.NotReduced remainder(Atomised form, Duration budget) {
    Expansion expansion = new Expansion(Set.of());
    double count = expansion.count(form.left()) + expansion.count(form.right());
    String size = "a difference of up to " + (long) count + " terms";
    if (count > MOST_SHOWN) {
      return new Reduction.NotReduced(size);
    }
    SymjaForm symja = SymjaForm.polynomial(terms, Set.of());
    IExpr difference = difference(symja, form.left(), form.right());
    SymjaWorker.Outcome<IExpr> outcome =
        SymjaWorker.call(engine -> engine.evaluate(F.Expand(difference)), budget);
    return new Reduction.NotReduced(
        outcome instanceof SymjaWorker.Outcome.Done<IExpr>(IExpr value)
            ? form.defined(symja.back(value)).toString()
            : size);
  }

  /** left − right as Symja gets it: nothing cancelled beforehand. */
  private static IExpr difference(SymjaForm symja, Term left, Term right) {
    return F.Plus(symja.of(left), F.Times(F.CN1, symja.of(right)));
  }

  private static Reduction result(String method, Given given, SymjaWorker.Outcome<IExpr> outcome) {
    return switch (outcome) {
      case SymjaWorker.Outcome.Done<IExpr>(IExpr value) ->
          value.isInteger() && value.isZero()
              ? new Reduction.Zero(method, Optional.of(given.by(method)))
              : new Reduction.NotReduced(method + " leaves " + value.leafCount() + " parts");
      case SymjaWorker.Outcome.CutOff<IExpr>(String reason) ->
          new Reduction.OutOfBudget(method + ": " + reason);
      case SymjaWorker.Outcome.Failed<IExpr>(String reason) ->
          new Reduction.NotReduced(method + " failed: " + reason);
    };
  }
}
