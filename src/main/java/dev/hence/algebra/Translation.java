package dev.hence.algebra;

import dev.hence.algebra.Relating.Need;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes polynomials in one variable and in radicals of expressions. */
final class Translation {
  private static final int LARGEST_POWER = 40;

  private final Function<Expr, Optional<Expr>> unfolding;
  private final Radicals radicals = new Radicals();
  private final Logarithms logarithms = new Logarithms(this);
  private Optional<Name> variable = Optional.empty();
  private List<Need> needs = new ArrayList<>();

  /**
   * @param unfolding the formula of what is defined
   */
  Translation(Function<Expr, Optional<Expr>> unfolding) {
    this.unfolding = unfolding;
  }

  Radicals radicals() {
    return radicals;
  }

  /** The variable that was met. */
  Optional<Name> variable() {
    return variable;
  }

  /**
   * @throws Undecided if it speaks of anything else than one real variable and what is known here
   */
  Relating of(Condition condition) {
    Expr left = condition.left();
    Expr right = condition.right();
    if (!left.shape().isScalar() || !right.shape().isScalar()) {
      throw new Undecided("vectors or matrices");
    }
    if (logarithms.occur(left) || logarithms.occur(right)) {
      return logarithms.of(condition);
    }
    needs = new ArrayList<>();
    Fraction a = of(left);
    List<Need> leftNeeds = needs;
    needs = new ArrayList<>();
    Fraction b = of(right);
    return new Relating(leftNeeds, needs, a.plus(b.negate()), condition.relation());
  }

  /** What is needed by what is read from here on. */
  List<Need> collecting() {
    needs = new ArrayList<>();
    return needs;
  }

  void need(Fraction of, Relation relation) {
    needs.add(new Need(of, relation));
  }

  Fraction of(Expr e) {
    return switch (e) {
      case Expr.Literal l -> Fraction.of(l.value());
      case Expr.Ref r when unfolding.apply(r).isPresent() -> of(unfolding.apply(r).get());
      case Expr.Ref r when r.indices().isEmpty() && isVariable(r.name()) ->
          Fraction.of(Multinomial.of(Multinomial.VARIABLE));
      case Expr.Add a ->
          a.terms().stream().map(this::of).reduce(Fraction.of(Rational.ZERO), Fraction::plus);
      case Expr.Negate n -> of(n.body()).negate();
      case Expr.Multiply m -> of(m.left()).times(of(m.right()));
      case Expr.Divide d -> of(d.numerator()).times(divisor(of(d.denominator())));
      case Expr.Power p -> power(p);
      case Expr.Root r -> root(of(r.body()), r.degree());
      case Expr.Apply f when f.function() == ElementaryFunction.SQRT -> root(of(f.argument()), 2);
      case Expr.Abs a -> absolute(of(a.body()));
      default -> throw new Undecided(e.getClass().getSimpleName());
    };
  }

  private boolean isVariable(Name name) {
    if (variable.isEmpty()) {
      variable = Optional.of(name);
    }
    if (!variable.get().equals(name)) {
      throw new Undecided("more than one variable");
    }
    return true;
  }

  private Fraction divisor(Fraction of) {
    need(of, Relation.NOT_EQUAL);
    return of.inverse();
  }

  private Fraction power(Expr.Power p) {
    Rational exponent =
        exponent(p.exponent()).orElseThrow(() -> new Undecided("a variable exponent"));
    int degree = exponent.denominator().bitLength() > 8 ? 0 : exponent.denominator().intValue();
    if (degree == 0 || exponent.numerator().bitLength() > 8) {
      throw new Undecided("a large exponent");
    }
    int power = exponent.numerator().intValue();
    if (Math.abs(power) > LARGEST_POWER) {
      throw new Undecided("a large exponent");
    }
    Fraction base = of(p.base());
    if (degree > 1) {
      need(base, Relation.GREATER_OR_EQUAL); // A power with a broken exponent is none below 0.
    }
    Fraction rooted = degree == 1 ? base : root(base, degree);
    return power < 0 ? divisor(rooted).power(-power) : rooted.power(power);
  }

  private static Optional<Rational> exponent(Expr e) {
    return switch (e) {
      case Expr.Literal l -> Optional.of(l.value());
      case Expr.Negate n -> exponent(n.body()).map(Rational::negate);
      case Expr.Divide d when exponent(d.denominator()).filter(x -> x.signum() != 0).isPresent() ->
          exponent(d.numerator()).map(a -> a.dividedBy(exponent(d.denominator()).orElseThrow()));
      default -> Optional.empty();
    };
  }

  private Fraction root(Fraction of, int degree) {
    if (Integer.bitCount(degree) != 1) {
      throw new Undecided("a root of degree " + degree);
    }
    Fraction root = of;
    if (degree > 1) {
      need(of, Relation.GREATER_OR_EQUAL);
    }
    for (int rest = degree; rest > 1; rest /= 2) {
      Optional<Fraction> square = Squares.root(root);
      root = square.isPresent() ? absolute(square.get()) : radicals.root(root);
    }
    return root;
  }

  private Fraction absolute(Fraction of) {
    return Fraction.of(radicals.absolute(of));
  }
}
