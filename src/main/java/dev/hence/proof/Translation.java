package dev.hence.proof;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The meaning of a statement in components, for every size: it does with terms what the evaluator
 * does with numbers. Definitions are unfolded where they are used; derivatives are left to be
 * carried out.
 *
 * <p>Every letter, copy and integration variable that it binds is new.
 */
final class Translation {
  private static final Size ONE = Size.fixed(1);

  private final Statement.Step step;
  private final Scope scope;
  private final Map<String, Letter> free = new LinkedHashMap<>();
  private final Recursions recursions;

  /** Letters of sums, each new. */
  private final List<Letter> bound = new ArrayList<>();

  private final Set<String> reserved = new HashSet<>();
  private final SequencedSet<Name> unfolded = new LinkedHashSet<>();
  private List<Letter> entry = List.of();
  private int count;

  Translation(Statement.Step step) {
    this.step = step;
    this.scope = step.scope();
    this.recursions = new Recursions(this, scope);
    scope.ranges().forEach((letter, range) -> declare(letter, range));
  }

  private void declare(String letter, Range range) {
    Optional<Size> lower = SizeForm.of(range.lower());
    Optional<Size> upper = SizeForm.of(range.upper());
    if (lower.isPresent() && upper.isPresent()) {
      free.put(letter, new Letter(letter, lower.get(), upper.get()));
    }
  }

  /** The letters that are free in the difference, with what they run through. */
  Map<String, Letter> free() {
    return free;
  }

  /** Those of them that number the entries of the sides. */
  List<Letter> entry() {
    return entry;
  }

  /** The definitions that were used. */
  SequencedSet<Name> unfolded() {
    return unfolded;
  }

  /** One entry of left − right, at free letters. */
  Term difference() {
    Scene scene = outermost(Time.NOW);
    Shape shape = step.left().shape();
    if (!shape.equals(step.right().shape())) {
      throw Refused.untranslated("sides of the shapes " + shape + " and " + step.right().shape());
    }
    entry = shape.sizes().stream().map(size -> Letter.entry(fresh("c"), size)).toList();
    entry.forEach(letter -> free.put(letter.name(), letter));
    List<Size> place = entry.stream().map(letter -> Size.letter(letter.name())).toList();
    Term difference =
        Term.minus(value(step.left(), scene).at(place), value(step.right(), scene).at(place));
    boolean untimed = step.horizon().isPresent() && Terms.any(difference, this::isStateNow);
    if (untimed) {
      throw new Refused(Refused.Reason.WRONG_TIME, "a state without a time");
    }
    return difference;
  }

  /**
   * One entry of the difference of two expressions, by letters of its own.
   *
   * @throws Refused if they have different shapes, or no components
   */
  Lemma premise(Condition condition) {
    Scene scene = outermost(Time.NOW);
    Shape shape = condition.left().shape();
    if (!shape.equals(condition.right().shape())) {
      throw Refused.untranslated("a premise with sides of different shapes");
    }
    List<Letter> letters =
        shape.sizes().stream().map(size -> Letter.entry(fresh("p"), size)).toList();
    List<Size> place = letters.stream().map(letter -> Size.letter(letter.name())).toList();
    Term left = value(condition.left(), scene).at(place);
    return new Lemma(
        letters, Term.minus(left, value(condition.right(), scene).at(place)), List.of());
  }

  /** A number that the statement speaks of, where it stands at no time of its own. */
  Term number(Expr expr) {
    return number(expr, outermost(Time.NOW));
  }

  private boolean isStateNow(Term term) {
    return term instanceof Term.Variable v
        && v.copy() == 0
        && v.time().equals(Time.NOW)
        && scope.isState(v.name());
  }

  private Scene outermost(Time time) {
    Map<Name, Time> times = new HashMap<>();
    step.horizon().ifPresent(name -> times.put(name, Time.END));
    return new Scene(Map.of(), Map.of(), Map.of(), times, time, 0);
  }

  /** How fast an entry of a state moves at a time. */
  Term velocity(Term.Variable state) {
    Lambda lambda = scope.dynamics().orElseThrow().velocities().get(state.name());
    Scene scene = outermost(state.time()).ofVelocities();
    return value(lambda.body(), scene.with(lambda.indices(), state.indices())).at(state.entry());
  }

  Recursions recursions() {
    return recursions;
  }

  /** A formula of the document where letters stand for integers, and nothing is bound. */
  Tensor inside(Expr body, List<String> letters, List<Size> values) {
    return value(body, outermost(Time.NOW).with(letters, values));
  }

  /** An integer there. */
  Size index(Expr expr, List<String> letters, List<Size> values) {
    return size(expr, outermost(Time.NOW).with(letters, values));
  }

