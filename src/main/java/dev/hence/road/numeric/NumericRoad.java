package dev.hence.road.numeric;

import dev.hence.algebra.Decision;
import dev.hence.claim.Approach;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.PointProgram;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.OneVariable;
import java.util.List;
import java.util.Optional;

/** Examines instances by evaluating their sides. */
public final class NumericRoad {
  private NumericRoad() {}

  /**
   * Looks for agreement or a counterexample.
   *
   * @return the same for the same instance and settings, unless the time ran out
   */
  public static List<Evidence> examine(Instance instance, Settings settings) {
    if (instance.step().approach().isPresent()) {
      return approaching(instance, settings);
    }
    boolean rounded = instance.step().tolerance().isPresent();
    if (instance.step().relation() == Relation.APPROXIMATELY && !rounded) {
      return open(instance, "≈ without a small parameter, or a number of decimals (`round n`)");
    }
    if (rounded && instance.interpretation().horizon().isPresent()) {
      return open(instance, "numbers of a trajectory are not held to a number of decimals");
    }
    if (instance.assignments().isEmpty()) {
      return open(instance, "no values of the indices satisfy the conditions");
    }
    Budget budget = new Budget(settings.budget());
    try {
      return instance.interpretation().horizon().isPresent()
          ? List.of(alongTrajectories(instance, settings, budget))
          : pointwise(instance, settings, budget);
    } catch (EvaluationException e) {
      return open(instance, unsupported(e));
    } catch (Budget.Exhausted exhausted) {
      return open(instance, exhausted.getMessage());
    }
  }

  /**
   * Whether a quick look in doubles speaks against a statement. Nothing is certified by it: it
   * drops candidates that are not worth examining.
   */
  public static boolean drops(Instance instance, long seed) {
    return Sieve.slack(instance, seed).isEmpty();
  }

  /**
   * How much an inequality leaves to spare where it is tightest among a few points, relative to the
   * larger side: 0 where the sides meet, 1 or more where one of them might as well be 0.
   */
  public static double slack(Instance instance, long seed) {
    return Sieve.slack(instance, seed).map(Slack::least).orElse(0.0);
  }

  /** Whether the sides are seen in doubles at a few points, and nothing speaks against the step. */
  public static boolean agreesInDoubles(Instance instance, long seed) {
    return Sieve.slack(instance, seed).filter(Slack::hasSeen).isPresent();
  }

  /** Whether both sides are 0 at all of a few points, so that nothing is said there. */
  public static boolean isIdle(Instance instance, long seed) {
    return Sieve.slack(instance, seed).filter(Slack::isIdle).isPresent();
  }

  /**
   * The course of a statement about times along one trajectory, for people to look at.
   *
   * @param parts expressions to be read off beside the sides, of their shape
   * @param from where to begin and which entry to tell; else the first sampled trajectory, and its
   *     liveliest entry
   * @return the same for the same instance and settings, unless the time ran out; empty if the
   *     statement is of another kind, or no trajectory can be recorded
   */
  public static Optional<Course> course(
      Instance instance, List<Expr> parts, Optional<Course.Start> from, Settings settings) {
    boolean speaksOfTimes = instance.interpretation().horizon().isPresent();
    if (!speaksOfTimes
        || instance.step().approach().isPresent()
        || instance.assignments().isEmpty()) {
      return Optional.empty();
    }
    try {
      CourseRecording recording = new CourseRecording(instance, parts, settings);
      return from.isPresent()
          ? recording.from(from.get().point(), from.get().component())
          : recording.sampled();
    } catch (EvaluationException | Budget.Exhausted e) {
      return Optional.empty();
    }
  }

  /**
   * How the difference of the sides becomes small in a claim of an order, for people to look at.
   *
   * @param from a counterexample that says where; else the first sampled point that shows it
   * @return empty if the statement is of another kind, or nothing can be seen
   */
  public static Optional<Convergence> convergence(
      Instance instance, Optional<Evidence.Counterexample> from, Settings settings) {
    if (!ConvergenceRecording.speaksOf(instance)
        || instance.interpretation().horizon().isPresent()
        || instance.assignments().isEmpty()) {
      return Optional.empty();
    }
    try {
      ConvergenceRecording recording = new ConvergenceRecording(instance, settings);
      return from.isPresent()
          ? recording.from(from.get().point(), from.get().component())
          : recording.sampled();
    } catch (EvaluationException | Budget.Exhausted e) {
      return Optional.empty();
    }
  }

  private static List<Evidence> approaching(Instance instance, Settings settings) {
    if (instance.assignments().isEmpty()) {
      return open(instance, "no values of the indices satisfy the conditions");
    }
    Budget budget = new Budget(settings.budget());
    try {
      return isFollowedForLong(instance)
          ? List.of(new LongRun(instance, settings, budget).evidence())
          : List.of(new ApproachCheck(instance, settings, budget).evidence());
    } catch (EvaluationException e) {
      return open(instance, unsupported(e));
    } catch (Budget.Exhausted exhausted) {
      return open(instance, exhausted.getMessage());
    }
  }

  /** Whether it is the end of the trajectories that goes to infinity. */
  private static boolean isFollowedForLong(Instance instance) {
    return instance
        .step()
        .approach()
        .filter(Approach::grows)
        .flatMap(a -> instance.interpretation().horizon().filter(a.parameter().name()::equals))
        .isPresent();
  }

