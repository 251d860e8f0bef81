package dev.hence.instantiate;

import dev.hence.claim.Backwards;
import dev.hence.claim.Beginnings;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * Makes the instances on which a step is tried.
 *
 * <p>Only what the step needs is chosen, also through definitions, and through the dynamics where
 * it speaks of them. The grid is the full product of what the author wrote under {@code try}; of
 * defaults a part is taken, see {@link Covering}.
 */
public final class Instantiator {
  /** The greatest number of combinations of what the author wrote. */
  public static final int MAX_INSTANCES = 512;

  private final Statement.Step step;
  private final Needs needs;
  private final Problems problems = new Problems();

  /** Whether numbers without a bound are to grow large. */
  private final boolean far;

  private Instantiator(Statement.Step step, boolean far) {
    this.step = step;
    this.far = far;
    this.needs = Needs.of(step);
  }

  /**
   * The instances of a step, the same for the same step. Problems that were reported before, for
   * another step with the same {@code try}, are not reported again.
   */
  public static Instances instances(Statement.Step step, Problems problems) {
    return instances(step, problems, true);
  }

  /** The same without those in which numbers without a bound grow large. */
  public static Instances small(Statement.Step step) {
    return instances(step, new Problems(), false);
  }

  private static Instances instances(Statement.Step step, Problems problems, boolean far) {
    Instantiator instantiator = new Instantiator(Beginnings.of(Backwards.of(step)), far);
    Optional<Instances> instances = instantiator.instances();
    List<Problem> known = problems.toList();
    List<Problem> found = instantiator.problems.toList();
    found.stream().filter(p -> !known.contains(p)).distinct().forEach(problems::report);
    return found.isEmpty() ? instances.orElseThrow() : new Instances(List.of(), List.of());
  }

  private Optional<Instances> instances() {
    if (!lettersHaveRanges()) {
      return Optional.empty();
    }
    Optional<Attempt> attempt = attempt(Defaults.SIZES);
    if (attempt.isPresent() && attempt.get().candidates().isEmpty() && attempt.get().isOpen()) {
      attempt = attempt(Defaults.MORE_SIZES);
    }
    if (attempt.isPresent() && attempt.get().candidates().isEmpty()) {
      report(
          ProblemId.INDEX_OUT_OF_RANGE,
          "the step says nothing at any of the sizes tried",
          PassedOver.lines(attempt.get()).getFirst());
      return Optional.empty();
    }
    return attempt.map(this::finished);
  }

  private boolean lettersHaveRanges() {
    List<String> without =
        needs.letters().stream().filter(l -> !step.scope().ranges().containsKey(l)).toList();
    without.forEach(
        letter ->
            report(
                ProblemId.UNKNOWN_NAME,
                "the index " + letter + " has no range",
                "say which values it takes, such as " + letter + " = 1, \\dots, N"));
    return without.isEmpty();
  }

  /** One look at the grid; empty where something under {@code try} is wrong. */
  private Optional<Attempt> attempt(List<Integer> sizes) {
    List<Axis> axes = Axes.of(step, needs, sizes, problems);
    if (!problems.toList().isEmpty()) {
      return Optional.empty();
    }
    long written = Rows.written(axes);
    if (written > MAX_INSTANCES) {
      report(
          ProblemId.TOO_MANY_INSTANCES,
          "try asks for " + written + " combinations, the limit is " + MAX_INSTANCES,
          "give fewer values, or a try of its own to this display");
      return Optional.empty();
    }
    Attempt attempt = Attempt.of(step, needs, axes);
    attempt.unfit().forEach(this::report);
    return problems.toList().isEmpty() ? Optional.of(attempt) : Optional.empty();
  }

  private Instances finished(Attempt attempt) {
    Builder builder = new Builder(step, needs, attempt.axes());
    List<Candidate> chosen =
        Covering.choose(attempt.axes(), needs.evaluated(), attempt.candidates());
    return new Instances(
        chosen.stream().flatMap(builder::instances).toList(),
        Larger.instances(step, needs, far),
        PassedOver.lines(attempt));
  }

  private void report(Attempt.Unfit unfit) {
    Axis.OfFunction axis = unfit.axis();
    Trial.Entry entry =
        Axes.entry(step.trial(), axis.function().name(), axis.function().indices()).orElseThrow();
    String what = axis.name() + " cannot be " + axis.text(unfit.value());
    problems.report(Problem.of(ProblemId.BAD_TRY, entry.span(), what + ": " + unfit.why()));
  }

  private void report(ProblemId id, String message, String help) {
    problems.report(Problem.of(id, step.span(), message, help));
  }
}
