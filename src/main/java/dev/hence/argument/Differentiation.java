package dev.hence.argument;

import dev.hence.argument.Slope.Open;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of differentiation on formulas as they are written, one at a time. */
final class Differentiation {
  /** What a rule makes of an open derivative. */
  record Result(Idea idea, Expr expr) {}

  private final Scope scope;
  private final Depends depends;
  private final Replacing replacing;
  private final Adjoint adjoint;
  private final Set<String> around;

  Differentiation(Scope scope) {
    this(scope, Set.of());
  }

  /** In a formula with these letters, which no renamed sum takes. */
  private Differentiation(Scope scope, Set<String> around) {
    this.scope = scope;
    this.around = around;
    this.depends = new Depends(scope);
    this.replacing = new Replacing(scope);
    this.adjoint = new Adjoint(depends);
  }

  /** An idea carried out at the outermost derivatives that it fits; empty if there is none. */
  Optional<Expr> by(Idea idea, Expr expr) {
    Differentiation here = new Differentiation(scope, Replacing.lettersOf(List.of(expr)));
    Expr done = Tidy.of(here.carried(idea, expr));
    if (done.equals(expr)) {
      return Optional.empty();
    }
    return idea == Idea.LINEARITY ? by(idea, done).or(() -> Optional.of(done)) : Optional.of(done);
  }

  private Expr carried(Idea idea, Expr expr) {
    Optional<Open> open = Open.of(expr);
    if (open.isPresent()) {
      Optional<Result> result = step(open.get().slope(), open.get().body());
      if (result.isPresent()) {
        return result.get().idea() == idea ? settled(result.get().expr()) : expr;
      }
      if (open.get().body() instanceof Expr.Ref) {
        return expr;
      }
    }
    return Trees.rebuilt(
        expr, Trees.children(expr).stream().map(part -> carried(idea, part)).toList());
  }

  /** The derivatives of sums and constants, which a rule has brought in, are taken at once. */
  private Expr settled(Expr expr) {
    Optional<Open> open = Open.of(expr);
    if (open.isPresent()) {
      Optional<Result> result =
          step(open.get().slope(), open.get().body()).filter(r -> r.idea() == Idea.LINEARITY);
      return result.isPresent() ? settled(result.get().expr()) : expr;
    }
    return Trees.rebuilt(expr, Trees.children(expr).stream().map(this::settled).toList());
  }

  /** One rule; empty if nothing can be done. */
  Optional<Result> step(Slope slope, Expr body) {
    if (!slope.moves(body, depends)) {
      return Optional.of(new Result(Idea.LINEARITY, Expr.zero(slope.of(body).shape())));
    }
    return variable(slope, body)
        .or(() -> linear(slope, body))
        .or(() -> slope.isOne() ? forward(slope, body) : gradient(slope, body));
  }

  // Variables

  private Optional<Result> variable(Slope slope, Expr body) {
    Optional<Expr> value =
        switch (slope) {
          case Slope.Flow f when body instanceof Expr.Ref r && scope.isState(r.name()) ->
              Optional.of(Velocities.of(r, scope)).filter(Velocities::isDotted);
          case Slope.Flow f when body instanceof Expr.Ref r && scope.isClock(r.name()) ->
              Optional.of(Tidy.ONE);
          case Slope.Flow f -> Optional.empty();
          case Slope.By by when body.equals(by.variable()) -> itself(by.variable());
          case Slope.By by
              when body instanceof Expr.Ref r
                  && r.name().equals(by.variable().name())
                  && r.indices().size() == by.variable().indices().size()
                  && r.shape().isScalar() ->
              Optional.of(same(r.indices(), by.variable().indices()));
          case Slope.By by -> Optional.empty();
          case Slope.ByEntry by
              when body instanceof Expr.Entry e && e.body().equals(by.variable()) ->
              Optional.of(same(e.indices(), by.indices()));
          case Slope.ByEntry by -> Optional.empty();
        };
    return value.map(e -> new Result(Idea.LINEARITY, e));
  }

  private static Optional<Expr> itself(Expr.Ref variable) {
    return switch (variable.shape()) {
      case Shape.Scalar s -> Optional.of(Tidy.ONE);
      case Shape.Vector v -> Optional.of(new Expr.Identity(v.size()));
      default -> Optional.empty();
    };
  }

