package dev.hence.report.trace;

import dev.hence.claim.Statement;
import dev.hence.report.Measured;
import dev.hence.report.Reach;
import dev.hence.report.StatementReport;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The row of a trace's table with the evidence of numbers and algebra for one step that holds.
 *
 * @param instances how many instances numbers speak for
 * @param algebra on how many of them the difference was reduced to 0
 * @param certified of the points, those with enclosures that contain 0 and shrink
 * @param rtol the tightest relative tolerance of an integration
 */
public record NumericRow(
    String id,
    Outcome outcome,
    int instances,
    int algebra,
    int points,
    int certified,
    int trajectories,
    OptionalDouble rtol,
    String measured) {
  public static List<NumericRow> of(Trace trace) {
    return trace.displays().stream()
        .flatMap(d -> d.answers().stream())
        .flatMap(a -> of(a.report()).stream())
        .toList();
  }

  private static Optional<NumericRow> of(StatementReport report) {
    if (!(report.statement() instanceof Statement.Step) || !report.holds()) {
      return Optional.empty();
    }
    Reach reach = Reach.of(report.verdict());
    Measured measured = Measured.of(report.verdict());
    List<Evidence> evidence = report.verdict().evidence();
    int certified =
        evidence.stream()
            .mapToInt(e -> e instanceof Evidence.PointAgreement p ? p.certified() : 0)
            .sum();
    OptionalDouble rtol =
        evidence.stream()
            .filter(Evidence.TrajectoryAgreement.class::isInstance)
            .flatMap(e -> ((Evidence.TrajectoryAgreement) e).tolerances().stream())
            .mapToDouble(Double::doubleValue)
            .min();
    return Optional.of(
        new NumericRow(
            report.statement().id(),
            report.verdict().outcome(),
            reach.instances(),
            reach.symbolic(),
            measured.points(),
            certified,
            measured.trajectories(),
            rtol,
            measured.brief().replace("residual ", "")));
  }
}
