package dev.hence;

import dev.hence.cache.Found;
import dev.hence.claim.Statement;
import dev.hence.expr.Relation;
import dev.hence.instantiate.Instances;
import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.search.Shrinker;
import dev.hence.time.Stopwatch;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Unbounded;
import dev.hence.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Takes one step down the roads. The numeric road goes first over all instances, for it is quick to
 * find what is false, and one certified counterexample settles the step; it has half the time. Then
 * the symbolic road is asked, with the time that is left, shared evenly between the instances to
 * come. The general road is asked about every step, also a refuted one: should it prove what is
 * false, that must come out.
 */
final class StepCheck {
  /**
   * The verdict on a step, with its diagnosis and problems.
   *
   * @param passedOver choices of the grid at which the step says nothing
   * @param problems in what the author asks to be tried
   * @param computing what it took
   */
  record Result(
      Verdict verdict,
      List<Edit> diagnosis,
      List<String> passedOver,
      List<Problem> problems,
      Duration computing) {}

  /** An instance may take one in so many parts of the time that is left. */
  private static final int LARGEST_SHARE = 4;

  /** A larger instance may take one in so many parts of the budget. */
  private static final int PART_BEYOND = 10;

  private final Machinery machinery;
  private final Statement.Step step;
  private final Proofs proofs;
  private final long seed;
  private final Duration budget;
  private final Stopwatch watch = new Stopwatch();
  private final List<Instance> instances;
  private final List<Instance> larger;

  /** What was heard on each instance. */
  private final List<List<Evidence>> heard = new ArrayList<>();

  private StepCheck(
      Machinery machinery,
      Statement.Step step,
      Proofs proofs,
      Instances instances,
      long seed,
      Duration budget) {
    this.machinery = machinery;
    this.step = step;
    this.proofs = proofs;
    this.instances = new ArrayList<>(instances.list());
    this.larger = instances.larger();
    this.seed = seed;
    this.budget = budget;
    this.instances.forEach(instance -> heard.add(List.of()));
  }

  static Result of(
      Machinery machinery,
      Memory memory,
      Proofs proofs,
      Statement.Step step,
      long seed,
      Duration budget) {
    Stopwatch watch = new Stopwatch();
    Problems problems = new Problems();
    Instances instances = machinery.instantiation().instances(step, problems);
    if (instances.list().isEmpty()) {
      String reason =
          problems.toList().isEmpty()
              ? "there is no instance on which it could be tried"
              : problems.toList().getFirst().message();
      Verdict untried = machinery.court().untried(step, reason);
      return new Result(
          untried, List.of(), instances.passedOver(), problems.toList(), watch.elapsed());
    }
    Memory.Recollection recollection =
        memory.of(step, proofs.usable(step), instances, seed, budget);
    Memory.Remembered answer =
        recollection
            .judged(machinery.court())
            .orElseGet(
                () ->
                    recollection.kept(
                        new StepCheck(machinery, step, proofs, instances, seed, budget).found()));
    List<String> passedOver = new ArrayList<>(instances.passedOver());
    passedOver.addAll(undefined(answer.verdict()));
    return new Result(
        answer.verdict(), answer.found().edits(), passedOver, problems.toList(), watch.elapsed());
  }

  /** The instances on which the step says nothing, where others decided it. */
  private static List<String> undefined(Verdict verdict) {
    return verdict instanceof Verdict.Holds holds
        ? holds.evidence().stream().flatMap(e -> passedOver(e).stream()).toList()
        : List.of();
  }

  private static Optional<String> passedOver(Evidence e) {
    String label = e.instance().label();
    return e instanceof Evidence.Undefined
        ? Optional.of(label + ": the left side is defined nowhere")
        : e instanceof Evidence.Unsatisfied u
            ? Optional.of(label + ": " + u.why())
            : Optional.empty();
  }

  private Memory.Remembered found() {
    Verdict verdict = verdict();
    List<Edit> edits = verdict.refutation().map(this::edits).orElse(List.of());
    return new Memory.Remembered(verdict, new Found(verdict.evidence(), edits));
  }

  private Verdict verdict() {
    numeric();
    if (best().isEmpty()) {
      symbolic();
      search();
      beyond();
    }
    best().ifPresent(this::shrink);
    general();
    return machinery.court().judge(step, instances, heard.stream().flatMap(List::stream).toList());
  }