  /**
   * Where nothing moves, what is found at points; else, or if that is nothing, along trajectories.
   * Integrals of integrals are dear at points, and cheap along a trajectory.
   */
  private static Evidence.Numeric alongTrajectories(
      Instance instance, Settings settings, Budget budget) {
    Optional<Evidence.Numeric> atPoints =
        instance
            .still()
            .filter(still -> !integratesTwice(still))
            .map(still -> new PointCheck(still, settings, budget).evidence());
    return switch (atPoints.orElseGet(() -> new Evidence.NumericOpen(instance, ""))) {
      case Evidence.PointAgreement p ->
          new Evidence.PointAgreement(
              instance, p.points(), p.certified(), p.lost(), p.worst(), p.untaken(), p.search());
      case Evidence.Counterexample c ->
          new Evidence.Counterexample(
              instance, c.point(), c.component(), c.left(), c.right(), c.certificate());
      case Evidence.Numeric other -> new TrajectoryCheck(instance, settings, budget).evidence();
    };
  }

  private static List<Evidence> pointwise(Instance instance, Settings settings, Budget budget) {
    Optional<Evidence.Numeric> solved = solved(instance);
    if (solved.isPresent()) {
      return List.of(solved.get());
    }
    Evidence.Numeric atPoints = new PointCheck(instance, settings, budget).evidence();
    if (!(atPoints instanceof Evidence.PointAgreement)) {
      return List.of(atPoints);
    }
    if (failsBeyond(instance, settings, budget)) {
      return open(instance, TrajectoryCheck.BEYOND);
    }
    return FlowConfirmation.of(instance)
        .map(along -> List.of(atPoints, confirmed(instance, along, settings, budget)))
        .orElseGet(() -> List.of(atPoints));
  }

  /** Whether the flow takes states out of their declared domain to where the step fails. */
  private static boolean failsBeyond(Instance instance, Settings settings, Budget budget) {
    try {
      return FlowConfirmation.atEnd(instance)
          .filter(along -> new TrajectoryCheck(along, settings, budget).failsBeyond())
          .isPresent();
    } catch (EvaluationException notAlongTrajectories) {
      return false;
    }
  }

  private static boolean integratesTwice(Instance still) {
    return PointProgram.compile(
            still.interpretation(),
            still.assignments(),
            List.of(still.step().left(), still.step().right()))
        .program()
        .integratesTwice();
  }

  /** What solving the premises says, where they are of one variable. */
  private static Optional<Evidence.Numeric> solved(Instance instance) {
    return OneVariable.decide(instance)
        .flatMap(
            answer ->
                switch (answer) {
                  case Decision.Holds h ->
                      Optional.of(
                          new Evidence.Solved(instance, h.points(), h.pieces(), h.partial()));
                  case Decision.Vacuous v ->
                      Optional.of(new Evidence.Solved(instance, 0, 0, false));
                  case Decision.Fails f -> OneVariable.counterexample(instance, f);
                  case Decision.Open o -> Optional.empty();
                });
  }

  /** The same found along trajectories; it says nothing more if that cannot be done. */
  private static Evidence confirmed(
      Instance instance, Instance along, Settings settings, Budget budget) {
    try {
      Evidence.Numeric first = new TrajectoryCheck(along, settings, budget).confirmation();
      Evidence.Numeric found =
          first instanceof Evidence.NumericOpen
              ? FlowConfirmation.later(instance)
                  .map(later -> new TrajectoryCheck(later, settings, budget).confirmation())
                  .orElse(first)
              : first;
      return switch (found) {
        case Evidence.TrajectoryAgreement a ->
            new Evidence.TrajectoryAgreement(
                instance,
                a.trajectories(),
                a.integrators(),
                a.tolerances(),
                a.worst(),
                a.remarks());
        case Evidence.NumericOpen o ->
            new Evidence.NumericOpen(instance, "along trajectories: " + o.reason());
        case Evidence.Disagreement d -> new Evidence.Disagreement(instance, d.where());
        case Evidence.Counterexample c -> throw new IllegalStateException("a confirmation refutes");
        case Evidence.Unsatisfied u -> throw new IllegalStateException("along trajectories");
        case Evidence.Undefined u -> throw new IllegalStateException("along trajectories");
        case Evidence.OrderAgreement o -> throw new IllegalStateException("along trajectories");
        case Evidence.LongRunAgreement r -> throw new IllegalStateException("along trajectories");
        case Evidence.Solved s -> throw new IllegalStateException("along trajectories");
        case Evidence.PointAgreement p -> throw new IllegalStateException("along trajectories");
      };
    } catch (EvaluationException e) {
      return new Evidence.NumericOpen(instance, "along trajectories: " + unsupported(e));
    } catch (Budget.Exhausted exhausted) {
      return new Evidence.NumericOpen(instance, "along trajectories: " + exhausted.getMessage());
    }
  }

  /** What cannot be compiled: too large, not provided for, an entry outside a matrix. */
  private static String unsupported(EvaluationException e) {
    return switch (e.reason()) {
      case UNSUPPORTED, DOMAIN -> e.getMessage();
      case OVERFLOW, INDETERMINATE, KINK, INEXACT -> throw e;
    };
  }

  private static List<Evidence> open(Instance instance, String reason) {
    return List.of(new Evidence.NumericOpen(instance, reason));
  }
}
