package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.iteration.LinearEquation;
import dev.hence.read.math.Accent;
import dev.hence.read.math.Clause;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Syntax;
import dev.hence.read.math.SyntaxPrinter;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads dynamics. Which names move is known at once; how they move may be said through names that
 * the document defines only later, so a velocity is a name of its own, {@code \dot{\theta}}, that
 * is defined as soon as its formula can be read.
 */
final class Flows {
  /**
   * An equation of the dynamics whose sides are not yet read.
   *
   * @param state the name that moves
   * @param order of the highest derivative of it, 1 or 2
   * @param left where the equation is to be solved for that derivative; empty where it is the left
   *     side
   */
  record Equation(
      Pattern state, Shape shape, int order, Optional<Syntax> left, Syntax right, Span span) {
    /** The name of what is given by the equation. */
    Name velocity() {
      return order == 1 ? first() : second();
    }

    /** The second derivative. */
    Name second() {
      return new Name("\\ddot{" + state.name().latex() + "}");
    }

    /** The first derivative; of second order it is a state itself. */
    Name first() {
      return new Name("\\dot{" + state.name().latex() + "}");
    }

    List<Expr> indices() {
      return state.indices().stream().map(letter -> (Expr) new Expr.Index(letter)).toList();
    }

    private Expr velocityHere() {
      return new Expr.Ref(velocity(), indices(), shape);
    }
  }

  /** A derivative in time of a name, and how often it is taken. */
  private record Moved(Syntax name, int order) {}

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