  private List<Edit> edits(Counterexample counterexample) {
    return machinery.diagnosis().edits(step, proofs.beside(step), counterexample, budget);
  }

  private void shrink(Counterexample found) {
    Counterexample simple = machinery.shrinking().shrink(found, rest(budget, 2));
    heard.replaceAll(evidence -> evidence.stream().map(e -> e.equals(found) ? simple : e).toList());
  }

  /** A proof speaks of every instance; it is kept with the first. */
  private void general() {
    proofs
        .of(step)
        .ifPresent(
            proof -> {
              List<Evidence> all = new ArrayList<>();
              all.add(new Evidence.Proof(instances.getFirst(), proof));
              all.addAll(heard.getFirst());
              heard.set(0, all);
            });
  }

  // Numeric

  /** Asks on every instance, then once more where the even share of the time was too short. */
  private void numeric() {
    Duration half = budget.dividedBy(2);
    List<Integer> again = new ArrayList<>();
    for (int k = 0; k < instances.size(); k++) {
      Duration time = share(half, instances.size() - k);
      Stopwatch asking = new Stopwatch();
      if (numeric(k, time)) {
        return;
      }
      if (asking.elapsed().compareTo(time) >= 0 && none(k, StepCheck::agrees)) {
        again.add(k);
      }
    }
    for (int k = 0; k < again.size(); k++) {
      Duration time = rest(half, again.size() - k);
      if (!time.isZero() && numeric(again.get(k), time)) {
        return;
      }
    }
  }

  /** Asks on one instance; true if that settles the step. */
  private boolean numeric(int k, Duration time) {
    heard.set(
        k,
        time.isZero()
            ? List.of(new Evidence.NumericOpen(instances.get(k), outOfTime()))
            : machinery.numeric().examine(instances.get(k), seed, time));
    return !none(k, StepCheck::isCertified);
  }

  private boolean none(int k, Predicate<Evidence> predicate) {
    return heard.get(k).stream().noneMatch(predicate);
  }

  // Symbolic

  private void symbolic() {
    List<Integer> agreeing = agreeing();
    Duration budget = isSearched() ? this.budget.multipliedBy(3).dividedBy(4) : this.budget;
    List<Integer> again = new ArrayList<>();
    for (int k = 0; k < agreeing.size(); k++) {
      Duration time = share(budget, agreeing.size() - k);
      Stopwatch asking = new Stopwatch();
      symbolic(agreeing.get(k), time);
      if (asking.elapsed().compareTo(time) >= 0
          && none(agreeing.get(k), Evidence.SymbolicZero.class::isInstance)) {
        again.add(agreeing.get(k));
      }
    }
    for (int k = 0; k < again.size(); k++) {
      Duration time = rest(budget, again.size() - k);
      if (!time.isZero()) {
        symbolic(again.get(k), time);
      }
    }
  }

  private List<Integer> agreeing() {
    return IntStream.range(0, instances.size())
        .filter(k -> !none(k, StepCheck::agrees) && none(k, StepCheck::disagrees))
        .filter(k -> none(k, Evidence.Solved.class::isInstance))
        .boxed()
        .toList();
  }

  /** Asks on one instance, instead of what was answered to that before. */
  private void symbolic(int at, Duration time) {
    List<Evidence> all =
        new ArrayList<>(
            heard.get(at).stream().filter(e -> !(e instanceof Evidence.Symbolic)).toList());
    all.addAll(
        time.isZero()
            ? List.of(new Evidence.SymbolicOpen(instances.get(at), outOfTime()))
            : machinery.symbolic().examine(instances.get(at), seed, time));
    heard.set(at, all);
  }

  // Search

  /** Whether the numeric road can look longer than it did. */
  private boolean isSearched() {
    return step.approach().isEmpty()
        && (step.relation().isInequality() || step.relation() == Relation.NOT_EQUAL);
  }

  /** Looks longer for a violation where nothing has shown that there is none. */
  private void search() {
    List<Integer> doubtful =
        isSearched()
            ? agreeing().stream()
                .filter(k -> none(k, Evidence.SymbolicZero.class::isInstance))
                .toList()
            : List.of();
    for (int k = 0; k < doubtful.size() && best().isEmpty(); k++) {
      search(doubtful.get(k), rest(budget, doubtful.size() - k));
    }
  }

