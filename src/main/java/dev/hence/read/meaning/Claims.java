package dev.hence.read.meaning;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Kind;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.iteration.Iterates;
import dev.hence.read.iteration.Step;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a claim of two sides and a relation: its kind, its times, its shapes. */
final class Claims {
  /** A claim before it has its place in the document. */
  record Claim(
      Kind kind,
      Optional<Name> horizon,
      Expr left,
      Relation relation,
      Expr right,
      Optional<Approach> approach,
      List<Condition> conditions,
      Scope scope) {
    private Claim(
        Kind kind,
        Optional<Name> horizon,
        Expr left,
        Relation relation,
        Expr right,
        Optional<Approach> approach,
        Scope scope) {
      this(kind, horizon, left, relation, right, approach, List.of(), scope);
    }

    private Claim of(Kind other) {
      return new Claim(other, horizon, left, relation, right, approach, conditions, scope);
    }

    private Claim under(List<Condition> more) {
      return new Claim(kind, horizon, left, relation, right, approach, more, scope);
    }
  }

  private static final Name ANY_END = new Name("T");

  private static final Expr START = new Expr.Literal(Rational.ZERO);

  private final Context context;
  private final Dependence reach;
  private final Iterates iterations;
  private List<Condition> premises;

  Claims(Context context, Iterates iterations) {
    this.context = context;
    this.iterations = iterations;
    this.premises = iterations.premises();
    this.reach = new Dependence(context.scope());
  }

  /** From what the claim that was made last is said to follow, in the terms of the claim. */
  List<Condition> premises() {
    return premises;
  }

  /**
   * @param said where parameters are said to go
   */
  Claim claim(Syntax left, Syntax.Link link, List<Tendency> said) {
    int means = context.ledger().means();
    Claim claim = approaching(left, link, said);
    refuseSolutions(claim, link.sign());
    boolean mean =
        context.ledger().means() > means
            || speaksOfMeans(claim.left())
            || speaksOfMeans(claim.right());
    return mean && claim.kind() == Kind.POINTWISE ? claim.of(Kind.EXPECTATION) : claim;
  }

  /** What is said of solutions that depend on parameters, or of times, and is not read so far. */
  private void refuseSolutions(Claim claim, Span span) {
    Context inside = Context.of(claim.scope(), context.ledger());
    List<Expr> sides = List.of(claim.left(), claim.right());
    Solutions solutions = new Solutions(claim.scope());
    boolean parameterMoves =
        claim
            .approach()
            .filter(
                x -> sides.stream().anyMatch(s -> solutions.moves(s, x.parameter().name(), reach)))
            .isPresent();
    Optional<String> why =
        sides.stream()
            .flatMap(s -> HeldSolutions.obstacle(inside, s).stream())
            .findFirst()
            .or(
                () ->
                    Endings.obstacle(
                        claim.scope(), sides, claim.horizon(), claim.approach().isPresent()))
            .or(() -> new NamedStart(inside).obstacle(sides, claim.horizon()))
            .or(
                () ->
                    parameterMoves
                        ? Optional.of("a limit in a parameter on which a solution depends")
                        : Optional.empty());
    if (why.isPresent()) {
      throw new Misread(ProblemId.NOT_YET_SUPPORTED, span, "this is not checked: " + why.get(), "");
    }
  }

  private boolean speaksOfMeans(Expr side) {
    return reach.any(side, e -> e instanceof Expr.Expectation);
  }

  private Claim approaching(Syntax left, Syntax.Link link, List<Tendency> said) {
    Optional<Limits> limits = Limits.of(left, link, said, context);
    return limits
        .map(l -> read(l.left(), l.link(), limits, said))
        .orElseGet(() -> read(left, link, limits, said));
  }

