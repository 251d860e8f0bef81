package dev.hence.algebra;

import dev.hence.algebra.Relating.Need;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Relations between sums of logarithms: log u + 2·log v = 0 where u and v are positive and u·v² =
 * 1. Numbers stand beside logarithms to one base, log u / log 2 = 3.
 */
final class Logarithms {
  private final Translation translation;

  Logarithms(Translation translation) {
    this.translation = translation;
  }

  boolean occur(Expr e) {
    return Trees.any(e, x -> x instanceof Expr.Apply f && f.function() == ElementaryFunction.LOG);
  }

  /**
   * Σ cₖ·log uₖ / log b + c.
   *
   * @param base b, above 1; empty where nothing is divided by a logarithm
   */
  private record Sum(Map<Fraction, Rational> logs, Rational number, Optional<Rational> base) {
    Sum plus(Sum other) {
      if (!logs.isEmpty() && !other.logs.isEmpty() && !base.equals(other.base)) {
        throw new Undecided("logarithms to several bases");
      }
      Map<Fraction, Rational> all = new LinkedHashMap<>(logs);
      other.logs.forEach((u, c) -> all.merge(u, c, Rational::plus));
      return new Sum(all, number.plus(other.number), base.or(other::base));
    }

    Sum times(Rational factor) {
      Map<Fraction, Rational> all = new LinkedHashMap<>();
      logs.forEach((u, c) -> all.put(u, c.times(factor)));
      return new Sum(all, number.times(factor), base);
    }
  }

  Relating of(Condition condition) {
    List<Need> left = translation.collecting();
    Sum a = sum(condition.left());
    List<Need> right = translation.collecting();
    Sum b = sum(condition.right());
    return new Relating(
        left, right, product(a.plus(b.times(Rational.ONE.negate()))), condition.relation());
  }

  private Sum sum(Expr e) {
    return switch (e) {
      case Expr.Add a -> a.terms().stream().map(this::sum).reduce(number(Rational.ZERO), Sum::plus);
      case Expr.Negate n -> sum(n.body()).times(Rational.ONE.negate());
      case Expr.Multiply m when !occur(m.left()) -> sum(m.right()).times(rational(m.left()));
      case Expr.Multiply m when !occur(m.right()) -> sum(m.left()).times(rational(m.right()));
      case Expr.Divide d when !occur(d.denominator()) ->
          sum(d.numerator()).times(Rational.ONE.dividedBy(divisor(d.denominator())));
      case Expr.Divide d -> toBase(sum(d.numerator()), base(d.denominator()));
      case Expr.Apply f when f.function() == ElementaryFunction.LOG -> {
        Fraction of = translation.of(f.argument());
        translation.need(of, Relation.GREATER);
        yield new Sum(Map.of(of, Rational.ONE), Rational.ZERO, Optional.empty());
      }
      default -> number(rational(e));
    };
  }

  private static Sum number(Rational value) {
    return new Sum(Map.of(), value, Optional.empty());
  }

  private static Sum toBase(Sum sum, Rational base) {
    if (sum.base().isPresent() || sum.number().signum() != 0) {
      throw new Undecided("a quotient of logarithms");
    }
    return new Sum(sum.logs(), Rational.ZERO, Optional.of(base));
  }

  private Rational base(Expr e) {
    if (!(e instanceof Expr.Apply f) || f.function() != ElementaryFunction.LOG) {
      throw new Undecided("a quotient of logarithms");
    }
    Rational base = rational(f.argument());
    if (base.compareTo(Rational.ONE) <= 0) {
      throw new Undecided("a base below 1");
    }
    return base;
  }

  private Rational divisor(Expr e) {
    Rational value = rational(e);
    if (value.signum() == 0) {
      throw new Undecided("a quotient by 0");
    }
    return value;
  }

  private Rational rational(Expr e) {
    Fraction value = translation.of(e);
    boolean plain =
        value.numerator().last() + value.denominator().last() == 0
            && value.numerator().degree(Multinomial.VARIABLE)
                    + value.denominator().degree(Multinomial.VARIABLE)
                == 0;
    if (!plain || value.denominator().isZero()) {
      throw new Undecided("something besides logarithms");
    }
    return Radicals.constant(value.numerator()).dividedBy(Radicals.constant(value.denominator()));
  }

  /** The product of powers less 1, which has the sign of the sum. */
  private static Fraction product(Sum sum) {
    BigInteger common = sum.number().denominator();
    for (Rational c : sum.logs().values()) {
      common = common.divide(common.gcd(c.denominator())).multiply(c.denominator());
    }
    Rational scale = new Rational(common, BigInteger.ONE);
    Fraction product = Fraction.of(Rational.ONE);
    for (Map.Entry<Fraction, Rational> log : sum.logs().entrySet()) {
      product = product.times(power(log.getKey(), log.getValue().times(scale)));
    }
    if (sum.number().signum() != 0) {
      Rational base =
          sum.base().orElseThrow(() -> new Undecided("a number beside natural logarithms"));
      product = product.times(power(Fraction.of(base), sum.number().times(scale)));
    }
    return product.plus(Fraction.of(Rational.ONE.negate()));
  }

  private static Fraction power(Fraction base, Rational exponent) {
    if (exponent.numerator().bitLength() > 5) {
      throw new Undecided("a large factor of a logarithm");
    }
    int power = exponent.intValueExact();
    return power < 0 ? base.inverse().power(-power) : base.power(power);
  }
}
