package dev.hence.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every printer asks of an expression before it chooses how to write it. */
record Forms(Notation notation) {
  // Sums

  /** The terms of a sum and of the sums in it. */
  static List<Expr> flat(Expr.Add add) {
    List<Expr> terms = new ArrayList<>();
    for (Expr term : add.terms()) {
      if (term instanceof Expr.Add inner) {
        terms.addAll(flat(inner));
      } else {
        terms.add(term);
      }
    }
    return terms;
  }

  /** What is taken away, if the term is written with a minus. */
  static Optional<Expr> negated(Expr term) {
    return switch (term) {
      case Expr.Negate n -> Optional.of(n.body());
      case Expr.Literal l when l.value().signum() < 0 ->
          Optional.of(new Expr.Literal(l.value().negate()));
      default -> Optional.empty();
    };
  }

  /** Whether a (b c) is (a b) c for these shapes, so that a b c says enough. */
  static boolean associates(Expr.Multiply outer, Expr.Multiply inner) {
    return outer.left().shape().isScalar() || !inner.shape().isScalar();
  }

  /** Whether an entry has a negative power, which without parentheses is an entry of an inverse. */
  static boolean isInverseOfEntry(Expr.Power power) {
    return power.base() instanceof Expr.Entry && negated(power.exponent()).isPresent();
  }

  /** The body of a fold at one end of its range. */
  static Expr at(Expr.Sum s, Expr end) {
    Map<String, Size> letters = SizeForm.of(end).map(e -> Map.of(s.letter(), e)).orElse(Map.of());
    return Trees.map(
        s.body(),
        e ->
            e instanceof Expr.Ref r
                ? new Expr.Ref(
                    r.name(),
                    r.indices().stream()
                        .map(i -> SizeForm.of(i).map(x -> SizeForm.expr(x.with(letters))).orElse(i))
                        .toList(),
                    r.shape())
                : e);
  }

  /** Whether a letter runs as it was declared to, so that the letter says enough. */
  boolean isDeclared(String letter, Range range) {
    return notation.range(letter).equals(Optional.of(range));
  }

  // Entries

  /**
   * A row or a column of a matrix.
   *
   * @param fixed the number of the row or column
   */
  record Slice(Expr matrix, boolean row, Expr fixed) {
    /** The slice that a family of entries is. */
    static Optional<Slice> of(Expr.Family f) {
      if (!(f.body() instanceof Expr.Entry e) || !(e.body().shape() instanceof Shape.Matrix m)) {
        return Optional.empty();
      }
      boolean row = f.shape() instanceof Shape.Row;
      int running = row ? 1 : 0;
      Expr letter = new Expr.Index(f.letters().getFirst());
      Expr fixed = e.indices().get(1 - running);
      boolean whole =
          f.letters().size() == 1
              && e.indices().get(running).equals(letter)
              && !Trees.any(fixed, letter::equals)
              && !Trees.any(e.body(), letter::equals)
              && isWhole(f.ranges().getFirst(), row ? m.columns() : m.rows());
      return whole ? Optional.of(new Slice(e.body(), row, fixed)) : Optional.empty();
    }
  }

  private static boolean isWhole(Range range, Size size) {
    Expr end =
        size.isFixed() ? new Expr.Literal(Rational.of(size.offset())) : new Expr.SizeOf(size);
    return range.lower().equals(new Expr.Literal(Rational.ONE)) && range.upper().equals(end);
  }

  /** Whether it is a name alone, to which an index can be joined. */
  static boolean isPlain(Expr expr) {
    return expr instanceof Expr.Ref r && r.indices().isEmpty();
  }

  /** How many entries of a written matrix stand in a row. */
  static int columns(Expr.Stack s) {
    return switch (s.shape()) {
      case Shape.Scalar x -> 1;
      case Shape.Vector v -> 1;
      case Shape.Row r -> s.entries().size();
      case Shape.Matrix m when m.columns().isFixed() -> m.columns().offset();
      case Shape.Matrix m -> s.entries().size();
    };
  }

  // Times

  /** 0 or a letter: a time that can be written low. */
  static boolean isPlainTime(Expr time) {
    return (time instanceof Expr.Literal l && l.value().signum() == 0) || isPlain(time);
  }

  static boolean hasTime(Expr body) {
    return Trees.any(body, e -> e instanceof Expr.At);
  }

  /** Whether an argument is the state, at whatever time. */
  boolean isState(Expr argument) {
    return (argument instanceof Expr.Ref r && notation.isState(r.name()))
        || (argument instanceof Expr.At a && isState(a.body()));
  }

  /** How many arguments stand before the state, where that comes last. */
  int beforeState(List<Expr> arguments) {
    int states = arguments.size();
    while (states > 0 && isState(arguments.get(states - 1))) {
      states--;
    }
    return states;
  }

  /** Whether a time can be written into the arguments of what is differentiated. */
  boolean reachesInside(Expr body) {
    return body instanceof Expr.Call c
        && notation.isFixed(c.function(), c.indices().size())
        && !hasTime(c);
  }

  // Derivatives

