package dev.hence.mutant;

import dev.hence.claim.Declaration;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes every step that differs from a given one by a single slip, from its tree. Independent of
 * the edits that Hence itself tries for its diagnosis: those are what it takes back, these are what
 * people do.
 */
public final class Mutator {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr TWO = new Expr.Literal(Rational.of(2));

  private final Statement.Step step;
  private final Map<List<Expr>, Mutant> mutants = new LinkedHashMap<>();

  private Mutator(Statement.Step step) {
    this.step = step;
  }

  /** All mutants of a step, each once. */
  public static List<Mutant> of(Statement.Step step) {
    Mutator mutator = new Mutator(step);
    mutator.everywhere();
    return List.copyOf(mutator.mutants.values());
  }

  /** Takes a changed node to its place in the side in which it stands. */
  private interface Sink {
    void take(Slip slip, Expr changed);
  }

  private void everywhere() {
    Set<String> letters = Letters.free(step);
    if (!step.right().equals(ZERO)) {
      add(Slip.SIGN, step.left(), negated(step.right()));
      add(Slip.FACTOR_TWO, step.left(), new Expr.Multiply(TWO, step.right()));
    } else {
      add(Slip.SIGN, negated(step.left()), step.right());
      add(Slip.FACTOR_TWO, new Expr.Multiply(TWO, step.left()), step.right());
    }
    inside(step.left(), letters, Set.of(), (slip, left) -> add(slip, left, step.right()));
    inside(step.right(), letters, Set.of(), (slip, right) -> add(slip, step.left(), right));
  }

  private void inside(Expr expr, Set<String> letters, Set<Name> times, Sink sink) {
    here(expr, letters, times, sink);
    List<Expr> parts = Trees.children(expr);
    for (int k = 0; k < parts.size(); k++) {
      int at = k;
      if (isFixed(expr, k)) {
        continue;
      }
      Set<String> below = new HashSet<>(letters);
      below.addAll(Letters.boundIn(expr, k));
      Set<Name> timesBelow = new HashSet<>(times);
      if (expr instanceof Expr.Integral integral) {
        timesBelow.add(integral.variable());
      }
      inside(
          parts.get(k),
          below,
          timesBelow,
          (slip, part) -> {
            List<Expr> changed = new ArrayList<>(parts);
            changed.set(at, part);
            rebuilt(expr, changed).ifPresent(whole -> sink.take(slip, whole));
          });
    }
  }

  /**
   * The name by which is differentiated or substituted, and times: they are changed as a whole.
   * Denominators stay as they are, for nothing is to be divided by 0.
   */
  private static boolean isFixed(Expr expr, int part) {
    return switch (expr) {
      case Expr.Derivative d -> part == 1;
      case Expr.Substituted s -> true;
      case Expr.At a -> part == 1;
      case Expr.Divide d -> part == 1;
      case Expr.Integral i -> part < 2;
      default -> false;
    };
  }

  /** None where the parts no longer fit: what cannot be written down cannot be a slip either. */
  private static Optional<Expr> rebuilt(Expr expr, List<Expr> parts) {
    try {
      Expr whole = Trees.rebuilt(expr, parts);
      return whole.shape().equals(expr.shape()) ? Optional.of(whole) : Optional.empty();
    } catch (NoSuchElementException misfit) {
      return Optional.empty();
    }
  }

  private void here(Expr expr, Set<String> letters, Set<Name> times, Sink sink) {
    switch (expr) {
      case Expr.Add a -> terms(a, sink);
      case Expr.Negate n -> sink.take(Slip.SIGN, n.body());
      case Expr.Power p when p.exponent().equals(TWO) -> sink.take(Slip.LOST_SQUARE, p.base());
      case Expr.Sum s when s.adds() -> sum(s, letters, sink);
      case Expr.Ref r -> ref(r, letters, times, sink);
      case Expr.Call c -> call(c, sink);
      case Expr.At a -> time(a, sink);
      case Expr.Integral i -> integral(i, sink);
      case Expr.Inner i -> inner(i, sink);
      case Expr.Norm n -> norm(n, letters, sink);
      case Expr.Multiply m -> product(m, sink);
      case Expr.Divide d -> putLike(Slip.LOST_FACTOR, d, d.numerator(), sink);
      case Expr.Transpose t -> putLike(Slip.TRANSPOSE, t, t.body(), sink);
      default -> {}
    }
    boolean square =
        expr.shape() instanceof Shape.Matrix m
            && m.rows().equals(m.columns())
            && !(expr instanceof Expr.Transpose);
    if (square) {
      sink.take(Slip.TRANSPOSE, new Expr.Transpose(expr));
    }
  }