  boolean moves(Term.Variable variable) {
    return scope.isState(variable.name());
  }

  /** A letter that was neither made before nor brought by a move. */
  String fresh(String letter) {
    String name = letter + "." + ++count;
    return reserved.contains(name) ? fresh(letter) : name;
  }

  /** Keeps letters from being made, as they stand in a goal already. */
  void reserve(Collection<String> letters) {
    reserved.addAll(letters);
  }

  // Integers

  Size size(Expr expr, Scene scene) {
    Expr known =
        Trees.map(
            expr,
            e ->
                e instanceof Expr.Ref r && r.indices().isEmpty() && isLabel(r, scene)
                    ? SizeForm.expr(scene.labels().get(r.name()))
                    : e);
    return SizeForm.of(known)
        .orElseThrow(() -> Refused.untranslated("an index that is no sum of letters and sizes"))
        .with(scene.letters());
  }

  private static boolean isLabel(Expr.Ref ref, Scene scene) {
    return scene.labels().containsKey(ref.name());
  }

  private List<Size> sizes(List<Expr> exprs, Scene scene) {
    return exprs.stream().map(e -> size(e, scene)).toList();
  }

  Letter letter(String name, Range range, Scene scene) {
    Letter letter = new Letter(fresh(name), size(range.lower(), scene), size(range.upper(), scene));
    bound.add(letter);
    return letter;
  }

  /** Whether an integer is surely at least 0, as letters lie in their ranges. */
  boolean isNonnegative(Size size) {
    return new Ranges(free.values()).with(bound).isAtLeast(size, 0);
  }

  /** A sum over new letters, one for each size. */
  private Term over(List<Size> sizes, Function<List<Size>, Term> body) {
    List<Letter> letters = sizes.stream().map(s -> Letter.entry(fresh("k"), s)).toList();
    Term sum = body.apply(letters.stream().map(l -> Size.letter(l.name())).toList());
    for (Letter letter : letters.reversed()) {
      sum = new Term.Over(letter, sum);
    }
    return sum;
  }

  /** 1 where a condition on integers holds, else 0. */
  Term indicator(Condition condition, Scene scene) {
    Size left = size(condition.left(), scene);
    Size right = size(condition.right(), scene);
    return switch (condition.relation()) {
      case EQUAL -> new Term.Delta(left, right);
      case NOT_EQUAL -> Term.minus(Term.ONE, new Term.Delta(left, right));
      case LESS -> new Term.Below(left, right);
      case LESS_OR_EQUAL -> new Term.Below(left, right.plus(1));
      case GREATER -> new Term.Below(right, left);
      case GREATER_OR_EQUAL -> new Term.Below(right, left.plus(1));
      case APPROXIMATELY -> throw Refused.untranslated("≈ as a condition");
    };
  }

  // Values

  Term number(Expr expr, Scene scene) {
    Tensor value = value(expr, scene);
    if (!value.shape().isScalar()) {
      throw Refused.untranslated("a " + value.shape() + " in the place of a number");
    }
    return value.value();
  }

  Shape shape(Expr expr, Scene scene) {
    return expr.shape().with(scene.letters());
  }

