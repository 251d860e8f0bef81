package dev.hence.report;

import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.LongRunAgreement;
import dev.hence.verdict.Evidence.Observed;
import dev.hence.verdict.Evidence.OrderAgreement;
import dev.hence.verdict.Evidence.PointAgreement;
import dev.hence.verdict.Evidence.TrajectoryAgreement;
import dev.hence.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The measurements of a step that holds, over all instances.
 *
 * @param points at which both sides were evaluated
 * @param trajectories that were integrated
 * @param worst the largest residual; empty where none was measured
 * @param left how far the sides were still apart after a long run; empty where none was made
 * @param observed the least order that was seen under refinement; empty where none was
 * @param orders whether the step claims an inequality
 */
public record Measured(
    int points,
    int trajectories,
    OptionalDouble worst,
    OptionalDouble left,
    Optional<Observed> observed,
    boolean orders) {
  /** What the evidence of a verdict says. */
  public static Measured of(Verdict verdict) {
    List<Evidence> all = verdict.evidence();
    List<PointAgreement> points = all(all, PointAgreement.class);
    List<TrajectoryAgreement> followed = all(all, TrajectoryAgreement.class);
    List<OrderAgreement> orders = all(all, OrderAgreement.class);
    List<LongRunAgreement> runs = all(all, LongRunAgreement.class);
    return new Measured(
        points.stream().mapToInt(PointAgreement::points).sum()
            + orders.stream().mapToInt(OrderAgreement::points).sum(),
        followed.stream().mapToInt(TrajectoryAgreement::trajectories).sum()
            + runs.stream().mapToInt(LongRunAgreement::trajectories).sum(),
        DoubleStream.concat(
                points.stream().mapToDouble(PointAgreement::worst),
                followed.stream().mapToDouble(TrajectoryAgreement::worst))
            .max(),
        runs.stream().mapToDouble(LongRunAgreement::distance).max(),
        orders.stream()
            .flatMap(o -> o.observed().stream())
            .min(Comparator.comparingDouble(Observed::order)),
        all.stream().map(e -> e.instance().step().relation()).anyMatch(Relation::isInequality));
  }

  private static <E extends Evidence> List<E> all(List<Evidence> evidence, Class<E> kind) {
    return evidence.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * What was measured, and where: {@code worst residual 2e-16 at 60 points}, {@code order 2.98 over
   * five sizes}; empty where nothing was.
   */
  public String text() {
    String where = where();
    if (where.isEmpty()) {
      return "";
    }
    return observed
        .map(seen -> "order " + OrderText.order(seen.order()) + " over " + OrderText.sizes(seen))
        .orElseGet(() -> (worst.isPresent() && !orders ? "worst " : "") + brief() + where);
  }

  /** The same in few columns: {@code residual 2e-16}. */
  public String brief() {
    if (observed.isPresent()) {
      return "order " + OrderText.order(observed.get().order());
    }
    if (orders && worst.isPresent()) {
      return "no violation";
    }
    if (worst.isPresent()) {
      return "residual " + Numbers.rough(worst.getAsDouble());
    }
    if (left.isPresent()) {
      return "within " + Numbers.rough(left.getAsDouble());
    }
    return points > 0 ? "every term vanishes" : "";
  }

  private String where() {
    String at = points == 0 ? "" : " at " + count(points, "point");
    String over = count(trajectories, trajectories == 1 ? "trajectory" : "trajectorie");
    return trajectories == 0 ? at : points == 0 ? " over " + over : at + ", " + over;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
