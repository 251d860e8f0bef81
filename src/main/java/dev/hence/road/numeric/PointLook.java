package dev.hence.road.numeric;

import dev.hence.eval.PointProgram;
import dev.hence.eval.Variable;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Point;
import dev.hence.verdict.Restriction;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Compares the sides of a statement about one state at one point after another. */
final class PointLook {
  /** What one point shows. */
  sealed interface Seen {
    /** All entries for which the step speaks agree. */
    record Good(double worst) implements Seen {}

    /** An entry could not be compared. */
    record Lost(Finding.Loss loss) implements Seen {}

    /** An entry refutes the step. */
    record Refuted(Evidence.Counterexample counterexample) implements Seen {}
  }

  private final Instance instance;
  private final PointProgram program;
  private final int components;
  private final Points points;
  private final Screen screen;
  private final ExactCheck exact;
  private final Neighbourhood neighbourhood;

  PointLook(Instance instance, long seed) {
    this.instance = instance;
    program =
        PointProgram.compile(
            instance.interpretation(),
            instance.assignments(),
            List.of(instance.step().left(), instance.step().right()));
    components = program.sizes().getFirst();
    if (components != program.sizes().getLast()) {
      throw new IllegalStateException("sides of different shapes: " + instance.step().id());
    }
    List<Variable> variables = program.variables();
    points = Points.of(instance, variables, Restriction.of(instance), seed);
    screen = new Screen(program, instance.step().relation(), instance.step().tolerance());
    exact = new ExactCheck(program, instance.step().relation(), instance.step().tolerance());
    neighbourhood = new Neighbourhood(points.sampler(), seed);
  }

  PointProgram program() {
    return program;
  }

  Points points() {
    return points;
  }

  Screen screen() {
    return screen;
  }

  int components() {
    return components;
  }

  /** How many entries each side has for one assignment. */
  int width() {
    return components / instance.assignments().size();
  }

  /** Which entries are spoken of, given which assignments are. */
  BitSet entries(BitSet speaks) {
    BitSet entries = new BitSet();
    speaks.stream().forEach(k -> entries.set(k * width(), (k + 1) * width()));
    return entries;
  }

  /**
   * Looks at a point.
   *
   * @param entries those to be compared
   * @param certify whether doubles do not suffice to pass an entry
   */
  Seen at(Point point, BitSet entries, boolean certify) {
    screen.run(point);
    ExactCheck.Trial trial = exact.at(point);
    Optional<Finding.Loss> loss = Optional.empty();
    double worst = 0;
    for (int c = 0; c < components; c++) {
      if (entries.get(c)) {
        Finding finding = certify ? trial.component(c) : screened(c, trial);
        Optional<Evidence.Counterexample> found = refutation(point, c, finding);
        if (found.isPresent()) {
          return new Seen.Refuted(found.get());
        }
        if (finding.isGood()) {
          double violation = screen.violation(c);
          worst = Double.isFinite(violation) ? Math.max(worst, violation) : worst;
        } else if (loss.isEmpty()) {
          loss = Optional.of(lossOf(finding));
        }
      }
    }
    double largest = worst;
    return loss.<Seen>map(Seen.Lost::new).orElseGet(() -> new Seen.Good(largest));
  }

  /** Whether the left side certainly has a value in none of some entries. */
  boolean isUndefined(Point point, BitSet entries) {
    ExactCheck.Trial trial = exact.at(point);
    Finding outside = new Finding.Lost(Finding.Loss.DOMAIN);
    return entries.stream().allMatch(c -> trial.component(c).equals(outside));
  }

  private Finding screened(int component, ExactCheck.Trial trial) {
    return switch (screen.look(component)) {
      case GOOD -> new Finding.Holds();
      case DOUBTFUL -> trial.component(component);
      case LEFT_UNDEFINED -> new Finding.Lost(Finding.Loss.DOMAIN);
      case OVERFLOW -> new Finding.Lost(Finding.Loss.OVERFLOW);
      case KINK -> new Finding.Lost(Finding.Loss.KINK);
    };
  }

  private static Finding.Loss lossOf(Finding finding) {
    return finding instanceof Finding.Lost lost ? lost.loss() : Finding.Loss.DOMAIN;
  }

  private Optional<Evidence.Counterexample> refutation(Point point, int c, Finding finding) {
    return switch (finding) {
      case Finding.Violated v ->
          Optional.of(
              new Evidence.Counterexample(
                  instance, point, c, v.left(), v.right(), new Evidence.Certificate.Enclosed()));
      case Finding.RightUndefined r when isOpen(point, c) ->
          Optional.of(
              new Evidence.Counterexample(
                  instance,
                  point,
                  c,
                  r.left(),
                  "undefined",
                  new Evidence.Certificate.RightUndefined(r.why())));
      case Finding.RightUndefined r -> Optional.empty();
      case Finding.Holds h -> Optional.empty();
      case Finding.Agrees a -> Optional.empty();
      case Finding.Lost l -> Optional.empty();
    };
  }

  /** Whether the right side stays undefined around the point, and the left side defined. */
  private boolean isOpen(Point point, int component) {
    return neighbourhood.all(
        point,
        near -> points.speaking(near).filter(speaks -> entries(speaks).get(component)).isPresent(),
        near -> exact.at(near).component(component) instanceof Finding.RightUndefined);
  }
}
