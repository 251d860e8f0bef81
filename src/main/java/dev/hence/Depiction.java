package dev.hence;

import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.TexPrinter;
import dev.hence.expr.UnicodePrinter;
import dev.hence.report.Numbers;
import dev.hence.report.trace.Figure;
import dev.hence.report.trace.Figure.Curve;
import dev.hence.report.trace.Figure.HeatMap;
import dev.hence.report.trace.Figure.Panel;
import dev.hence.report.trace.Figure.Role;
import dev.hence.report.trace.Piece;
import dev.hence.road.numeric.Course;
import dev.hence.verdict.Instance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A step about times with its course on one instance, as a figure: its panels, the names in them
 * and its caption.
 *
 * @param refuted whether the course begins at a counterexample
 * @param sum of the parts of the course
 * @param kernel a quantity of two points along the same course, if that moves
 */
record Depiction(
    Statement.Step step,
    Instance instance,
    boolean refuted,
    Optional<SumOfTerms> sum,
    Optional<Kernel> kernel,
    Course course) {
  /**
   * A quantity of two points.
   *
   * @param values at the start, at the end, and their means over the time between, row by row
   */
  record Kernel(KernelMatrix matrix, List<List<Double>> values) {
    Kernel {
      values = values.stream().map(List::copyOf).toList();
    }
  }

  /** Longer names are not read in a figure. */
  private static final int LONGEST = 46;

  private static final int LONGEST_TERM = 12;

  /** Fewer points show nothing. */
  private static final int FEWEST = 12;

  /** What moves less, beside its size, is a straight line. */
  private static final double STILL = 1e-6;

  /** Beside the height of the axes, a distance that is well seen. */
  private static final double SEEN = 0.1;

  /** Whether there is more to see than straight lines. */
  boolean showsSomething() {
    return count(course.left()) >= FEWEST
        && count(course.right()) >= FEWEST
        && (moves(course.left()) || moves(course.right()));
  }

  private static long count(List<Double> values) {
    return values.stream().filter(Double::isFinite).count();
  }

  private static boolean moves(List<Double> values) {
    double size = values.stream().filter(Double::isFinite).mapToDouble(Math::abs).max().orElse(0);
    return Course.movement(values) > STILL * Math.max(size, STILL);
  }

  Figure figure(String file, long seed) {
    List<Panel> panels = new ArrayList<>(List.of(sides()));
    if (departsUnseen()) {
      panels.add(difference());
    } else if (contributes()) {
      panels.add(contributions());
    }
    return new Figure(file, panels, maps(), caption(seed));
  }

  private List<HeatMap> maps() {
    if (kernel.isEmpty()) {
      return List.of();
    }
    KernelMatrix matrix = kernel.get().matrix();
    String name = printer().print(matrix.quantity());
    String shown = name.length() <= LONGEST_TERM ? name : "its kernel";
    List<String> labels = matrix.points().stream().map(printer()::print).toList();
    List<List<Double>> values = kernel.get().values();
    return List.of(
        new HeatMap(shown + " at the start", labels, rows(values.getFirst(), labels.size())),
        new HeatMap(shown + " at the end", labels, rows(values.get(1), labels.size())),
        new HeatMap("its mean over the time", labels, rows(values.getLast(), labels.size())));
  }

  private static List<List<Double>> rows(List<Double> values, int columns) {
    return IntStream.range(0, columns)
        .mapToObj(k -> values.subList(k * columns, (k + 1) * columns))
        .toList();
  }

  private boolean contributes() {
    return sum.isPresent() && course.parts().stream().anyMatch(Depiction::moves);
  }

  private Panel sides() {
    return new Panel(
        time(),
        List.of(
            curve(name(step.right(), "right side"), Role.RIGHT_SIDE, course.right()),
            curve(name(step.left(), "left side"), Role.LEFT_SIDE, course.left())));
  }

  private Panel contributions() {
    SumOfTerms terms = sum.orElseThrow();
    List<Curve> curves = new ArrayList<>();
    IntStream.range(0, terms.values().size())
        .forEach(k -> curves.add(curve(term(k), Role.TERM, course.parts().get(k))));
    curves.add(curve("their sum", Role.TOTAL, course.parts().getLast()));
    return new Panel(time(), curves);
  }

  /** Whether the sides of a refuted step stay so near each other that one curve hides it. */
  private boolean departsUnseen() {
    double largest =
        differences().stream().filter(Double::isFinite).mapToDouble(Math::abs).max().orElse(0);
    List<Double> both = new ArrayList<>(course.left());
    both.addAll(course.right());
    return refuted && largest < SEEN * Course.movement(both);
  }

  private List<Double> differences() {
    return IntStream.range(0, course.ends().size())
        .mapToObj(k -> course.left().get(k) - course.right().get(k))
        .toList();
  }

  private Panel difference() {
    return new Panel(time(), List.of(curve("left − right", Role.DIFFERENCE, differences())));
  }

  private Curve curve(String label, Role role, List<Double> values) {
    return new Curve(label, role, course.ends(), values);
  }

  private String time() {
    return UnicodePrinter.print(step.horizon().orElseThrow());
  }

  private UnicodePrinter printer() {
    return new UnicodePrinter(new ScopeNotation(step.scope()));
  }

  private String name(Expr side, String otherwise) {
    String name = printer().print(side);
    return name.length() <= LONGEST ? name : otherwise;
  }

  private String term(int k) {
    SumOfTerms terms = sum.orElseThrow();
    String name = printer().print(terms.at(terms.values().get(k)));
    return name.length() <= LONGEST_TERM ? name : index(terms.values().get(k));
  }

  private String index(int value) {
    return printer().print(new Expr.Index(sum.orElseThrow().letter())) + " = " + value;
  }

  private List<Piece> caption(long seed) {
    Caption caption =
        new Caption()
            .step(step.id(), instance, course.component())
            .words(" as ")
            .readable(time())
            .words(" grows, the left side thin upon the right one");
    second(caption);
    below(caption);
    return caption
        .words(". One trajectory")
        .choices(instance)
        .words(
            (refuted ? " from the counterexample; " : " from a random start (seed " + seed + "); ")
                + String.join(" and ", Course.integrators())
                + " at rtol "
                + Numbers.rough(Course.tolerance())
                + " differ by about "
                + Numbers.rough(Math.max(course.error(), Math.ulp(1.0)))
                + ".")
        .pieces();
  }

  /** What the matrices below the panels show. */
  private void below(Caption caption) {
    if (kernel.isPresent()) {
      double end = course.ends().getLast();
      caption
          .words("; below them ")
          .latex(tex().print(kernel.get().matrix().quantity()))
          .words(" between the points of the data, with the parameters of the start and of ")
          .readable(time() + " = " + BigDecimal.valueOf(end).stripTrailingZeros().toPlainString())
          .words(", and its mean over the time between");
    }
  }

  /** What the second panel shows. */
  private void second(Caption caption) {
    if (departsUnseen()) {
      caption.words("; beside them their difference");
    } else if (contributes()) {
      caption
          .words("; beside them what each term ")
          .latex(tex().print(sum.orElseThrow().contribution()))
          .words(" adds, and their sum");
    }
  }

  private TexPrinter tex() {
    return new TexPrinter(new ScopeNotation(step.scope()));
  }
}
