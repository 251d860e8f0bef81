package dev.hence.argument;

import dev.hence.argument.Differentiation.Result;
import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gradients of numbers by a vector or a matrix, shaped like it: what stands beside the part that
 * moves is carried to the variable, {@code ∇⟨g, A v⟩ = Aᵀ g}.
 */
final class Adjoint {
  private final Depends depends;

  Adjoint(Depends depends) {
    this.depends = depends;
  }

  /** One rule for the gradient of a number. */
  Optional<Result> of(Expr.Ref variable, Expr body) {
    return switch (body) {
      case Expr.Power p when p.base() instanceof Expr.Norm n && p.exponent().equals(Tidy.TWO) ->
          pulled(variable, n.body(), n.body())
              .map(g -> new Result(Idea.CHAIN, new Expr.Multiply(Tidy.TWO, g)));
      case Expr.Power p when !depends.on(p.exponent(), variable) ->
          chain(variable, Differentiation.lowered(p), p.base());
      case Expr.Norm n ->
          pulled(variable, n.body(), n.body())
              .map(g -> new Result(Idea.CHAIN, new Expr.Divide(g, n)));
      case Expr.Inner i -> product(variable, i.left(), i.right());
      case Expr.Multiply m when m.left().shape().isScalar() ->
          Optional.of(new Result(Idea.PRODUCT, ofProduct(variable, m)));
      case Expr.Multiply m
          when m.left().shape() instanceof Shape.Row && m.right().shape() instanceof Shape.Vector ->
          product(variable, Tidy.of(new Expr.Transpose(m.left())), m.right());
      case Expr.Divide d -> Optional.of(new Result(Idea.QUOTIENT, ofQuotient(variable, d)));
      case Expr.Apply a -> Differentiation.outer(a).flatMap(o -> chain(variable, o, a.argument()));
      case Expr.Root r when r.degree() == 2 ->
          chain(variable, new Expr.Divide(Tidy.ONE, new Expr.Multiply(Tidy.TWO, r)), r.body());
      case Expr.Trace t ->
          t.body().shape() instanceof Shape.Matrix m
              ? pulled(variable, t.body(), new Expr.Identity(m.rows()))
                  .map(g -> new Result(Idea.LINEARITY, g))
              : Optional.empty();
      case Expr.Call c -> call(variable, c);
      default -> Optional.empty();
    };
  }

  private static Optional<Result> chain(Expr.Ref variable, Expr outer, Expr inner) {
    return Optional.of(
        new Result(Idea.CHAIN, new Expr.Multiply(outer, new Expr.Derivative(inner, variable))));
  }

  private Optional<Result> product(Expr.Ref variable, Expr left, Expr right) {
    if (left.equals(right)) {
      return pulled(variable, left, left)
          .map(g -> new Result(Idea.PRODUCT, new Expr.Multiply(Tidy.TWO, g)));
    }
    List<Expr> terms = new ArrayList<>();
    boolean one = depends.on(left, variable) != depends.on(right, variable);
    Optional<Expr> byLeft = pulled(variable, left, right);
    Optional<Expr> byRight = pulled(variable, right, left);
    byLeft.ifPresent(terms::add);
    byRight.ifPresent(terms::add);
    return byLeft.isEmpty() || byRight.isEmpty()
        ? Optional.empty()
        : Optional.of(new Result(one ? Idea.LINEARITY : Idea.PRODUCT, Tidy.sum(terms)));
  }

  private static Expr ofProduct(Expr.Ref variable, Expr.Multiply m) {
    return new Expr.Add(
        List.of(
            new Expr.Multiply(m.right(), new Expr.Derivative(m.left(), variable)),
            new Expr.Multiply(m.left(), new Expr.Derivative(m.right(), variable))));
  }

  private Expr ofQuotient(Expr.Ref variable, Expr.Divide d) {
    Expr below = new Expr.Multiply(d.numerator(), new Expr.Derivative(d.denominator(), variable));
    Expr square = new Expr.Power(d.denominator(), Tidy.TWO);
    if (!depends.on(d.numerator(), variable)) {
      return new Expr.Negate(new Expr.Divide(below, square));
    }
    Expr above = new Expr.Multiply(d.denominator(), new Expr.Derivative(d.numerator(), variable));
    return new Expr.Divide(new Expr.Add(List.of(above, new Expr.Negate(below))), square);
  }

