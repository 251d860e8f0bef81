package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code \binom{n}{k}}: n (n − 1) ⋯ (n − k + 1)/k!, as a product (n − k + i)/i over i, and 0 for k
 * below 0 (R. L. Graham, D. E. Knuth and O. Patashnik, Concrete Mathematics, (5.1)).
 */
final class Binomials {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);
  private static final Expr ONE = new Expr.Literal(Rational.ONE);

  /** Up to this number the factors are written out. */
  private static final Rational WRITTEN_OUT = Rational.of(6);

  private final Reading reading;
  private final Context context;

  Binomials(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  Typed read(Tree.Command binomial) {
    Tree above = binomial.arguments().getFirst();
    Tree below = binomial.arguments().getLast();
    Integers integers = new Integers(context);
    Optional<Expr> k = integers.integer(below);
    if (k.isEmpty()) {
      return reading.refused(
          new Refusal.NoMeaning(below.span(), "a lower number of \\binom that may not be whole"));
    }
    Typed n =
        integers
            .integer(above)
            .map(e -> Typed.of(Type.real(), e))
            .orElseGet(() -> reading.number(above, context));
    return Typed.of(Type.real(), build -> value(n.draft().build(build), k.get()));
  }

  private Expr value(Expr n, Expr k) {
    if (k instanceof Expr.Literal l
        && l.value().signum() >= 0
        && l.value().compareTo(WRITTEN_OUT) <= 0) {
      return writtenOut(n, l.value().intValueExact());
    }
    Expr product = product(n, k);
    return isNatural(k)
        ? product
        : new Expr.Cases(new Condition(k, Relation.GREATER_OR_EQUAL, ZERO), product, ZERO);
  }

  private static Expr writtenOut(Expr n, int k) {
    Expr above = ONE;
    long below = 1;
    for (int m = 0; m < k; m++) {
      Expr factor = m == 0 ? n : less(n, new Expr.Literal(Rational.of(m)));
      above = m == 0 ? factor : new Expr.Multiply(above, factor);
      below *= m + 1;
    }
    return k < 2 ? above : new Expr.Divide(above, new Expr.Literal(Rational.of(below)));
  }

  private Expr product(Expr n, Expr k) {
    Shape one = Shape.vector(Size.fixed(1));
    String letter = new Entrywise(context).fresh(one, List.of(n, k)).getFirst();
    Expr index = new Expr.Index(letter);
    List<Expr> terms = new ArrayList<>(less(n, k).terms());
    terms.add(index);
    Expr factor = new Expr.Divide(new Expr.Add(terms), index);
    return new Expr.Sum(true, letter, new Range(ONE, k), List.of(), factor);
  }

  private static Expr.Add less(Expr left, Expr right) {
    List<Expr> terms = new ArrayList<>(left instanceof Expr.Add a ? a.terms() : List.of(left));
    terms.add(new Expr.Negate(right));
    return new Expr.Add(terms);
  }

  /** Whether a whole number is surely not negative. */
  private boolean isNatural(Expr k) {
    return switch (k) {
      case Expr.Literal l -> l.value().signum() >= 0;
      case Expr.SizeOf s -> true;
      case Expr.Index i -> context.range(i.letter()).filter(r -> isNatural(r.lower())).isPresent();
      case Expr.Ref r ->
          context
              .variable(r.name(), r.indices().size())
              .map(Declaration.Variable::domain)
              .filter(this::isNatural)
              .isPresent();
      case Expr.Add a -> a.terms().stream().allMatch(this::isNatural);
      case Expr.Multiply m -> isNatural(m.left()) && isNatural(m.right());
      default -> false;
    };
  }

  private boolean isNatural(Domain domain) {
    return switch (domain) {
      case Domain.Integers i -> i.from().filter(from -> from >= 0).isPresent();
      case Domain.Labels l -> isNatural(l.range().lower());
      case Domain.Finite f -> f.values().stream().allMatch(v -> v.signum() >= 0);
      case Domain.Interval i -> false;
      case Domain.Special s -> false;
    };
  }
}
