package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Elaboration.Independent;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * That g does not depend on x: g(x) = g(x̃) for a fresh x̃ of the same domain. A vanishing
 * derivative would not do, for the domain need not be connected.
 */
final class Independence {
  private static final Expr START = new Expr.Literal(Rational.ZERO);

  private final Reading reading;
  private final Context context;
  private final Dependence dependence;

  Independence(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
    this.dependence = new Dependence(context.scope());
  }

  /**
   * The task of reading it.
   *
   * @param by of what the value does not depend
   */
  Task<Independent> task(Tree value, Tree by) {
    Typed read = reading.read(value, context);
    Optional<Expr> time = new Instants(context).time(by);
    return new Task<>(
        List.of(),
        build -> {
          Expr g = read.draft().build(build);
          Optional<Expr> moment = time.filter(t -> isAt(g, t) || isClock(t));
          return moment.isPresent()
              ? ofTime(g, moment.get(), by.span(), build)
              : ofVariable(g, by, build);
        });
  }

  // A variable

  private Independent ofVariable(Expr value, Tree by, Build build) {
    Expr variable = reading.read(by, context).draft().build(build);
    if (variable instanceof Expr.Ref r && isDeclared(r)) {
      Expr.Ref fresh = fresh(r.name(), r.shape());
      Domain domain = context.variable(r.name(), 0).map(Declaration.Variable::domain).orElseThrow();
      return replaced(value, r, fresh, fresh, domain, by.span());
    }
    if (variable instanceof Expr.Entry(Expr.Ref r, List<Expr> indices)
        && isFree(r)
        && r.shape() instanceof Shape.Vector(Size size)) {
      Expr.Ref fresh = fresh(new Name(r.name().latex()), Shape.SCALAR);
      Expr other = with(r, size, indices.getFirst(), fresh);
      return replaced(value, r, other, fresh, Domain.REALS, by.span());
    }
    build.refuse(
        new Refusal.NoMeaning(by.span(), "independence of anything but one declared variable"));
    return new Independent(new Sides(value, value), context.scope());
  }

  private Independent replaced(
      Expr value, Expr.Ref variable, Expr other, Expr.Ref fresh, Domain domain, Span span) {
    Declaration declared =
        new Declaration.Variable(fresh.name(), List.of(), fresh.shape(), domain, true, span);
    Expr there = new Expr.Substituted(value, variable, other);
    return new Independent(new Sides(value, there), context.scope().with(declared));
  }

  private static Expr.Ref fresh(Name name, Shape shape) {
    return new Expr.Ref(new Name("\\tilde{" + name.latex() + "}"), List.of(), shape);
  }

  private boolean isDeclared(Expr.Ref r) {
    return r.indices().isEmpty() && context.variable(r.name(), 0).isPresent();
  }

  /** Whether the entries of a variable are free of one another. */
  private boolean isFree(Expr.Ref r) {
    return r.indices().isEmpty()
        && context.variable(r.name(), 0).filter(v -> v.domain().equals(Domain.REALS)).isPresent();
  }

  /** The vector with another number in one place; entry by entry where that can be written. */
  private static Expr with(Expr.Ref vector, Size size, Expr place, Expr other) {
    OptionalInt count = size.value(Map.of(), Map.of());
    if (place instanceof Expr.Literal there && count.isPresent()) {
      return new Expr.Stack(
          IntStream.rangeClosed(1, count.getAsInt())
              .mapToObj(k -> there.value().equals(Rational.of(k)) ? other : entry(vector, k))
              .toList(),
          vector.shape());
    }
    String letter = "\\iota";
    Expr index = new Expr.Index(letter);
    Expr entry = new Expr.Entry(vector, List.of(index));
    Condition here = new Condition(index, Relation.EQUAL, place);
    return new Expr.Family(
        List.of(letter),
        List.of(new Range(new Expr.Literal(Rational.ONE), new Expr.SizeOf(size))),
        new Expr.Cases(here, other, entry),
        vector.shape());
  }

  private static Expr entry(Expr.Ref vector, int k) {
    return new Expr.Entry(vector, List.of(new Expr.Literal(Rational.of(k))));
  }

  // A time

  private boolean isAt(Expr value, Expr time) {
    return dependence.any(value, e -> e instanceof Expr.At a && a.time().equals(time));
  }

  private boolean isClock(Expr time) {
    return time instanceof Expr.Ref r && context.isTimeVariable(r.name());
  }

  /**
   * What is the same at all times is what it is at the start. The start is no value of T > 0, but
   * along a trajectory a function of the state is continuous there.
   */
  private Independent ofTime(Expr value, Expr moment, Span span, Build build) {
    Expr end = isAt(value, moment) ? value : new Expr.At(value, moment);
    Expr start =
        Trees.map(
            end,
            e ->
                e instanceof Expr.At a && a.time().equals(moment)
                    ? new Expr.At(a.body(), START)
                    : e);
    boolean explicit = moment instanceof Expr.Ref t && dependence.mentions(start, t.name());
    boolean integrates = dependence.any(start, e -> e instanceof Expr.Integral);
    if (explicit || integrates || isLater(moment)) {
      build.refuse(
          new Refusal.NoMeaning(
              span, "independence of a time, of what is no function of the state alone,"));
    }
    return new Independent(new Sides(end, start), context.scope());
  }

  /** Whether the end is declared to keep away from the start. */
  private boolean isLater(Expr moment) {
    return moment instanceof Expr.Ref t
        && context
            .variable(t.name(), 0)
            .map(Declaration.Variable::domain)
            .flatMap(d -> d instanceof Domain.Interval i ? i.lower() : Optional.empty())
            .filter(lower -> lower.signum() > 0)
            .isPresent();
  }
}
