package dev.hence.read.iteration;

import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.problem.Problem;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a claim says where it speaks of iterates. Iterates that one step joins are compared at every
 * state: the newest is what the step makes of the others, see {@link OneStep}. All others are
 * computed from the start on, see {@link Unrolled}.
 */
public final class Iterates {
  /** What a claim says in which it is known what iterates are. */
  public sealed interface Outcome {
    /**
     * The claim.
     *
     * @param sides left and right
     * @param premises from which it is said to follow
     * @param iterates whether it speaks of any
     * @param made the steps of whose newest iterates it speaks as names of their own
     */
    record Rewritten(
        List<Expr> sides, List<Condition> premises, Scope scope, boolean iterates, List<Step> made)
        implements Outcome {
      public Rewritten {
        sides = List.copyOf(sides);
        premises = List.copyOf(premises);
        made = List.copyOf(made);
      }
    }

    /** The iterates cannot be computed. */
    record Refused(Problem problem) implements Outcome {}
  }

  private final Scope scope;
  private final List<Step> steps;
  private final List<FirstValue> starts;
  private final List<Condition> conditions;
  private final List<Condition> premises;

  /**
   * Iterates in a scope.
   *
   * @param conditions under which the claim is said
   * @param premises from which it is said to follow
   */
  public Iterates(
      Scope scope,
      List<Step> steps,
      List<FirstValue> starts,
      List<Condition> conditions,
      List<Condition> premises) {
    this.scope = scope;
    this.steps = List.copyOf(steps);
    this.starts = List.copyOf(starts);
    this.conditions = List.copyOf(conditions);
    this.premises = List.copyOf(premises);
  }

  /** From what the claim is said to follow, as it is written. */
  public List<Condition> premises() {
    return premises;
  }

  /**
   * Whether the index of a name says which iterate it is: {@code v_t \leftarrow …} is an equation.
   */
  public boolean isIterate(Expr left) {
    return steps.stream().anyMatch(s -> s.place().isPresent() && s.isMember(left));
  }

  /** The new value of what a statement assigns, if a step does. */
  public Optional<Expr> assigned(Expr left) {
    return steps.stream().flatMap(step -> step.assigned(left).stream()).findFirst();
  }

  /**
   * The right side of an assignment that a step makes, as its step has it if it is that. What is
   * assigned before in the same step may have its old or its new value in any other: then it is
   * empty.
   */
  public Optional<Expr> assignment(Expr left, Expr right) {
    int at = 0;
    while (steps.get(at).assigned(left).isEmpty()) {
      at++;
    }
    Expr later = right;
    for (Step other : steps.subList(0, at)) {
      later = Trees.map(later, e -> other.assigned(e).orElse(e));
    }
    boolean clear = later.equals(right) || later.equals(steps.get(at).next().lambda().body());
    return clear ? Optional.of(later) : Optional.empty();
  }

  /** Both sides, and what is known of the iterates in them. */
  public Outcome rewritten(Expr left, Expr right, Span span) {
    List<Expr> sides = List.of(left, right);
    List<Step> system = system(sides);
    if (system.isEmpty()) {
      return new Outcome.Rewritten(sides, premises, scope, speaksOfNew(sides), List.of());
    }
    Clock clock = new Clock(system);
    boolean free =
        given(system).isEmpty()
            && conditions.stream().noneMatch(c -> speaks(c, system))
            && scope.assumptions().stream().noneMatch(c -> speaks(c, system))
            && !areRandom(sides, system);
    List<Expr> all = new ArrayList<>(sides);
    premises.forEach(p -> all.addAll(List.of(p.left(), p.right())));
    Optional<List<Expr>> joined =
        free && !hides(all, system) ? new OneStep(clock).sides(all) : Optional.empty();
    return joined
        .map(j -> joined(j, system, clock))
        .orElseGet(
            () ->
                switch (new Unrolled(scope, clock, given(system)).outcome(span)) {
                  case Unrolled.Outcome.Known k ->
                      new Outcome.Rewritten(sides, premises, k.scope(), true, List.of());
                  case Unrolled.Outcome.Refused r -> new Outcome.Refused(r.problem());
                });
  }

  private Outcome joined(List<Expr> sides, List<Step> system, Clock clock) {
    Scope known = scope;
    for (Step step : system) {
      known = known.with(new OneStep(clock).made(step));
    }
    List<Step> made = system.stream().filter(step -> isUsed(step, sides)).toList();
    return new Outcome.Rewritten(sides.subList(0, 2), premises(sides), known, true, made);
  }

