package dev.hence.road.symbolic;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.eval.Interpretation;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proves that left − right is of an order in the distance s of a parameter to its target: by
 * Taylor's theorem it is O(sᵏ) if its derivatives in s of the orders 0 to k − 1 vanish at s = 0 and
 * the k-th exists there. Each of these is an ordinary equation, for the road to settle.
 * Denominators that vanish with a power m of s are cleared before, and m more derivatives must
 * vanish.
 */
final class ApproachProof {
  private static final int HIGHEST_ORDER = 12;
  private static final String SIDES = "the sides";

  /** The distance itself, and the direction in which a vector comes. */
  private static final Expr.Ref DISTANCE =
      new Expr.Ref(new Name("\\mathfrak{s}"), List.of(), Shape.SCALAR);

  private static final Name DIRECTION = new Name("\\mathfrak{v}");

  private final Instance instance;
  private final Approach approach;
  private final Function<Instance, Finding> road;

  /**
   * @param road settles equations
   */
  ApproachProof(Instance instance, Function<Instance, Finding> road) {
    this.instance = instance;
    this.approach = instance.step().approach().orElseThrow();
    this.road = road;
  }

  Finding decide() {
    if (approach.strength() == Approach.Strength.NEAR) {
      return new Finding.Open("≈ does not say how near");
    }
    return switch (approach.target()) {
      case Approach.Value v -> near(v);
      case Approach.Infinity i -> far(i);
    };
  }

  // Parts

  /**
   * What is to be shown.
   *
   * @param subject what the sides are
   * @param variable in which derivatives are taken
   * @param target its value there
   * @param meaning what the variable has to do with the step's own parameter; nothing if it is that
   */
  private record Question(
      String subject,
      Interpretation interpretation,
      Scope scope,
      Expr left,
      Expr right,
      Expr gauge,
      Expr.Ref variable,
      Expr target,
      String meaning) {
    /** What the derivatives of an order are called, as they are compared. */
    String told(int order, boolean cleared) {
      String sides = subject + (cleared ? " without their denominators" : "");
      String place = " at $" + equation(variable, target) + "$" + meaning;
      return switch (order) {
        case 0 -> sides + place;
        default -> Given.derivatives(order, UnicodePrinter.print(variable.name())) + place;
      };
    }
  }

  private static String equation(Expr left, Expr right) {
    UnicodePrinter printer = new UnicodePrinter(Notation.UNKNOWN);
    return printer.print(left) + " = " + printer.print(right);
  }

  private Finding near(Approach.Value value) {
    Statement.Step step = instance.step();
    Expr.Ref parameter = approach.parameter();
    Interpretation interpretation = instance.interpretation();
    Scope scope = step.scope();
    if (interpretation.horizon().isPresent()) {
      return alongTrajectory(parameter, value.value());
    }
    if (parameter.shape().isScalar()) {
      return decide(
          new Question(
              SIDES,
              interpretation,
              scope,
              step.left(),
              step.right(),
              approach.gauge(),
              parameter,
              value.value(),
              ""));
    }
    return decide(alongRay(parameter, value.value()));
  }

  /** A vector is a + s·v for any direction v. */
  private Question alongRay(Expr.Ref parameter, Expr target) {
    Expr.Ref direction = new Expr.Ref(DIRECTION, List.of(), parameter.shape());
    Expr ray = new Expr.Multiply(DISTANCE, direction);
    Expr place =
        target instanceof Expr.Filled f && f.value().signum() == 0
            ? ray
            : new Expr.Add(List.of(target, ray));
    Scope scope = declared(declared(instance.step().scope(), DISTANCE), direction);
    Expr gauge = Trees.map(approach.gauge(), e -> distance(e, parameter, target));
    return new Question(
        SIDES,
        instance.interpretation(),
        scope,
        new Expr.Substituted(instance.step().left(), parameter, place),
        new Expr.Substituted(instance.step().right(), parameter, place),
        gauge,
        DISTANCE,
        new Expr.Literal(Rational.ZERO),
        ", where $" + equation(parameter, place) + "$");
  }

  /** The norm of the distance along a ray is a multiple of s. */
  private Expr distance(Expr e, Expr.Ref parameter, Expr target) {
    Valuation valuation = new Valuation(instance.interpretation(), parameter, target);
    return e instanceof Expr.Norm n && valuation.of(n.body()).filter(k -> k == 1).isPresent()
        ? DISTANCE
        : e;
  }

  private Scope declared(Scope scope, Expr.Ref name) {
    return scope.with(
        new Declaration.Variable(
            name.name(),
            List.of(),
            name.shape(),
            name.equals(DISTANCE) ? Domain.POSITIVE : Domain.REALS,
            true,
            instance.step().span()));
  }

  private Finding alongTrajectory(Expr.Ref parameter, Expr target) {
    Statement.Step step = instance.step();
    Valuation valuation = new Valuation(instance.interpretation(), parameter, target);
    int needed = needed(valuation, approach.gauge());
    int lost =
        Cleared.of(step.left(), valuation).order() + Cleared.of(step.right(), valuation).order();
    Expanded expanded = new Expanded(instance.interpretation(), parameter, needed + lost + 1);
    return decide(
        new Question(
            SIDES,
            expanded.withoutTimes(),
            step.scope(),
            expanded.of(step.left()),
            expanded.of(step.right()),
            approach.gauge(),
            parameter,
            target,
            ""));
  }

