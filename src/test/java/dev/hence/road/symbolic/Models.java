package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** Models and losses, and the kernel identity of gradient flow for them. */
final class Models {
  /** A model f(x; θ). */
  record Model(
      String name,
      List<Term.Symbol> parameters,
      java.util.function.Function<List<Term.Symbol>, Term> f) {}

  /** A loss ℓ(y, u) and, written as a person would, its derivative in u. */
  record Loss(String name, BinaryOperator<Term> value, BinaryOperator<Term> slope) {}

  /** A claimed equation. */
  record Equation(Term left, Term right) {}

  final Terms t = new Terms();

  List<Term.Symbol> symbols(String name, int n) {
    return IntStream.rangeClosed(1, n).mapToObj(i -> t.symbol(name + i)).toList();
  }

  Model linear(int d) {
    List<Term.Symbol> w = symbols("w", d);
    return new Model("linear", w, x -> dot(w, x));
  }

  Term dot(List<? extends Term> a, List<? extends Term> b) {
    return t.sum(
        IntStream.range(0, a.size()).mapToObj(i -> t.product(a.get(i), b.get(i))).toList());
  }

  /** All monomials up to the degree, each with its own parameter. */
  Model polynomial(int degree, int d) {
    List<List<Integer>> powers = new ArrayList<>();
    exponents(degree, d, List.of(), powers);
    List<Term.Symbol> w = symbols("w", powers.size());
    return new Model(
        "polynomial",
        w,
        x -> {
          List<Term> addends = new ArrayList<>();
          for (int i = 0; i < w.size(); i++) {
            List<Term> factors = new ArrayList<>(List.of(w.get(i)));
            for (int k = 0; k < d; k++) {
              factors.add(t.power(x.get(k), powers.get(i).get(k)));
            }
            addends.add(t.product(factors));
          }
          return t.sum(addends);
        });
  }

  private static void exponents(int left, int d, List<Integer> head, List<List<Integer>> out) {
    if (d == 0) {
      out.add(head);
      return;
    }
    for (int k = 0; k <= left; k++) {
      List<Integer> next = new ArrayList<>(head);
      next.add(k);
      exponents(left - k, d - 1, next, out);
    }
  }

  Model mlp(int h, int d) {
    List<Term.Symbol> all = new ArrayList<>();
    List<Term.Symbol> a = symbols("a", h);
    List<Term.Symbol> b = symbols("b", h);
    all.addAll(a);
    all.addAll(b);
    List<List<Term.Symbol>> w = new ArrayList<>();
    for (int k = 1; k <= h; k++) {
      w.add(symbols("w" + k + "_", d));
      all.addAll(w.get(k - 1));
    }
    Term.Symbol c = t.symbol("c");
    all.add(c);
    return new Model(
        "mlp",
        all,
        x -> {
          List<Term> addends = new ArrayList<>(List.of(c));
          for (int k = 0; k < h; k++) {
            addends.add(t.product(a.get(k), t.tanh(t.sum(b.get(k), dot(w.get(k), x)))));
          }
          return t.sum(addends);
        });
  }

  Loss squared() {
    return new Loss(
        "squared",
        (y, u) ->
            t.product(t.constant(dev.hence.expr.Rational.of(1, 2)), t.power(t.minus(u, y), 2)),
        (y, u) -> t.minus(u, y));
  }

  Loss logistic() {
    return new Loss(
        "logistic",
        (y, u) -> t.log(t.sum(t.one(), t.exp(t.negate(t.product(y, u))))),
        (y, u) -> t.negate(t.quotient(y, t.sum(t.one(), t.exp(t.product(y, u))))));
  }

  /** df(x)/dt along the flow against −Σ_j ℓ'(y_j, f(x_j)) K(x, x_j). */
  Equation kernelIdentity(Model model, Loss loss, int n, int d) {
    return kernelIdentity(model, loss, n, d, Mutant.NONE);
  }

  /** One edit of the right side. */
  enum Mutant {
    NONE,
    SIGN,
    FACTOR_TWO,
    MISSING_SLOPE,
    SWAPPED,
    DROPPED
  }

  Equation kernelIdentity(Model model, Loss loss, int n, int d, Mutant mutant) {
    List<Term.Symbol> x = symbols("x", d);
    List<List<Term.Symbol>> xs = new ArrayList<>();
    for (int j = 1; j <= n; j++) {
      xs.add(symbols("x" + j + "_", d));
    }
    List<Term.Symbol> y = symbols("y", n);
    Term total =
        t.sum(
            IntStream.range(0, n)
                .mapToObj(j -> loss.value().apply(y.get(j), model.f().apply(xs.get(j))))
                .toList());
    java.util.Map<Term.Symbol, Term> velocities = new java.util.LinkedHashMap<>();
    for (Term.Symbol p : model.parameters()) {
      velocities.put(p, t.negate(Differentiation.derivative(t, total, p)));
    }
    Term left = Differentiation.along(t, velocities).of(model.f().apply(x));
    List<Term> addends = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      boolean edited = j == 0;
      Term slope =
          loss.slope()
              .apply(y.get(j), model.f().apply(edited && mutant == Mutant.SWAPPED ? x : xs.get(j)));
      if (edited && mutant == Mutant.MISSING_SLOPE) {
        slope = t.one();
      }
      List<Term> kernel = new ArrayList<>();
      for (Term.Symbol p : model.parameters()) {
        if (edited && mutant == Mutant.DROPPED && p.equals(model.parameters().getLast())) {
          continue;
        }
        kernel.add(
            t.product(
                Differentiation.derivative(t, model.f().apply(x), p),
                Differentiation.derivative(t, model.f().apply(xs.get(j)), p)));
      }
      long sign =
          edited && mutant == Mutant.SIGN ? 1 : edited && mutant == Mutant.FACTOR_TWO ? -2 : -1;
      addends.add(t.product(t.constant(sign), slope, t.sum(kernel)));
    }
    return new Equation(left, t.sum(addends));
  }
}
