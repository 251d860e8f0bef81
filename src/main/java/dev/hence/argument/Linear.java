package dev.hence.argument;

import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sums taken out of products, inner products and integrals; sums of deltas; fractions cancelled.
 */
final class Linear {
  private final Replacing replacing;

  Linear(Replacing replacing) {
    this.replacing = replacing;
  }

  /** All sums taken out of inner products, matrix products and integrals. */
  Optional<Line> expanded(Expr expr) {
    Set<String> what = new LinkedHashSet<>();
    Expr expanded = Tidy.of(Trees.map(expr, e -> noted(e, what)));
    return expanded.equals(expr)
        ? Optional.empty()
        : Optional.of(Line.of(expanded, "linearity of the " + String.join(" and the ", what)));
  }

  private Expr noted(Expr node, Set<String> what) {
    Expr expanded = expandedNode(node);
    if (!expanded.equals(node)) {
      what.add(
          switch (node) {
            case Expr.Inner i -> "inner product";
            case Expr.Integral i -> "integral";
            case Expr.Sum s -> "sum";
            default -> "product";
          });
    }
    return expanded;
  }

  /** ‖Σⱼ aⱼ‖² as a double sum of inner products. */
  Expr squared(Expr expr) {
    return Tidy.of(
        Trees.map(
            expr,
            e ->
                e instanceof Expr.Power p
                        && p.base() instanceof Expr.Norm n
                        && p.exponent().equals(Tidy.TWO)
                        && hasSum(n.body())
                    ? expandedNode(new Expr.Inner(n.body(), n.body()))
                    : e));
  }

  private Expr expandedNode(Expr node) {
    return switch (node) {
      case Expr.Inner i ->
          over(i.left(), i.right(), l -> expandedNode(new Expr.Inner(l, i.right())))
              .or(() -> over(i.right(), i.left(), r -> expandedNode(new Expr.Inner(i.left(), r))))
              .orElse(i);
      case Expr.Multiply m when isMatrixProduct(m) ->
          over(m.right(), m.left(), r -> expandedNode(new Expr.Multiply(m.left(), r)))
              .or(
                  () ->
                      over(m.left(), m.right(), l -> expandedNode(new Expr.Multiply(l, m.right()))))
              .orElse(m);
      case Expr.Integral i ->
          over(
                  i.body(),
                  Tidy.ZERO,
                  b -> expandedNode(new Expr.Integral(i.variable(), i.lower(), i.upper(), b)))
              .orElse(i);
      case Expr.Transpose t ->
          over(t.body(), Tidy.ZERO, b -> expandedNode(new Expr.Transpose(b))).orElse(t);
      case Expr.Sum s when s.adds() && s.body() instanceof Expr.Add a ->
          Tidy.sum(
              a.terms().stream()
                  .<Expr>map(t -> new Expr.Sum(s.fold(), s.letter(), s.range(), s.conditions(), t))
                  .toList());
      default -> node;
    };
  }

  private static boolean isMatrixProduct(Expr.Multiply m) {
    return !m.left().shape().isScalar() && !m.right().shape().isScalar();
  }

  /** The terms of one factor, each beside the other factor. */
  private Optional<Expr> over(Expr part, Expr other, Function<Expr, Expr> beside) {
    return switch (part) {
      case Expr.Add a -> Optional.of(Tidy.sum(a.terms().stream().map(beside).toList()));
      case Expr.Sum s when s.adds() -> {
        Set<String> taken = Replacing.lettersOf(List.of(other));
        Expr.Sum apart =
            taken.contains(s.letter()) ? replacing.renamed(s, replacing.fresh(s, taken)) : s;
        yield Optional.of(
            new Expr.Sum(
                apart.fold(),
                apart.letter(),
                apart.range(),
                apart.conditions(),
                beside.apply(apart.body())));
      }
      case Expr.Negate n -> Optional.of(new Expr.Negate(beside.apply(n.body())));
      case Expr.Multiply m when m.left().shape().isScalar() && hasSum(m.right()) ->
          Optional.of(new Expr.Multiply(m.left(), beside.apply(m.right())));
      default -> Optional.empty();
    };
  }