  // Terms and factors

  private void terms(Expr.Add add, Sink sink) {
    for (int k = 0; k < add.terms().size(); k++) {
      Expr term = add.terms().get(k);
      sink.take(Slip.SIGN, with(add, k, negated(term)));
      sink.take(Slip.FACTOR_TWO, with(add, k, new Expr.Multiply(TWO, term)));
      List<Expr> rest = new ArrayList<>(add.terms());
      rest.remove(k);
      sink.take(Slip.LOST_TERM, rest.size() == 1 ? rest.getFirst() : new Expr.Add(rest));
    }
  }

  private static Expr with(Expr.Add add, int k, Expr term) {
    List<Expr> terms = new ArrayList<>(add.terms());
    terms.set(k, term);
    return new Expr.Add(terms);
  }

  private static Expr negated(Expr expr) {
    return expr instanceof Expr.Negate n ? n.body() : new Expr.Negate(expr);
  }

  private void product(Expr.Multiply m, Sink sink) {
    putLike(Slip.LOST_FACTOR, m, m.right(), sink);
    putLike(Slip.LOST_FACTOR, m, m.left(), sink);
    boolean matrices =
        m.left().shape() instanceof Shape.Matrix && m.right().shape() instanceof Shape.Matrix;
    if (matrices && m.left().shape().equals(m.right().shape())) {
      sink.take(Slip.TRANSPOSE, new Expr.Multiply(/* left= */ m.right(), /* right= */ m.left()));
    }
  }

  // Sums and indices

  /** The first term alone, and the term without saying for which index. */
  private void sum(Expr.Sum sum, Set<String> letters, Sink sink) {
    sink.take(Slip.LOST_SUM, Letters.at(sum.body(), sum.letter(), sum.range().lower()));
    boolean sayable =
        !letters.contains(sum.letter()) && step.scope().ranges().containsKey(sum.letter());
    if (sayable) {
      sink.take(Slip.LOST_SUM, sum.body());
    }
  }

  private void ref(Expr.Ref ref, Set<String> letters, Set<Name> times, Sink sink) {
    indices(
        ref.indices(), letters, changed -> new Expr.Ref(ref.name(), changed, ref.shape()), sink);
    points(ref, letters, sink);
    boolean end = step.horizon().filter(ref.name()::equals).isPresent();
    if (end && ref.indices().isEmpty() && !times.contains(ref.name())) {
      sink.take(Slip.TIME, ZERO);
    }
  }

  private void indices(
      List<Expr> indices, Set<String> letters, Function<List<Expr>, Expr> rebuilt, Sink sink) {
    for (int k = 0; k < indices.size(); k++) {
      for (String letter : letters.stream().sorted().toList()) {
        if (!(indices.get(k) instanceof Expr.Index)) {
          continue;
        }
        List<Expr> changed = new ArrayList<>(indices);
        changed.set(k, new Expr.Index(letter));
        sink.take(Slip.INDEX, rebuilt.apply(changed));
      }
    }
  }

  /** x for x_j, x_j for x, x' for x. */
  private void points(Expr.Ref ref, Set<String> letters, Sink sink) {
    for (Declaration.Variable v : step.scope().variables().values()) {
      boolean kin = plain(v.name()).equals(plain(ref.name())) && v.shape().equals(ref.shape());
      boolean same = v.name().equals(ref.name()) && v.indices().size() == ref.indices().size();
      if (!kin || same) {
        continue;
      }
      if (v.indices().isEmpty()) {
        sink.take(Slip.POINT, new Expr.Ref(v.name(), List.of(), v.shape()));
      } else {
        for (String letter : letters.stream().sorted().toList()) {
          List<Expr> index = Collections.nCopies(v.indices().size(), new Expr.Index(letter));
          sink.take(Slip.POINT, new Expr.Ref(v.name(), index, v.shape()));
        }
      }
    }
  }

  private static String plain(Name name) {
    return name.latex().replace("'", "");
  }

  // Functions and derivatives