  private Claim read(Syntax left, Syntax.Link link, Optional<Limits> limits, List<Tendency> said) {
    Optional<Relation> order = MatrixOrder.relation(link.relation());
    if (order.isPresent()) {
      return order(left, link, order.get());
    }
    Optional<Optima.Form> optimum = new Optima(context).form(left, link);
    if (optimum.isPresent()) {
      Optima.Form form = optimum.get();
      return timed(
          Kind.INEQUALITY,
          form.left(),
          form.relation(),
          form.right(),
          Optional.empty(),
          form.scope(),
          link.sign());
    }
    Optional<Boolean> infinite =
        limits
            .filter(x -> x.kind() == Kind.LIMIT)
            .flatMap(x -> Limits.infinite(x.link().operand()));
    Expr a = unbounded(new Formulas(context).expr(left), infinite, left.span());
    if (link.relation() == dev.hence.read.math.Relation.INDEPENDENT) {
      return independence(a, link);
    }
    Expr b =
        infinite.isPresent()
            ? new Expr.Literal(Rational.ZERO)
            : new Formulas(context).expr(link.operand());
    boolean assigned =
        link.relation() == dev.hence.read.math.Relation.ASSIGNED || updates(a, link, b);
    boolean assigns = assigned && !iterations.isIterate(a);
    Iterates.Outcome.Rewritten rewritten =
        rewritten(
            assigns ? assigned(a, link.sign()) : a,
            assigns ? assignment(a, b, link.operand().span()) : b,
            left.span().to(link.operand().span()));
    List<Expr> sides = rewritten.sides();
    premises = rewritten.premises();
    if (link.relation() == dev.hence.read.math.Relation.EQUAL) {
      refuseFirst(a, b, left.span());
    }
    Relation relation =
        Relations.of(assigned ? dev.hence.read.math.Relation.EQUAL : link.relation())
            .orElseThrow(
                () ->
                    new Misread(
                        ProblemId.NOT_YET_SUPPORTED,
                        link.sign(),
                        "claims with " + link.relation().latex() + " are not checked",
                        "supported: =, \\le, \\ge, <, >, \\n"
                            + "e, \\succeq, \\preceq, \\text{does not depend on}"));
    Expr l = Shapes.fitted(sides.getFirst(), sides.getLast().shape());
    Expr r = Shapes.fitted(sides.getLast(), sides.getFirst().shape());
    Shapes.requireSame(l, r, "a claim", link.sign());
    OpenSizes.refuse(l, left.span());
    OpenSizes.refuse(r, link.operand().span());
    if (relation.isInequality()) {
      Shapes.requireScalar(l, "an inequality", link.sign());
    }
    Optional<Approach> approach = limits.map(x -> x.approach(said, List.of(l, r), context));
    Kind kind = limits.map(Limits::kind).orElseGet(() -> kind(relation, rewritten.iterates()));
    return timed(kind, l, relation, r, approach, rewritten.scope(), link.sign());
  }

  private Iterates.Outcome.Rewritten rewritten(Expr left, Expr right, Span span) {
    return switch (iterations.rewritten(left, right, span)) {
      case Iterates.Outcome.Refused r ->
          throw new Misread(
              r.problem().id(), r.problem().span(), r.problem().message(), r.problem().help());
      case Iterates.Outcome.Rewritten r -> {
        r.made().forEach(this::note);
        yield r;
      }
    };
  }

  private void note(Step step) {
    String letters = String.join(" ", step.next().lambda().indices());
    context
        .ledger()
        .note(
            step.next().name().latex()
                + "_{"
                + letters
                + "} stands for the newest iterate of the step of "
                + step.state().latex());
  }