  Tensor value(Expr expr, Scene scene) {
    return switch (expr) {
      case Expr.Literal l -> Tensor.scalar(new Term.Numeral(l.value()));
      case Expr.Pi p -> Tensor.scalar(new Term.Opaque("π", List.of()));
      case Expr.Index i -> Tensor.scalar(new Term.Whole(size(i, scene)));
      case Expr.SizeOf s -> Tensor.scalar(new Term.Whole(size(s, scene)));
      case Expr.Ref r -> ref(r, scene);
      case Expr.Call c -> new Calls(this, scope).call(c, scene);
      case Expr.Add a -> {
        List<Tensor> terms = a.terms().stream().map(t -> value(t, scene)).toList();
        terms.forEach(t -> sameShape(terms.getFirst(), t));
        yield new Tensor(
            shape(a, scene), at -> new Term.Sum(terms.stream().map(t -> t.at(at)).toList()));
      }
      case Expr.Negate n -> map(value(n.body(), scene), Term::negative);
      case Expr.Multiply m ->
          product(value(m.left(), scene), value(m.right(), scene), shape(m, scene));
      case Expr.Hadamard h -> zip(value(h.left(), scene), value(h.right(), scene), Term::times);
      case Expr.Divide d -> {
        Term inverse = new Term.Power(number(d.denominator(), scene), -1);
        yield map(value(d.numerator(), scene), t -> Term.times(t, inverse));
      }
      case Expr.Power p -> new Powers(this).power(p, scene);
      case Expr.Root r -> Tensor.scalar(Powers.root(number(r.body(), scene), r.degree()));
      case Expr.Apply a ->
          map(value(a.argument(), scene), t -> new Term.Elementary(a.function(), t));
      case Expr.Abs a ->
          Tensor.scalar(new Term.Opaque("absolute value", List.of(number(a.body(), scene))));
      case Expr.Extremum e ->
          Tensor.scalar(
              new Term.Opaque(
                  e.largest() ? "max" : "min",
                  e.options().stream().map(o -> number(o, scene)).toList()));
      case Expr.Cases c -> {
        Term holds = indicator(c.condition(), scene);
        yield zip(
            value(c.then(), scene),
            value(c.otherwise(), scene),
            (a, b) ->
                new Term.Sum(
                    List.of(Term.times(holds, a), Term.times(Term.minus(Term.ONE, holds), b))));
      }
      case Expr.Inner i -> Tensor.scalar(inner(value(i.left(), scene), value(i.right(), scene)));
      case Expr.Norm n -> Tensor.scalar(Powers.root(square(n, scene), 2));
      case Expr.Transpose t -> {
        Tensor body = value(t.body(), scene);
        yield Tensor.of(body.shape().transposed(), (i, k) -> body.at(k, i));
      }
      case Expr.Trace t -> {
        Tensor body = value(t.body(), scene);
        Size size = body.shape().sizes().isEmpty() ? ONE : body.shape().sizes().getFirst();
        yield Tensor.scalar(over(List.of(size), k -> body.at(k.getFirst(), k.getFirst())));
      }
      case Expr.Diagonal d -> {
        Tensor body = value(d.body(), scene);
        yield Tensor.of(
            shape(d, scene), (i, k) -> Term.times(new Term.Delta(i, k), body.at(List.of(i))));
      }
      case Expr.Entry e -> {
        List<Size> at = sizes(e.indices(), scene);
        Tensor body = value(e.body(), scene);
        if (at.size() != body.shape().sizes().size()) {
          throw Refused.untranslated("an entry with " + at.size() + " indices");
        }
        yield Tensor.scalar(body.at(at));
      }
      case Expr.Identity i -> Tensor.of(shape(i, scene), Term.Delta::new);
      case Expr.Filled f -> new Tensor(shape(f, scene), at -> new Term.Numeral(f.value()));
      case Expr.Stack s -> stack(s, scene);
      case Expr.Family f -> new Binding(this).family(f, scene);
      case Expr.Sum s -> new Binding(this).sum(s, scene);
      case Expr.Integral i -> new Binding(this).integral(i, scene);
      case Expr.Expectation e -> new Binding(this).mean(e, scene);
      case Expr.At a -> {
        Time time = time(a.time(), scene);
        yield value(a.body(), scene.at(time).timed(Name.TIME, time));
      }
      case Expr.TimeDerivative t -> new Motion(this, scope).alongTheFlow(t.body(), scene);
      case Expr.Derivative d -> new Motion(this, scope).derivative(d, scene);
      case Expr.Substituted s -> {
        if (!s.variable().indices().isEmpty()) {
          throw Refused.untranslated("a value for one member of a family");
        }
        Tensor value = value(s.value(), scene);
        Scene inside = scene.untimed(s.variable().name());
        yield value(s.body(), inside.binding(Map.of(s.variable().name().key(0), still(value))));
      }
      case Expr.MatrixExponential m -> new Powers(this).exponential(m, scene);
      case Expr.Determinant d -> throw Refused.untranslated("a determinant");
      case Expr.Kronecker k -> throw Refused.untranslated("a Kronecker product");
      case Expr.Vectorised v -> throw Refused.untranslated("a matrix as a column");
    };
  }

  static Scene.Bound still(Tensor value) {
    return new Scene.Bound(at -> value, Scene.Role.VALUE, false);
  }

  static Tensor map(Tensor value, java.util.function.UnaryOperator<Term> change) {
    return new Tensor(value.shape(), at -> change.apply(value.at(at)));
  }

  private static Tensor zip(Tensor left, Tensor right, BinaryOperator<Term> operator) {
    sameShape(left, right);
    return new Tensor(left.shape(), at -> operator.apply(left.at(at), right.at(at)));
  }

  private static void sameShape(Tensor left, Tensor right) {
    if (!left.shape().equals(right.shape())) {
      throw Refused.untranslated("values of the shapes " + left.shape() + " and " + right.shape());
    }
  }