  /** Whether a number is differentiated once or twice by its only argument, a vector or matrix. */
  boolean isGradient(Expr.Call c) {
    if (c.arguments().size() != 1 || c.slots().isEmpty() || takesNumber(c)) {
      return false;
    }
    Shape by = c.arguments().getFirst().shape();
    return switch (c.slots().size()) {
      case 1 -> !by.isScalar() && c.shape().equals(by);
      case 2 -> by instanceof Shape.Vector && c.shape() instanceof Shape.Matrix;
      default -> false;
    };
  }

  /** Whether a function of one number is taken of every entry. */
  private boolean takesNumber(Expr.Call c) {
    List<Parameter> parameters = notation.parameters(c.function(), c.indices().size());
    return parameters.size() == 1 && parameters.getFirst().shape().isScalar();
  }

  /** The arguments of a call, without a last one that stands low in the name already. */
  List<Expr> besideSubscript(Expr.Call c) {
    List<Expr> all = c.arguments();
    boolean low =
        !all.isEmpty()
            && all.getLast() instanceof Expr.Ref r
            && c.function().withoutBar().subscript().equals(Optional.of(r.name()));
    return low ? all.subList(0, all.size() - 1) : all;
  }

  /** The slot by which a function of several arguments is differentiated, if it is one slot. */
  Optional<Parameter> onlySlot(Expr.Call c) {
    List<Parameter> parameters = notation.parameters(c.function(), c.indices().size());
    return c.slots().size() == 1 && c.slots().getFirst() < parameters.size()
        ? Optional.of(parameters.get(c.slots().getFirst()))
        : Optional.empty();
  }

  /** Whether a prime says by what a function is differentiated: of two numbers for losses alone. */
  static boolean takesPrimes(Expr.Call c) {
    boolean output =
        c.arguments().size() == 2
            && Losses.isLoss(c.function())
            && c.arguments().stream().allMatch(a -> a.shape().isScalar())
            && c.slots().stream().allMatch(s -> s == 1);
    return c.slots().size() <= 3 && (c.arguments().size() == 1 || output);
  }

  /**
   * The derivative of a number by the variables that stand in the slots, where each is a name that
   * enters in no other way.
   */
  Optional<Expr> bySlot(Expr.Call c) {
    Expr whole = new Expr.Call(c.function(), c.indices(), c.arguments(), List.of(), Shape.SCALAR);
    for (int slot : c.slots()) {
      boolean plain =
          c.arguments().get(slot) instanceof Expr.Ref variable
              && entersByArguments(c, variable)
              && c.arguments().stream().filter(variable::equals).count() == 1
              && Shape.derivative(whole.shape(), variable.shape()).isPresent();
      if (!plain) {
        return Optional.empty();
      }
      whole = new Expr.Derivative(whole, (Expr.Ref) c.arguments().get(slot));
    }
    return whole.shape().equals(c.shape()) ? Optional.of(whole) : Optional.empty();
  }

  /**
   * Whether a total derivative is to be written with a d: of f(w(λ), λ) by λ, of which ∂ is the
   * derivative by the second argument alone.
   */
  static boolean isTotal(Expr.Derivative d) {
    return d.body() instanceof Expr.Call c
        && c.slots().isEmpty()
        && c.arguments().contains(d.variable())
        && c.arguments().stream()
            .anyMatch(
                a ->
                    Trees.any(
                        a, e -> e instanceof Expr.Call && Trees.any(e, d.variable()::equals)));
  }

  /** The gradient's derivative by the same vector. */
  static boolean isHessian(Expr.Derivative d) {
    return d.body() instanceof Expr.Derivative inner
        && inner.variable().equals(d.variable())
        && inner.body().shape().isScalar()
        && d.variable().shape() instanceof Shape.Vector;
  }

  // Values

  /** {@code f(a)} where that says the same as {@code f(v)} at v = a. */
  Optional<Expr.Call> entered(Expr.Substituted s) {
    if (!(s.body() instanceof Expr.Call c) || !entersByArguments(c, s.variable())) {
      return Optional.empty();
    }
    List<Expr> arguments =
        c.arguments().stream().map(a -> a.equals(s.variable()) ? s.value() : a).toList();
    return Optional.of(new Expr.Call(c.function(), c.indices(), arguments, c.slots(), c.shape()));
  }

  /** Whether a variable is an argument of a call, and enters it in no other way. */
  private boolean entersByArguments(Expr.Call c, Expr.Ref variable) {
    return c.arguments().contains(variable)
        && isBound(c.function(), c.indices().size(), variable)
        && c.arguments().stream().allMatch(a -> a.equals(variable) || isFree(a, variable));
  }

  private boolean isFree(Expr expr, Expr.Ref variable) {
    return !Trees.any(
        expr,
        e ->
            switch (e) {
              case Expr.Ref r -> !isBound(r.name(), r.indices().size(), variable);
              case Expr.Call c -> !isBound(c.function(), c.indices().size(), variable);
              default -> false;
            });
  }

  private boolean isBound(Name name, int indices, Expr.Ref variable) {
    return !name.equals(variable.name()) && notation.isBound(name, indices, variable.name());
  }
}