  /** The names whose time derivatives stand in an equation, whatever is known of them. */
  static List<Syntax> derived(Syntax left, Optional<Syntax> right) {
    List<Moved> all = new ArrayList<>();
    collect(left, all);
    right.ifPresent(r -> collect(r, all));
    List<Syntax> names = new ArrayList<>(all.stream().map(Moved::name).toList());
    Written.of(left)
        .filter(w -> w.primes() == 1 && w.sup().isEmpty() && w.sub().isEmpty())
        .ifPresent(w -> names.add(w.base()));
    return names;
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

  /** The state of an equation with a second derivative in time, that may be solved for it. */
  static Optional<Pattern> secondOrder(Syntax left, Syntax right, Context context) {
    Optional<Moved> highest = highest(left, right).filter(m -> m.order() == 2);
    highest.ifPresent(m -> assume(m.name(), context));
    return highest.flatMap(m -> state(m.name(), context));
  }

  private static Optional<Pattern> state(Syntax name, Context context) {
    return Pattern.of(name, context)
        .filter(p -> context.variable(p.name(), p.indices().size()).isPresent());
  }

  /** The one name of which the equation has the highest derivative in time. */
  private static Optional<Moved> highest(Syntax left, Syntax right) {
    List<Moved> all = new ArrayList<>();
    collect(left, all);
    collect(right, all);
    int order = all.stream().mapToInt(Moved::order).max().orElse(0);
    List<Moved> top = all.stream().filter(m -> m.order() == order).toList();
    boolean one = top.stream().map(m -> written(m.name())).distinct().count() == 1;
    return one ? Optional.of(top.getFirst()) : Optional.empty();
  }

  private static Optional<String> written(Syntax name) {
    return Written.of(name).map(w -> w.primed() + w.sub().map(SyntaxPrinter::print).orElse(""));
  }

  private static void collect(Syntax syntax, List<Moved> found) {
    Optional<Moved> here = accented(syntax).or(() -> derived(syntax));
    if (here.isPresent()) {
      found.add(here.get());
    } else {
      Pieces.children(syntax).forEach(child -> collect(child, found));
    }
  }

  private static Optional<Moved> accented(Syntax syntax) {
    Optional<Written> w = Written.of(syntax).filter(x -> x.primes() == 0 && x.sup().isEmpty());
    return w.flatMap(Written::atRest)
        .filter(below -> w.get().base().accents().getLast() != Accent.DDDOT)
        .map(
            below ->
                new Moved(
                    simple(
                        new Syntax.Scripted(
                            below.base(), withoutTime(below.sub()), below.sup(), 0, below.span())),
                    w.get().base().accents().getLast() == Accent.DOT ? 1 : 2));
  }

  private static Optional<Moved> derived(Syntax syntax) {
    boolean byTime =
        syntax instanceof Syntax.Derivative d
            && d.kind() != DerivativeKind.NABLA
            && d.order() <= 2
            && d.operand().isPresent()
            && d.variables().size() == 1
            && isTime(d.variables().getFirst().name());
    return byTime
        ? ((Syntax.Derivative) syntax)
            .operand()
            .map(Flows::head)
            .flatMap(Written::of)
            .map(
                w ->
                    new Moved(
                        simple(
                            new Syntax.Scripted(
                                w.base(), withoutTime(w.sub()), w.sup(), w.primes(), w.span())),
                        ((Syntax.Derivative) syntax).order()))
        : Optional.empty();
  }

  /** The one variable in a formula whose derivative in time is given: {@code d/dt ∇ψ(x) = −g}. */
  private static Optional<Moved> inside(Syntax left, Context context) {
    Map<Name, Syntax> variables = new HashMap<>();
    operands(left).forEach(operand -> variables(operand, context, variables));
    return variables.size() == 1
        ? Optional.of(new Moved(variables.values().iterator().next(), 1))
        : Optional.empty();
  }

  /** What stands over or behind {@code d/dt}. */
  private static List<Syntax> operands(Syntax left) {
    return switch (left) {
      case Syntax.Derivative d when isByTime(d) -> d.operand().stream().toList();
      case Syntax.Terms t when t.terms().size() == 1 -> operands(t.terms().getFirst().value());
      case Syntax.Product p
          when p.factors().getFirst().value() instanceof Syntax.Derivative d && isByTime(d) ->
          p.factors().stream().skip(1).map(Syntax.Factor::value).toList();
      default -> List.of();
    };
  }

  private static boolean isByTime(Syntax.Derivative d) {
    return d.kind() != DerivativeKind.NABLA
        && d.order() == 1
        && d.variables().size() == 1
        && isTime(d.variables().getFirst().name());
  }

  private static void variables(Syntax syntax, Context context, Map<Name, Syntax> found) {
    Optional<Pattern> name =
        Written.of(syntax)
            .flatMap(w -> state(syntax, context))
            .filter(p -> context.definition(p.name(), p.indices().size()).isEmpty());
    if (name.isPresent()) {
      found.put(name.get().name(), syntax);
    } else {
      Pieces.children(syntax).forEach(child -> variables(child, context, found));
    }
  }

  static Equation equation(Syntax left, Syntax right, Context context, Span span) {
    Optional<Pattern> explicit = moved(left, context);
    if (explicit.isPresent()) {
      return new Equation(
          explicit.get(), shape(explicit.get(), context), 1, Optional.empty(), right, span);
    }
    Optional<Moved> highest = highest(left, right).or(() -> inside(left, context));
    highest.ifPresent(m -> assume(m.name(), context));
    Pattern state =
        highest
            .flatMap(m -> state(m.name(), context))
            .orElseThrow(
                () ->
                    new Misread(
                        ProblemId.NOT_YET_SUPPORTED,
                        left.span(),
                        "the left side of the dynamics must be the time derivative of a declared"
                            + " variable",
                        "write \\dot\\theta = … or \\frac{d\\theta}{dt} = …; an iteration, such as"
                            + " \\theta_{s+1} = …, stands under `step`"));
    return new Equation(
        state, shape(state, context), highest.get().order(), Optional.of(left), right, span);
  }

  private static Shape shape(Pattern state, Context context) {
    Declaration.Variable variable =
        context.variable(state.name(), state.indices().size()).orElseThrow();
    return variable.shape();
  }

  /** The scope in which the names of these equations move. */
  static Scope moving(Scope scope, List<Equation> equations) {
    Map<Name, Lambda> velocities = new HashMap<>();
    Scope known = scope;
    scope.dynamics().ifPresent(d -> velocities.putAll(d.velocities()));
    for (Equation e : equations) {
      List<String> letters = e.state().indices();
      if (velocities.remove(e.state().name()) != null) {
        velocities.remove(e.first());
        known = withoutDerivatives(known, e);
      }
      if (e.order() == 2) {
        known =
            known.with(
                new Declaration.Variable(
                    e.first(), letters, e.shape(), Domain.REALS, false, e.span()));
        Expr first = new Expr.Ref(e.first(), e.indices(), e.shape());
        velocities.put(e.state().name(), new Lambda(letters, List.of(), first));
        velocities.put(e.first(), new Lambda(letters, List.of(), e.velocityHere()));
      } else {
        velocities.put(e.state().name(), new Lambda(letters, List.of(), e.velocityHere()));
      }
    }
    Span span = equations.getFirst().span();
    Set<Name> given =
        equations.stream().map(e -> e.state().name()).collect(Collectors.toUnmodifiableSet());
    return known.with(
        scope
            .dynamics()
            .map(d -> d.moving(velocities, given, span))
            .orElseGet(() -> new Dynamics(velocities, span)));
  }

  /** Where the dynamics are written {@code x' = …}, x' is the velocity in the text, too. */
  static Scope withPrimes(Scope scope, List<Clause> written, List<Equation> flow) {
    Scope all = scope;
    for (Clause clause : written) {
      Optional<Name> primed =
          clause.first().filter(Flows::isPrimed).flatMap(Written::of).map(Written::primed);
      for (Equation e : flow) {
        boolean own =
            e.order() == 1 && primed.equals(Optional.of(new Name(e.state().name().latex() + "'")));
        if (own && clause.span().equals(e.span())) {
          Lambda rate = new Lambda(e.state().indices(), List.of(), e.velocityHere());
          all = all.with(new Definition(primed.get(), rate, e.shape(), e.span()));
        }
      }
    }
    return all;
  }

  /** Dynamics that take the place of others leave nothing of them behind. */
  private static Scope withoutDerivatives(Scope scope, Equation e) {
    int indices = e.state().indices().size();
    return scope.without(e.first().key(indices)).without(e.second().key(indices));
  }

  /** Where the letters of a family's indices run over their ranges. */
  private static Context letters(Equation e, Context context) {
    Context inside = context;
    for (String letter : e.state().indices()) {
      Optional<Range> range = context.range(letter);
      inside = range.isPresent() ? inside.withLetter(letter, range.get()) : inside;
    }
    return inside;
  }

  /** Solves an equation for its highest derivative. */
  private static Definition solved(Equation e, Syntax left, Context context) {
    Expr l = chained(e, atPresent(e, new Formulas(context).expr(left)), context.scope());
    Expr r = chained(e, atPresent(e, new Formulas(context).expr(e.right())), context.scope());
    Expr.Ref state =
        new Expr.Ref(e.order() == 1 ? e.state().name() : e.first(), e.indices(), e.shape());
    Expr a = Shapes.fitted(l, r.shape());
    Expr b = Shapes.fitted(r, l.shape());
    Shapes.requireSame(a, b, "the dynamics", e.span());
    Expr solution =
        new LinearEquation(new Expr.TimeDerivative(state))
            .solved(a, b)
            .orElseThrow(() -> Steps.notLinear(e.span()));
    Lambda lambda = new Lambda(e.state().indices(), List.of(), Shapes.fitted(solution, e.shape()));
    return new Definition(e.velocity(), lambda, e.shape(), e.span());
  }

  /** What moves with the state of an equation of first order alone moves by the chain rule. */
  private static Expr chained(Equation e, Expr side, Scope scope) {
    Expr.Ref state = new Expr.Ref(e.state().name(), e.indices(), e.shape());
    Expr velocity = new Expr.TimeDerivative(state);
    return Trees.map(
        side,
        part ->
            e.order() == 1
                    && part instanceof Expr.TimeDerivative t
                    && !t.body().equals(state)
                    && movesAlone(state, t.body(), scope)
                ? new Expr.Multiply(new Expr.Derivative(t.body(), state), velocity)
                : part);
  }

  /** Whether an expression of the state's shape changes with the state, and with no other. */
  private static boolean movesAlone(Expr.Ref state, Expr body, Scope scope) {
    Dependence reach = new Dependence(scope);
    return !(body.shape() instanceof Shape.Matrix)
        && body.shape().equals(state.shape())
        && scope.dynamics().stream()
            .flatMap(d -> d.velocities().keySet().stream())
            .allMatch(name -> name.equals(state.name()) || !reach.depends(body, name));
  }

  /** Without the time t at which everything is taken; first derivatives by their name. */
  private static Expr atPresent(Equation e, Expr side) {
    Expr.Ref now = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
    Expr state = new Expr.Ref(e.state().name(), e.indices(), e.shape());
    Expr first = new Expr.Ref(e.first(), e.indices(), e.shape());
    return Trees.map(
        Times.stripped(side, now),
        part ->
            e.order() == 2 && part instanceof Expr.TimeDerivative t && t.body().equals(state)
                ? first
                : part);
  }

  /** Reads the right side of an equation. */
  static Definition velocity(Equation e, Context context) {
    if (e.left().isPresent()) {
      return solved(e, e.left().get(), letters(e, context));
    }
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
