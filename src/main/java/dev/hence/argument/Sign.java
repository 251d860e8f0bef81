package dev.hence.argument;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.WrittenNumber;
import java.util.List;
import java.util.Optional;

/**
 * The sign of a number by its form, as a reader sees it. Whether it is so is for a proof to say.
 *
 * @param positive whether it does not vanish either
 * @param why in words; empty where there is nothing to be said, as for 2
 */
record Sign(boolean positive, String why) {
  private static final Sign NUMBER = new Sign(true, "");

  /** Empty where the form does not show that it is not negative. */
  static Optional<Sign> of(Expr expr, Scope scope) {
    return switch (expr) {
      case Expr.Literal l -> Optional.of(NUMBER).filter(s -> l.value().signum() > 0);
      case Expr.SizeOf s -> Optional.of(NUMBER);
      case Expr.Ref r -> declared(r, scope);
      case Expr.Norm n -> notNegative("a norm");
      case Expr.Abs a -> notNegative("an absolute value");
      case Expr.Inner i when i.left().equals(i.right()) -> notNegative("a square");
      case Expr.Power p when isEven(p.exponent()) && p.shape() instanceof Shape.Scalar ->
          of(p.base(), scope).filter(Sign::positive).or(() -> notNegative("a square"));
      case Expr.Power p when p.shape() instanceof Shape.Scalar -> of(p.base(), scope);
      case Expr.Root r -> of(r.body(), scope);
      case Expr.Apply a -> of(a);
      case Expr.Multiply m
          when m.left() instanceof Expr.Transpose t
              && t.body().equals(m.right())
              && m.shape().isScalar() ->
          notNegative("a square");
      case Expr.Add a -> all(a.terms(), scope, true);
      case Expr.Sum s when s.adds() -> of(s.body(), scope);
      case Expr.Multiply m -> all(List.of(m.left(), m.right()), scope, false);
      case Expr.Divide d -> all(List.of(d.numerator(), d.denominator()), scope, false);
      default -> Optional.empty();
    };
  }

  private static Optional<Sign> notNegative(String what) {
    return Optional.of(new Sign(false, what + " is not negative"));
  }

  private static boolean isEven(Expr exponent) {
    return WrittenNumber.of(exponent)
        .filter(Rational::isInteger)
        .filter(n -> !n.numerator().testBit(0))
        .isPresent();
  }

  private static Optional<Sign> declared(Expr.Ref ref, Scope scope) {
    return scope
        .variable(ref.name(), ref.indices().size())
        .filter(v -> ref.shape().isScalar())
        .map(Declaration.Variable::domain)
        .filter(Domain.Interval.class::isInstance)
        .map(Domain.Interval.class::cast)
        .filter(i -> i.lower().filter(low -> low.signum() >= 0).isPresent())
        .map(i -> new Sign(!i.contains(Rational.ZERO), ""));
  }

  private static Optional<Sign> of(Expr.Apply a) {
    return switch (a.function()) {
      case EXP -> Optional.of(new Sign(true, "an exponential is positive"));
      case COSH -> Optional.of(new Sign(true, "a hyperbolic cosine is positive"));
      case SQRT -> notNegative("a root");
      case LOG, SIN, COS, TAN, ARCSIN, ARCCOS, ARCTAN, SINH, TANH, ARSINH, ARCOSH, ARTANH, ERF ->
          Optional.empty();
    };
  }

  /** Of a sum or a product. */
  private static Optional<Sign> all(List<Expr> parts, Scope scope, boolean sum) {
    List<Sign> signs = parts.stream().flatMap(p -> of(p, scope).stream()).toList();
    if (signs.size() < parts.size()) {
      return Optional.empty();
    }
    boolean positive =
        sum ? signs.stream().anyMatch(Sign::positive) : signs.stream().allMatch(Sign::positive);
    List<String> reasons =
        signs.stream().map(Sign::why).filter(why -> !why.isEmpty()).distinct().toList();
    String none = "no " + (sum ? "term" : "factor") + " is negative";
    return Optional.of(new Sign(positive, reasons.size() > 1 ? none : String.join("", reasons)));
  }

  /** The reason for a relation to 0. */
  String reason() {
    return "since " + (why.isEmpty() ? "nothing in it is negative" : why);
  }
}
