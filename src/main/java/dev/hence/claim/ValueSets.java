package dev.hence.claim;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Arbitrary functions whose values are declared to lie in a set: they are written through functions
 * without a restriction, so that all that is drawn and all that is proved knows the set. A function
 * with values in (0, 1) is 1/(1 + e^{−h}) of an arbitrary h, and every such function is one.
 */
public final class ValueSets {
  private ValueSets() {}

  /** What a function is and what it is written through. */
  public record Written(Declaration.Function free, Definition definition) {}

  /** Whether a set restricts the values. */
  public static boolean restricts(Domain set) {
    return !set.equals(Domain.REALS);
  }

  /** The function through one without a restriction; empty for sets that are not kept. */
  public static Optional<Written> of(Declaration.Function function, Domain set) {
    Name name = new Name("\\breve{" + function.name().latex() + "}");
    Declaration.Function free =
        new Declaration.Function(
            name, function.indices(), function.parameters(), function.shape(), function.span());
    Expr h = call(name, function, function.shape());
    return value(h, set, function)
        .map(
            value ->
                new Definition(
                    function.name(),
                    new Lambda(function.indices(), function.parameters(), value),
                    function.shape(),
                    function.span()))
        .map(definition -> new Written(free, definition));
  }

  private static Expr call(Name name, Declaration.Function like, Shape shape) {
    List<Expr> letters = like.indices().stream().<Expr>map(Expr.Index::new).toList();
    List<Expr> slots = like.parameters().stream().<Expr>map(ValueSets::slot).toList();
    return new Expr.Call(name, letters, slots, List.of(), shape);
  }

  private static Expr slot(Parameter parameter) {
    return new Expr.Ref(parameter.name(), List.of(), parameter.shape());
  }

  private static Optional<Expr> value(Expr h, Domain set, Declaration.Function function) {
    return switch (set) {
      case Domain.Interval interval when function.shape().isScalar() ->
          Optional.of(inside(h, interval));
      case Domain.Special special when function.shape() instanceof Shape.Matrix ->
          matrix(h, special.kind());
      case Domain.Interval i -> Optional.empty();
      case Domain.Special s -> Optional.empty();
      case Domain.Finite f -> Optional.empty();
      case Domain.Integers i -> Optional.empty();
      case Domain.Labels l -> Optional.empty();
    };
  }

  private static Expr inside(Expr h, Domain.Interval set) {
    if (set.lower().isPresent() && set.upper().isPresent()) {
      Expr share = share(h, set.lowerIncluded() || set.upperIncluded());
      Expr width = literal(set.upper().get().minus(set.lower().get()));
      return plus(set.lower().get(), new Expr.Multiply(width, share));
    }
    if (set.lower().isPresent()) {
      return plus(set.lower().get(), upwards(h, set.lowerIncluded()));
    }
    if (set.upper().isPresent()) {
      return plus(set.upper().get(), new Expr.Negate(upwards(h, set.upperIncluded())));
    }
    return h;
  }

  /** A number between 0 and 1, at which it may be where the ends belong to the set. */
  private static Expr share(Expr h, boolean ends) {
    Expr one = literal(Rational.ONE);
    if (ends) {
      return new Expr.Divide(
          new Expr.Add(List.of(one, new Expr.Apply(ElementaryFunction.SIN, h))),
          literal(Rational.of(2)));
    }
    Expr e = new Expr.Apply(ElementaryFunction.EXP, new Expr.Negate(h));
    return new Expr.Divide(one, new Expr.Add(List.of(one, e)));
  }

  private static Expr upwards(Expr h, boolean zero) {
    return zero
        ? new Expr.Power(h, literal(Rational.of(2)))
        : new Expr.Apply(ElementaryFunction.EXP, h);
  }

  private static Expr plus(Rational start, Expr more) {
    return start.signum() == 0 ? more : new Expr.Add(List.of(literal(start), more));
  }

  /** Positive definite is HᵀH + e^{h₁₁} I: what is taken off leaves a root. */
  private static Optional<Expr> matrix(Expr h, Domain.Kind kind) {
    Expr square = new Expr.Multiply(new Expr.Transpose(h), h);
    Expr one = literal(Rational.ONE);
    return switch (kind) {
      case SYMMETRIC -> Optional.of(new Expr.Add(List.of(h, new Expr.Transpose(h))));
      case POSITIVE_SEMIDEFINITE -> Optional.of(square);
      case POSITIVE_DEFINITE ->
          Optional.of(
              new Expr.Add(
                  List.of(
                      square,
                      new Expr.Multiply(
                          new Expr.Apply(
                              ElementaryFunction.EXP, new Expr.Entry(h, List.of(one, one))),
                          new Expr.Identity(((Shape.Matrix) h.shape()).rows())))));
      case SIMPLEX, ONE_HOT, INVERTIBLE, ORTHOGONAL, ORTHONORMAL_COLUMNS -> Optional.empty();
    };
  }

  private static Expr literal(Rational value) {
    return new Expr.Literal(value);
  }
}