  /** What a search finds takes the place of what was seen before; an unfinished one takes none. */
  private void search(int at, Duration time) {
    List<Evidence> found = machinery.search().examine(instances.get(at), seed, time);
    if (found.stream().noneMatch(Evidence.NumericOpen.class::isInstance)) {
      List<Evidence> all = new ArrayList<>(found);
      heard.get(at).stream().filter(Evidence.Symbolic.class::isInstance).forEach(all::add);
      heard.set(at, all);
    }
  }

  // Beyond the grid

  /**
   * Looks for a counterexample at larger sizes, where a step that no proof supports at all sizes
   * may hold at the small ones alone. Nothing is said of it if there is none, but how far it was
   * looked where the step quantifies over natural numbers without a bound.
   */
  private void beyond() {
    if (best().isPresent() || proofs.of(step).isPresent()) {
      return;
    }
    boolean unbounded = Unbounded.among(step, instances);
    for (Instance instance : larger) {
      Duration time = shorter(rest(budget, 1), budget.dividedBy(PART_BEYOND));
      List<Evidence> found =
          time.isZero() ? List.of() : machinery.numeric().examine(instance, seed, time);
      boolean certified = found.stream().anyMatch(StepCheck::isCertified);
      if (certified || (unbounded && found.stream().anyMatch(StepCheck::agrees))) {
        instances.add(instance);
        heard.add(found);
      }
      if (certified) {
        return;
      }
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** The next instance's share: most need little, so each may take a good part of what is left. */
  private Duration share(Duration time, int instances) {
    return rest(time, Math.min(instances, LARGEST_SHARE));
  }

  /** What is left of a time, for the next of several pieces of work; never negative. */
  private Duration rest(Duration time, int pieces) {
    Duration rest = time.minus(watch.elapsed());
    return rest.isNegative() ? Duration.ZERO : rest.dividedBy(pieces);
  }

  private String outOfTime() {
    return "out of time after " + budget.toMillis() / 1000.0 + " s";
  }

  // Evidence

  /** A counterexample, one that is certified before any other. */
  private Optional<Counterexample> best() {
    List<Counterexample> all =
        heard.stream()
            .flatMap(List::stream)
            .filter(Counterexample.class::isInstance)
            .map(Counterexample.class::cast)
            .toList();
    return Shrinker.simplest(all);
  }

  private static boolean isCertified(Evidence e) {
    return e instanceof Counterexample c
        && switch (c.certificate()) {
          case Certificate.Enclosed x -> true;
          case Certificate.Solution x -> true;
          case Certificate.Nearby x -> true;
          case Certificate.RightUndefined x -> true;
          case Certificate.Jet x -> true;
          case Certificate.Coefficient x -> true;
          case Certificate.Growth x -> true;
          case Certificate.Slow x -> true;
          case Certificate.Integrated x -> false;
          case Certificate.Settled x -> false;
          case Certificate.Extrapolated x -> false;
        };
  }

  static boolean agrees(Evidence e) {
    return switch (e) {
      case Evidence.PointAgreement p -> true;
      case Evidence.Solved s -> true;
      case Evidence.TrajectoryAgreement t -> true;
      case Evidence.OrderAgreement o -> true;
      case Evidence.LongRunAgreement r -> true;
      case Evidence.NumericOpen o -> false;
      case Evidence.Undefined u -> false;
      case Evidence.Unsatisfied u -> false;
      case Evidence.Counterexample c -> false;
      case Evidence.Disagreement d -> false;
      case Evidence.Proof p -> false;
      case Evidence.SymbolicZero z -> false;
      case Evidence.SymbolicOpen o -> false;
    };
  }

  private static boolean disagrees(Evidence e) {
    return switch (e) {
      case Evidence.Counterexample c -> true;
      case Evidence.Disagreement d -> true;
      case Evidence.PointAgreement p -> false;
      case Evidence.Solved s -> false;
      case Evidence.TrajectoryAgreement t -> false;
      case Evidence.OrderAgreement o -> false;
      case Evidence.LongRunAgreement r -> false;
      case Evidence.NumericOpen o -> false;
      case Evidence.Undefined u -> false;
      case Evidence.Unsatisfied u -> false;
      case Evidence.Proof p -> false;
      case Evidence.SymbolicZero z -> false;
      case Evidence.SymbolicOpen o -> false;
    };
  }
}
