package dev.hence.read.meaning;

import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
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
  private static final int WRITTEN_OUT = 6;

  private final Context context;

  Binomials(Context context) {
    this.context = context;
  }

  Expr read(Syntax.Binomial binomial) {
    Integers integers = new Integers(context);
    Expr n =
        integers
            .integer(binomial.upper())
            .orElseGet(() -> new Formulas(context).expr(binomial.upper()));
    Shapes.requireScalar(n, "the upper number of \\binom", binomial.upper().span());
    Expr k = lower(binomial.lower());
    if (k instanceof Expr.Literal l && l.value().signum() >= 0 && isSmall(l.value())) {
      return writtenOut(n, l.value().intValueExact());
    }
    Expr product = product(n, k);
    return isNatural(k)
        ? product
        : new Expr.Cases(new Condition(k, Relation.GREATER_OR_EQUAL, ZERO), product, ZERO);
  }

  private static boolean isSmall(Rational value) {
    return value.compareTo(Rational.of(WRITTEN_OUT)) <= 0;
  }

  /** A whole number; a letter of which nothing is said is a size, as at the end of a sum. */
  private Expr lower(Syntax lower) {
    Integers integers = new Integers(context);
    boolean known =
        Pieces.any(lower, s -> Written.of(s).filter(w -> context.knows(w.primed(), 0)).isPresent());
    return integers
        .integer(lower)
        .or(() -> known ? Optional.empty() : integers.size(lower).map(Integers::of))
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.UNSUPPORTED_NOTATION,
                    lower.span(),
                    "the lower number of \\binom is no whole number",
                    "declare it, k \\in \\mathbb{N}"));
  }

  private static Expr writtenOut(Expr n, int k) {
    Expr above = ONE;
    long below = 1;
    for (int m = 0; m < k; m++) {
      Expr factor = m == 0 ? n : minus(n, new Expr.Literal(Rational.of(m)));
      above = m == 0 ? factor : new Expr.Multiply(above, factor);
      below *= m + 1;
    }
    return k < 2 ? above : new Expr.Divide(above, new Expr.Literal(Rational.of(below)));
  }

  private Expr product(Expr n, Expr k) {
    Shape one = Shape.vector(Size.fixed(1));
    String letter = new Entrywise(context).fresh(one, List.of(n, k)).getFirst();
    Expr index = new Expr.Index(letter);
    Range range = new Range(ONE, k);
    List<Expr> terms = new ArrayList<>(minus(n, k).terms());
    terms.add(index);
    Expr above = new Expr.Add(terms);
    return new Expr.Sum(true, letter, range, List.of(), new Expr.Divide(above, index));
  }

  private static Expr.Add minus(Expr left, Expr right) {
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
              .filter(v -> isNatural(v.domain()))
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
