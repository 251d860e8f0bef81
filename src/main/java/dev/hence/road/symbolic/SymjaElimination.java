package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Expands an expression and rids it of the symbols that have a relation, the youngest first: what
 * each relation brings in is older. An inverse R of D goes by multiplying with a power of D, which
 * is not 0 in the domain; a root by replacing its powers. Every step is one of Symja's expansions.
 */
final class SymjaElimination {
  private static final double MOST_TERMS = 60_000;

  private final List<Step> steps = new ArrayList<>();
  private final IExpr expression;

  /** One symbol to be rid of. */
  private sealed interface Step {
    IExpr symbol();

    record Clear(IExpr symbol, IExpr divisor) implements Step {}

    record Lower(IExpr symbol, int degree, IExpr value) implements Step {}
  }

  /** Translates everything; that needs no engine yet. */
  SymjaElimination(SymjaForm form, IExpr expression, List<Relation> relations) {
    this.expression = expression;
    for (Relation relation : relations) {
      IExpr symbol = form.of(relation.symbol());
      steps.add(
          switch (relation) {
            case Relation.Inverse i -> new Step.Clear(symbol, form.of(i.divisor()));
            case Relation.Algebraic a -> new Step.Lower(symbol, a.degree(), form.of(a.value()));
          });
    }
    form.divisors().forEach((symbol, divisor) -> steps.add(new Step.Clear(symbol, divisor)));
  }

  /**
   * What is left of the expression; 0 if it vanishes by the relations.
   *
   * @throws TooLarge if an expansion would have too many terms
   */
  IExpr eliminate(EvalEngine engine) {
    IExpr rest = engine.evaluate(F.Expand(expression));
    for (Step step : steps.reversed()) {
      if (!rest.isFree(step.symbol())) {
        NavigableMap<Integer, IASTAppendable> coefficients = coefficients(rest, step.symbol());
        IExpr sum =
            switch (step) {
              case Step.Clear clear -> clear(coefficients, clear.divisor());
              case Step.Lower lower -> lower(coefficients, lower);
            };
        rest = engine.evaluate(F.Expand(sum));
      }
    }
    return rest;
  }

  /** Σ C_n·R^n becomes Σ C_n·D^(k−n) for the largest n = k. */
  private static IExpr clear(NavigableMap<Integer, IASTAppendable> coefficients, IExpr divisor) {
    int most = coefficients.lastKey();
    IASTAppendable sum = F.PlusAlloc(coefficients.size());
    double count = 0;
    for (Map.Entry<Integer, IASTAppendable> entry : coefficients.entrySet()) {
      int power = most - entry.getKey();
      count += entry.getValue().argSize() * Math.pow(size(divisor), power);
      sum.append(F.Times(entry.getValue(), F.Power(divisor, F.ZZ(power))));
    }
    return checked(sum, count);
  }

  /** w^n becomes w^(n mod q)·u^(n div q) for w^q = u. */
  private static IExpr lower(NavigableMap<Integer, IASTAppendable> coefficients, Step.Lower step) {
    IASTAppendable sum = F.PlusAlloc(coefficients.size());
    double count = 0;
    for (Map.Entry<Integer, IASTAppendable> entry : coefficients.entrySet()) {
      int times = entry.getKey() / step.degree();
      int rest = entry.getKey() % step.degree();
      count += entry.getValue().argSize() * Math.pow(size(step.value()), times);
      sum.append(
          F.Times(
              entry.getValue(),
              F.Power(step.symbol(), F.ZZ(rest)),
              F.Power(step.value(), F.ZZ(times))));
    }
    return checked(sum, count);
  }

  private static IExpr checked(IExpr sum, double count) {
    if (count > MOST_TERMS) {
      throw new TooLarge();
    }
    return sum;
  }

  private static int size(IExpr sum) {
    return sum.isPlus() ? ((IAST) sum).argSize() : 1;
  }

  /** The terms of an expanded sum by their power of a symbol, that power divided out. */
  private static NavigableMap<Integer, IASTAppendable> coefficients(IExpr sum, IExpr symbol) {
    NavigableMap<Integer, IASTAppendable> coefficients = new TreeMap<>();
    List<IExpr> addends = sum.isPlus() ? ((IAST) sum).stream().toList() : List.of(sum);
    for (IExpr addend : addends) {
      List<IExpr> factors = addend.isTimes() ? ((IAST) addend).stream().toList() : List.of(addend);
      IASTAppendable rest = F.TimesAlloc(factors.size());
      int exponent = 0;
      for (IExpr factor : factors) {
        if (factor.equals(symbol)) {
          exponent++;
        } else if (factor.isPower() && factor.base().equals(symbol)) {
          exponent += factor.exponent().toIntDefault();
        } else {
          rest.append(factor);
        }
      }
      coefficients.computeIfAbsent(exponent, e -> F.PlusAlloc(8)).append(rest);
    }
    return coefficients;
  }
}
