package dev.hence;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.report.StatementReport;
import dev.hence.report.trace.Figure;
import dev.hence.road.numeric.Course;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the figure of a step that speaks of times: both sides while the end of a trajectory moves,
 * and what the terms of a sum contribute.
 *
 * @param road how a trajectory is recorded
 * @param seed of its random points
 */
record Figuring(Road road, long seed) {
  /** Finds the course of an instance. */
  interface Road {
    Optional<Course> course(
        Instance instance, List<Expr> parts, Optional<Counterexample> from, long seed);
  }

  /** The figure of a step that was answered with certainty; none where there is nothing to see. */
  Optional<Figure> of(StatementReport report, String file) {
    if (!(report.statement() instanceof Statement.Step step) || step.horizon().isEmpty()) {
      return Optional.empty();
    }
    return switch (report.verdict().outcome()) {
      case PROVED, VERIFIED, CONFIRMED ->
          integrated(report).flatMap(i -> figure(step, i, Optional.empty(), file));
      case REFUTED ->
          report
              .verdict()
              .refutation()
              .flatMap(c -> figure(step, c.instance(), Optional.of(c), file));
      case GIVEN, UNDECIDED, UNREAD, CONFLICTED -> Optional.empty();
    };
  }

  /** The smallest instance along whose trajectories the sides agreed, if one can, with a sum. */
  private static Optional<Instance> integrated(StatementReport report) {
    List<Instance> instances =
        report.verdict().evidence().stream()
            .filter(Evidence.TrajectoryAgreement.class::isInstance)
            .map(Evidence::instance)
            .toList();
    return instances.stream()
        .filter(i -> SumOfTerms.of(i).isPresent())
        .findFirst()
        .or(() -> instances.stream().findFirst());
  }

  private Optional<Figure> figure(
      Statement.Step step, Instance instance, Optional<Counterexample> from, String file) {
    Optional<SumOfTerms> sum = SumOfTerms.of(instance);
    List<Expr> parts = new ArrayList<>();
    sum.ifPresent(
        s -> {
          parts.addAll(s.parts());
          parts.add(s.total());
        });
    return road.course(instance, parts, from, seed)
        .map(course -> new Depiction(step, instance, from.isPresent(), sum, course))
        .filter(Depiction::showsSomething)
        .map(depiction -> depiction.figure(file, seed));
  }
}
