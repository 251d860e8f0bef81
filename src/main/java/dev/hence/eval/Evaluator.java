package dev.hence.eval;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;

/**
 * The meaning of expressions: evaluates a tree in any numbers, derivatives by forward-mode
 * automatic differentiation. Knows no rule of algebra.
 *
 * @param <S> the numbers
 */
final class Evaluator<S> {
  final Env<S> env;
  private final Field<S> field;

  Evaluator(Env<S> env) {
    this.env = env;
    this.field = env.field;
  }

  Tensor<S> value(Expr expr) {
    Work.visit();
    return switch (expr) {
      case Expr.Literal l -> Tensor.scalar(field.of(l.value()));
      case Expr.Pi p -> Tensor.scalar(field.pi());
      case Expr.Index i -> integer(env.letterValue(i.letter()));
      case Expr.SizeOf s -> integer(env.sizeValue(s.size()));
      case Expr.Ref r -> ref(r);
      case Expr.Call c -> call(c);
      case Expr.Add a -> fold(a.terms(), field::add);
      case Expr.Negate n -> value(n.body()).map(field::negate);
      case Expr.Multiply m -> product(value(m.left()), value(m.right()));
      case Expr.Hadamard h -> value(h.left()).zip(value(h.right()), field::multiply);
      case Expr.Kronecker k -> kronecker(value(k.left()), value(k.right()));
      case Expr.Vectorised v -> vectorised(value(v.body()));
      case Expr.Divide d -> divide(value(d.numerator()), number(d.denominator()));
      case Expr.Power p -> power(p);
      case Expr.Root r -> Tensor.scalar(field.root(number(r.body()), r.degree()));
      case Expr.Apply a -> value(a.argument()).map(x -> field.apply(a.function(), x));
      case Expr.MatrixExponential m -> exponential(value(m.argument()));
      case Expr.Abs a -> Tensor.scalar(abs(number(a.body())));
      case Expr.Extremum e -> extremum(e);
      case Expr.Cases c -> cases(c);
      case Expr.Inner i -> Tensor.scalar(inner(value(i.left()), value(i.right())));
      case Expr.Norm n -> Tensor.scalar(field.root(square(value(n.body())), 2));
      case Expr.Transpose t -> value(t.body()).transposed();
      case Expr.Trace t -> Tensor.scalar(trace(value(t.body())));
      case Expr.Determinant d -> Tensor.scalar(Matrices.determinant(field, value(d.body())));
      case Expr.Diagonal d -> diagonal(value(d.body()));
      case Expr.Entry e -> entry(e);
      case Expr.Identity i -> identity(env.sizeValue(i.size()));
      case Expr.Filled f -> filled(f.shape(), field.of(f.value()));
      case Expr.Stack s -> stack(s);
      case Expr.Family f -> family(f);
      case Expr.Sum s -> sum(s);
      case Expr.Integral i -> integral(i);
      case Expr.Expectation e -> new Means<>(env).mean(e);
      case Expr.At a -> at(a);
      case Expr.TimeDerivative t -> timeDerivative(t.body());
      case Expr.Derivative d -> derivative(d);
      case Expr.Substituted s -> substituted(s);
    };
  }

  private S number(Expr expr) {
    return value(expr).value();
  }

  private Tensor<S> integer(int value) {
    return Tensor.scalar(field.of(value));
  }

  private Evaluator<S> in(Env<S> other) {
    return new Evaluator<>(other);
  }

  // Names

  private Tensor<S> ref(Expr.Ref ref) {
    Optional<TimePoint> time = ref.indices().isEmpty() ? env.time(ref.name()) : Optional.empty();
    if (time.isPresent()) {
      Optional<Tensor<S>> bound =
          ref.name().equals(Name.TIME)
              ? env.bindings.bound(Name.TIME, List.of())
              : Optional.empty();
      return bound.orElseGet(() -> Tensor.scalar(env.bindings.time(time.get())));
    }
    List<Integer> indices = ref.indices().stream().map(env::integer).toList();
    return lookup(ref.name(), indices, ref.shape());
  }

