package dev.hence.eval;

import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A quadrature rule for independent centred normal coordinates, with whole numbers as nodes, that
 * is exact for polynomials up to a total degree.
 *
 * <p>An even polynomial of one coordinate is a sum of central differences, p(z) = Σₖ δ²ᵏp(0) Cₖ(z),
 * Cₖ(z) = z²(z² − 1)…(z² − (k−1)²)/(2k)! (Stirling's interpolation, its even part), so that its
 * mean is Σₖ E[Cₖ] δ²ᵏp(0). In several coordinates the differences are taken in each, up to the
 * degree in all. No square root and no factor that is unknown appears: the rule holds in every
 * arithmetic, exact ones included.
 */
final class MomentRule<S> {
  private static final int HIGHEST_DEGREE = 24;
  private static final int MOST_NODES = 4_000;

  /** A point with whole coordinates, and what the value there counts. */
  record Node<S>(List<Integer> offsets, S weight) {}

  private final Field<S> field;

  MomentRule(Field<S> field) {
    this.field = field;
  }

  List<Node<S>> nodes(List<S> variances, int degree) {
    if (degree > HIGHEST_DEGREE) {
      throw EvaluationException.unsupported(
          "the mean of a polynomial of a degree above " + HIGHEST_DEGREE);
    }
    Map<List<Integer>, S> weights = new LinkedHashMap<>();
    differences(variances, degree / 2, List.of(), field.one(), weights);
    List<Node<S>> nodes = new ArrayList<>();
    weights.forEach((offsets, weight) -> nodes.add(new Node<>(offsets, weight)));
    return nodes;
  }

  /** Runs through the orders of the differences that are left, coordinate by coordinate. */
  private void differences(
      List<S> variances, int left, List<Integer> orders, S factor, Map<List<Integer>, S> out) {
    if (orders.size() == variances.size()) {
      spread(orders, List.of(), factor, out);
      return;
    }
    S variance = variances.get(orders.size());
    for (int k = 0; k <= left; k++) {
      List<Integer> more = new ArrayList<>(orders);
      more.add(k);
      S inner = k == 0 ? factor : field.multiply(factor, coefficient(k, variance));
      differences(variances, left - k, more, inner, out);
    }
  }

  /** δ²ᵏp(0) = Σⱼ (−1)^{k−j} C(2k, k + j) p(j), in every coordinate. */
  private void spread(
      List<Integer> orders, List<Integer> offsets, S factor, Map<List<Integer>, S> out) {
    if (offsets.size() == orders.size()) {
      out.merge(offsets, factor, field::add);
      if (out.size() > MOST_NODES) {
        throw EvaluationException.unsupported("a mean over more than " + MOST_NODES + " nodes");
      }
      return;
    }
    int k = orders.get(offsets.size());
    for (int j = -k; j <= k; j++) {
      BigInteger count = binomial(2 * k, k + j);
      Rational sign = Rational.of(new BigDecimal((k + j) % 2 == 0 ? count : count.negate()));
      List<Integer> more = new ArrayList<>(offsets);
      more.add(j);
      spread(orders, more, k == 0 ? factor : field.multiply(field.of(sign), factor), out);
    }
  }

  private static BigInteger binomial(int n, int k) {
    BigInteger value = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      value = value.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return value;
  }

  /** The mean of Cₖ under a variance v, a polynomial in v without constant term. */
  private S coefficient(int k, S variance) {
    List<Rational> powers = newton(k);
    S sum = field.zero();
    for (int m = k; m >= 1; m--) {
      Rational term = powers.get(m).times(unitMoment(2 * m));
      sum = field.multiply(variance, m == k ? field.of(term) : field.add(field.of(term), sum));
    }
    return sum;
  }

  /** The coefficients of Cₖ by powers of z². */
  private static List<Rational> newton(int k) {
    List<Rational> product = List.of(Rational.ONE);
    Rational factorial = Rational.ONE;
    for (int i = 0; i < k; i++) {
      Rational root = Rational.of((long) i * i);
      List<Rational> next = new ArrayList<>();
      for (int m = 0; m <= product.size(); m++) {
        Rational up = m > 0 ? product.get(m - 1) : Rational.ZERO;
        Rational down = m < product.size() ? product.get(m).times(root) : Rational.ZERO;
        next.add(up.minus(down));
      }
      product = next;
      factorial = factorial.times(Rational.of((2L * i + 1) * (2L * i + 2)));
    }
    Rational scale = factorial;
    return product.stream().map(c -> c.dividedBy(scale)).toList();
  }

  /**
   * The moment of the standard normal law from the recursion of its orthogonal polynomials, z Heₙ =
   * Heₙ₊₁ + n Heₙ₋₁: zᵖ in that basis, of which the mean is the coefficient of He₀.
   */
  private static Rational unitMoment(int p) {
    List<Rational> inBasis = List.of(Rational.ONE);
    for (int step = 0; step < p; step++) {
      List<Rational> next = new ArrayList<>();
      for (int n = 0; n <= inBasis.size(); n++) {
        Rational up = n > 0 ? inBasis.get(n - 1) : Rational.ZERO;
        Rational down =
            n + 1 < inBasis.size() ? inBasis.get(n + 1).times(Rational.of(n + 1L)) : Rational.ZERO;
        next.add(up.plus(down));
      }
      inBasis = next;
    }
    return inBasis.getFirst();
  }
}
