package dev.hence;

import dev.hence.claim.Statement;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.PointProgram;
import dev.hence.expr.Expr;
import dev.hence.instantiate.Instantiator;
import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.road.numeric.Sampling;
import dev.hence.search.Shrinker;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Membership;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The instances of a step, each at random points inside of the declared domains, at which the step
 * speaks and both of its sides have values. The same seed gives the same.
 */
public final class RandomInstances {
  /** How many points are looked at for one that can be used. */
  private static final int PATIENCE = 50;

  /** How often the shrinking may ask whether a simpler point still serves. */
  private static final int SHRINKING = 400;

  private final Statement.Step step;
  private final long seed;
  private final List<Choice> choices;

  private RandomInstances(Statement.Step step, long seed, List<Instance> instances) {
    this.step = step;
    this.seed = seed;
    this.choices = instances.stream().map(i -> Choice.of(i, seed)).toList();
  }

  /** An instance with its points, and its sides as programs. */
  record Choice(Instance instance, Sampling points, PointProgram left, PointProgram right) {
    static Choice of(Instance instance, long seed) {
      return new Choice(
          instance,
          Sampling.of(instance, seed),
          program(instance, instance.step().left()),
          program(instance, instance.step().right()));
    }

    private static PointProgram program(Instance instance, Expr side) {
      return PointProgram.compile(instance.interpretation(), instance.assignments(), List.of(side));
    }

    PointProgram program(Side side) {
      return switch (side) {
        case LEFT -> left;
        case RIGHT -> right;
      };
    }
  }

  /**
   * Those of a step.
   *
   * @throws IllegalArgumentException if nothing can be tried, or the step speaks of trajectories
   */
  static RandomInstances of(Statement.Step step, long seed) {
    Problems problems = new Problems();
    List<Instance> instances = Instantiator.instances(step, problems).list();
    if (instances.isEmpty()) {
      throw new IllegalArgumentException(
          "step "
              + step.id()
              + " has no instance: "
              + problems.toList().stream().map(Problem::message).collect(Collectors.joining("; ")));
    }
    try {
      return new RandomInstances(step, seed, instances);
    } catch (EvaluationException e) {
      throw new IllegalArgumentException(
          "step " + step.id() + " has no values at single points: " + e.getMessage(), e);
    }
  }

  public long seed() {
    return seed;
  }

  /**
   * So many instances, the simple ones first, all choices of models and sizes in turn.
   *
   * @throws IllegalArgumentException if there are not so many points at which both sides have
   *     values
   */
  public List<RandomInstance> list(int count) {
    List<RandomInstance> found = new ArrayList<>();
    for (int k = 0; found.size() < count; k++) {
      if (k >= PATIENCE + count * PATIENCE / 10) {
        throw new IllegalArgumentException(
            "of %d points of step %s, %d have values of both sides"
                .formatted(k, step.id(), found.size()));
      }
      int number = found.size();
      instance(k, number).ifPresent(found::add);
    }
    return found;
  }

  private Optional<RandomInstance> instance(int k, int number) {
    Choice choice = choices.get(k % choices.size());
    return choice
        .points()
        .point(k / choices.size())
        .map(point -> new RandomInstance(seed, number, choice, point))
        .filter(RandomInstance::isDefined);
  }

  /** The simplest point found at which something is still so. */
  static RandomInstance simplest(RandomInstance first, Predicate<RandomInstance> still) {
    Point point =
        Shrinker.shrink(
            first.point(),
            candidate ->
                isInside(first.instance(), candidate)
                    && first.choice().points().speaks(candidate)
                    && first.at(candidate).isDefined()
                    && still.test(first.at(candidate)),
            SHRINKING);
    return first.at(point);
  }

  private static boolean isInside(Instance instance, Point point) {
    return point.values().entrySet().stream()
        .allMatch(
            e ->
                Membership.holds(
                    Membership.domain(instance, e.getKey()), e.getKey(), e.getValue()));
  }
}