  /** 1 where all indices agree, else 0. */
  private static Expr same(List<Expr> a, List<Expr> b) {
    Expr product = Tidy.ONE;
    for (int k = 0; k < a.size(); k++) {
      Condition agree = new Condition(a.get(k), Relation.EQUAL, b.get(k));
      Expr one = a.get(k).equals(b.get(k)) ? Tidy.ONE : new Expr.Cases(agree, Tidy.ONE, Tidy.ZERO);
      product = Tidy.isOne(product) ? one : new Expr.Multiply(product, one);
    }
    return product;
  }

  // Linear

  private Optional<Result> linear(Slope slope, Expr body) {
    return linearly(slope, body).map(e -> new Result(Idea.LINEARITY, e));
  }

  private Optional<Expr> linearly(Slope slope, Expr body) {
    return switch (body) {
      case Expr.Add a -> Optional.of(Tidy.sum(a.terms().stream().map(slope::of).toList()));
      case Expr.Negate n -> Optional.of(new Expr.Negate(slope.of(n.body())));
      case Expr.Multiply m
          when !slope.moves(m.left(), depends)
              && (slope.isOne()
                  || m.left().shape().isScalar()
                  || m.shape() instanceof Shape.Vector) ->
          Optional.of(new Expr.Multiply(m.left(), slope.of(m.right())));
      case Expr.Multiply m
          when !slope.moves(m.right(), depends)
              && (slope.isOne() || m.right().shape().isScalar()) ->
          Optional.of(new Expr.Multiply(slope.of(m.left()), m.right()));
      case Expr.Divide d when !slope.moves(d.denominator(), depends) ->
          Optional.of(new Expr.Divide(slope.of(d.numerator()), d.denominator()));
      case Expr.Transpose t when slope.isOne() ->
          Optional.of(new Expr.Transpose(slope.of(t.body())));
      case Expr.Trace t when slope.isOne() -> Optional.of(new Expr.Trace(slope.of(t.body())));
      case Expr.Entry e when slope instanceof Slope.Flow ->
          Optional.of(new Expr.Entry(slope.of(e.body()), e.indices()));
      case Expr.Sum s when s.adds() -> Optional.of(sum(slope, s));
      default -> Optional.empty();
    };
  }

  /**
   * Σ of the derivatives; the letter is renamed where the derivative is by a member of that name.
   */
  private Expr sum(Slope slope, Expr.Sum s) {
    Set<String> outside =
        switch (slope) {
          case Slope.Flow f -> Set.of();
          case Slope.By by -> Replacing.lettersOf(by.variable().indices());
          case Slope.ByEntry by -> Replacing.lettersOf(by.indices());
        };
    Set<String> taken = new HashSet<>(around);
    taken.addAll(outside);
    Expr.Sum apart =
        outside.contains(s.letter()) ? replacing.renamed(s, replacing.fresh(s, taken)) : s;
    return new Expr.Sum(
        apart.fold(), apart.letter(), apart.range(), apart.conditions(), slope.of(apart.body()));
  }

  // Forward: by one number

  private Optional<Result> forward(Slope slope, Expr body) {
    return switch (body) {
      case Expr.Multiply m -> product(sum(slope, m.left(), m.right(), Expr.Multiply::new));
      case Expr.Hadamard h -> product(sum(slope, h.left(), h.right(), Expr.Hadamard::new));
      case Expr.Inner i when i.left().equals(i.right()) ->
          product(new Expr.Multiply(Tidy.TWO, new Expr.Inner(i.left(), slope.of(i.right()))));
      case Expr.Inner i -> product(sum(slope, i.left(), i.right(), Expr.Inner::new));
      case Expr.Divide d -> Optional.of(new Result(Idea.QUOTIENT, quotient(slope, d)));
      case Expr.Power p when !slope.moves(p.exponent(), depends) -> power(slope, p);
      case Expr.Norm n -> chain(new Expr.Divide(new Expr.Inner(n.body(), slope.of(n.body())), n));
      case Expr.Root r when r.degree() == 2 -> chain(root(slope.of(r.body()), r));
      case Expr.Apply a when a.shape().isScalar() -> elementary(slope, a);
      case Expr.Integral i
          when !slope.moves(i.lower(), depends) && !slope.moves(i.upper(), depends) ->
          Optional.of(
              new Result(
                  Idea.INTEGRAL,
                  new Expr.Integral(i.variable(), i.lower(), i.upper(), slope.of(i.body()))));
      case Expr.Call c
          when scope.definition(c).isEmpty()
              || !c.slots().isEmpty()
              || slope instanceof Slope.Flow ->
          call(slope, c);
      case Expr.Call c ->
          c.arguments().stream().anyMatch(a -> !(a instanceof Expr.Ref))
              ? call(slope, c)
              : Optional.empty();
      case Expr.Ref r when slope instanceof Slope.Flow && scope.definition(r).isPresent() ->
          alongTheFlow(r);
      case Expr.Derivative d when slope instanceof Slope.Flow && d.body().shape().isScalar() ->
          alongTheFlow(d);
      default -> Optional.empty();
    };
  }

