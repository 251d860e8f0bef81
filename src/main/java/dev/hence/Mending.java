package dev.hence;

import dev.hence.claim.ApproachText;
import dev.hence.claim.Backwards;
import dev.hence.claim.Beginnings;
import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.eval.Work;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.instantiate.Instances;
import dev.hence.instantiate.Instantiator;
import dev.hence.road.numeric.Allowance;
import dev.hence.road.numeric.NumericRoad;
import dev.hence.search.Candidate;
import dev.hence.search.Diagnosis;
import dev.hence.search.Rewriting;
import dev.hence.time.Deadline;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Counterexample;
import dev.hence.verdict.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tries the edits of a refuted step. Most fail at the instance of the counterexample, in doubles;
 * those that do not are tried on every instance, at fresh points and at larger sizes.
 */
final class Mending implements Diagnosis.Trial {
  /** Work for one instance of one trial. */
  private static final long FOR_ONE = 30_000_000;

  /** Drawn from another seed than all else, so that nothing holds by chance at the usual points. */
  private static final long FRESH = 7919;

  /** Larger instances that are looked at. */
  private static final int LARGER = 3;

  /**
   * Work for all trials of a step, for every millisecond that the step may take. It is done in less
   * than half of that time, so that the clock stops nothing but on a very slow machine.
   */
  private static final long PER_MILLISECOND = 15_000;

  /** So many times what a step may take the clock lets pass. */
  private static final int GUARD = 2;

  private final Deadline guard;
  private final long most;
  private final long begun = Work.done();
  private final Instance refuted;
  private final int said;

  /** The names of which the step speaks. */
  private final Set<Name> mentioned = new HashSet<>();

  private Mending(Statement.Step step, Counterexample counterexample, Duration budget) {
    this.guard = Deadline.in(budget.multipliedBy(GUARD));
    this.most = budget.toMillis() * PER_MILLISECOND;
    this.refuted = counterexample.instance();
    Statement.Step tried = refuted.step();
    for (Expr side : List.of(step.left(), step.right(), tried.left(), tried.right())) {
      names(side).map(Mending::name).forEach(mentioned::add);
    }
    this.said = cases(Instantiator.small(step).list());
  }

  /**
   * The edits that mend a step.
   *
   * @param beside the other steps of the document, the nearest first
   * @param budget what the step may take; the edits are looked for with work in proportion
   */
  static List<Edit> edits(
      Statement.Step step,
      List<Statement.Step> beside,
      Counterexample counterexample,
      Duration budget) {
    List<Edit> edits = new ArrayList<>();
    Mending mending = new Mending(step, counterexample, budget);
    Diagnosis.order(step, s -> !mending.isSpent() && mending.holds(s, false))
        .ifPresent(s -> edits.add(order(step, s)));
    for (Candidate c : mending.candidates(step, beside)) {
      edits.add(
          new Edit(
              c.what(),
              text(c.mended()),
              step.span(),
              Optional.empty(),
              Rewriting.of(step, c.mended()),
              Rewriting.token(step, c)));
    }
    return List.copyOf(edits);
  }

  /** The same but for the order to which a step holds, as formulas. */
  static List<Candidate> mended(
      Statement.Step step,
      List<Statement.Step> beside,
      Counterexample counterexample,
      Duration budget) {
    return new Mending(step, counterexample, budget).candidates(step, beside);
  }

  private List<Candidate> candidates(Statement.Step step, List<Statement.Step> beside) {
    return Diagnosis.of(step, beside, notation(step), this, this::isSpent);
  }

  private boolean isSpent() {
    return Work.done() - begun > most || guard.passed();
  }

  private static ScopeNotation notation(Statement.Step step) {
    return new ScopeNotation(step.scope());
  }

  private static String text(Statement.Step step) {
    return Diagnosis.text(step, notation(step));
  }

  private static Edit order(Statement.Step refuted, Statement.Step step) {
    String order =
        step.approach()
            .map(a -> ApproachText.order(a, new UnicodePrinter(notation(step))))
            .orElseThrow();
    return new Edit(
        "say to which order it holds",
        text(step),
        step.span(),
        Optional.of(order),
        Rewriting.of(refuted, step),
        Optional.empty());
  }

  @Override
  public boolean drops(Candidate candidate) {
    return at(candidate)
        .filter(
            instance ->
                drops(instance, Settings.DEFAULT_SEED)
                    || isEmptied(instance)
                    || vanishes(candidate, instance))
        .isPresent();
  }

  /** Whether an edit holds for no better reason than that both sides are 0. */
  private static boolean isEmptied(Instance instance) {
    Statement.Step step = instance.step();
    return !isZero(step.left())
        && !isZero(step.right())
        && NumericRoad.isIdle(instance, Settings.DEFAULT_SEED);
  }

  /** Whether what an edit writes is 0 whatever the numbers are. */
  private static boolean vanishes(Candidate candidate, Instance instance) {
    return candidate
        .change()
        .map(Candidate.Change::now)
        .filter(now -> !isZero(now) && isSayable(now, instance))
        .map(now -> instance.step().with(now, Relation.EQUAL, Expr.zero(now.shape())))
        .filter(step -> NumericRoad.isIdle(of(step, instance), Settings.DEFAULT_SEED))
        .isPresent();
  }