  private Expr assigned(Expr left, Span span) {
    return iterations
        .assigned(left)
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.NO_STEP,
                    span,
                    "nothing says what a step assigns to this",
                    "give the step in the header: step: w \\leftarrow w - \\eta \\nabla L"));
  }

  private Expr assignment(Expr left, Expr right, Span span) {
    return iterations
        .assignment(left, right)
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.AMBIGUOUS,
                    span,
                    "this may speak of the old or of the new value of what is assigned before",
                    "give the steps an index: m_{t+1} = …, w_{t+1} = …"));
  }

  private void refuseFirst(Expr left, Expr right, Span span) {
    if (iterations.mayBegin(left, right)) {
      throw new Misread(
          ProblemId.DEFINE_OR_CLAIM,
          span,
          "this may say with what the iteration starts, or claim something of its start",
          "give the first value in the header, beside the step: step: [x_{k+1} = …, x_0 = …]");
    }
  }

  /**
   * {@code \theta_j := \theta_j + \alpha g_j}: an entry gets a new value that is made of the old.
   */
  private static boolean updates(Expr left, Syntax.Link link, Expr right) {
    return link.relation() == dev.hence.read.math.Relation.DEFINES
        && left instanceof Expr.Entry entry
        && entry.body() instanceof Expr.Ref whole
        && Trees.any(right, e -> e instanceof Expr.Ref r && r.name().equals(whole.name()));
  }

  /** That A goes to ∞ says that exp(−A) goes to 0, and the other way round. */
  private static Expr unbounded(Expr side, Optional<Boolean> infinite, Span span) {
    if (infinite.isEmpty()) {
      return side;
    }
    Shapes.requireScalar(side, "a limit that is infinite", span);
    return new Expr.Apply(ElementaryFunction.EXP, infinite.get() ? new Expr.Negate(side) : side);
  }

  private Claim order(Syntax left, Syntax.Link link, Relation relation) {
    MatrixOrder orders = new MatrixOrder(context);
    MatrixOrder.Form form = orders.form(orders.sides(left, link), relation, link.sign());
    return timed(
            Kind.INEQUALITY,
            form.left(),
            relation,
            form.right(),
            Optional.empty(),
            form.scope(),
            link.sign())
        .under(form.condition().stream().toList());
  }

  /** That what a link orders is symmetric, unless its form shows that. */
  Optional<Claim> symmetry(Syntax left, Syntax.Link link) {
    if (MatrixOrder.relation(link.relation()).isEmpty()) {
      return Optional.empty();
    }
    MatrixOrder orders = new MatrixOrder(context);
    return orders
        .doubtful(orders.sides(left, link))
        .map(
            m ->
                timed(
                    Kind.POINTWISE,
                    m,
                    Relation.EQUAL,
                    new Expr.Transpose(m),
                    Optional.empty(),
                    context.scope(),
                    link.sign()));
  }

  private static Kind kind(Relation relation, boolean iterates) {
    if (relation == Relation.APPROXIMATELY) {
      return Kind.APPROXIMATION;
    }
    if (relation.isInequality()) {
      return Kind.INEQUALITY;
    }
    return iterates ? Kind.DISCRETE : Kind.POINTWISE;
  }

  private Claim independence(Expr value, Syntax.Link link) {
    Independence.Form form = new Independence(context).form(value, link);
    return timed(
        Kind.INDEPENDENCE,
        form.left(),
        Relation.EQUAL,
        form.right(),
        Optional.empty(),
        form.scope(),
        link.sign());
  }

  private Claim timed(
      Kind kind,
      Expr left,
      Relation relation,
      Expr right,
      Optional<Approach> approach,
      Scope scope,
      Span span) {
    Set<Expr> times = times(left, right);
    Optional<Expr> only = times.size() == 1 ? times.stream().findFirst() : Optional.empty();
    boolean moves =
        only.isPresent() && approach.filter(x -> isParameter(only.get(), x)).isPresent();
    boolean ends = only.isPresent() && Endings.isEnd(only.get(), scope);
    boolean begins = begins(left) || begins(right);
    boolean now = speaksOfNow(left) || speaksOfNow(right);
    boolean two = now && only.isPresent() && !isNow(only.get());
    if (only.isPresent()
        && !moves
        && !ends
        && !begins
        && !two
        && isAnyMoment(only.get(), left, right)) {
      Expr l = Times.stripped(left, only.get());
      Expr r = Times.stripped(right, only.get());
      return new Claim(kind, Optional.empty(), l, relation, r, approach, scope);
    }
    boolean onTheWay =
        (times.isEmpty() && begins && isOfTrajectories(left, right))
            || (times.contains(START) && onlyStartAndNow(times) && now);
    if (onTheWay && approach.isEmpty()) {
      Name t = new Times(context).isTimeVariable(Name.TIME) ? Name.TIME : ANY_END;
      Expr time = new Expr.Ref(t, List.of(), Shape.SCALAR);
      return timed(kind, at(left, time), relation, at(right, time), approach, scope, span);
    }
    if (times.isEmpty()) {
      return new Claim(kind, Optional.empty(), left, relation, right, approach, scope);
    }
    if (times.contains(Times.FOREVER)) {
      return forever(kind, left, relation, right, approach, scope, span);
    }
    Name end = end(times, span);
    refuseDerivativeByEnd(end, left, right, span);
    Kind timed = kind == Kind.POINTWISE ? trajectory(left, right, end) : kind;
    return new Claim(timed, Optional.of(end), left, relation, right, approach, scope);
  }

  /** Whether a side speaks of what begins with a given value, also through the dynamics. */
  private boolean begins(Expr side) {
    return context
        .scope()
        .dynamics()
        .filter(d -> !d.starts().isEmpty())
        .filter(d -> reach.any(side, e -> e instanceof Expr.TimeDerivative || isMoving(e, d)))
        .isPresent();
  }

  private static boolean isMoving(Expr e, Dynamics dynamics) {
    return switch (e) {
      case Expr.Ref r -> dynamics.moves(r.name());
      case Expr.Call c -> dynamics.starts().containsKey(c.function());
      default -> false;
    };
  }

  private boolean isNow(Expr time) {
    return time instanceof Expr.Ref t
        && t.name().equals(Name.TIME)
        && new Times(context).isTimeVariable(Name.TIME);
  }

  private boolean onlyStartAndNow(Set<Expr> times) {
    return times.stream().allMatch(time -> time.equals(START) || isNow(time));
  }

  private Expr at(Expr side, Expr time) {
    return begins(side) || speaksOfNow(side) ? new Expr.At(side, time) : side;
  }

  /** Whether a side takes the state at no time that it names: W_1 beside W_1(0). */
  private boolean speaksOfNow(Expr side) {
    return speaksOfNow(side, new HashSet<>());
  }

  private boolean speaksOfNow(Expr side, Set<String> seen) {
    return switch (side) {
      case Expr.At a -> false;
      case Expr.Integral i -> false;
      case Expr.TimeDerivative t -> true;
      case Expr.Ref r when context.scope().isState(r.name()) -> true;
      default ->
          Trees.children(side).stream().anyMatch(e -> speaksOfNow(e, seen))
              || reach
                  .definition(side)
                  .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
                  .filter(d -> d.lambda().parameters().isEmpty())
                  .filter(d -> speaksOfNow(d.lambda().body(), seen))
                  .isPresent();
    };
  }

  /**
   * Where trajectories begin with given values, what is said of states is said of those that they
   * pass through: W_2^T W_2 = W_1 W_1^T. A gradient, and how fast something changes, is said to be
   * what it is at every state.
   */
  private boolean isOfTrajectories(Expr left, Expr right) {
    return Stream.of(left, right)
        .noneMatch(s -> reach.any(s, e -> e instanceof Expr.TimeDerivative || isByState(e)));
  }

  private boolean isByState(Expr e) {
    return (e instanceof Expr.Derivative d && context.scope().isState(d.variable().name()))
        || (e instanceof Expr.Call c && !c.slots().isEmpty());
  }

  /** An equation between limits: with integrals over all times, or states in the limit. */
  private static Claim forever(
      Kind kind,
      Expr left,
      Relation relation,
      Expr right,
      Optional<Approach> approach,
      Scope scope,
      Span span) {
    if (kind != Kind.POINTWISE || relation != Relation.EQUAL || approach.isPresent()) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          span,
          "of what holds after infinite time only equations are checked",
          "write an equation, or a limit T \\to \\infty");
    }
    Approach limit =
        new Approach(
            Times.FOREVER,
            new Approach.Infinity(true),
            Approach.Strength.LITTLE,
            new Expr.Literal(Rational.ONE),
            Optional.empty());
    return new Claim(
        Kind.LIMIT, Optional.of(Name.FOREVER), left, relation, right, Optional.of(limit), scope);
  }

  private static boolean isParameter(Expr time, Approach approach) {
    return time instanceof Expr.Ref r && r.name().equals(approach.parameter().name());
  }

  /**
   * Whether a claim that takes the state at one time only is a claim about the current state: not
   * where that time itself enters, as it does in E(0) if E = t² x.
   */
  private boolean isAnyMoment(Expr time, Expr left, Expr right) {
    Expr l = Times.stripped(left, time);
    Expr r = Times.stripped(right, time);
    boolean timeless = !speaksOfTimes(l) && !speaksOfTimes(r);
    boolean explicit =
        time instanceof Expr.Ref t && (reach.mentions(l, t.name()) || reach.mentions(r, t.name()));
    return timeless && !explicit && !hidesClock(left) && !hidesClock(right);
  }

  /** Whether what is taken at a time changes with the time itself. */
  private boolean hidesClock(Expr expr) {
    return reach.any(expr, e -> e instanceof Expr.At a && reach.depends(a.body(), Name.TIME, 0));
  }

  private boolean speaksOfTimes(Expr expr) {
    return reach.any(expr, e -> e instanceof Expr.At || e instanceof Expr.Integral);
  }

  /** The times of which a claim speaks. */
  private Set<Expr> times(Expr left, Expr right) {
    Times reader = new Times(context);
    Set<Expr> times = new HashSet<>(reader.free(left, reach));
    times.addAll(reader.free(right, reach));
    boolean trajectory = context.scope().dynamics().isPresent() || isLikeOne(times, left, right);
    return trajectory ? times : Set.of();
  }

  /**
   * Without dynamics: integrals from 0 to one letter that runs over positive numbers, as T does,
   * are like those along a trajectory on which nothing moves.
   */
  private boolean isLikeOne(Set<Expr> times, Expr left, Expr right) {
    List<Expr> ends =
        times.stream()
            .filter(t -> !(t instanceof Expr.Literal l && l.value().signum() == 0))
            .toList();
    return ends.size() == 1
        && ends.getFirst() instanceof Expr.Ref r
        && r.indices().isEmpty()
        && context
            .variable(r.name(), 0)
            .map(Declaration.Variable::domain)
            .filter(Claims::isPositive)
            .isPresent()
        && !isDifferentiatedBy(r.name(), left, right);
  }

  private static boolean isPositive(Domain domain) {
    return domain instanceof Domain.Interval i
        && i.lower().filter(lower -> lower.signum() >= 0).isPresent();
  }

  private void refuseDerivativeByEnd(Name end, Expr left, Expr right, Span span) {
    if (isDifferentiatedBy(end, left, right)) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          span,
          "derivatives by " + end + ", the end of an integral or a trajectory, are not checked",
          "");
    }
  }

  private boolean isDifferentiatedBy(Name end, Expr left, Expr right) {
    Predicate<Expr> byEnd = e -> e instanceof Expr.Derivative d && d.variable().name().equals(end);
    return reach.any(left, byEnd) || reach.any(right, byEnd);
  }

  private static Name end(Set<Expr> times, Span span) {
    List<Name> names = new ArrayList<>();
    for (Expr time : times) {
      switch (time) {
        case Expr.Literal l when l.value().signum() == 0 -> {}
        case Expr.Ref r when r.indices().isEmpty() -> names.add(r.name());
        default ->
            throw new Misread(
                ProblemId.TIME_UNCLEAR, span, "a time that is neither 0 nor a single letter", "");
      }
    }
    if (names.size() > 1) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          span,
          "a claim about two times besides 0: " + names.get(0) + " and " + names.get(1),
          "use one end time");
    }
    return names.isEmpty() ? ANY_END : names.getFirst();
  }

  /** A closed form: what moves, at the end, on one side; an explicit formula on the other. */
  private Kind trajectory(Expr left, Expr right, Name end) {
    boolean closed =
        (isObserved(left, end) && isExplicit(right, end))
            || (isObserved(right, end) && isExplicit(left, end));
    return closed ? Kind.CLOSED_FORM : Kind.TRAJECTORY;
  }

  /** Speaks of the end, and of no other time and of no time itself. */
  private boolean isObserved(Expr side, Name end) {
    Expr time = new Expr.Ref(end, List.of(), Shape.SCALAR);
    return !side.equals(Times.stripped(side, time)) && isTimeless(Times.stripped(side, time), end);
  }

  private boolean isTimeless(Expr side, Name end) {
    return !speaksOfTimes(side) && !reach.mentions(side, end);
  }

  private boolean isExplicit(Expr side, Name end) {
    boolean explicit = Trees.any(side, e -> e instanceof Expr.Ref r && r.name().equals(end));
    boolean implicit = reach.any(side, e -> isAtEnd(e, end) || e instanceof Expr.Integral);
    return explicit && !implicit;
  }

  private static boolean isAtEnd(Expr side, Name end) {
    return side instanceof Expr.At a && a.time() instanceof Expr.Ref r && r.name().equals(end);
  }
}
