package dev.hence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random terms have the value of their normal forms, evaluated at sizes by another program. */
class NormalFormTest {
  private static final int TERMS = 400;
  private static final List<String> SIZES = List.of("N", "n");
  private static final double CLOSE = 1e-7;

  private final List<Letter> free =
      List.of(
          new Letter("i", Size.fixed(1), Size.named("N")),
          new Letter("k", Size.fixed(1), Size.named("n")));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theNormalFormHasTheSameValue(long seed) {
    Random random = new Random(seed);
    int compared = 0;
    for (int round = 0; round < TERMS; round++) {
      Term term = new Terms(random).term(4, new ArrayList<>(free));
      Term closed;
      try {
        closed = new NormalForm(new Facts(Scope.EMPTY, Optional.empty()), free).closed(term);
      } catch (Refused refused) {
        continue;
      }
      for (Map<String, Integer> sizes : List.of(Map.of("N", 2, "n", 3), Map.of("N", 3, "n", 1))) {
        Map<String, Integer> letters = Map.of("i", 2, "k", 1);
        OptionalDouble left = value(term, sizes, letters);
        OptionalDouble right = value(closed, sizes, letters);
        if (left.isPresent() && right.isPresent()) {
          double before = left.getAsDouble();
          double after = right.getAsDouble();
          compared++;
          assertThat(Math.abs(after - before))
              .as("seed %d, round %d: %s%nbecomes %s", seed, round, term, closed)
              .isLessThan(CLOSE * (1 + Math.abs(before)));
        }
      }
    }
    assertThat(compared).isGreaterThan(TERMS / 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTermSpeaksOfTheLettersThatAreFreeInIt(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < TERMS; round++) {
      Term term = new Terms(random).term(4, new ArrayList<>(free));
      Set<String> letters = dev.hence.proof.Terms.letters(term);
      assertThat(letters.stream().filter(l -> dev.hence.proof.Terms.speaksOf(term, l)))
          .as("seed %d, round %d: %s", seed, round, term)
          .containsExactlyInAnyOrderElementsOf(dev.hence.proof.Terms.free(term));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theValueLiesBetweenTheBounds(long seed) {
    Random random = new Random(seed);
    int bounded = 0;
    for (int round = 0; round < TERMS; round++) {
      Term term = new Terms(random).term(4, new ArrayList<>(free));
      NormalForm form = new NormalForm(new Facts(Scope.EMPTY, Optional.empty()), free);
      Domain.Interval bounds;
      try {
        bounds = new Bounds(form).of(term);
      } catch (Refused refused) {
        continue;
      }
      bounded += bounds.equals(Intervals.ALL) ? 0 : 1;
      for (double shift : List.of(0.0, -0.8)) {
        OptionalDouble value = value(term, Map.of("N", 2, "n", 3), Map.of("i", 2, "k", 1), shift);
        if (value.isPresent()) {
          double slack = CLOSE * (1 + Math.abs(value.getAsDouble()));
          assertThat(value.getAsDouble())
              .as("seed %d, round %d: %s", seed, round, term)
              .isGreaterThanOrEqualTo(bounds.lower().map(Rational::toDouble).orElse(-1e300) - slack)
              .isLessThanOrEqualTo(bounds.upper().map(Rational::toDouble).orElse(1e300) + slack);
        }
      }
    }
    assertThat(bounded).isGreaterThan(TERMS / 5);
  }

  /** Empty where something is undefined, as what is divided by a sum of nothing. */
  private static OptionalDouble value(
      Term term, Map<String, Integer> sizes, Map<String, Integer> letters) {
    return value(term, sizes, letters, 0);
  }

  private static OptionalDouble value(
      Term term, Map<String, Integer> sizes, Map<String, Integer> letters, double shift) {
    try {
      double value = new Value(sizes, letters, Map.of(), shift).of(term);
      return Math.abs(value) < 1e6 ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (ArithmeticException | SingularMatrixException undefined) {
      return OptionalDouble.empty();
    }
  }

  /** Makes terms. */
  private static final class Terms {
    private final Random random;
    private int bound;

    Terms(Random random) {
      this.random = random;
    }

    private Size index(List<Letter> letters, String size) {
      List<Letter> fitting =
          letters.stream().filter(l -> l.upper().equals(Size.named(size))).toList();
      return fitting.isEmpty() || random.nextInt(6) == 0
          ? Size.fixed(1)
          : Size.letter(fitting.get(random.nextInt(fitting.size())).name());
    }

    Term term(int depth, List<Letter> letters) {
      if (depth == 0) {
        return leaf(letters);
      }
      return switch (random.nextInt(13)) {
        case 0, 1 -> new Term.Sum(List.of(term(depth - 1, letters), term(depth - 1, letters)));
        case 2, 3 -> new Term.Product(List.of(term(depth - 1, letters), term(depth - 1, letters)));
        case 4, 5, 6 -> over(depth, letters);
        case 7 -> new Term.Power(term(depth - 1, letters), random.nextInt(4) - 1);
        case 8 -> elementary(depth, letters);
        case 9 -> function(depth, letters);
        case 10 -> integral(depth, letters);
        case 11 -> withInverse(depth, letters);
        default -> leaf(letters);
      };
    }

    private Term over(int depth, List<Letter> letters) {
      // A name may be that of a letter outside, which it hides.
      String name = random.nextInt(4) == 0 ? "j" : "j" + ++bound;
      int from = random.nextInt(6) == 0 ? 2 : 1;
      Letter letter = new Letter(name, Size.fixed(from), Size.named(SIZES.get(random.nextInt(2))));
      List<Letter> inside = new ArrayList<>(letters);
      inside.removeIf(l -> l.name().equals(name));
      inside.add(letter);
      return new Term.Over(letter, term(depth - 1, inside));
    }

    private Term elementary(int depth, List<Letter> letters) {
      ElementaryFunction[] functions = {
        ElementaryFunction.EXP,
        ElementaryFunction.TANH,
        ElementaryFunction.SIN,
        ElementaryFunction.COS,
        ElementaryFunction.SINH,
        ElementaryFunction.COSH,
        ElementaryFunction.LOG,
        ElementaryFunction.SQRT
      };
      return new Term.Elementary(
          functions[random.nextInt(functions.length)], term(depth - 1, letters));
    }

    private Term function(int depth, List<Letter> letters) {
      Letter own = new Letter("e" + ++bound, Size.fixed(1), Size.named("n"));
      List<Letter> inside = new ArrayList<>(letters);
      inside.add(own);
      List<Term.Partial> partials =
          random.nextBoolean()
              ? List.of()
              : List.of(
                  new Term.Partial(0, List.of(index(letters, "n"))),
                  new Term.Partial(1, List.of()));
      return new Term.Function(
          new Name("F"),
          List.of(),
          partials,
          List.of(
              new Term.Argument(List.of(own), term(depth - 1, inside)),
              new Term.Argument(List.of(), term(depth - 1, letters))),
          List.of());
    }

    /** Σₖ M_{ik} M⁻¹_{kj} a, Σₖ M⁻¹_{ik} M_{kj} a, or with another matrix in the place of M. */
    private Term withInverse(int depth, List<Letter> letters) {
      Letter row = new Letter("r" + ++bound, Size.fixed(1), Size.named("n"));
      Letter column = new Letter("s" + ++bound, Size.fixed(1), Size.named("n"));
      Letter inner = new Letter("t" + ++bound, Size.fixed(1), Size.named("n"));
      Term matrix = matrix(row, column);
      Term other = random.nextInt(3) == 0 ? matrix(row, column) : matrix;
      Size k = Size.letter(inner.name());
      Size i = index(letters, "n");
      Size j = index(letters, "n");
      boolean right = random.nextBoolean();
      Term inverse =
          new Term.Function(
              Term.Function.INVERSE,
              List.of(),
              List.of(),
              List.of(new Term.Argument(List.of(row, column), matrix)),
              right ? List.of(i, k) : List.of(k, j));
      Map<String, Size> at = Map.of(row.name(), right ? k : i, column.name(), right ? j : k);
      Term factor = dev.hence.proof.Terms.with(other, at);
      List<Letter> inside = new ArrayList<>(letters);
      inside.add(inner);
      Term more =
          random.nextBoolean()
              ? Term.ONE
              : term(depth - 1, random.nextBoolean() ? inside : letters);
      return new Term.Over(inner, new Term.Product(List.of(factor, inverse, more)));
    }

    private Term matrix(Letter row, Letter column) {
      Size a = Size.letter(row.name());
      Size b = Size.letter(column.name());
      Term identity = Term.times(Term.of(2), new Term.Delta(a, b));
      Letter m = new Letter("u" + ++bound, Size.fixed(1), Size.named("N"));
      Size u = Size.letter(m.name());
      return switch (random.nextInt(4)) {
        case 0 -> variable("A", List.of(a, b));
        case 1 -> new Term.Sum(List.of(variable("A", List.of(a, b)), identity));
        case 2 ->
            new Term.Sum(
                List.of(
                    new Term.Over(
                        m, Term.times(variable("A", List.of(u, a)), variable("A", List.of(u, b)))),
                    identity));
        default ->
            new Term.Sum(
                List.of(
                    Term.times(variable("x", List.of(a)), variable("x", List.of(b))), identity));
      };
    }

    private Term integral(int depth, List<Letter> letters) {
      String variable = "s" + ++bound;
      Term clock = new Term.Clock(new Time.Running(variable));
      Term body = Term.times(clock, term(depth - 1, letters));
      return new Term.Integral(variable, Term.ZERO, Term.ONE, body);
    }

    private Term leaf(List<Letter> letters) {
      return switch (random.nextInt(8)) {
        case 0 -> new Term.Numeral(Rational.of(random.nextInt(7) - 3, 1 + random.nextInt(2)));
        case 1 -> new Term.Whole(Size.named("N").plus(index(letters, "n")));
        case 2, 3 -> {
          String size = SIZES.get(random.nextInt(2));
          yield new Term.Delta(index(letters, size), index(letters, size));
        }
        case 4 -> new Term.Below(index(letters, "N"), index(letters, "N").plus(1));
        case 5 -> variable("x", List.of(index(letters, "N")));
        default -> variable("A", List.of(index(letters, "N"), index(letters, "n")));
      };
    }

    private static Term variable(String name, List<Size> entry) {
      return new Term.Variable(new Name(name), 0, List.of(), entry, Time.NOW);
    }
  }

  /** Evaluates terms in doubles. */
  private record Value(
      Map<String, Integer> sizes,
      Map<String, Integer> letters,
      Map<String, Double> clocks,
      double shift) {
    private int whole(Size size) {
      return size.value(sizes, letters).orElseThrow();
    }

    private Value with(String letter, int value) {
      Map<String, Integer> more = new HashMap<>(letters);
      more.put(letter, value);
      return new Value(sizes, more, clocks, shift);
    }

    double of(Term term) {
      double value = any(term);
      if (!Double.isFinite(value)) {
        throw new ArithmeticException("undefined");
      }
      return value;
    }

    private double any(Term term) {
      return switch (term) {
        case Term.Numeral n -> n.value().toDouble();
        case Term.Whole w -> whole(w.value());
        case Term.Clock c -> clocks.get(((Time.Running) c.time()).variable());
        case Term.Variable v -> {
          int hash = v.name().latex().hashCode();
          for (Size s : v.entry()) {
            hash = 31 * hash + whole(s);
          }
          yield shift + 0.3 + new Random(hash).nextDouble();
        }
        case Term.Sum s -> s.terms().stream().mapToDouble(this::of).sum();
        case Term.Product p ->
            p.factors().stream().mapToDouble(this::of).reduce(1, (a, b) -> a * b);
        case Term.Power p -> Math.pow(of(p.base()), p.exponent());
        case Term.Elementary e -> elementary(e.function(), of(e.argument()));
        case Term.Over o -> over(o);
        case Term.Delta d -> whole(d.left()) == whole(d.right()) ? 1 : 0;
        case Term.Below b -> whole(b.left()) < whole(b.right()) ? 1 : 0;
        case Term.Function f -> function(f);
        case Term.Integral i -> integral(i);
        case Term.Opaque o -> throw new IllegalArgumentException();
        case Term.Derivative d -> throw new IllegalArgumentException();
        case Term.Let l -> throw new IllegalArgumentException();
      };
    }

    private static double elementary(ElementaryFunction function, double x) {
      return switch (function) {
        case EXP -> Math.exp(x);
        case TANH -> Math.tanh(x);
        case SIN -> Math.sin(x);
        case COS -> Math.cos(x);
        case SINH -> Math.sinh(x);
        case COSH -> Math.cosh(x);
        case LOG -> Math.log(x);
        case SQRT -> Math.sqrt(x);
        default -> throw new IllegalArgumentException();
      };
    }

    private double over(Term.Over o) {
      double sum = 0;
      for (int k = whole(o.letter().lower()); k <= whole(o.letter().upper()); k++) {
        sum += with(o.letter().name(), k).of(o.body());
      }
      return sum;
    }

    /** The sine of a sum of the arguments, with other weights for each entry and partial. */
    private double function(Term.Function f) {
      if (f.isInverse()) {
        return inverse(f);
      }
      double phase = 0;
      for (Term.Partial p : f.partials()) {
        phase += 1 + p.slot() + p.entry().stream().mapToInt(this::whole).sum();
      }
      for (Term.Argument a : f.arguments()) {
        if (a.letters().isEmpty()) {
          phase += of(a.body());
        } else {
          Letter l = a.letters().getFirst();
          for (int k = whole(l.lower()); k <= whole(l.upper()); k++) {
            phase += k * with(l.name(), k).of(a.body());
          }
        }
      }
      return Math.sin(phase);
    }

    private double inverse(Term.Function f) {
      Term.Argument m = f.arguments().getFirst();
      int n = whole(m.letters().getFirst().upper());
      double[][] matrix = new double[n][n];
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          Value at = with(m.letters().getFirst().name(), a + 1);
          matrix[a][b] = at.with(m.letters().getLast().name(), b + 1).of(m.body());
        }
      }
      RealMatrix real = new Array2DRowRealMatrix(matrix);
      return new LUDecomposition(real)
          .getSolver()
          .getInverse()
          .getEntry(whole(f.entry().getFirst()) - 1, whole(f.entry().getLast()) - 1);
    }

    private double integral(Term.Integral i) {
      double sum = 0;
      int parts = 64;
      double lower = of(i.lower());
      double width = (of(i.upper()) - lower) / parts;
      for (int k = 0; k < parts; k++) {
        Map<String, Double> at = new HashMap<>(clocks);
        at.put(i.variable(), lower + (k + 0.5) * width);
        sum += width * new Value(sizes, letters, at, shift).of(i.body());
      }
      return sum;
    }
  }
}