  private interface Join {
    Expr of(Expr left, Expr right);
  }

  private Expr sum(Slope slope, Expr left, Expr right, Join join) {
    List<Expr> terms = new ArrayList<>();
    if (slope.moves(left, depends)) {
      terms.add(join.of(slope.of(left), right));
    }
    if (slope.moves(right, depends)) {
      terms.add(join.of(left, slope.of(right)));
    }
    return Tidy.sum(terms);
  }

  private static Optional<Result> product(Expr expr) {
    return Optional.of(new Result(Idea.PRODUCT, expr));
  }

  private static Optional<Result> chain(Expr expr) {
    return Optional.of(new Result(Idea.CHAIN, expr));
  }

  private Expr quotient(Slope slope, Expr.Divide d) {
    Expr below = new Expr.Multiply(d.numerator(), slope.of(d.denominator()));
    Expr square = new Expr.Power(d.denominator(), Tidy.TWO);
    if (!slope.moves(d.numerator(), depends)) {
      return new Expr.Negate(new Expr.Divide(below, square));
    }
    Expr above = new Expr.Multiply(slope.of(d.numerator()), d.denominator());
    return new Expr.Divide(new Expr.Add(List.of(above, new Expr.Negate(below))), square);
  }

  private Optional<Result> power(Slope slope, Expr.Power p) {
    boolean two = p.exponent().equals(Tidy.TWO);
    if (two && p.base() instanceof Expr.Norm n) {
      return chain(new Expr.Multiply(Tidy.TWO, new Expr.Inner(n.body(), slope.of(n.body()))));
    }
    if (!p.shape().isScalar()) {
      return Optional.empty();
    }
    return Optional.of(
        new Result(
            p.base() instanceof Expr.Ref ? Idea.POWER : Idea.CHAIN,
            new Expr.Multiply(lowered(p), slope.of(p.base()))));
  }

  static Expr lowered(Expr.Power p) {
    if (p.exponent().equals(Tidy.TWO)) {
      return new Expr.Multiply(Tidy.TWO, p.base());
    }
    Expr less =
        p.exponent() instanceof Expr.Literal l
            ? Tidy.number(l.value().plus(dev.hence.expr.Rational.of(-1)))
            : new Expr.Add(List.of(p.exponent(), new Expr.Negate(Tidy.ONE)));
    return new Expr.Multiply(p.exponent(), new Expr.Power(p.base(), less));
  }

  private static Expr root(Expr slope, Expr root) {
    return new Expr.Divide(slope, new Expr.Multiply(Tidy.TWO, root));
  }

  private static Optional<Result> elementary(Slope slope, Expr.Apply a) {
    Expr inner = slope.of(a.argument());
    if (a.function() == ElementaryFunction.SQRT) {
      return chain(root(inner, a));
    }
    if (a.function() == ElementaryFunction.LOG) {
      return chain(new Expr.Divide(inner, a.argument()));
    }
    return outer(a).flatMap(o -> chain(new Expr.Multiply(o, inner)));
  }

