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

  private static final int MOST_TOUCHES = 40;

  /** How many operations may be spent on deciding them. */
  private static final int MOST_WORK = 40_000;

  /** Of larger programs no landmarks are looked for. */
  private static final int LARGE = 20_000;

  private final Instance instance;
  private final PointProgram program;
  private final int components;
  private final Points points;
  private final Screen screen;
  private final ExactCheck exact;
  private final Neighbourhood neighbourhood;

  /** At how many more points of equality an inequality is decided exactly. */
  private int touches;

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
    points = Points.of(instance, variables, Restriction.of(instance), seed).withNearby();
    screen = new Screen(program, instance.step().relation(), instance.step().tolerance());
    exact = new ExactCheck(program, instance.step().relation(), instance.step().tolerance());
    neighbourhood = new Neighbourhood(points.sampler(), seed);
    decideTouches();
  }

  /** The numbers at whose zeros the sides may change their ways. */
  PointProgram landmarks() {
    if (program.program().size() > LARGE || !program.program().hasLandmarks()) {
      return PointProgram.compile(instance.interpretation(), List.of(), List.of());
    }
    return PointProgram.landmarks(
        instance.interpretation(),
        instance.assignments(),
        List.of(instance.step().left(), instance.step().right()));
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
    Position position = points.position(point);
    screen.run(position);
    ExactCheck.Trial trial = exact.at(position);
    Optional<Finding.Loss> loss = Optional.empty();
    double worst = 0;
    for (int c = 0; c < components; c++) {
      if (entries.get(c)) {
        Finding finding = certify ? trial.component(c) : screened(c, trial);
        Optional<Evidence.Counterexample> found = refutation(position, c, finding);
        if (found.isPresent()) {
          return new Seen.Refuted(found.get());
        }
        if (finding.isGood()) {
          worst = Math.max(worst, residual(c, finding));
        } else if (loss.isEmpty()) {
          loss = Optional.of(lossOf(finding));
        }
      }
    }
    double largest = worst;
    return loss.<Seen>map(Seen.Lost::new).orElseGet(() -> new Seen.Good(largest));
  }

  /** By how much the sides of a good entry may differ: as doubles say it, where they can. */
  private double residual(int component, Finding finding) {
    double violation = screen.violation(component);
    boolean plain = screen.look(component) == Screen.Look.GOOD && Double.isFinite(violation);
    return plain
        ? violation
        : finding instanceof Finding.Agrees agrees ? Math.pow(10, -agrees.digits()) : 0;
  }

  /** Where violations of an inequality are looked for, points of equality are decided exactly. */
  void decideTouches() {
    touches = Math.min(MOST_TOUCHES, MOST_WORK / (1 + program.program().size()));
  }

  /** Whether the left side certainly has a value in none of some entries. */
  boolean isUndefined(Point point, BitSet entries) {
    ExactCheck.Trial trial = exact.at(points.position(point));
    Finding outside = new Finding.Lost(Finding.Loss.DOMAIN);
    return entries.stream().allMatch(c -> trial.component(c).equals(outside));
  }

  private Finding screened(int component, ExactCheck.Trial trial) {
    return switch (screen.look(component)) {
      case GOOD ->
          screen.touches(component) && touches-- > 0
              ? held(trial.component(component))
              : new Finding.Holds();
      case DOUBTFUL -> trial.component(component);
      case LEFT_UNDEFINED -> new Finding.Lost(Finding.Loss.DOMAIN);
      case OVERFLOW -> new Finding.Lost(Finding.Loss.OVERFLOW);
      case KINK -> new Finding.Lost(Finding.Loss.KINK);
    };
  }

  /** What cannot be told from equality even exactly is no loss. */
  private static Finding held(Finding exact) {
    return exact instanceof Finding.Violated ? exact : new Finding.Holds();
  }

  private static Finding.Loss lossOf(Finding finding) {
    return finding instanceof Finding.Lost lost ? lost.loss() : Finding.Loss.DOMAIN;
  }

  private Optional<Evidence.Counterexample> refutation(Position position, int c, Finding finding) {
    Point point = position.point();
    return switch (finding) {
      case Finding.Violated v ->
          Optional.of(
              new Evidence.Counterexample(
                  instance, point, c, v.left(), v.right(), certificate(position)));
      case Finding.RightUndefined r when !points.premises().move() && isOpen(point, c) ->
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

  private static Evidence.Certificate certificate(Position position) {
    return switch (position) {
      case Position.Exact e -> new Evidence.Certificate.Enclosed();
      case Position.Near n -> new Evidence.Certificate.Nearby();
    };
  }

  /** Whether the right side stays undefined around the point, and the left side defined. */
  private boolean isOpen(Point point, int component) {
    return neighbourhood.all(
        point,
        near -> points.speaking(near).filter(speaks -> entries(speaks).get(component)).isPresent(),
        near ->
            exact.at(new Position.Exact(near)).component(component)
                instanceof Finding.RightUndefined);
  }
}
