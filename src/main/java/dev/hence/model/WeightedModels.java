package dev.hence.model;

import static dev.hence.model.Formulas.number;
import static dev.hence.model.Formulas.power;
import static dev.hence.model.Formulas.product;
import static dev.hence.model.Formulas.sum;
import static dev.hence.model.Formulas.times;

import dev.hence.expr.Expr;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The formulas of the models, as numbers made of inputs and weights.
 *
 * <p>How the weights lie: a unit's weights come together, one for each of its inputs and then its
 * bias; the units of a layer follow one another, the layers too. So {@code mlp(h, act)} with one
 * output, Σ_k a_k act(w_k·x + b_k) + c, has θ = (w_1, b_1, …, w_h, b_h, a_1, …, a_h, c). {@code
 * linear} is the network without hidden layers. A polynomial has for each output one weight for
 * each monomial, by rising degree: 1, x_1, x_2, x_1², x_1x_2, x_2².
 */
final class WeightedModels {
  private WeightedModels() {}

  /** How many weights a model takes. */
  static long weights(ModelSpec.Weighted model, int inputs, int outputs) {
    return switch (model) {
      case ModelSpec.Linear l -> layerWeights(inputs, outputs);
      case ModelSpec.Polynomial p -> Math.multiplyExact(outputs, monomials(inputs, p.degree()));
      case ModelSpec.Mlp m -> {
        long total = 0;
        int from = inputs;
        for (int width : m.widths()) {
          total += layerWeights(from, width);
          from = width;
        }
        yield total + layerWeights(from, outputs);
      }
    };
  }

  private static long layerWeights(int inputs, int units) {
    return units * (inputs + 1L);
  }

  /** C(n + k, k), the number of monomials in n letters of degree at most k. */
  private static long monomials(int inputs, int degree) {
    long count = 1;
    for (int k = 1; k <= degree; k++) {
      count = Math.multiplyExact(count, inputs + (long) k) / k;
    }
    return count;
  }

  /** The outputs of a model; it takes as many weights from the iterator as it needs. */
  static List<Expr> outputs(
      ModelSpec.Weighted model, List<Expr> inputs, int outputs, Iterator<Expr> weights) {
    return switch (model) {
      case ModelSpec.Linear l -> layer(inputs, outputs, weights);
      case ModelSpec.Polynomial p -> polynomials(inputs, p.degree(), outputs, weights);
      case ModelSpec.Mlp m -> {
        List<Expr> values = inputs;
        for (int width : m.widths()) {
          values = layer(values, width, weights).stream().map(m.activation()::of).toList();
        }
        yield layer(values, outputs, weights);
      }
    };
  }

  private static List<Expr> layer(List<Expr> inputs, int units, Iterator<Expr> weights) {
    return IntStream.range(0, units).mapToObj(unit -> affine(inputs, weights)).toList();
  }

  /** Σ w_i x_i + b. */
  static Expr affine(List<Expr> inputs, Iterator<Expr> weights) {
    List<Expr> terms = new ArrayList<>();
    inputs.forEach(x -> terms.add(times(weights.next(), x)));
    terms.add(weights.next());
    return sum(terms);
  }

  private static List<Expr> polynomials(
      List<Expr> inputs, int degree, int outputs, Iterator<Expr> weights) {
    List<Expr> monomials = new ArrayList<>();
    for (int total = 0; total <= degree; total++) {
      monomialsOfDegree(inputs, 0, total, List.of(), monomials);
    }
    return IntStream.range(0, outputs)
        .mapToObj(k -> sum(monomials.stream().map(m -> times(weights.next(), m)).toList()))
        .toList();
  }

  private static void monomialsOfDegree(
      List<Expr> inputs, int from, int degree, List<Expr> factors, List<Expr> out) {
    if (degree == 0) {
      out.add(factors.isEmpty() ? number(1) : product(factors));
      return;
    }
    if (from == inputs.size()) {
      return;
    }
    for (int exponent = degree; exponent >= 0; exponent--) {
      List<Expr> more = new ArrayList<>(factors);
      if (exponent > 0) {
        more.add(power(inputs.get(from), exponent));
      }
      monomialsOfDegree(inputs, from + 1, degree - exponent, more, out);
    }
  }
}
