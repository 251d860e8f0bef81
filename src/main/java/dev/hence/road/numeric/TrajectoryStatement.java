package dev.hence.road.numeric;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Restriction;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement about a trajectory, compiled, and under what it speaks: restrictions of the initial
 * state and the data decide before a trajectory begins, restrictions that mention times when it is
 * known. What an inequality says of the state it says of it at all times.
 */
final class TrajectoryStatement {
  /**
   * A restriction that mentions times.
   *
   * @param place of the first entry of its left side among the outputs
   */
  record Timed(int place, Restricting restricting) {
    /** The place of an entry of the left side. */
    int left(int entry) {
      return place + entry;
    }

    int right(int entry) {
      return place + restricting.entries() + entry;
    }
  }

  private final Instance instance;
  private final TrajectoryProgram program;
  private final List<Timed> timed = new ArrayList<>();
  private final Points points;
  private final int beyond;
  private final boolean alongTheWay;

  TrajectoryStatement(Instance instance, long seed) {
    this(instance, seed, List.of());
  }

  /**
   * @param more what is to be read off beside the sides and the restrictions
   */
  TrajectoryStatement(Instance instance, long seed, List<Expr> more) {
    this.instance = instance;
    List<Restriction> initial = new ArrayList<>();
    List<Restriction> later = new ArrayList<>();
    for (Restriction restriction : Restriction.of(instance)) {
      boolean early = Speaking.of(instance.interpretation(), restriction).isPresent();
      (early ? initial : later).add(early ? restriction : restriction.atStart());
    }
    List<Restriction> ended =
        Restriction.of(instance).stream().flatMap(r -> r.atEnd(instance).stream()).toList();
    alongTheWay = !ended.isEmpty();
    later.addAll(ended);
    program = compile(later, more);
    int components = components();
    if (components != program.sizes().get(1)) {
      throw new IllegalStateException("sides of different shapes: " + instance.step().id());
    }
    int place = 2 * components;
    for (int k = 0; k < later.size(); k++) {
      int entries = program.sizes().get(2 + 2 * k);
      Restriction restriction = later.get(k);
      Restricting restricting =
          new Restricting(
              restriction.condition().relation(),
              entries,
              assignments(),
              restriction.eachForItself());
      timed.add(new Timed(place, restricting));
      place += 2 * entries;
    }
    beyond = place;
    List<Variable> variables = new ArrayList<>(program.data().sequencedKeySet());
    variables.addAll(program.states().sequencedKeySet());
    points = Points.of(instance, variables, initial, seed);
  }

  private TrajectoryProgram compile(List<Restriction> later, List<Expr> more) {
    List<Expr> expressions = new ArrayList<>();
    expressions.add(instance.step().left());
    expressions.add(instance.step().right());
    for (Restriction restriction : later) {
      boolean letters = restriction.assignments().stream().anyMatch(a -> !a.isEmpty());
      if (letters && !restriction.eachForItself()) {
        throw new EvaluationException(
            EvaluationException.Reason.UNSUPPORTED,
            "an assumption with a free index about a trajectory");
      }
      Condition condition = restriction.condition();
      expressions.add(condition.left());
      expressions.add(condition.right());
    }
    expressions.addAll(more);
    return TrajectoryProgram.compile(
        instance.interpretation(), instance.assignments(), expressions);
  }

  Instance instance() {
    return instance;
  }

  Relation relation() {
    return instance.step().relation();
  }

  TrajectoryProgram program() {
    return program;
  }

  Points points() {
    return points;
  }

  List<Timed> timed() {
    return timed;
  }

  /** Whether anything restricts the states that a trajectory passes through. */
  boolean isRestrictedAlongTheWay() {
    return alongTheWay;
  }

  /** The place of what is read off beside the sides and the restrictions, among the outputs. */
  int beyond() {
    return beyond;
  }

  /** Whether the state, one entry after the other, is in the declared intervals. */
  boolean isInside(double[] state) {
    int place = 0;
    for (Variable variable : program.states().sequencedKeySet()) {
      Domain domain = points.sampler().domain(variable);
      for (int k = 0; k < variable.size(); k++) {
        Rational entry = Rational.of(state[place++]);
        if (domain instanceof Domain.Interval interval && !interval.contains(entry)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a state is declared to lie in an interval that is not the whole line. */
  boolean isConfined() {
    return program.states().sequencedKeySet().stream()
        .anyMatch(
            v ->
                points.sampler().domain(v) instanceof Domain.Interval i
                    && (i.lower().isPresent() || i.upper().isPresent()));
  }

  /** The entries of one side. */
  int components() {
    return program.sizes().getFirst();
  }

  /** How many entries each side has for one assignment. */
  int width() {
    return components() / instance.assignments().size();
  }

  int assignments() {
    return instance.assignments().size();
  }

  /** The declared domain of the end time. */
  Domain ends() {
    return instance
        .interpretation()
        .horizon()
        .flatMap(name -> instance.step().scope().variable(name, 0))
        .map(Declaration.Variable::domain)
        .orElse(Domain.POSITIVE);
  }
}