  private Optional<Result> call(Expr.Ref variable, Expr.Call c) {
    List<Expr> terms = new ArrayList<>();
    for (int k = 0; k < c.arguments().size(); k++) {
      Expr argument = c.arguments().get(k);
      if (!depends.on(argument, variable)) {
        continue;
      }
      if (argument.equals(variable) || Shape.derivative(c.shape(), argument.shape()).isEmpty()) {
        return Optional.empty();
      }
      Optional<Expr> term =
          argument.shape().isScalar()
              ? Optional.of(
                  new Expr.Multiply(Partial.of(c, k), new Expr.Derivative(argument, variable)))
              : pulled(variable, argument, Partial.of(c, k));
      if (term.isEmpty()) {
        return Optional.empty();
      }
      terms.add(term.get());
    }
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(new Result(Idea.CHAIN, Tidy.sum(terms)));
  }

  /** The gradient of ⟨g, part⟩ with g held fixed. */
  Optional<Expr> pulled(Expr.Ref variable, Expr part, Expr g) {
    if (!depends.on(part, variable)) {
      return Optional.of(Expr.zero(variable.shape()));
    }
    return switch (part) {
      case Expr.Ref r when r.equals(variable) -> Optional.of(g);
      case Expr.Add a -> all(a.terms().stream().map(t -> pulled(variable, t, g)).toList());
      case Expr.Negate n -> pulled(variable, n.body(), g).map(Expr.Negate::new);
      case Expr.Transpose t -> pulled(variable, t.body(), new Expr.Transpose(g));
      case Expr.Multiply m when !depends.on(m.left(), variable) ->
          m.left().shape().isScalar()
              ? pulled(variable, m.right(), g).map(x -> new Expr.Multiply(m.left(), x))
              : beside(new Expr.Transpose(m.left()), g)
                  .flatMap(x -> pulled(variable, m.right(), x));
      case Expr.Multiply m when !depends.on(m.right(), variable) ->
          m.right().shape().isScalar()
              ? pulled(variable, m.left(), g).map(x -> new Expr.Multiply(m.right(), x))
              : beside(g, new Expr.Transpose(m.right()))
                  .flatMap(x -> pulled(variable, m.left(), x));
      case Expr.Hadamard h when !depends.on(h.left(), variable) ->
          pulled(variable, h.right(), new Expr.Hadamard(h.left(), g));
      case Expr.Hadamard h when !depends.on(h.right(), variable) ->
          pulled(variable, h.left(), new Expr.Hadamard(g, h.right()));
      case Expr.Call c
          when c.arguments().size() == 1
              && c.shape().equals(c.arguments().getFirst().shape())
              && !c.shape().isScalar() ->
          pulled(variable, c.arguments().getFirst(), new Expr.Hadamard(g, Partial.entrywise(c)));
      default -> byJacobian(variable, part, g);
    };
  }

  private static Optional<Expr> byJacobian(Expr.Ref variable, Expr part, Expr g) {
    if (part.shape().isScalar()) {
      return Optional.of(new Expr.Multiply(g, new Expr.Derivative(part, variable)));
    }
    boolean vectors =
        part.shape() instanceof Shape.Vector && variable.shape() instanceof Shape.Vector;
    return vectors
        ? Optional.of(new Expr.Multiply(new Expr.Transpose(new Expr.Derivative(part, variable)), g))
        : Optional.empty();
  }

  private static Optional<Expr> beside(Expr left, Expr right) {
    return Shape.product(left.shape(), right.shape()).isPresent()
        ? Optional.of(new Expr.Multiply(left, right))
        : Optional.empty();
  }

  private static Optional<Expr> all(List<Optional<Expr>> terms) {
    return terms.stream().allMatch(Optional::isPresent)
        ? Optional.of(Tidy.sum(terms.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }
}
