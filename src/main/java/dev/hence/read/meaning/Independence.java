package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
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
  /** Both values, and what is declared for them. */
  record Form(Expr left, Expr right, Scope scope) {}

  private static final Expr START = new Expr.Literal(Rational.ZERO);
  private static final Expr ONE = new Expr.Literal(Rational.ONE);

  private final Context context;
  private final Dependence reach;

  Independence(Context context) {
    this.context = context;
    this.reach = new Dependence(context.scope());
  }

  Form form(Expr value, Syntax.Link link) {
    Optional<Expr> moment = moment(value, link.operand());
    if (moment.isPresent()) {
      return ofTime(value, moment.get(), link);
    }
    Expr by = new Formulas(context).expr(link.operand());
    return switch (by) {
      case Expr.Ref variable when variable.indices().isEmpty() -> {
        Declaration.Variable declared = declared(variable, link);
        Expr.Ref fresh = fresh(variable.name(), variable.shape());
        yield replaced(value, variable, fresh, fresh, declared.domain(), link);
      }
      case Expr.Entry(Expr.Ref variable, List<Expr> indices)
          when isFree(variable) && variable.shape() instanceof Shape.Vector(Size size) -> {
        Expr.Ref fresh = fresh(new Name(variable.name().latex()), Shape.SCALAR);
        Expr other = with(variable, size, indices.getFirst(), fresh);
        yield replaced(value, variable, other, fresh, Domain.REALS, link);
      }
      default ->
          throw Formulas.unsupported(link.operand(), "independence of anything but one variable");
    };
  }

  private Form replaced(
      Expr value, Expr.Ref variable, Expr other, Expr.Ref fresh, Domain domain, Syntax.Link link) {
    Scope scope =
        context
            .scope()
            .with(
                new Declaration.Variable(
                    fresh.name(), List.of(), fresh.shape(), domain, true, link.sign()));
    return new Form(value, new Expr.Substituted(value, variable, other), scope);
  }

  private static Expr.Ref fresh(Name name, Shape shape) {
    return new Expr.Ref(new Name("\\tilde{" + name.latex() + "}"), List.of(), shape);
  }

  private Declaration.Variable declared(Expr.Ref variable, Syntax.Link link) {
    return context
        .variable(variable.name(), 0)
        .orElseThrow(() -> Formulas.unsupported(link.operand(), "independence of a defined name"));
  }

  /** Whether the entries of a variable are free of one another. */
  private boolean isFree(Expr.Ref variable) {
    return variable.indices().isEmpty()
        && context
            .variable(variable.name(), 0)
            .filter(v -> v.domain().equals(Domain.REALS))
            .isPresent();
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
    return new Expr.Family(
        List.of(letter),
        List.of(new Range(ONE, new Expr.SizeOf(size))),
        new Expr.Cases(
            new Condition(index, Relation.EQUAL, place),
            other,
            new Expr.Entry(vector, List.of(index))),
        vector.shape());
  }

  private static Expr entry(Expr.Ref vector, int k) {
    return new Expr.Entry(vector, List.of(new Expr.Literal(Rational.of(k))));
  }

  /** The end of the trajectory, or the time of what moves, if that is what is spoken of. */
  private Optional<Expr> moment(Expr value, Syntax operand) {
    Times times = new Times(context);
    return times
        .time(operand)
        .filter(
            time ->
                times.free(value, reach).contains(time)
                    || (time instanceof Expr.Ref t && times.isTimeVariable(t.name())));
  }

  /**
   * What is the same at all times is what it is at the start. The start is no value of T > 0, but
   * along a trajectory a function of the state is continuous there.
   */
  private Form ofTime(Expr value, Expr moment, Syntax.Link link) {
    boolean unsaid = !new Times(context).free(value, reach).contains(moment);
    Expr end = unsaid ? new Expr.At(value, moment) : value;
    Expr start =
        Trees.map(
            end,
            e ->
                e instanceof Expr.At a && a.time().equals(moment)
                    ? new Expr.At(a.body(), START)
                    : e);
    boolean explicit = moment instanceof Expr.Ref t && reach.mentions(start, t.name());
    boolean integrates = reach.any(start, e -> e instanceof Expr.Integral);
    if (explicit || integrates || isLater(moment)) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          link.operand().span(),
          "that something does not depend on a time is checked of functions of the state only",
          "write that its value is the one that it has at the start");
    }
    return new Form(end, start, context.scope());
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