  private static boolean hasSum(Expr expr) {
    return expr instanceof Expr.Add || expr instanceof Expr.Sum || expr instanceof Expr.Negate;
  }

  // Deltas

  /** Σⱼ δⱼₖ aⱼ = aₖ wherever there is such a sum. */
  Expr contracted(Expr expr) {
    return Tidy.of(Trees.map(expr, e -> e instanceof Expr.Sum s ? contracted(s) : e));
  }

  private Expr contracted(Expr.Sum s) {
    if (!s.adds() || !s.conditions().isEmpty()) {
      return s;
    }
    List<Expr> factors = new ArrayList<>();
    scalarFactors(s.body(), factors);
    Expr letter = new Expr.Index(s.letter());
    for (Expr factor : factors) {
      Optional<Expr> value = value(factor, letter);
      if (value.isPresent()) {
        Expr body = Trees.map(s.body(), e -> e.equals(factor) ? Tidy.ONE : e);
        return replacing.in(
            Tidy.of(body), java.util.Map.of(s.letter(), value.get()), java.util.Map.of());
      }
    }
    return s;
  }

  private static Optional<Expr> value(Expr factor, Expr letter) {
    boolean delta =
        factor instanceof Expr.Cases c
            && c.condition().relation() == Relation.EQUAL
            && Tidy.isOne(c.then())
            && Tidy.isZero(c.otherwise());
    if (!delta) {
      return Optional.empty();
    }
    Expr.Cases c = (Expr.Cases) factor;
    if (c.condition().left().equals(letter)) {
      return Optional.of(c.condition().right()).filter(r -> !r.equals(letter));
    }
    return c.condition().right().equals(letter)
        ? Optional.of(c.condition().left())
        : Optional.empty();
  }

  /** The factors of a product, those of a numerator among them. */
  private static void scalarFactors(Expr expr, List<Expr> factors) {
    switch (expr) {
      case Expr.Multiply m -> {
        scalarFactors(m.left(), factors);
        scalarFactors(m.right(), factors);
      }
      case Expr.Divide d -> scalarFactors(d.numerator(), factors);
      case Expr.Negate n -> scalarFactors(n.body(), factors);
      default -> factors.add(expr);
    }
  }

  // Fractions

  /** What was cancelled, and what is left. */
  record Cancelled(Expr divisor, Expr rest) {}

  /** The first product (a/b) b, as a. */
  static Optional<Cancelled> cancelled(Expr expr) {
    List<Cancelled> found = new ArrayList<>();
    Expr rest =
        Trees.map(
            expr,
            e -> {
              if (e instanceof Expr.Multiply m && m.shape().isScalar()) {
                Optional<Cancelled> here = cancelled(m);
                here.ifPresent(found::add);
                return here.map(Cancelled::rest).orElse(e);
              }
              return e;
            });
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cancelled(found.getFirst().divisor(), Tidy.of(rest)));
  }

  private static Optional<Cancelled> cancelled(Expr.Multiply m) {
    if (!(m.left().shape() instanceof Shape.Scalar)) {
      return Optional.empty();
    }
    return fraction(m.left(), m.right()).or(() -> fraction(m.right(), m.left()));
  }

  private static Optional<Cancelled> fraction(Expr left, Expr right) {
    return switch (left) {
      case Expr.Divide d when Key.of(d.denominator()).equals(Key.of(right)) ->
          Optional.of(new Cancelled(right, d.numerator()));
      case Expr.Negate n ->
          fraction(n.body(), right).map(c -> new Cancelled(c.divisor(), new Expr.Negate(c.rest())));
      default -> Optional.empty();
    };
  }
}
