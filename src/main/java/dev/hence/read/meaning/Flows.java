package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads dynamics. Which names move is known at once; how they move may be said through names that
 * the document defines only later, so a velocity is a name of its own, {@code \dot{\theta}}, that
 * is defined as soon as its formula can be read.
 */
final class Flows {
  /** An equation of the dynamics whose right side is not yet read. */
  record Equation(Pattern state, Shape shape, Syntax right, Span span) {
    Name velocity() {
      return new Name("\\dot{" + state.name().latex() + "}");
    }
  }

  private Flows() {}

  /** The name whose time derivative stands alone on a left side; empty for any other left side. */
  static Optional<Pattern> moved(Syntax left, Context context) {
    Optional<Syntax> moved =
        dotted(left).or(() -> derivative(left)).or(() -> primed(left, context));
    moved.ifPresent(state -> assume(state, context));
    return moved
        .flatMap(state -> Pattern.of(state, context))
        .filter(p -> p.parameters().stream().allMatch(q -> q.name().equals(Name.TIME)))
        .filter(p -> context.variable(p.name(), p.indices().size()).isPresent());
  }

  /** A plain letter of which nothing is known, and which moves: a real number. */
  private static void assume(Syntax state, Context context) {
    Written.of(state)
        .filter(Undeclared::isPlainLetter)
        .filter(w -> !context.knows(w.plain(), 0) && !context.knows(w.plain(), 1))
        .filter(w -> !context.isLetter(w.plain().latex()))
        .ifPresent(w -> context.ledger().assume(w.plain(), Shape.SCALAR, w.span()));
  }

  private static Optional<Syntax> dotted(Syntax left) {
    Syntax head = head(left);
    return Written.of(head)
        .filter(w -> w.primes() == 0 && w.sup().isEmpty())
        .flatMap(Written::undotted)
        .map(
            w ->
                head instanceof Syntax.Scripted s
                    ? new Syntax.Scripted(w.base(), withoutTime(s.sub()), s.sup(), 0, s.span())
                    : w.base())
        .map(Flows::simple);
  }

  /** {@code \dot\theta(t)} and {@code \dot\theta_t} are {@code \dot\theta}. */
  private static Syntax head(Syntax left) {
    boolean withTime =
        left instanceof Syntax.Product p
            && p.factors().size() == 2
            && p.factors().get(1).value() instanceof Syntax.Group g
            && g.items().size() == 1
            && isTime(g.items().getFirst());
    return withTime ? ((Syntax.Product) left).factors().getFirst().value() : left;
  }

  private static boolean isTime(Syntax syntax) {
    return syntax instanceof Syntax.Name n && n.key().equals(Name.TIME.latex());
  }

  private static Optional<Syntax> withoutTime(Optional<Syntax> sub) {
    return sub.filter(s -> !isTime(s));
  }

  private static Syntax simple(Syntax syntax) {
    boolean bare =
        syntax instanceof Syntax.Scripted s
            && s.sub().isEmpty()
            && s.sup().isEmpty()
            && s.primes() == 0;
    return bare ? ((Syntax.Scripted) syntax).base() : syntax;
  }

  private static Optional<Syntax> derivative(Syntax left) {
    boolean byTime =
        left instanceof Syntax.Derivative d
            && d.kind() != DerivativeKind.NABLA
            && d.order() == 1
            && d.operand().isPresent()
            && d.variables().size() == 1
            && isTime(d.variables().getFirst().name());
    return byTime
        ? ((Syntax.Derivative) left)
            .operand()
            .map(Flows::head)
            .map(
                o ->
                    o instanceof Syntax.Scripted s
                        ? simple(
                            new Syntax.Scripted(
                                s.base(), withoutTime(s.sub()), s.sup(), s.primes(), s.span()))
                        : o)
        : Optional.empty();
  }

  /** Whether a left side is a name with a prime, which may be part of another name. */
  static boolean isPrimed(Syntax left) {
    return Written.of(left).filter(w -> w.primes() > 0 && w.atRest().isEmpty()).isPresent();
  }

  /** {@code x'} of a variable x. */
  static Optional<Syntax> primed(Syntax left, Context context) {
    return Written.of(left)
        .filter(w -> w.primes() == 1 && w.sup().isEmpty())
        .filter(w -> !context.knows(w.primed(), 0))
        .map(
            w ->
                w.sub().isPresent()
                    ? new Syntax.Scripted(w.base(), w.sub(), Optional.empty(), 0, w.span())
                    : w.base());
  }

  static Equation equation(Syntax left, Syntax right, Context context, Span span) {
    Pattern state =
        moved(left, context)
            .orElseThrow(
                () ->
                    new Misread(
                        ProblemId.NOT_YET_SUPPORTED,
                        left.span(),
                        "the left side of the dynamics must be the time derivative of a declared"
                            + " variable",
                        "write \\dot\\theta = … or \\frac{d\\theta}{dt} = …"));
    Declaration.Variable variable =
        context.variable(state.name(), state.indices().size()).orElseThrow();
    return new Equation(state, variable.shape(), right, span);
  }

  /** The scope in which the names of these equations move. */
  static Scope moving(Scope scope, List<Equation> equations) {
    Map<Name, Lambda> velocities = new HashMap<>();
    scope.dynamics().ifPresent(d -> velocities.putAll(d.velocities()));
    for (Equation e : equations) {
      List<Expr> indices =
          e.state().indices().stream().map(letter -> (Expr) new Expr.Index(letter)).toList();
      Expr velocity = new Expr.Ref(e.velocity(), indices, e.shape());
      velocities.put(e.state().name(), new Lambda(e.state().indices(), List.of(), velocity));
    }
    Span span = equations.getFirst().span();
    return scope.with(new Dynamics(velocities, span));
  }

  /** Reads the right side of an equation. */
  static Definition velocity(Equation e, Context context) {
    Pattern named = new Pattern(e.velocity(), e.state().indices(), List.of(), List.of());
    Definition definition = Definitions.define(named, e.right(), context, e.span());
    if (!definition.shape().equals(e.shape())) {
      Expr fitted = Shapes.fitted(definition.lambda().body(), e.shape());
      if (!fitted.shape().equals(e.shape())) {
        throw new Misread(
            ProblemId.SHAPE_MISMATCH,
            e.right().span(),
            "the velocity of a " + e.shape() + " is given as a " + definition.shape(),
            "");
      }
      Lambda lambda = new Lambda(e.state().indices(), List.of(), fitted);
      return new Definition(e.velocity(), lambda, e.shape(), e.span());
    }
    return definition;
  }
}