  /** Whether a part of a side has a value by itself: nothing of it is bound around it. */
  private static boolean isSayable(Expr part, Instance instance) {
    Set<String> letters = FreeLetters.of(List.of(part));
    Scope scope = instance.step().scope();
    return instance.interpretation().covers(part)
        && names(part)
            .allMatch(
                n ->
                    n instanceof Expr.Call
                        || scope.definition(n).isPresent()
                        || scope.variable(name(n), ((Expr.Ref) n).indices().size()).isPresent())
        && instance.step().approach().isEmpty()
        && instance.assignments().stream().allMatch(a -> a.keySet().containsAll(letters));
  }

  private static Instance of(Statement.Step step, Instance instance) {
    return new Instance(
        step, instance.interpretation(), instance.choices(), instance.assignments());
  }

  @Override
  public boolean holds(Candidate candidate) {
    try {
      return holds(candidate.mended(), candidate.binds());
    } catch (StackOverflowError endless) {
      return false;
    }
  }

  @Override
  public double slack(Candidate candidate) {
    boolean againstZero = isZero(candidate.mended().left()) || isZero(candidate.mended().right());
    return againstZero
        ? 0
        : at(candidate).map(i -> NumericRoad.slack(i, Settings.DEFAULT_SEED)).orElse(0.0);
  }

  private static boolean isZero(Expr side) {
    return side instanceof Expr.Literal l && l.value().signum() == 0;
  }

  /** The instance of the counterexample, if it has values for all that the edited step names. */
  private Optional<Instance> at(Candidate candidate) {
    Statement.Step step = Beginnings.of(Backwards.of(candidate.mended()));
    boolean covered =
        !refuted.assignments().isEmpty()
            && refuted
                .assignments()
                .getFirst()
                .keySet()
                .equals(FreeLetters.of(List.of(step.left(), step.right())))
            && refuted.interpretation().covers(step.left())
            && refuted.interpretation().covers(step.right())
            && step.scope().variables().values().stream().noneMatch(v -> isOpen(v, step))
            && isAboutTheSame(step);
    return covered ? Optional.of(of(step, refuted)) : Optional.empty();
  }

  /**
   * Whether an edit brings in no more than variables: what is defined, or moves, may need choices
   * that the instance has not made.
   */
  private boolean isAboutTheSame(Statement.Step step) {
    return names(step.left()).allMatch(n -> isKnown(n, step.scope()))
        && names(step.right()).allMatch(n -> isKnown(n, step.scope()));
  }

  private static Stream<Expr> names(Expr side) {
    List<Expr> names = new ArrayList<>();
    Trees.walk(
        side,
        e -> {
          if (e instanceof Expr.Ref || e instanceof Expr.Call) {
            names.add(e);
          }
        });
    return names.stream();
  }

  private boolean isKnown(Expr node, Scope scope) {
    return mentioned.contains(name(node))
        || (scope.definition(node).isEmpty() && !scope.isState(name(node)));
  }

  private static Name name(Expr node) {
    return switch (node) {
      case Expr.Ref r -> r.name();
      case Expr.Call c -> c.function();
      default -> throw new IllegalArgumentException("no name: " + node);
    };
  }

  /** Whether a step speaks of a label that is not chosen. */
  private boolean isOpen(Declaration.Variable v, Statement.Step step) {
    return v.domain() instanceof Domain.Labels
        && !refuted.interpretation().definitions().containsKey(v.name().key(v.indices().size()))
        && Stream.of(step.left(), step.right())
            .anyMatch(side -> new Dependence(step.scope()).depends(side, v.name()));
  }

  /** An edit may lead a recursion below its beginning: such a one is none. */
  private static boolean drops(Instance instance, long seed) {
    try {
      return NumericRoad.drops(instance, seed);
    } catch (StackOverflowError endless) {
      return true;
    }
  }

  /**
   * Whether the numeric road agrees on every instance, and these are as many values of the indices
   * as the step speaks of: an edit does not help that makes it say less.
   */
  private boolean holds(Statement.Step step, boolean binds) {
    Instances instances = Instantiator.small(step);
    List<Instance> all = instances.list();
    return !all.isEmpty()
        && (binds || cases(all) >= said)
        && all.stream().noneMatch(Mending::drops)
        && instances.larger().stream().limit(LARGER).noneMatch(Mending::drops)
        && all.stream().allMatch(this::mayHold);
  }

  private static int cases(List<Instance> instances) {
    return instances.stream().mapToInt(instance -> instance.assignments().size()).sum();
  }

  private static boolean drops(Instance instance) {
    return drops(instance, FRESH);
  }

  /**
   * Whether the numeric road agrees. Where it comes to no end with little work, nothing may speak
   * against it in doubles, and on the instance of the counterexample they must agree.
   */
  private boolean mayHold(Instance instance) {
    if (isSpent()) {
      return false;
    }
    long before = Work.done();
    Allowance allowance = new Allowance(FOR_ONE, guard.left());
    List<Evidence> heard = Wiring.brief(instance, Settings.DEFAULT_SEED, allowance);
    boolean open = heard.stream().allMatch(Evidence.NumericOpen.class::isInstance);
    if (open && Work.done() - before > FOR_ONE) {
      boolean elsewhere = !instance.choices().equals(refuted.choices());
      return elsewhere || NumericRoad.agreesInDoubles(instance, FRESH);
    }
    return !heard.isEmpty() && heard.stream().allMatch(StepCheck::agrees);
  }
}
