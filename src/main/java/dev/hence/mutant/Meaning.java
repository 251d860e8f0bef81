package dev.hence.mutant;

import dev.hence.claim.Definition;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** The plain meaning of formulas in decimals: derivatives are difference quotients. */
final class Meaning {
  private final Place place;

  Meaning(Place place) {
    this.place = place;
  }

  /**
   * The value of a formula.
   *
   * @throws Unjudged where it says what is not known here
   * @throws ArithmeticException where it has no value
   */
  Table of(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> Table.number(Point.decimal(l.value()));
      case Expr.Pi p -> Table.number(ApfloatMath.pi(Table.DIGITS));
      case Expr.Index i -> Table.number(letter(i.letter()));
      case Expr.SizeOf s -> Table.number(size(s.size()));
      case Expr.Ref r -> ref(r);
      case Expr.Call c -> new Calls(place, this).of(c);
      case Expr.Add a -> a.terms().stream().map(this::of).reduce(Table::plus).orElseThrow();
      case Expr.Negate n -> of(n.body()).map(Apfloat::negate);
      case Expr.Multiply m -> of(m.left()).times(of(m.right()));
      case Expr.Hadamard h -> of(h.left()).zip(of(h.right()), Apfloat::multiply);
      case Expr.Divide d -> divided(of(d.numerator()), number(d.denominator()));
      case Expr.Power p -> power(p);
      case Expr.Root r -> of(r.body()).map(x -> root(x, r.degree()));
      case Expr.Apply a -> of(a.argument()).map(x -> elementary(a.function(), x));
      case Expr.Abs a -> of(a.body()).map(ApfloatMath::abs);
      case Expr.Extremum e -> extremum(e);
      case Expr.Cases c -> holds(c.condition()) ? of(c.then()) : of(c.otherwise());
      case Expr.Inner i -> Table.number(of(i.left()).inner(of(i.right())));
      case Expr.Norm n -> Table.number(norm(of(n.body())));
      case Expr.Transpose t -> of(t.body()).transposed();
      case Expr.Trace t -> trace(of(t.body()));
      case Expr.Determinant d -> Table.number(Elimination.determinant(of(d.body())));
      case Expr.Diagonal d -> diagonal(of(d.body()));
      case Expr.Entry e -> entry(e);
      case Expr.Identity i -> Table.identity(size(i.size()));
      case Expr.Filled f ->
          Table.of(rows(f.shape()), columns(f.shape()), k -> Point.decimal(f.value()));
      case Expr.Stack s ->
          new Table(
              rows(s.shape()), columns(s.shape()), s.entries().stream().map(this::number).toList());
      case Expr.Sum s -> sum(s);
      case Expr.Family f -> family(f);
      case Expr.TimeDerivative t -> new Slopes(place).inTime(t.body());
      case Expr.Derivative d -> new Slopes(place).of(d);
      case Expr.Substituted s ->
          new Meaning(
                  place.with(s.variable().name(), indices(s.variable().indices()), of(s.value())))
              .of(s.body());
      case Expr.Kronecker k -> throw new Unjudged("Kronecker products");
      case Expr.Vectorised v -> throw new Unjudged("stacked matrices");
      case Expr.MatrixExponential m -> of(m.argument()).exponential();
      case Expr.Integral i -> throw new Unjudged("integrals");
      case Expr.Expectation e -> throw new Unjudged("expectations");
      case Expr.At a -> throw new Unjudged("times");
    };
  }

  Apfloat number(Expr expr) {
    return of(expr).value();
  }

  List<Integer> indices(List<Expr> indices) {
    return indices.stream().map(this::integer).toList();
  }

  private int integer(Expr expr) {
    Apfloat value = number(expr);
    if (!value.isInteger()) {
      throw new Unjudged("an index that is no integer");
    }
    return value.intValue();
  }

  private int letter(String letter) {
    return Optional.ofNullable(place.letters().get(letter))
        .orElseThrow(() -> new Unjudged("the letter " + letter));
  }

  int size(Size size) {
    int sum = 0;
    for (Size.Term term : size.terms()) {
      int product = term.coefficient();
      for (Size.Part part : term.parts()) {
        product *=
            switch (part) {
              case Size.Part.Letter l -> letter(l.letter());
              case Size.Part.Named n ->
                  Optional.ofNullable(place.sizes().get(n.key()))
                      .orElseThrow(() -> new Unjudged("the size " + n));
            };
      }
      sum += product;
    }
    return sum;
  }

  int rows(Shape shape) {
    return switch (shape) {
      case Shape.Scalar s -> 1;
      case Shape.Vector v -> size(v.size());
      case Shape.Row r -> 1;
      case Shape.Matrix m -> size(m.rows());
    };
  }

  int columns(Shape shape) {
    return rows(shape.transposed());
  }

  private Table ref(Expr.Ref r) {
    List<Integer> indices = indices(r.indices());
    Optional<Table> given = place.given(r.name(), indices);
    if (given.isPresent()) {
      return given.get();
    }
    if (place.moved().isPresent() && place.scope().isState(r.name())) {
      Place.Moved moved = place.moved().get();
      Lambda velocity = place.scope().dynamics().orElseThrow().velocities().get(r.name());
      Place from = moved.from();
      Place inside = from;
      for (int k = 0; k < velocity.indices().size(); k++) {
        inside = inside.with(velocity.indices().get(k), indices.get(k));
      }
      Table speed = new Meaning(inside).of(velocity.body());
      return new Meaning(from).of(r).plus(speed.scaled(moved.by()));
    }
    if (place.moved().isPresent() && place.scope().isClock(r.name())) {
      Place.Moved moved = place.moved().get();
      return new Meaning(moved.from()).of(r).plus(Table.number(moved.by()));
    }
    Optional<Definition> definition = place.scope().definition(r);
    if (definition.isPresent()) {
      Lambda lambda = definition.get().lambda();
      Place inside = place;
      for (int k = 0; k < lambda.indices().size(); k++) {
        inside = inside.with(lambda.indices().get(k), indices.get(k));
      }
      return new Meaning(inside).of(lambda.body());
    }
    return place.point().variable(r.name(), indices, rows(r.shape()), columns(r.shape()));
  }

  private static Table divided(Table numerator, Apfloat denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by 0");
    }
    return numerator.map(x -> x.divide(denominator));
  }

  private Table power(Expr.Power p) {
    Table base = of(p.base());
    Apfloat exponent = number(p.exponent());
    if (exponent.isInteger()) {
      return base.isNumber()
          ? Table.number(ApfloatMath.pow(base.value(), exponent.longValue()))
          : base.power(exponent.intValue());
    }
    return Table.number(ApfloatMath.pow(base.value(), exponent));
  }

  private static Apfloat root(Apfloat x, int degree) {
    if (x.signum() < 0 && degree % 2 == 1) {
      return root(x.negate(), degree).negate();
    }
    return x.signum() == 0 ? x : ApfloatMath.root(x, degree);
  }

  private static Apfloat elementary(ElementaryFunction function, Apfloat x) {
    return switch (function) {
      case EXP -> ApfloatMath.exp(x);
      case LOG -> ApfloatMath.log(x);
      case SQRT -> root(x, 2);
      case SIN -> ApfloatMath.sin(x);
      case COS -> ApfloatMath.cos(x);
      case TAN -> ApfloatMath.tan(x);
      case ARCSIN -> ApfloatMath.asin(x);
      case ARCCOS -> ApfloatMath.acos(x);
      case ARCTAN -> ApfloatMath.atan(x);
      case SINH -> ApfloatMath.sinh(x);
      case COSH -> ApfloatMath.cosh(x);
      case TANH -> ApfloatMath.tanh(x);
      case ARSINH -> ApfloatMath.asinh(x);
      case ARCOSH -> ApfloatMath.acosh(x);
      case ARTANH -> ApfloatMath.atanh(x);
      case ERF -> throw new Unjudged("the error function");
    };
  }

  private Table extremum(Expr.Extremum e) {
    return e.options().stream()
        .map(this::of)
        .reduce((a, b) -> (a.value().compareTo(b.value()) >= 0) == e.largest() ? a : b)
        .orElseThrow();
  }

  boolean holds(Condition condition) {
    int order = number(condition.left()).compareTo(number(condition.right()));
    return switch (condition.relation()) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case APPROXIMATELY -> throw new Unjudged("an approximate condition");
    };
  }

  private static Apfloat norm(Table value) {
    return root(value.inner(value), 2);
  }

  private static Table trace(Table matrix) {
    Apfloat sum = Table.ZERO;
    for (int k = 0; k < matrix.rows(); k++) {
      sum = sum.add(matrix.at(k, k));
    }
    return Table.number(sum);
  }

  private static Table diagonal(Table vector) {
    int n = vector.entries().size();
    return Table.of(n, n, k -> k / n == k % n ? vector.entries().get(k / n) : Table.ZERO);
  }

  private Table entry(Expr.Entry e) {
    Table body = of(e.body());
    List<Integer> at = indices(e.indices());
    if (at.size() == 1) {
      return Table.number(
          body.rows() == 1 ? body.at(0, at.getFirst() - 1) : body.at(at.getFirst() - 1, 0));
    }
    return Table.number(body.at(at.get(0) - 1, at.get(1) - 1));
  }

  private Table sum(Expr.Sum s) {
    List<Table> terms = new ArrayList<>();
    for (int k = integer(s.range().lower()); k <= integer(s.range().upper()); k++) {
      Meaning at = new Meaning(place.with(s.letter(), k));
      if (s.conditions().stream().allMatch(at::holds)) {
        terms.add(at.of(s.body()));
      }
    }
    return switch (s.fold()) {
      case SUM ->
          terms.stream()
              .reduce(Table::plus)
              .orElseGet(() -> Table.of(rows(s.shape()), columns(s.shape()), k -> Table.ZERO));
      case PRODUCT ->
          terms.stream().reduce(Table::times).orElseGet(() -> Table.identity(rows(s.shape())));
      case LARGEST, SMALLEST -> throw new Unjudged("extrema over an index");
    };
  }

  private Table family(Expr.Family f) {
    List<Apfloat> entries = new ArrayList<>();
    members(f, 0, entries);
    return new Table(rows(f.shape()), columns(f.shape()), entries);
  }

  private void members(Expr.Family f, int depth, List<Apfloat> entries) {
    if (depth == f.letters().size()) {
      entries.add(number(f.body()));
      return;
    }
    int last = integer(f.ranges().get(depth).upper());
    for (int k = integer(f.ranges().get(depth).lower()); k <= last; k++) {
      new Meaning(place.with(f.letters().get(depth), k)).members(f, depth + 1, entries);
    }
  }
}
