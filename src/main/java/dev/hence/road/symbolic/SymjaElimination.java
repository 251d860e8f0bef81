package dev.hence.road.symbolic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Rids an expression of the atoms that have a relation, the youngest first: what each relation brings
 * in is older. An inverse R of D goes by multiplying with a power of D, which is not 0 in the domain;
 * a root by replacing its powers. Every step is one of Symja's expansions.
 */
final class SymjaElimination {
  private static final double MOST_TERMS = 60_000;

  private final EvalEngine engine;
  private final SymjaForm form;

  SymjaElimination(EvalEngine engine, SymjaForm form) {
    this.engine = engine;
    this.form = form;
  }

  /** What is left of an expression; 0 if it vanishes by the relations. */
  IExpr eliminate(IExpr expression, List<Relation> relations) {
    IExpr rest = engine.evaluate(F.Expand(expression));
    for (Relation relation : relations.reversed()) {
      if (rest.isZero()) {
        return rest;
      }
      IExpr symbol = form.of(relation.symbol());
      if (!rest.isFree(symbol)) {
        rest =
            switch (relation) {
              case Relation.Inverse i -> clear(rest, symbol, form.of(i.divisor()));
              case Relation.Algebraic a -> lower(rest, symbol, a.degree(), form.of(a.value()));
            };
      }
    }
    return rest;
  }

  /** Σ C_n·R^n becomes Σ C_n·D^(k−n) for the largest n = k. */
  private IExpr clear(IExpr expression, IExpr symbol, IExpr divisor) {
    TreeMap<Integer, IASTAppendable> coefficients = coefficients(expression, symbol);
    int most = coefficients.lastKey();
    IASTAppendable sum = F.PlusAlloc(coefficients.size());
    double count = 0;
    for (Map.Entry<Integer, IASTAppendable> entry : coefficients.entrySet()) {
      int power = most - entry.getKey();
      count += entry.getValue().argSize() * Math.pow(size(divisor), power);
      sum.append(F.Times(entry.getValue(), F.Power(divisor, F.ZZ(power))));
    }
    return expand(sum, count);
  }

  /** w^n becomes w^(n mod q)·u^(n div q) for w^q = u. */
  private IExpr lower(IExpr expression, IExpr symbol, int degree, IExpr value) {
    TreeMap<Integer, IASTAppendable> coefficients = coefficients(expression, symbol);
    IASTAppendable sum = F.PlusAlloc(coefficients.size());
    double count = 0;
    for (Map.Entry<Integer, IASTAppendable> entry : coefficients.entrySet()) {
      int times = Math.floorDiv(entry.getKey(), degree);
      int rest = Math.floorMod(entry.getKey(), degree);
      count += entry.getValue().argSize() * Math.pow(size(value), Math.abs(times));
      sum.append(
          F.Times(
              entry.getValue(), F.Power(symbol, F.ZZ(rest)), F.Power(value, F.ZZ(times))));
    }
    return expand(sum, count);
  }

  private IExpr expand(IExpr sum, double count) {
    if (count > MOST_TERMS) {
      throw new TooLarge();
    }
    return engine.evaluate(F.Expand(sum));
  }

  private static int size(IExpr sum) {
    return sum.isPlus() ? ((IAST) sum).argSize() : 1;
  }

  /** The terms of an expanded sum by their power of a symbol, that power divided out. */
  private static TreeMap<Integer, IASTAppendable> coefficients(IExpr sum, IExpr symbol) {
    TreeMap<Integer, IASTAppendable> coefficients = new TreeMap<>();
    List<IExpr> addends = sum.isPlus() ? ((IAST) sum).stream().toList() : List.of(sum);
    for (IExpr addend : addends) {
      List<IExpr> factors =
          addend.isTimes() ? ((IAST) addend).stream().toList() : List.of(addend);
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
