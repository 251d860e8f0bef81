package dev.hence;

import dev.hence.claim.Approach;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.TexPrinter;
import dev.hence.expr.UnicodePrinter;
import dev.hence.report.trace.Figure;
import dev.hence.report.trace.Figure.Curve;
import dev.hence.report.trace.Figure.Panel;
import dev.hence.report.trace.Figure.Role;
import dev.hence.report.trace.Piece;
import dev.hence.road.numeric.Convergence;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.Locale;

/**
 * The error of a claim of an order against the step size, as a figure: beside it a line of the
 * claimed slope, and in the caption the slope that fits.
 *
 * @param refuted whether it is seen at a counterexample
 */
record OrderFigure(
    Statement.Step step, Instance instance, boolean refuted, Convergence convergence) {
  Figure figure(String file, long seed) {
    double factor = convergence.differences().getLast() / convergence.gauges().getLast();
    List<Double> line = convergence.gauges().stream().map(g -> g * factor).toList();
    Panel panel =
        new Panel(
            parameter(),
            true,
            List.of(
                curve("claimed slope " + number(convergence.claimed()), Role.RIGHT_SIDE, line),
                curve("|left − right|", Role.LEFT_SIDE, convergence.differences())));
    return new Figure(file, List.of(panel), caption(seed));
  }

  private Curve curve(String label, Role role, List<Double> values) {
    return new Curve(label, role, convergence.distances(), values);
  }

  private Approach approach() {
    return step.approach().orElseThrow();
  }

  /** What the horizontal axis tells: the parameter, or its distance to its target. */
  private String parameter() {
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    String parameter = printer.print(approach().parameter());
    String target =
        approach().target() instanceof Approach.Value v ? printer.print(v.value()) : "∞";
    return target.equals("0") ? parameter : parameter + " − " + target;
  }

  private static String number(double order) {
    String text = String.format(Locale.ROOT, "%.2f", order);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }

  private List<Piece> caption(long seed) {
    TexPrinter tex = new TexPrinter(new ScopeNotation(step.scope()));
    return new Caption()
        .step(step.id(), instance, convergence.component())
        .words(": the difference of the sides against ")
        .readable(parameter())
        .words(", both axes logarithmic. The slope that fits is ")
        .words(String.format(Locale.ROOT, "%.2f", convergence.order()) + "; claimed is ")
        .latex("O(" + tex.print(approach().gauge()) + ")")
        .words(", the broad line. One point")
        .choices(instance)
        .words(refuted ? ", the counterexample." : ", drawn at random (seed " + seed + ").")
        .pieces();
  }
}