  /** g'(x) for an elementary g. */
  static Optional<Expr> outer(Expr.Apply a) {
    Expr x = a.argument();
    return switch (a.function()) {
      case EXP -> Optional.of(a);
      case SIN -> Optional.of(new Expr.Apply(ElementaryFunction.COS, x));
      case COS -> Optional.of(new Expr.Negate(new Expr.Apply(ElementaryFunction.SIN, x)));
      case SINH -> Optional.of(new Expr.Apply(ElementaryFunction.COSH, x));
      case COSH -> Optional.of(new Expr.Apply(ElementaryFunction.SINH, x));
      case TANH ->
          Optional.of(
              new Expr.Add(List.of(Tidy.ONE, new Expr.Negate(new Expr.Power(a, Tidy.TWO)))));
      case LOG -> Optional.of(new Expr.Divide(Tidy.ONE, x));
      case SQRT, TAN, ARCSIN, ARCCOS, ARCTAN, ARSINH, ARCOSH, ARTANH, ERF -> Optional.empty();
    };
  }

  /** Σ over the arguments that move of the partial derivative there, times the slope. */
  private Optional<Result> call(Slope slope, Expr.Call c) {
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < c.arguments().size(); k++) {
      Expr argument = c.arguments().get(k);
      if (slope.moves(argument, depends)) {
        Optional<Expr> term = term(slope, c, k);
        if (term.isEmpty()) {
          return Optional.empty();
        }
        terms.add(term.get());
      }
    }
    boolean open = terms.isEmpty() || terms.equals(List.of(slope.of(c)));
    return open ? Optional.empty() : chain(Tidy.sum(terms));
  }

  private Optional<Expr> term(Slope slope, Expr.Call c, int slot) {
    Expr argument = c.arguments().get(slot);
    if (argument.shape().isScalar()) {
      boolean itself =
          slope instanceof Slope.By by
              && argument.equals(by.variable())
              && c.arguments().size() > 1;
      return Optional.of(
          itself ? slope.of(c) : new Expr.Multiply(Partial.of(c, slot), slope.of(argument)));
    }
    boolean entrywise = c.arguments().size() == 1 && c.shape().equals(argument.shape());
    if (entrywise) {
      return Optional.of(new Expr.Hadamard(Partial.entrywise(c), slope.of(argument)));
    }
    if (c.shape().isScalar()) {
      return Optional.of(new Expr.Inner(Partial.of(c, slot), slope.of(argument)));
    }
    return c.shape() instanceof Shape.Vector && argument.shape() instanceof Shape.Vector
        ? Optional.of(new Expr.Multiply(Partial.of(c, slot), slope.of(argument)))
        : Optional.empty();
  }

  /** {@code ⟨∇_θ L, θ̇⟩} for something that the states move, each a plain name. */
  private Optional<Result> alongTheFlow(Expr body) {
    List<Expr> terms = new ArrayList<>();
    for (dev.hence.expr.Name name :
        scope.dynamics().orElseThrow().velocities().keySet().stream().sorted().toList()) {
      Optional<Expr.Ref> state =
          scope.variable(name, 0).map(v -> new Expr.Ref(name, List.of(), v.shape()));
      if (state.isEmpty()) {
        return Optional.empty();
      }
      if (depends.on(body, state.get())) {
        Expr velocity = Velocities.of(state.get(), scope);
        Expr by = new Expr.Derivative(body, state.get());
        if (Shape.derivative(body.shape(), state.get().shape()).isEmpty()) {
          return Optional.empty();
        }
        terms.add(
            state.get().shape().isScalar() || !body.shape().isScalar()
                ? new Expr.Multiply(by, velocity)
                : new Expr.Inner(by, velocity));
      }
    }
    return terms.isEmpty() ? Optional.empty() : chain(Tidy.sum(terms));
  }

  // Gradients: by a vector or a matrix

  private Optional<Result> gradient(Slope slope, Expr body) {
    if (!(slope instanceof Slope.By by)) {
      return Optional.empty();
    }
    if (body.shape().isScalar()) {
      return adjoint.of(by.variable(), body);
    }
    return body.shape() instanceof Shape.Vector ? jacobian(slope, body) : Optional.empty();
  }

  private Optional<Result> jacobian(Slope slope, Expr body) {
    return switch (body) {
      case Expr.Multiply m
          when m.left().shape().isScalar() && m.right().shape() instanceof Shape.Vector ->
          product(
              Tidy.sum(
                  List.of(
                      new Expr.Multiply(m.right(), new Expr.Transpose(slope.of(m.left()))),
                      new Expr.Multiply(m.left(), slope.of(m.right())))));
      case Expr.Multiply m when m.right().shape().isScalar() ->
          jacobian(slope, new Expr.Multiply(m.right(), m.left()));
      default -> Optional.empty();
    };
  }
}
