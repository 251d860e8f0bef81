package dev.hence.model;

import static dev.hence.model.Formulas.power;
import static dev.hence.model.Formulas.sum;
import static dev.hence.model.Formulas.times;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A family of smooth functions that stands for an arbitrary one.
 *
 * <p>Of numbers z_1, …, z_n, each output is a constant, linear, quadratic and cubic terms in each
 * z_i, a product z_i z_k for each pair (for neighbours alone when n > 6), and a tanh of an affine
 * function of all, each with a free coefficient. At one point the derivatives up to the third in
 * any single z_i, and those up to the second in any pair (any neighbours), take every value
 * independently; the tanh brings in all higher ones.
 *
 * <p>The coefficients are free variables {@code c^{(f)}_1}, {@code c^{(f)}_2}, …; those of a family
 * of functions have its indices, so that its members differ.
 */
final class GenericFunction {
  private static final int ALL_PAIRS = 6;

  private GenericFunction() {}

  /** The number of free coefficients. */
  static long coefficients(int inputs, int outputs) {
    long pairs = pairs(inputs).count();
    return outputs * (1 + 3L * inputs + pairs + (inputs + 2L));
  }

  /** The outputs at the given numbers. */
  static List<Expr> outputs(Signature signature, List<Expr> inputs, int outputs) {
    Iterator<Expr> coefficients = coefficients(signature);
    return IntStream.range(0, outputs).mapToObj(k -> output(inputs, coefficients)).toList();
  }

  /** The free coefficients of a function, one after the other. */
  static Iterator<Expr> coefficients(Signature signature) {
    return IntStream.iterate(1, k -> k + 1).mapToObj(k -> coefficient(signature, k)).iterator();
  }

  private static Expr output(List<Expr> inputs, Iterator<Expr> coefficients) {
    List<Expr> terms = new ArrayList<>();
    terms.add(coefficients.next());
    for (int degree = 1; degree <= 3; degree++) {
      for (Expr z : inputs) {
        terms.add(times(coefficients.next(), power(z, degree)));
      }
    }
    pairs(inputs.size())
        .map(pair -> times(inputs.get(pair[0]), inputs.get(pair[1])))
        .forEach(product -> terms.add(times(coefficients.next(), product)));
    Expr outer = coefficients.next();
    Expr inner = WeightedModels.affine(inputs, coefficients);
    terms.add(times(outer, Activation.TANH.of(inner)));
    return sum(terms);
  }

  private static Stream<int[]> pairs(int inputs) {
    return IntStream.range(0, inputs)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(i + 1, inputs <= ALL_PAIRS ? inputs : Math.min(i + 2, inputs))
                    .mapToObj(k -> new int[] {i, k}));
  }

  private static Expr coefficient(Signature signature, int k) {
    Name name = new Name("c^{(" + signature.name().latex() + ")}_" + subscript(k));
    List<Expr> members = signature.indices().stream().<Expr>map(Expr.Index::new).toList();
    return new Expr.Ref(name, members, Shape.SCALAR);
  }

  private static String subscript(int k) {
    return k < 10 ? Integer.toString(k) : "{" + k + "}";
  }
}
