package dev.hence.road.symbolic;

import dev.hence.expr.Condition;
import dev.hence.expr.Relation;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Restriction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The equations under which a step is said, solved one after the other for a symbol in which each
 * is linear: r₀ + c·u = 0 gives u = −r₀/c, and what is found so holds where c ≠ 0, which the
 * quotient remembers. Finished sides only are rewritten by it: derivatives are taken before.
 */
final class Equations {
  private final Setting setting;
  private final Lowering lowering;
  private final Terms terms;
  private final List<Restriction> equations;

  Equations(Setting setting, Lowering lowering, Instance instance) {
    this.setting = setting;
    this.lowering = lowering;
    this.terms = setting.terms();
    this.equations =
        setting.horizon().isPresent()
            ? List.of()
            : Restriction.of(instance).stream()
                .filter(r -> r.condition().relation() == Relation.EQUAL)
                .toList();
  }

  /**
   * What the equations say of symbols, at some values of the indices. What cannot be lowered or
   * solved is left out: to assume less is no mistake.
   */
  Map<Term.Symbol, Term> at(Environment at) {
    Map<Term.Symbol, Term> solved = new LinkedHashMap<>();
    for (Restriction equation : equations) {
      for (Term residual : residuals(equation, at)) {
        solve(residual, solved);
      }
    }
    return solved;
  }

  /** A rectangle with the symbols replaced. */
  Rectangle in(Rectangle rectangle, Map<Term.Symbol, Term> solved) {
    return solved.isEmpty() ? rectangle : setting.trajectory().substituted(rectangle, solved);
  }

  List<Conditions.Condition> in(List<Conditions.Condition> facts, Map<Term.Symbol, Term> solved) {
    return facts.stream()
        .map(f -> new Conditions.Condition(in(f.term(), solved), f.relation(), f.reason()))
        .filter(f -> !(f.term() instanceof Term.Constant))
        .toList();
  }

  private Term in(Term term, Map<Term.Symbol, Term> solved) {
    return in(Rectangle.of(term), solved).number();
  }

  private List<Term> residuals(Restriction equation, Environment at) {
    List<Term> residuals = new ArrayList<>();
    try {
      if (equation.eachForItself()) {
        residuals.addAll(residual(equation.condition(), at));
      } else {
        for (SortedMap<String, Integer> assignment : equation.assignments()) {
          residuals.addAll(residual(equation.condition(), Environment.of(assignment)));
        }
      }
    } catch (Unsupported | NeedsCase notHere) {
      return List.of();
    }
    return residuals;
  }

  private List<Term> residual(Condition equation, Environment at) {
    return lowering
        .of(equation.left(), at)
        .zip(lowering.of(equation.right(), at), terms::minus)
        .entries();
  }

  private void solve(Term residual, Map<Term.Symbol, Term> solved) {
    Term rest = in(residual, solved);
    Optional<Solution> solution = Optional.empty();
    for (Term.Symbol symbol : Symbols.of(List.of(rest))) {
      Optional<Solution> found = solution(rest, symbol);
      if (found.isPresent() && (solution.isEmpty() || found.get().isSimpler(solution.get()))) {
        solution = found;
      }
    }
    if (solution.isPresent()) {
      Map<Term.Symbol, Term> one = Map.of(solution.get().symbol(), solution.get().value());
      solved.replaceAll((symbol, value) -> in(value, one));
      solved.put(solution.get().symbol(), solution.get().value());
    }
  }

  /** A symbol and what it is equal to. */
  private record Solution(Term.Symbol symbol, Term value, Term coefficient) {
    /** To divide by a number asks for no condition. */
    boolean isSimpler(Solution other) {
      return coefficient instanceof Term.Constant && !(other.coefficient instanceof Term.Constant);
    }
  }

  private Optional<Solution> solution(Term residual, Term.Symbol symbol) {
    Term slope = Differentiation.derivative(terms, residual, symbol);
    Term bend = Differentiation.derivative(terms, slope, symbol);
    if (!bend.equals(terms.zero()) || slope.equals(terms.zero())) {
      return Optional.empty();
    }
    Map<Term.Symbol, Term> none = Map.of(symbol, terms.zero());
    Term coefficient = in(slope, none);
    Term value = terms.negate(terms.quotient(in(residual, none), coefficient));
    return coefficient.equals(terms.zero())
        ? Optional.empty()
        : Optional.of(new Solution(symbol, value, coefficient));
  }
}
