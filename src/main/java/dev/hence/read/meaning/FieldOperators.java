package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Accent;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Font;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code \operatorname{div} F} and {@code \Delta p}, and finds by what {@code \nabla} is
 * taken that does not say it: the one vector of which all functions behind it are functions.
 */
final class FieldOperators {
  private static final Name DELTA = new Name("\\Delta");

  private final Context context;

  FieldOperators(Context context) {
    this.context = context;
  }

  /** A divergence or a Laplacian that a name begins. */
  Optional<Expr> read(Written w, Factors factors) {
    if (w.primes() > 0 || w.sup().isPresent()) {
      return Optional.empty();
    }
    if (isDivergence(w) && factors.isFollowed()) {
      Expr body = factors.gradientOperand(w.base());
      return Optional.of(divergence(body, variable(w.sub(), body, w.span()), w.span()));
    }
    if (context.knows(DELTA, 0) || context.isLetter(DELTA.latex())) {
      return Optional.empty();
    }
    if (isDelta(w) && factors.isFollowed()) {
      return operand(w, factors);
    }
    return isJoined(w) ? joined(w, factors) : Optional.empty();
  }

  private static boolean isDivergence(Written w) {
    return w.base().base().equals("div")
        && w.base().font() == Font.ROMAN
        && w.base().accents().isEmpty();
  }

  private static boolean isDelta(Written w) {
    return w.base().key().equals(DELTA.latex());
  }

  /** {@code \Delta (p U)}, {@code \Delta_\theta p}; of a number alone it may be a change. */
  private Optional<Expr> operand(Written w, Factors factors) {
    Expr body = factors.gradientOperand(w.base());
    if (w.sub().isEmpty() && common(body).isEmpty()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "nothing says what Δ is: a number, a change of what follows, or the Laplace operator",
          "declare \\Delta, or write \\operatorname{tr}(\\nabla_x^2 f) for the Laplace operator");
    }
    return Optional.of(laplacian(body, variable(w.sub(), body, w.span()), w.span()));
  }

  /** {@code \Delta p}, read as one name, where p is a function of a vector. */
  private static boolean isJoined(Written w) {
    List<Accent> accents = w.base().accents();
    return !accents.isEmpty() && accents.getLast() == Accent.DELTA;
  }

  private Optional<Expr> joined(Written w, Factors factors) {
    Syntax.Name base = w.base();
    Syntax.Name below =
        new Syntax.Name(
            base.base(),
            base.font(),
            base.bold(),
            base.accents().subList(0, base.accents().size() - 1),
            base.span());
    Written function = new Written(below, 0, w.sub(), w.sup(), w.span());
    boolean ofVector =
        new Entities(context)
            .parameters(function.primed(), 0)
            .filter(p -> p.size() == 1 && p.getFirst().shape() instanceof Shape.Vector)
            .isPresent();
    if (!ofVector || w.sub().isPresent()) {
      return Optional.empty();
    }
    Expr body = new References(context).read(function, factors);
    return common(body).map(x -> laplacian(body, x, w.span()));
  }

  // By what

  private Expr variable(Optional<Syntax> sub, Expr body, Span span) {
    return sub.map(s -> new Formulas(context).expr(s))
        .or(() -> common(body))
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.DERIVATIVE_UNCLEAR,
                    span,
                    "this does not say by what, and what follows is made of no function of one"
                        + " vector",
                    "say by what: \\nabla_x \\cdot F, \\Delta_x p"));
  }

  /** The one vector of which all functions in a formula are functions. */
  Optional<Expr> common(Expr body) {
    Set<Expr> arguments = new LinkedHashSet<>();
    Trees.walk(
        body,
        e -> {
          if (e instanceof Expr.Call c) {
            c.arguments().stream()
                .filter(a -> a instanceof Expr.Ref || c.arguments().size() > 1)
                .forEach(arguments::add);
          }
        });
    boolean clear =
        arguments.size() == 1
            && arguments.iterator().next() instanceof Expr.Ref r
            && r.shape() instanceof Shape.Vector;
    if (clear) {
      Expr.Ref by = (Expr.Ref) arguments.iterator().next();
      context.ledger().note("∇ and Δ without a subscript are by " + by.name());
    }
    return clear ? Optional.of(arguments.iterator().next()) : Optional.empty();
  }

  // What they are

  Expr gradient(Expr body, Expr by, Span span) {
    return new Partials(context, nabla(span)).by(by, body);
  }

  private static Syntax.Derivative nabla(Span span) {
    return new Syntax.Derivative(DerivativeKind.NABLA, 1, List.of(), Optional.empty(), span);
  }

  private Expr divergence(Expr body, Expr by, Span span) {
    Expr jacobian = gradient(body, by, span);
    if (!isSquare(jacobian)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          "the divergence of " + Shapes.a(body.shape()),
          "it takes a vector as long as the variable");
    }
    return new Expr.Trace(jacobian);
  }

  private Expr laplacian(Expr body, Expr by, Span span) {
    Shapes.requireScalar(body, "the Laplace operator", span);
    context.ledger().note("Δ is the Laplace operator");
    return new Expr.Trace(gradient(gradient(body, by, span), by, span));
  }

  private static boolean isSquare(Expr expr) {
    return expr.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns());
  }

  /**
   * The Laplacian that {@code \nabla^2 p} must be beside a number; empty for anything but a number
   * times the second derivatives of one.
   */
  static Optional<Expr> forced(Expr expr) {
    return isSquare(expr) && isHessian(expr) ? Optional.of(new Expr.Trace(expr)) : Optional.empty();
  }

  private static boolean isHessian(Expr expr) {
    return switch (expr) {
      case Expr.Negate n -> isHessian(n.body());
      case Expr.Divide d -> isHessian(d.numerator());
      case Expr.Multiply m -> m.left().shape().isScalar() && isHessian(m.right());
      case Expr.Call c -> c.slots().size() == 2;
      case Expr.Derivative d ->
          d.body() instanceof Expr.Derivative inner && inner.body().shape().isScalar();
      default -> false;
    };
  }
}