  private static boolean isUsed(Step step, List<Expr> sides) {
    Name name = step.next().name();
    return sides.stream()
        .anyMatch(s -> Trees.any(s, e -> e instanceof Expr.Ref r && r.name().equals(name)));
  }

  /** The premises with the sides that stand behind those of the claim. */
  private List<Condition> premises(List<Expr> sides) {
    List<Condition> rewritten = new ArrayList<>();
    for (int k = 0; k < premises.size(); k++) {
      rewritten.add(
          new Condition(
              sides.get(2 + 2 * k),
              premises.get(k).relation(),
              sides.get(3 + 2 * k),
              premises.get(k).everywhere()));
    }
    return rewritten;
  }

  /** {@code v_0 = 0} of a first iterate that is free: it gives it a value, or claims something. */
  public boolean mayBegin(Expr left, Expr right) {
    Dependence reach = new Dependence(scope);
    return steps.stream()
        .anyMatch(
            step ->
                step.isMember(left)
                    && Shifted.number(step.index((Expr.Ref) left)).isPresent()
                    && !reaches(reach, right, steps)
                    && given(List.of(step)).isEmpty()
                    && Unrolled.isFirst(
                        scope, new Clock(system(List.of(left))), step, (Expr.Ref) left));
  }

  /** The steps that make the iterates of which the sides and the conditions speak. */
  private List<Step> system(List<Expr> sides) {
    List<Expr> open = new ArrayList<>(sides);
    Stream.concat(conditions.stream(), premises.stream())
        .forEach(c -> open.addAll(List.of(c.left(), c.right())));
    SequencedSet<Step> met = new LinkedHashSet<>();
    Dependence reach = new Dependence(scope);
    while (!open.isEmpty()) {
      Expr expr = open.removeFirst();
      for (Step step : steps) {
        if (!met.contains(step) && reach.any(expr, step::isMember)) {
          met.add(step);
          open.add(step.next().lambda().body());
          starts.stream()
              .filter(s -> s.state().equals(step.state()))
              .forEach(s -> open.add(s.value()));
        }
      }
    }
    return steps.stream().filter(met::contains).toList();
  }

  private boolean speaksOfNew(List<Expr> sides) {
    if (steps.isEmpty()) {
      return false;
    }
    Set<Definition> made = new LinkedHashSet<>();
    steps.forEach(step -> made.add(step.next()));
    Dependence reach = new Dependence(scope);
    return sides.stream()
        .anyMatch(
            side -> reach.any(side, e -> reach.definition(e).filter(made::contains).isPresent()));
  }

  private boolean speaks(Condition condition, List<Step> system) {
    Dependence reach = new Dependence(scope);
    return reaches(reach, condition.left(), system) || reaches(reach, condition.right(), system);
  }

  /** Whether an expression leads to iterates of some steps. */
  private static boolean reaches(Dependence reach, Expr expr, List<Step> system) {
    return system.stream().anyMatch(step -> reach.any(expr, step::isMember));
  }

  /**
   * Whether a mean is taken over what the steps draw: then the iterates before are random too, and
   * no free state.
   */
  private boolean areRandom(List<Expr> sides, List<Step> system) {
    Dependence reach = new Dependence(scope);
    return sides.stream()
        .anyMatch(
            side ->
                reach.any(
                    side,
                    e ->
                        e instanceof Expr.Expectation mean
                            && reaches(reach, mean.body(), system)
                            && system.stream()
                                .anyMatch(
                                    s ->
                                        reach.depends(s.next().lambda().body(), mean.variable()))));
  }

  private boolean hides(List<Expr> sides, List<Step> system) {
    Dependence reach = new Dependence(scope);
    return sides.stream()
        .anyMatch(
            side ->
                Trees.any(
                    side,
                    e ->
                        reach
                            .definition(e)
                            .filter(d -> reaches(reach, d.lambda().body(), system))
                            .isPresent()));
  }

  /** The first values of the iterates, also those that are assumed. */
  private List<FirstValue> given(List<Step> system) {
    List<FirstValue> given = new ArrayList<>();
    for (Step step : system) {
      starts.stream().filter(s -> s.state().equals(step.state())).forEach(given::add);
      for (Condition assumed : scope.assumptions()) {
        FirstValue.assumed(assumed, step).ifPresent(given::add);
      }
    }
    return given;
  }
}
