package dev.hence.argument;

import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import java.util.List;
import java.util.Optional;

/** What the fundamental theorem asks of a statement that ends at a time T. */
final class Trajectories {
  private final Name end;
  private final Depends depends;

  Trajectories(Name end, Scope scope) {
    this.end = end;
    this.depends = new Depends(scope);
  }

  /** The formula for T = 0. */
  Expr start(Expr expr) {
    Expr begun =
        Trees.map(
            expr,
            e ->
                switch (e) {
                  case Expr.Ref r when isEnd(r) -> Tidy.ZERO;
                  case Expr.Integral i when Tidy.isZero(i.lower()) && Tidy.isZero(i.upper()) ->
                      Expr.zero(i.shape());
                  case Expr.Add a when isNothing(a) -> Expr.zero(a.shape());
                  default -> e;
                });
    return Tidy.of(Trees.map(Tidy.of(begun), Trajectories::known));
  }

  private static Expr known(Expr expr) {
    return switch (expr) {
      case Expr.Apply a when Tidy.isZero(a.argument()) -> atZero(a);
      case Expr.MatrixExponential m
          when Tidy.isZero(m.argument()) && m.shape() instanceof Shape.Matrix s ->
          new Expr.Identity(s.rows());
      case Expr.Root r when Tidy.isOne(r.body()) -> Tidy.ONE;
      case Expr.Add a when isNothing(a) -> Expr.zero(a.shape());
      default -> expr;
    };
  }

  /** What has a value at 0 that everyone knows. */
  private static Expr atZero(Expr.Apply a) {
    return switch (a.function()) {
      case EXP, COS, COSH -> Tidy.ONE;
      case SIN, TAN, SINH, TANH, ARCSIN, ARCTAN, ARSINH, ARTANH, ERF -> Tidy.ZERO;
      case LOG, SQRT, ARCCOS, ARCOSH -> a;
    };
  }

  /** a − a. */
  private static boolean isNothing(Expr.Add a) {
    Expr first = a.terms().getFirst();
    return a.terms().size() == 2
        && (a.terms().get(1).equals(new Expr.Negate(first))
            || first.equals(new Expr.Negate(a.terms().get(1))));
  }

  private boolean isEnd(Expr expr) {
    return expr instanceof Expr.Ref r && r.name().equals(end) && r.indices().isEmpty();
  }

  private boolean speaks(Expr expr) {
    return depends.on(expr, new Expr.Ref(end, List.of(), Shape.SCALAR));
  }

  /**
   * The derivative in T, at a state that stands for the one at T; empty where it has no such form.
   */
  Optional<Expr> slope(Expr expr) {
    return sloped(expr).map(Tidy::of);
  }

  private Optional<Expr> sloped(Expr expr) {
    if (!speaks(expr)) {
      return Optional.of(Expr.zero(expr.shape()));
    }
    return switch (expr) {
      case Expr.Add a -> {
        List<Optional<Expr>> terms = a.terms().stream().map(this::sloped).toList();
        yield terms.stream().allMatch(Optional::isPresent)
            ? Optional.of(Tidy.sum(terms.stream().map(Optional::orElseThrow).toList()))
            : Optional.empty();
      }
      case Expr.Negate n -> sloped(n.body()).map(Expr.Negate::new);
      case Expr.Sum s when s.adds() ->
          sloped(s.body())
              .map(b -> new Expr.Sum(s.fold(), s.letter(), s.range(), s.conditions(), b));
      case Expr.Multiply m -> moved(m).or(() -> factor(m));
      case Expr.Divide d when !speaks(d.denominator()) ->
          moved(d).or(() -> sloped(d.numerator()).map(n -> new Expr.Divide(n, d.denominator())));
      case Expr.Integral i when isEnd(i.upper()) && Tidy.isZero(i.lower()) && !speaks(i.body()) ->
          now(i.body(), i.variable());
      default -> moved(expr);
    };
  }

  /** The derivative of what is taken at T alone, still to be taken. */
  private Optional<Expr> moved(Expr expr) {
    return now(expr, end).map(Expr.TimeDerivative::new);
  }

  /** Of a product with a constant factor. */
  private Optional<Expr> factor(Expr.Multiply m) {
    if (!speaks(m.left())) {
      return sloped(m.right()).map(r -> new Expr.Multiply(m.left(), r));
    }
    return speaks(m.right())
        ? Optional.empty()
        : sloped(m.left()).map(l -> new Expr.Multiply(l, m.right()));
  }

  /** The state now, where it was taken at a time; empty where the time itself stands besides. */
  private Optional<Expr> now(Expr expr, Name time) {
    Expr stripped =
        Trees.map(
            expr,
            e ->
                e instanceof Expr.At at
                        && at.time() instanceof Expr.Ref r
                        && r.name().equals(time)
                        && r.indices().isEmpty()
                    ? at.body()
                    : e);
    boolean left = speaks(stripped) || Trees.any(stripped, e -> isStill(e, time));
    return left ? Optional.empty() : Optional.of(stripped);
  }

  private static boolean isStill(Expr expr, Name time) {
    return expr instanceof Expr.Integral || (expr instanceof Expr.Ref r && r.name().equals(time));
  }
}