  private void call(Expr.Call call, Sink sink) {
    List<Expr> arguments = call.arguments();
    for (int a = 0; a < arguments.size(); a++) {
      for (int b = a + 1; b < arguments.size(); b++) {
        if (arguments.get(a).shape().equals(arguments.get(b).shape())) {
          List<Expr> swapped = new ArrayList<>(arguments);
          Collections.swap(swapped, a, b);
          sink.take(Slip.SWAPPED, call(call, swapped, call.slots()));
        }
      }
    }
    if (!call.slots().isEmpty() && call.shape().isScalar()) {
      sink.take(Slip.LOST_PRIME, call(call, arguments, List.of()));
      sink.take(Slip.LOST_PRIME, ONE);
      for (int slot = 0; slot < arguments.size(); slot++) {
        if (arguments.get(slot).shape().isScalar()) {
          sink.take(Slip.GRADIENT, call(call, arguments, List.of(slot)));
        }
      }
    }
  }

  private static Expr call(Expr.Call call, List<Expr> arguments, List<Integer> slots) {
    return new Expr.Call(call.function(), call.indices(), arguments, slots, call.shape());
  }

  private void inner(Expr.Inner inner, Sink sink) {
    sink.take(Slip.SWAPPED, new Expr.Inner(/* left= */ inner.right(), /* right= */ inner.left()));
    boolean gradients =
        inner.left() instanceof Expr.Derivative && inner.right() instanceof Expr.Derivative;
    if (gradients) {
      Expr.Derivative a = (Expr.Derivative) inner.left();
      Expr.Derivative b = (Expr.Derivative) inner.right();
      for (int k = 0; k < arguments(a).size() && k < arguments(b).size(); k++) {
        Expr byA = arguments(a).get(k);
        Expr byB = arguments(b).get(k);
        if (byA instanceof Expr.Ref x && byB instanceof Expr.Ref y && x.shape().equals(y.shape())) {
          Expr left = new Expr.Derivative(a.body(), x);
          sink.take(Slip.GRADIENT, new Expr.Inner(left, new Expr.Derivative(b.body(), y)));
        }
      }
    }
  }

  private static List<Expr> arguments(Expr.Derivative d) {
    return d.body() instanceof Expr.Call c ? c.arguments() : List.of();
  }

  /** Under a norm a gradient may have any shape. */
  private void norm(Expr.Norm norm, Set<String> letters, Sink sink) {
    Set<Expr> gradients = new HashSet<>();
    Trees.walk(
        norm.body(),
        e -> {
          if (e instanceof Expr.Derivative) {
            gradients.add(e);
          }
        });
    for (Expr gradient : gradients) {
      Expr.Derivative d = (Expr.Derivative) gradient;
      for (Expr.Ref by : others(d, letters)) {
        Expr wrong = new Expr.Derivative(d.body(), by);
        try {
          sink.take(Slip.GRADIENT, Trees.map(norm, e -> e.equals(d) ? wrong : e));
        } catch (NoSuchElementException misfit) {
          // not a slip that could be written down
        }
      }
    }
  }

  /** What else the differentiated function has for arguments, or else the data behind it. */
  private List<Expr.Ref> others(Expr.Derivative d, Set<String> letters) {
    List<Expr.Ref> others = new ArrayList<>();
    for (Expr argument : arguments(d)) {
      if (argument instanceof Expr.Ref r && !r.equals(d.variable())) {
        others.add(r);
      }
    }
    if (others.isEmpty() && letters.isEmpty()) {
      new Data(step.scope()).behind(d.body()).forEach(others::add);
      others.remove(d.variable());
    }
    return others;
  }

  // Times

  private void time(Expr.At at, Sink sink) {
    List<Expr> instants = new ArrayList<>(List.of(ZERO));
    step.horizon().ifPresent(h -> instants.add(new Expr.Ref(h, List.of(), Shape.SCALAR)));
    for (Expr instant : instants) {
      sink.take(Slip.TIME, new Expr.At(at.body(), instant));
    }
  }

  private void integral(Expr.Integral integral, Sink sink) {
    Expr variable = new Expr.Ref(integral.variable(), List.of(), Shape.SCALAR);
    Expr atEnd = Trees.map(integral.body(), e -> e.equals(variable) ? integral.upper() : e);
    sink.take(Slip.LOST_INTEGRAL, atEnd);
    sink.take(Slip.LOST_INTEGRAL, new Expr.Multiply(integral.upper(), atEnd));
  }

  // Collecting

  private void putLike(Slip slip, Expr old, Expr changed, Sink sink) {
    if (changed.shape().equals(old.shape())) {
      sink.take(slip, changed);
    }
  }

  private void add(Slip slip, Expr left, Expr right) {
    boolean unchanged = left.equals(step.left()) && right.equals(step.right());
    if (!unchanged) {
      mutants.putIfAbsent(
          List.of(left, right), new Mutant(step, slip, step.with(left, step.relation(), right)));
    }
  }
}