  Tensor product(Tensor left, Tensor right, Shape shape) {
    if (left.shape().isScalar()) {
      return map(right, t -> Term.times(left.value(), t));
    }
    if (right.shape().isScalar()) {
      return map(left, t -> Term.times(t, right.value()));
    }
    List<Size> across = left.shape().sizes();
    Size inner = left.shape() instanceof Shape.Vector ? ONE : across.getLast();
    List<Size> down = right.shape().sizes();
    Size other = right.shape() instanceof Shape.Row ? ONE : down.getFirst();
    if (!inner.equals(other)) {
      throw Refused.untranslated("a product of " + left.shape() + " and " + right.shape());
    }
    return Tensor.of(
        shape,
        (i, k) ->
            inner.equals(ONE)
                ? Term.times(left.at(i, ONE), right.at(ONE, k))
                : over(
                    List.of(inner),
                    j -> Term.times(left.at(i, j.getFirst()), right.at(j.getFirst(), k))));
  }

  private Term inner(Tensor left, Tensor right) {
    Tensor products = zip(left, right, Term::times);
    return over(products.shape().sizes(), products::at);
  }

  /** The square of a norm, which is smooth. */
  Term square(Expr.Norm norm, Scene scene) {
    Tensor body = value(norm.body(), scene);
    return inner(body, body);
  }

  private Tensor stack(Expr.Stack s, Scene scene) {
    List<Term> entries = s.entries().stream().map(e -> number(e, scene)).toList();
    Shape shape = shape(s, scene);
    Size columns =
        shape instanceof Shape.Matrix m
            ? m.columns()
            : shape instanceof Shape.Row r ? r.size() : ONE;
    if (!columns.isFixed()) {
      throw Refused.untranslated("a matrix written out, of unknown width");
    }
    int width = columns.offset();
    return Tensor.of(
        shape,
        (i, k) -> {
          List<Term> chosen = new ArrayList<>();
          for (int n = 0; n < entries.size(); n++) {
            Term row = new Term.Delta(i, Size.fixed(n / width + 1));
            Term column = new Term.Delta(k, Size.fixed(n % width + 1));
            chosen.add(new Term.Product(List.of(row, column, entries.get(n))));
          }
          return new Term.Sum(chosen);
        });
  }

  // Times

  private Time time(Expr time, Scene scene) {
    if (time instanceof Expr.Literal l && l.value().signum() == 0) {
      return Time.START;
    }
    if (time instanceof Expr.Ref r && r.indices().isEmpty()) {
      Time known = scene.times().get(r.name());
      if (known != null) {
        return known;
      }
    }
    throw new Refused(
        Refused.Reason.WRONG_TIME, "a time other than 0, the end and that of an integral");
  }

  // Names

  /** The time that is in force. */
  Term clock(Scene scene) {
    return ref(new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR), scene).value();
  }

  private Tensor ref(Expr.Ref ref, Scene scene) {
    Time time = ref.indices().isEmpty() ? scene.times().get(ref.name()) : null;
    if (time != null) {
      return Tensor.scalar(time.equals(Time.START) ? Term.ZERO : new Term.Clock(time));
    }
    return lookup(ref.name(), sizes(ref.indices(), scene), ref.shape(), scene);
  }

  /** What a name stands for: what it is bound to, else what it is defined as, else itself. */
  Tensor lookup(Name name, List<Size> indices, Shape shape, Scene scene) {
    Optional<Scene.Bound> bound = scene.bound(name, indices.size());
    if (bound.isPresent()) {
      return bound.get().members().apply(indices);
    }
    if (recursions.isRecursive(name, indices.size())) {
      return recursions.member(name, indices, shape, scene);
    }
    Optional<Definition> definition = scope.definition(name, indices.size());
    if (definition.isPresent()) {
      unfolded.add(name);
      Lambda lambda = definition.get().lambda();
      return value(lambda.body(), scene.deeper().with(lambda.indices(), indices));
    }
    if (scope.isClock(name) && step.horizon().isPresent()) {
      throw new Refused(Refused.Reason.WRONG_TIME, "a time without an integral");
    }
    Time when = scope.isState(name) ? scene.time() : Time.NOW;
    return new Tensor(
        shape.with(scene.letters()), at -> new Term.Variable(name, 0, indices, at, when));
  }

  int nextCopy() {
    return ++count;
  }

  List<Size> indices(List<Expr> exprs, Scene scene) {
    return sizes(exprs, scene);
  }

  void used(Name name) {
    unfolded.add(name);
  }

  /** A new letter for each index of a state of a family, and for each entry of a shape. */
  List<Letter> letters(List<String> indices, Shape shape) {
    Map<String, Size> values = new HashMap<>();
    List<Letter> letters = new ArrayList<>();
    for (String index : indices) {
      Letter range = free.get(index);
      if (range == null) {
        throw Refused.untranslated("the index " + index + " of unknown range");
      }
      Letter letter = range.with(values).renamed(fresh("m"));
      letters.add(letter);
      values.put(index, Size.letter(letter.name()));
    }
    for (Size size : shape.with(values).sizes()) {
      letters.add(Letter.entry(fresh("m"), size));
    }
    return letters;
  }
}