  /** T = ±1/s; what vanishes beyond all orders is 0. */
  private Finding far(Approach.Infinity infinity) {
    Statement.Step step = instance.step();
    Expr.Ref parameter = approach.parameter();
    if (instance.interpretation().horizon().isPresent()) {
      return new Finding.Open("a limit of a trajectory");
    }
    Expr one = new Expr.Literal(Rational.of(infinity.positive() ? 1 : -1));
    Expr place = new Expr.Divide(one, DISTANCE);
    Far far = new Far(instance.interpretation(), step.scope(), parameter, infinity.positive());
    Scope scope = declared(step.scope(), DISTANCE);
    return decide(
        new Question(
            SIDES,
            instance.interpretation(),
            scope,
            far.at(step.left(), place),
            far.at(step.right(), place),
            far.at(approach.gauge(), place),
            DISTANCE,
            new Expr.Literal(Rational.ZERO),
            ", where $" + equation(parameter, place) + "$"));
  }

  // Derivatives

  /** How many derivatives must vanish, denominators aside. */
  private int needed(Valuation valuation, Expr gauge) {
    int order =
        valuation
            .of(gauge)
            .orElseThrow(() -> new Unsupported("the order of what is compared with"));
    boolean open =
        approach
            .remainder()
            .filter(r -> valuation.of(r).filter(k -> k >= order).isEmpty())
            .isPresent();
    if (open) {
      throw new Unsupported("what the left side leaves open");
    }
    return approach.strength() == Approach.Strength.LITTLE ? order + 1 : order;
  }

  private Finding decide(Question question) {
    return inLogarithms(question)
        .map(
            q ->
                derivatives(q) instanceof Finding.Settled settled
                    ? settled.by("logarithms")
                    : new Finding.Open("powers"))
        .filter(Finding::isSettled)
        .orElseGet(() -> derivatives(question));
  }

  /** A^B → e^c if B·log A → c; B moves, c rests. */
  private Optional<Question> inLogarithms(Question q) {
    boolean limit =
        approach.strength() == Approach.Strength.LITTLE
            && q.gauge().equals(new Expr.Literal(Rational.ONE));
    if (!limit
        || !(q.left() instanceof Expr.Power(Expr base, Expr exponent))
        || !Trees.any(exponent, q.variable()::equals)) {
      return Optional.empty();
    }
    Expr logarithm = new Expr.Multiply(exponent, new Expr.Apply(ElementaryFunction.LOG, base));
    return logarithm(q)
        .map(
            right ->
                new Question(
                    "the logarithms of the sides",
                    q.interpretation(),
                    q.scope(),
                    logarithm,
                    right,
                    q.gauge(),
                    q.variable(),
                    q.target(),
                    q.meaning()));
  }

  /** The logarithm of a right side that is plainly positive and rests. */
  private static Optional<Expr> logarithm(Question q) {
    boolean rests =
        !Trees.any(
            q.right(),
            e ->
                e instanceof Expr.Call
                    || (e instanceof Expr.Ref r
                        && (r.equals(q.variable())
                            || q.scope().variable(r.name(), r.indices().size()).isEmpty())));
    return switch (q.right()) {
      case Expr.Apply(ElementaryFunction f, Expr x) when rests && f == ElementaryFunction.EXP ->
          Optional.of(x);
      case Expr.Literal l when l.value().equals(Rational.ONE) ->
          Optional.of(new Expr.Literal(Rational.ZERO));
      default -> Optional.empty();
    };
  }

  private Finding derivatives(Question question) {
    Valuation valuation =
        new Valuation(question.interpretation(), question.variable(), question.target());
    int needed = needed(valuation, question.gauge());
    Cleared left = Cleared.of(question.left(), valuation);
    Cleared right = Cleared.of(question.right(), valuation);
    int all = Math.max(0, needed + left.order() + right.order());
    if (all > HIGHEST_ORDER) {
      return new Finding.Open("more than " + HIGHEST_ORDER + " derivatives");
    }
    Expr l = scaled(left.numerator(), right.denominator());
    Expr r = scaled(right.numerator(), left.denominator());
    List<Finding> parts = new ArrayList<>();
    for (int k = 0; k <= all; k++) {
      boolean vanishes = k < all;
      if (!vanishes && approach.strength() == Approach.Strength.LITTLE && all > 0) {
        break;
      }
      Expr a = at(question, l);
      Expr b = at(question, r);
      Finding part = vanishes ? settled(question, a, b) : exists(question, a, b);
      if (part instanceof Finding.Open(String reason)) {
        return new Finding.Open("the derivative of order " + k + " is open: " + reason);
      }
      parts.add(vanishes ? part.named(question.told(k, left.order() + right.order() > 0)) : part);
      l = new Expr.Derivative(l, question.variable());
      r = new Expr.Derivative(r, question.variable());
    }
    String which =
        all == 1 ? "the value vanishes" : "the derivatives of orders 0 to " + (all - 1) + " vanish";
    return Finding.all(parts).by(all == 0 ? "bounded" : which + " in the limit");
  }

  private static Expr scaled(Expr numerator, Optional<Expr> factor) {
    return factor.<Expr>map(f -> new Expr.Multiply(f, numerator)).orElse(numerator);
  }

  private static Expr at(Question question, Expr expr) {
    return new Expr.Substituted(expr, question.variable(), question.target());
  }

  /** A derivative that has a value in the limit. */
  private Finding exists(Question question, Expr left, Expr right) {
    Finding a = settled(question, left, left);
    return a.isSettled() ? settled(question, right, right) : a;
  }

  private Finding settled(Question question, Expr left, Expr right) {
    Statement.Step step = instance.step().equal(left, right, question.scope());
    return road.apply(
        new Instance(step, question.interpretation(), instance.choices(), instance.assignments()));
  }
}