  /** The time that is in force: a time of the trajectory, or a number of its own. */
  Tensor<S> clock() {
    return ref(new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR));
  }

  Tensor<S> lookup(Name name, List<Integer> indices, Shape shape) {
    Optional<Tensor<S>> bound = env.bindings.bound(name, indices);
    if (bound.isPresent()) {
      return bound.get();
    }
    Optional<Lambda> definition = env.definition(name, indices.size());
    if (definition.isPresent()) {
      String key = name.latex() + indices;
      Optional<Tensor<S>> known = env.remembered(key);
      Tensor<S> value = known.orElseGet(() -> unfold(definition.get(), indices));
      env.remember(key, value);
      return value;
    }
    return env.bindings.input(name, indices, rows(shape), columns(shape));
  }

  /** The value of a moving name: its shape may depend on the letters of its velocity. */
  Tensor<S> lookup(Name name, List<Integer> indices, Lambda velocity) {
    return in(env.withLetters(velocity.indices(), indices))
        .lookup(name, indices, velocity.body().shape());
  }

  Tensor<S> unfold(Lambda lambda, List<Integer> indices) {
    return in(env.withLetters(lambda.indices(), indices)).value(lambda.body());
  }

  private Tensor<S> call(Expr.Call call) {
    List<Integer> indices = call.indices().stream().map(env::integer).toList();
    Lambda lambda =
        env.definition(call.function(), indices.size())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "function " + call.function() + " was given no formula"));
    List<Tensor<S>> arguments = call.arguments().stream().map(this::value).toList();
    Evaluator<S> inside = in(hidden(call, lambda));
    return call.isEntrywise(lambda)
        ? arguments
            .getFirst()
            .map(
                x -> inside.apply(lambda, indices, List.of(Tensor.scalar(x)), call.slots()).value())
        : inside.apply(lambda, indices, arguments, call.slots());
  }

  /** Parameters that are named like a time are none. */
  private Env<S> hidden(Expr.Call call, Lambda lambda) {
    Env<S> inside = env;
    for (Name name : call.shadowing(lambda)) {
      inside = inside.withoutTime(name);
    }
    return inside;
  }

  private Tensor<S> apply(
      Lambda lambda, List<Integer> indices, List<Tensor<S>> arguments, List<Integer> slots) {
    if (slots.isEmpty()) {
      Map<Name, Tensor<S>> values = new HashMap<>();
      List<Parameter> parameters = lambda.parameters();
      for (int k = 0; k < parameters.size(); k++) {
        values.put(parameters.get(k).name(), arguments.get(k));
      }
      Env<S> inside = env.withBindings(new Layers.Parameters<>(env.bindings, values));
      return in(inside.withLetters(lambda.indices(), indices)).value(lambda.body());
    }
    int slot = slots.getFirst();
    Tensor<S> moving = arguments.get(slot);
    DualField<S> dual = new DualField<>(field, moving.size());
    List<Tensor<Dual<S>>> lifted = new ArrayList<>();
    for (int k = 0; k < arguments.size(); k++) {
      lifted.add(k == slot ? seeded(dual, moving) : arguments.get(k).map(dual::constant));
    }
    Env<Dual<S>> above =
        env.lifted(dual, new Layers.Moving<>(env.bindings, dual, new Motions.Resting<>(dual)));
    Tensor<Dual<S>> result =
        new Evaluator<>(above).apply(lambda, indices, lifted, slots.subList(1, slots.size()));
    Shape shape = lambda.body().shape();
    for (int inner : slots.subList(1, slots.size())) {
      shape = Shape.derivative(shape, lambda.parameters().get(inner).shape()).orElseThrow();
    }
    return partials(dual, result, shape, moving, lambda.parameters().get(slot).shape());
  }

  private Tensor<S> substituted(Expr.Substituted s) {
    Tensor<S> value = value(s.value());
    if (!s.variable().indices().isEmpty()) {
      throw EvaluationException.unsupported("a value for one member of a family");
    }
    Map<Name, Tensor<S>> values = Map.of(s.variable().name(), value);
    Env<S> inside = env.withBindings(new Layers.Parameters<>(env.bindings, values));
    return in(inside.withoutTime(s.variable().name())).value(s.body());
  }

  // Arithmetic

  private Tensor<S> fold(List<Expr> terms, BinaryOperator<S> operator) {
    Tensor<S> result = value(terms.getFirst());
    for (Expr term : terms.subList(1, terms.size())) {
      result = result.zip(value(term), operator);
    }
    return result;
  }

  private Tensor<S> product(Tensor<S> left, Tensor<S> right) {
    if (left.isScalar()) {
      return right.map(x -> field.multiply(left.value(), x));
    }
    return right.isScalar()
        ? left.map(x -> field.multiply(x, right.value()))
        : left.times(right, field);
  }

  private Tensor<S> kronecker(Tensor<S> left, Tensor<S> right) {
    int columns = left.columns() * right.columns();
    return Tensor.filled(
        left.rows() * right.rows(),
        columns,
        k -> {
          int row = k / columns;
          int column = k % columns;
          return field.multiply(
              left.get(row / right.rows(), column / right.columns()),
              right.get(row % right.rows(), column % right.columns()));
        });
  }

  private static <S> Tensor<S> vectorised(Tensor<S> matrix) {
    return Tensor.filled(matrix.size(), 1, k -> matrix.get(k % matrix.rows(), k / matrix.rows()));
  }

  private Tensor<S> divide(Tensor<S> numerator, S denominator) {
    return numerator.map(x -> field.divide(x, denominator));
  }

  private Tensor<S> power(Expr.Power power) {
    Expr exponent = power.exponent();
    OptionalInt half = half(exponent);
    if (power.base() instanceof Expr.Norm norm && half.isPresent()) {
      return Tensor.scalar(field.power(square(value(norm.body())), half.getAsInt()));
    }
    if (power.base() instanceof Expr.Abs abs && half.isPresent()) {
      return Tensor.scalar(field.power(number(abs.body()), 2 * half.getAsInt()));
    }
    Tensor<S> base = value(power.base());
    OptionalInt whole = Integers.value(exponent, env);
    if (whole.isPresent()) {
      int n = whole.getAsInt();
      return power.base().shape().isScalar()
          ? Tensor.scalar(field.power(base.value(), n))
          : Matrices.power(field, base, n);
    }
    if (!power.base().shape().isScalar()) {
      throw EvaluationException.unsupported("a matrix to a power that is no known whole number");
    }
    Optional<Rational> fraction = fraction(exponent);
    if (fraction.isPresent()) {
      Rational q = fraction.get();
      S root = field.root(base.value(), q.denominator().intValueExact());
      return Tensor.scalar(field.power(root, q.numerator().intValueExact()));
    }
    return Tensor.scalar(field.power(base.value(), number(exponent)));
  }

  /** A literal fraction with a small denominator. */
  private static Optional<Rational> fraction(Expr exponent) {
    return switch (exponent) {
      case Expr.Literal l when l.value().denominator().bitLength() <= Integers.MOST_ROOT_BITS ->
          Optional.of(l.value());
      case Expr.Divide d
          when d.numerator() instanceof Expr.Literal n
              && d.denominator() instanceof Expr.Literal m
              && m.value().signum() != 0 ->
          fraction(new Expr.Literal(n.value().dividedBy(m.value())));
      case Expr.Negate n -> fraction(n.body()).map(Rational::negate);
      default -> Optional.empty();
    };
  }

  /** Half of a positive even exponent: such powers of a norm are smooth everywhere. */
  private static OptionalInt half(Expr exponent) {
    return exponent instanceof Expr.Literal l
            && l.value().signum() > 0
            && l.value().compareTo(Rational.of(100)) < 0
            && l.value().dividedBy(Rational.of(2)).isInteger()
        ? OptionalInt.of(l.value().intValueExact() / 2)
        : OptionalInt.empty();
  }

  private Tensor<S> exponential(Tensor<S> matrix) {
    int n = matrix.rows();
    return new Tensor<>(n, n, field.matrixExponential(n, matrix.entries()));
  }

  private S abs(S x) {
    return field.choose(x, () -> x, () -> field.negate(x));
  }

  private Tensor<S> extremum(Expr.Extremum e) {
    S best = number(e.options().getFirst());
    for (Expr option : e.options().subList(1, e.options().size())) {
      best = better(e.largest(), best, number(option));
    }
    return Tensor.scalar(best);
  }

  private S better(boolean larger, S best, S other) {
    S difference = field.subtract(best, other);
    return larger
        ? field.choose(difference, () -> best, () -> other)
        : field.choose(difference, () -> other, () -> best);
  }

  private Tensor<S> cases(Expr.Cases c) {
    Condition condition = c.condition();
    Optional<Boolean> holds = Integers.holds(condition, env);
    if (holds.isPresent()) {
      return value(holds.get() ? c.then() : c.otherwise());
    }
    Relation relation = condition.relation();
    if (!relation.isInequality()) {
      throw EvaluationException.unsupported("cases by an equation between real numbers");
    }
    S left = number(condition.left());
    S right = number(condition.right());
    Tensor<S> then = value(c.then());
    Tensor<S> otherwise = value(c.otherwise());
    if (c.open()) {
      return apart(c, field.subtract(left, right), then, otherwise);
    }
    boolean larger = relation == Relation.GREATER || relation == Relation.GREATER_OR_EQUAL;
    return relation.isStrict()
        ? atLeast(larger ? right : left, larger ? left : right, otherwise, then)
        : atLeast(larger ? left : right, larger ? right : left, then, otherwise);
  }

  /** The same where there is no value if the sides of the condition are equal. */
  private Tensor<S> apart(Expr.Cases c, S difference, Tensor<S> then, Tensor<S> otherwise) {
    boolean larger =
        c.condition().relation() == Relation.GREATER
            || c.condition().relation() == Relation.GREATER_OR_EQUAL;
    Tensor<S> above = larger ? then : otherwise;
    Tensor<S> below = larger ? otherwise : then;
    return above.zip(below, (a, b) -> field.select(difference, a, b));
  }

  /** One of two values: the first where a ≥ b, else the second. */
  private Tensor<S> atLeast(S a, S b, Tensor<S> first, Tensor<S> second) {
    S difference = field.subtract(a, b);
    return first.zip(
        second,
        (x, y) ->
            isOneOf(x, a, b) && isOneOf(y, a, b)
                ? field.choose(difference, () -> x, () -> y)
                : field.jump(difference, () -> x, () -> y));
  }

  /** Values that are compared meet where they are equal. */
  private static <S> boolean isOneOf(S value, S a, S b) {
    return value.equals(a) || value.equals(b);
  }

  private S inner(Tensor<S> left, Tensor<S> right) {
    List<S> products = left.zip(right, field::multiply).entries();
    return products.stream().reduce(field::add).orElseGet(field::zero);
  }

  private S square(Tensor<S> value) {
    return inner(value, value);
  }

  private S trace(Tensor<S> matrix) {
    S sum = matrix.get(0, 0);
    for (int k = 1; k < matrix.rows(); k++) {
      sum = field.add(sum, matrix.get(k, k));
    }
    return sum;
  }

  private Tensor<S> diagonal(Tensor<S> vector) {
    int n = vector.size();
    return Tensor.filled(n, n, k -> k / n == k % n ? vector.entries().get(k / n) : field.zero());
  }

  private Tensor<S> identity(int n) {
    return Tensor.filled(n, n, k -> k / n == k % n ? field.one() : field.zero());
  }

  private Tensor<S> filled(Shape shape, S value) {
    return Tensor.filled(rows(shape), columns(shape), k -> value);
  }

  private Tensor<S> stack(Expr.Stack s) {
    List<S> entries = s.entries().stream().map(this::number).toList();
    return new Tensor<>(rows(s.shape()), columns(s.shape()), entries);
  }

  private Tensor<S> entry(Expr.Entry e) {
    Tensor<S> body = value(e.body());
    List<Integer> at = e.indices().stream().map(env::integer).toList();
    int row = at.getFirst() - 1;
    int column = at.size() > 1 ? at.get(1) - 1 : 0;
    boolean flat = at.size() == 1 && body.rows() == 1;
    int position = flat ? row : row * body.columns() + column;
    boolean inside =
        row >= 0 && column >= 0 && position < body.size() && (flat || column < body.columns());
    if (!inside) {
      throw EvaluationException.domain("entry " + at + " of " + body.rows() + "×" + body.columns());
    }
    return Tensor.scalar(body.entries().get(position));
  }

  // Binders

  private Tensor<S> family(Expr.Family f) {
    List<Tensor<S>> members = new ArrayList<>();
    members(f, 0, env, members);
    List<S> entries = members.stream().map(Tensor::value).toList();
    return new Tensor<>(rows(f.shape()), columns(f.shape()), entries);
  }

  private void members(Expr.Family f, int depth, Env<S> at, List<Tensor<S>> out) {
    if (depth == f.letters().size()) {
      out.add(in(at).value(f.body()));
      return;
    }
    Range range = f.ranges().get(depth);
    for (int k = at.integer(range.lower()); k <= at.integer(range.upper()); k++) {
      members(f, depth + 1, at.withLetter(f.letters().get(depth), k), out);
    }
  }

  private Tensor<S> sum(Expr.Sum s) {
    int lower = env.integer(s.range().lower());
    int upper = env.integer(s.range().upper());
    Tensor<S> total = null;
    for (int k = lower; k <= upper; k++) {
      Env<S> at = env.withLetter(s.letter(), k);
      if (s.conditions().stream().allMatch(c -> holds(c, at))) {
        Tensor<S> term = in(at).value(s.body());
        total = total == null ? term : folded(s.fold(), total, term);
      }
    }
    return total != null ? total : ofNothing(s);
  }

  private Tensor<S> folded(Fold fold, Tensor<S> total, Tensor<S> term) {
    return switch (fold) {
      case SUM -> total.zip(term, field::add);
      case PRODUCT -> product(total, term);
      case LARGEST -> total.zip(term, (a, b) -> better(true, a, b));
      case SMALLEST -> total.zip(term, (a, b) -> better(false, a, b));
    };
  }

  private Tensor<S> ofNothing(Expr.Sum s) {
    return switch (s.fold()) {
      case SUM -> filled(s.shape(), field.zero());
      case PRODUCT ->
          s.shape().isScalar() ? filled(s.shape(), field.one()) : identity(rows(s.shape()));
      case LARGEST, SMALLEST ->
          throw EvaluationException.unsupported("the " + s.fold().text() + " of no numbers");
    };
  }

  private static boolean holds(Condition condition, Env<?> at) {
    return Integers.holds(condition, at)
        .orElseThrow(
            () -> EvaluationException.unsupported("a sum over what satisfies more than integers"));
  }

  // Times and derivatives

  private Tensor<S> integral(Expr.Integral i) {
    if (!isZero(i.lower()) || !isEnd(i.upper())) {
      return ordinary(i);
    }
    Env<S> inside =
        env.withBindings(env.bindings.at(TimePoint.RUNNING))
            .withTime(i.variable(), TimePoint.RUNNING);
    return in(inside).value(i.body()).map(env.bindings::integrate);
  }

  private static boolean isZero(Expr lower) {
    return lower instanceof Expr.Literal l && l.value().signum() == 0;
  }

  private boolean isEnd(Expr upper) {
    return upper instanceof Expr.Ref r
        && r.indices().isEmpty()
        && env.time(r.name()).filter(t -> t == TimePoint.END).isPresent();
  }

  /** An integral over a variable that is bound by it alone. */
  private Tensor<S> ordinary(Expr.Integral i) {
    return new KinkedIntegral<>(field, (numbers, x) -> integrand(i, numbers, x))
        .between(number(i.lower()), number(i.upper()));
  }

  private Tensor<S> integrand(Expr.Integral i, Field<S> numbers, S x) {
    Map<Name, Tensor<S>> values = Map.of(i.variable(), Tensor.scalar(x));
    Env<S> inside = env.lifted(numbers, new Layers.Parameters<>(env.bindings, values));
    return in(inside.withoutTime(i.variable())).value(i.body());
  }

  /** The body at a time, and the time itself there: E = t² x at T is T² x_T. */
  private Tensor<S> at(Expr.At at) {
    TimePoint time = time(at.time());
    Env<S> then = env.withBindings(env.bindings.at(time)).withTime(Name.TIME, time);
    return in(then).value(at.body());
  }

  private TimePoint time(Expr time) {
    if (time instanceof Expr.Literal l && l.value().signum() == 0) {
      return TimePoint.START;
    }
    if (time instanceof Expr.Ref r && r.indices().isEmpty()) {
      Optional<TimePoint> known = env.time(r.name());
      if (known.isPresent()) {
        return known.get();
      }
    }
    throw EvaluationException.unsupported(
        "a time other than 0, the end and the time of integration");
  }

  private Tensor<S> timeDerivative(Expr body) {
    DualField<S> dual = new DualField<>(field, 1);
    Layers.Motion<S> flow = new Motions.Flow<>(this, dual);
    Env<Dual<S>> above = env.lifted(dual, new Layers.Moving<>(env.bindings, dual, flow));
    return new Evaluator<>(above).value(body).map(d -> partial(dual, d, 0));
  }

  private Tensor<S> derivative(Expr.Derivative d) {
    Expr.Ref variable = d.variable();
    List<Integer> indices = variable.indices().stream().map(env::integer).toList();
    Tensor<S> value = ref(variable);
    DualField<S> dual = new DualField<>(field, value.size());
    Layers.Motion<S> motion =
        new Motions.One<>(
            variable.name(), indices, seeded(dual, value), dual, env.interpretation, env.bindings);
    Env<S> base = indices.isEmpty() ? env.withoutTime(variable.name()) : env;
    Env<Dual<S>> above = base.lifted(dual, new Layers.Moving<>(base.bindings, dual, motion));
    Tensor<Dual<S>> body = new Evaluator<>(above).value(d.body());
    return partials(dual, body, d.body().shape(), value, variable.shape());
  }

  private static <S> Tensor<Dual<S>> seeded(DualField<S> dual, Tensor<S> value) {
    return Tensor.filled(
        value.rows(), value.columns(), k -> dual.variable(value.entries().get(k), k));
  }

  /** Arranges the partials by {@link Shape#derivative}: a vector stays one at size 1. */
  private static <S> Tensor<S> partials(
      DualField<S> dual, Tensor<Dual<S>> body, Shape shape, Tensor<S> variable, Shape moving) {
    if (shape.isScalar()) {
      return Tensor.filled(
          variable.rows(), variable.columns(), k -> partial(dual, body.value(), k));
    }
    if (moving.isScalar()) {
      return body.map(d -> partial(dual, d, 0));
    }
    int n = variable.size();
    return Tensor.filled(body.size(), n, k -> partial(dual, body.entries().get(k / n), k % n));
  }

  /** A derivative exists only where the function does: (log x)′ = 1/x for positive x alone. */
  private static <S> S partial(DualField<S> dual, Dual<S> body, int direction) {
    return dual.base().given(dual.partial(body, direction), body.value());
  }

  private int rows(Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> 1;
      case Shape.Vector v -> env.sizeValue(v.size());
      case Shape.Row r -> 1;
      case Shape.Matrix m -> env.sizeValue(m.rows());
    };
  }

  private int columns(Shape shape) {
    return rows(shape.transposed());
  }
}
