package dev.hence;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What the terms of a sum contribute to a side, as in f(x; θ_T) = f(x; θ₀) − ∑ⱼ ∫₀ᵀ ℓ′ⱼ K dt: the
 * sum may have a sign or a factor, or stand inside an integral, for these are linear in it.
 *
 * @param letter the index of the sum
 * @param values those that the index takes in an instance
 * @param contribution of one term, the letter free
 * @param parts the contribution of each value: the same with a sum of one term
 * @param total the contribution of the whole sum
 */
record SumOfTerms(
    String letter, List<Integer> values, Expr contribution, List<Expr> parts, Expr total) {
  /** More curves could not be told apart. */
  private static final int MOST = 6;

  SumOfTerms {
    values = List.copyOf(values);
    parts = List.copyOf(parts);
  }

  /** The first sum of several terms on the right side of a step, or else on its left side. */
  static Optional<SumOfTerms> of(Instance instance) {
    Map<String, Integer> sizes = instance.interpretation().sizes();
    return find(instance.step().right(), UnaryOperator.identity(), sizes)
        .or(() -> find(instance.step().left(), UnaryOperator.identity(), sizes));
  }

  /** The contribution for a value of the index. */
  Expr at(int value) {
    return Trees.map(
        contribution,
        e -> e instanceof Expr.Index i && i.letter().equals(letter) ? number(value) : e);
  }

  /**
   * @param whole what an expression in place of this one would contribute
   */
  private static Optional<SumOfTerms> find(
      Expr expr, UnaryOperator<Expr> whole, Map<String, Integer> sizes) {
    return switch (expr) {
      case Expr.Sum s when s.adds() -> of(s, whole, sizes);
      case Expr.Add a ->
          a.terms().stream().flatMap(t -> find(t, whole, sizes).stream()).findFirst();
      case Expr.Negate n -> find(n.body(), e -> whole.apply(new Expr.Negate(e)), sizes);
      case Expr.Multiply m ->
          find(m.right(), e -> whole.apply(new Expr.Multiply(m.left(), e)), sizes);
      case Expr.Divide d ->
          find(d.numerator(), e -> whole.apply(new Expr.Divide(e, d.denominator())), sizes);
      case Expr.Integral i ->
          find(
              i.body(),
              e -> whole.apply(new Expr.Integral(i.variable(), i.lower(), i.upper(), e)),
              sizes);
      case Expr.At a -> find(a.body(), e -> whole.apply(new Expr.At(e, a.time())), sizes);
      default -> Optional.empty();
    };
  }

  private static Optional<SumOfTerms> of(
      Expr.Sum sum, UnaryOperator<Expr> whole, Map<String, Integer> sizes) {
    OptionalInt lower = value(sum.range().lower(), sizes);
    OptionalInt upper = value(sum.range().upper(), sizes);
    if (lower.isEmpty() || upper.isEmpty() || !sum.conditions().isEmpty()) {
      return Optional.empty();
    }
    int count = upper.getAsInt() - lower.getAsInt() + 1;
    if (count < 2 || count > MOST) {
      return Optional.empty();
    }
    List<Integer> values =
        IntStream.rangeClosed(lower.getAsInt(), upper.getAsInt()).boxed().toList();
    return Optional.of(
        new SumOfTerms(
            sum.letter(),
            values,
            whole.apply(sum.body()),
            values.stream().map(k -> whole.apply(only(sum, k))).toList(),
            whole.apply(sum)));
  }

  private static Expr only(Expr.Sum sum, int value) {
    Range range = new Range(number(value), number(value));
    return new Expr.Sum(sum.fold(), sum.letter(), range, List.of(), sum.body());
  }

  private static Expr number(int value) {
    return new Expr.Literal(Rational.of(value));
  }

  private static OptionalInt value(Expr end, Map<String, Integer> sizes) {
    return SizeForm.of(end).map(size -> size.value(sizes, Map.of())).orElseGet(OptionalInt::empty);
  }
}
