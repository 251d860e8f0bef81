package dev.hence.road.symbolic;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Exponentials e^{τM} of square matrices, τ a time: matrices of symbols E_ij, of which is known
 * that E(0) = I and dE/dτ = M·E, and that E is symmetric if M is. Where M is diagonal, so is E.
 */
final class MatrixExponentials {
  private static final int[] MULTIPLES = {-1, 2, -2, 3, -3};

  private final Terms terms;
  private final Inputs inputs;
  private final MatrixAlgebra algebra;
  private final Map<Key, Rectangle> values = new LinkedHashMap<>();
  private final Map<Term.Symbol, Entry> entries = new HashMap<>();
  private final boolean polynomial;

  private record Key(Rectangle rate, Moment moment) {}

  /** What a symbol stands for: an entry of e^{τM}, M the rate, τ the time at the moment. */
  record Entry(Rectangle rate, Moment moment, int row, int column) {}

  /**
   * @param polynomial whether every exponential is written as a polynomial in its matrix, which
   *     shows more and takes longer
   */
  MatrixExponentials(Terms terms, Inputs inputs, MatrixAlgebra algebra, boolean polynomial) {
    this.terms = terms;
    this.inputs = inputs;
    this.algebra = algebra;
    this.polynomial = polynomial;
  }

  /** Whether there are exponentials that a polynomial would show more of. */
  boolean hidesPolynomials() {
    return !values.isEmpty();
  }

  Optional<Entry> entry(Term.Symbol symbol) {
    return Optional.ofNullable(entries.get(symbol));
  }

  /** The rates of all exponentials at the end of the trajectory. */
  List<Rectangle> rates() {
    return values.keySet().stream()
        .filter(key -> key.moment().equals(Moment.END))
        .map(Key::rate)
        .toList();
  }

  /**
   * The exponential of a matrix.
   *
   * @param moves whether a symbol changes along the trajectory
   * @throws Unsupported unless the exponent is 0, a diagonal matrix, or a time times a matrix that
   *     rests
   */
  Rectangle exponential(Rectangle exponent, java.util.function.Predicate<Term.Symbol> moves) {
    int size = exponent.rows();
    boolean diagonal =
        IntStream.range(0, size * size)
            .allMatch(k -> k / size == k % size || exponent.entries().get(k).equals(terms.zero()));
    if (diagonal) {
      return algebra.diagonal(
          IntStream.range(0, size).mapToObj(k -> terms.exp(exponent.get(k, k))).toList());
    }
    List<Term.Symbol> times =
        Symbols.of(exponent.entries()).stream()
            .filter(s -> inputs.isHorizon(s) || inputs.isClock(s))
            .toList();
    if (times.isEmpty() || polynomial) {
      return new CayleyHamilton(terms, algebra).exponential(exponent);
    }
    if (times.size() != 1) {
      throw new Unsupported("the exponential of a matrix that is not a time times a matrix");
    }
    Term.Symbol time = times.getFirst();
    Rectangle rate = exponent.map(e -> Differentiation.derivative(terms, e, time));
    Substitution atZero = Substitution.of(terms, Map.of(time, terms.zero()));
    boolean linear = exponent.entries().stream().allMatch(e -> atZero.in(e).equals(terms.zero()));
    if (!linear || Symbols.of(rate.entries()).stream().anyMatch(moves)) {
      throw new Unsupported("the exponential of a matrix that is not a time times a constant one");
    }
    return value(rate, inputs.isHorizon(time) ? Moment.END : new Moment.Running(depth(time)));
  }

  private int depth(Term.Symbol time) {
    return IntStream.iterate(0, d -> d + 1)
        .filter(d -> inputs.isClock(time, d))
        .findFirst()
        .orElseThrow();
  }

  /** e^{τM} for the time τ at a moment. */
  Rectangle value(Rectangle rate, Moment moment) {
    if (moment.equals(Moment.START)) {
      return algebra.identity(rate.rows());
    }
    Key key = new Key(rate, moment);
    Rectangle known = values.get(key);
    if (known == null) {
      known = multiple(rate, moment).orElseGet(() -> make(rate, moment));
      values.put(key, known);
    }
    return known;
  }

  /** e^{kτM} is the k-th power of e^{τM}, its inverse for k = −1, where that is known already. */
  private Optional<Rectangle> multiple(Rectangle rate, Moment moment) {
    for (Map.Entry<Key, Rectangle> other : List.copyOf(values.entrySet())) {
      boolean alike =
          other.getKey().moment().equals(moment) && other.getKey().rate().rows() == rate.rows();
      for (int k : alike ? MULTIPLES : new int[0]) {
        if (algebra.scaled(terms.constant(k), other.getKey().rate()).equals(rate)) {
          Rectangle base = other.getValue();
          return Optional.of(
              k > 0
                  ? algebra.power(base, k)
                  : algebra.power(algebra.inverse(base, algebra.determinant(base)), -k));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a term is made of entries of exponentials alone, as their determinants are. */
  boolean isOfExponentials(Term term) {
    return Symbols.of(List.of(term)).stream().allMatch(entries::containsKey);
  }

  private Rectangle make(Rectangle rate, Moment moment) {
    int size = rate.rows();
    String time = moment instanceof Moment.Running ? "t" : inputs.horizon().name();
    return Rectangle.filled(
        size,
        size,
        k -> {
          String text = "(e^{" + time + "M})" + (k / size + 1) + "," + (k % size + 1);
          Term.Symbol symbol = inputs.symbol(text, Domain.REAL);
          entries.put(symbol, new Entry(rate, moment, k / size, k % size));
          return symbol;
        });
  }

  /** d/dτ of an entry: that of M·e^{τM}. */
  Term derivative(Entry entry) {
    Rectangle product = algebra.product(entry.rate(), value(entry.rate(), entry.moment()));
    return product.get(entry.row(), entry.column());
  }
}
