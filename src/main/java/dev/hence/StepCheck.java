package dev.hence;

import dev.hence.claim.Statement;
import dev.hence.instantiate.Instances;
import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes one step down the roads. The numeric road goes first over all instances, for it is quick to
 * find what is false, and one certified counterexample settles the step; it has half the time. Then
 * the symbolic road is asked, with the time that is left, shared evenly between the instances to
 * come.
 */
final class StepCheck {
  /**
   * What was found.
   *
   * @param passedOver choices of the grid at which the step says nothing
   * @param problems in what the author asks to be tried
   */
  record Result(
      Verdict verdict, List<Edit> diagnosis, List<String> passedOver, List<Problem> problems) {}

  private final Machinery machinery;
  private final Statement.Step step;
  private final long seed;
  private final Duration budget;
  private final long start = System.nanoTime();
  private final List<Evidence> evidence = new ArrayList<>();

  private StepCheck(Machinery machinery, Statement.Step step, long seed, Duration budget) {
    this.machinery = machinery;
    this.step = step;
    this.seed = seed;
    this.budget = budget;
  }

  static Result of(Machinery machinery, Statement.Step step, long seed, Duration budget) {
    return new StepCheck(machinery, step, seed, budget).result();
  }

  private Result result() {
    Problems problems = new Problems();
    Instances instances = machinery.instantiation().instances(step, problems);
    if (instances.list().isEmpty()) {
      String reason =
          problems.toList().isEmpty()
              ? "there is no instance on which it could be tried"
              : problems.toList().getFirst().message();
      return new Result(
          machinery.court().untried(step, reason),
          List.of(),
          instances.passedOver(),
          problems.toList());
    }
    List<Instance> agreeing = numeric(instances.list());
    Optional<Counterexample> found = best();
    if (found.isEmpty()) {
      symbolic(agreeing);
    } else {
      evidence.set(
          evidence.indexOf(found.get()),
          machinery.shrinking().shrink(found.get(), rest(budget, 2)));
    }
    Verdict verdict = machinery.court().judge(step, instances.list(), List.copyOf(evidence));
    List<Edit> edits =
        verdict
            .refutation()
            .map(c -> machinery.diagnosis().edits(step, c, rest(budget, 1)))
            .orElse(List.of());
    return new Result(verdict, edits, instances.passedOver(), problems.toList());
  }

  /** Looks for counterexamples, and returns the instances on which all that was found agrees. */
  private List<Instance> numeric(List<Instance> instances) {
    List<Instance> agreeing = new ArrayList<>();
    for (int k = 0; k < instances.size(); k++) {
      Instance instance = instances.get(k);
      Duration time = rest(budget.dividedBy(2), instances.size() - k);
      if (time.isZero()) {
        evidence.add(new Evidence.NumericOpen(instance, outOfTime()));
        continue;
      }
      List<Evidence> heard = machinery.numeric().examine(instance, seed, time);
      evidence.addAll(heard);
      if (heard.stream().anyMatch(StepCheck::isCertified)) {
        return List.of();
      }
      if (!heard.isEmpty() && heard.stream().allMatch(StepCheck::agrees)) {
        agreeing.add(instance);
      }
    }
    return agreeing;
  }

  private void symbolic(List<Instance> instances) {
    for (int k = 0; k < instances.size(); k++) {
      Instance instance = instances.get(k);
      Duration time = rest(budget, instances.size() - k);
      if (time.isZero()) {
        evidence.add(new Evidence.SymbolicOpen(instance, outOfTime()));
      } else {
        evidence.addAll(machinery.symbolic().examine(instance, seed, time));
      }
    }
  }

  /** What is left of a time, for the next of several pieces of work; never negative. */
  private Duration rest(Duration time, int pieces) {
    Duration rest = time.minusNanos(System.nanoTime() - start);
    return rest.isNegative() ? Duration.ZERO : rest.dividedBy(pieces);
  }

  private String outOfTime() {
    return "out of time after " + budget.toMillis() / 1000.0 + " s";
  }

  private Optional<Counterexample> best() {
    Optional<Counterexample> any = Optional.empty();
    for (Evidence e : evidence) {
      if (e instanceof Counterexample c) {
        if (isCertified(e)) {
          return Optional.of(c);
        }
        any = any.or(() -> Optional.of(c));
      }
    }
    return any;
  }

  private static boolean isCertified(Evidence e) {
    return e instanceof Counterexample c
        && switch (c.certificate()) {
          case Certificate.Enclosed x -> true;
          case Certificate.RightUndefined x -> true;
          case Certificate.Jet x -> true;
          case Certificate.Integrated x -> false;
        };
  }

  static boolean agrees(Evidence e) {
    return switch (e) {
      case Evidence.PointAgreement p -> true;
      case Evidence.TrajectoryAgreement t -> true;
      case Evidence.NumericOpen o -> false;
      case Evidence.Counterexample c -> false;
      case Evidence.Disagreement d -> false;
      case Evidence.SymbolicZero z -> true;
      case Evidence.SymbolicOpen o -> true;
    };
  }
}
