package dev.hence;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.report.StatementReport;
import dev.hence.report.trace.Figure;
import dev.hence.road.numeric.Convergence;
import dev.hence.road.numeric.Course;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the figure of a step. Of one that speaks of times: both sides while the end of a trajectory
 * moves, what the terms of a sum contribute, and a kernel at the start, at the end and in the mean.
 * Of one that claims an order: its error as the parameter becomes small.
 *
 * @param road how a trajectory is recorded
 * @param refinements how an error is recorded
 * @param seed of its random points
 */
record Figuring(Road road, Refinements refinements, long seed) {
  /** Instances that are tried for one on which a kernel moves. */
  private static final int PATIENCE = 4;

  /** Beside its size, a movement of a kernel that is seen in three digits. */
  private static final double SEEN = 5e-3;

  /** Finds the course of an instance. */
  interface Road {
    Optional<Course> course(
        Instance instance, List<Expr> parts, Optional<Course.Start> from, long seed);
  }

  /** Finds how the error of a claim of an order becomes small. */
  interface Refinements {
    Optional<Convergence> convergence(Instance instance, Optional<Counterexample> from, long seed);
  }

  /** The figure of a step that was answered with certainty; none where there is nothing to see. */
  Optional<Figure> of(StatementReport report, String file) {
    if (!(report.statement() instanceof Statement.Step step)) {
      return Optional.empty();
    }
    return switch (report.verdict().outcome()) {
      case PROVED, VERIFIED, CONFIRMED -> held(report, step, file);
      case REFUTED -> report.verdict().refutation().flatMap(c -> refuted(step, c, file));
      case GIVEN, UNDECIDED, UNREAD, CONFLICTED -> Optional.empty();
    };
  }

  private Optional<Figure> held(StatementReport report, Statement.Step step, String file) {
    if (step.horizon().isPresent()) {
      return depicted(report, step).map(depiction -> depiction.figure(file, seed));
    }
    return instances(report, Evidence.OrderAgreement.class).stream()
        .limit(PATIENCE)
        .flatMap(i -> refined(step, i, Optional.empty(), file).stream())
        .findFirst();
  }

  private Optional<Figure> refuted(Statement.Step step, Counterexample at, String file) {
    if (step.horizon().isEmpty()) {
      return refined(step, at.instance(), Optional.of(at), file);
    }
    Course.Start start = new Course.Start(at.point(), at.component());
    return depicted(step, at.instance(), Optional.of(start))
        .map(depiction -> depiction.figure(file, seed));
  }

  private Optional<Figure> refined(
      Statement.Step step, Instance instance, Optional<Counterexample> from, String file) {
    return refinements
        .convergence(instance, from, seed)
        .map(c -> new OrderFigure(step, instance, from.isPresent(), c).figure(file, seed));
  }

  /**
   * On the smallest instance along whose trajectories the sides agreed, if one can, with a sum; if
   * one can, on one on which a kernel moves.
   */
  private Optional<Depiction> depicted(StatementReport report, Statement.Step step) {
    List<Instance> instances = instances(report, Evidence.TrajectoryAgreement.class);
    List<Instance> sums = instances.stream().filter(i -> SumOfTerms.of(i).isPresent()).toList();
    List<Instance> candidates = sums.isEmpty() ? instances : sums;
    if (candidates.stream().noneMatch(i -> KernelMatrix.of(i).isPresent())) {
      return candidates.stream().findFirst().flatMap(i -> depicted(step, i, Optional.empty()));
    }
    List<Depiction> depictions =
        candidates.stream()
            .limit(PATIENCE)
            .flatMap(i -> depicted(step, i, Optional.empty()).stream())
            .toList();
    return depictions.stream()
        .filter(d -> d.kernel().isPresent())
        .findFirst()
        .or(() -> depictions.stream().findFirst());
  }

  private static List<Instance> instances(
      StatementReport report, Class<? extends Evidence> evidence) {
    return report.verdict().evidence().stream()
        .filter(evidence::isInstance)
        .map(Evidence::instance)
        .toList();
  }

  private Optional<Depiction> depicted(
      Statement.Step step, Instance instance, Optional<Course.Start> from) {
    Optional<SumOfTerms> sum = SumOfTerms.of(instance);
    List<Expr> parts = new ArrayList<>();
    sum.ifPresent(
        s -> {
          parts.addAll(s.parts());
          parts.add(s.total());
        });
    return road.course(instance, parts, from, seed)
        .map(
            course ->
                new Depiction(
                    step, instance, from.isPresent(), sum, kernel(step, instance, course), course))
        .filter(Depiction::showsSomething);
  }

  /** The kernel along a course, if the step speaks of one and it moves. */
  private Optional<Depiction.Kernel> kernel(Statement.Step step, Instance instance, Course course) {
    return KernelMatrix.of(instance)
        .flatMap(
            matrix -> {
              Expr end = new Expr.Ref(step.horizon().orElseThrow(), List.of(), Shape.SCALAR);
              List<List<Expr>> times = matrix.atTimes(end);
              List<Expr> parts = times.stream().flatMap(List::stream).toList();
              return road.course(instance, parts, Optional.of(course.start()), seed)
                  .map(c -> new Depiction.Kernel(matrix, last(c, matrix.entry().size())));
            })
        .filter(k -> moves(k.values().getFirst(), k.values().get(1)));
  }

  /** The values of the parts at the end, in groups. */
  private static List<List<Double>> last(Course course, int group) {
    List<Double> values = course.parts().stream().map(List::getLast).toList();
    return IntStream.range(0, values.size() / group)
        .mapToObj(k -> values.subList(k * group, (k + 1) * group))
        .toList();
  }

  private static boolean moves(List<Double> start, List<Double> end) {
    double size = start.stream().mapToDouble(Math::abs).max().orElse(0);
    return start.stream().allMatch(Double::isFinite)
        && end.stream().allMatch(Double::isFinite)
        && IntStream.range(0, start.size())
            .anyMatch(k -> Math.abs(end.get(k) - start.get(k)) > SEEN * size);
  }
}
