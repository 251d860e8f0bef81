package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
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
final class Iterations {
  /**
   * A claim in which it is known what iterates are.
   *
   * @param sides left and right
   * @param premises from which it is said to follow
   * @param iterates whether it speaks of any
   */
  record Rewritten(List<Expr> sides, List<Condition> premises, Scope scope, boolean iterates) {}

  private final Context context;
  private final List<Iteration> steps;
  private final List<Start> starts;
  private final List<Condition> conditions;
  private final List<Condition> premises;

  /**
   * @param conditions under which the claim is said
   * @param premises from which it is said to follow
   */
  Iterations(
      Context context,
      List<Iteration> steps,
      List<Start> starts,
      List<Condition> conditions,
      List<Condition> premises) {
    this.context = context;
    this.steps = steps;
    this.starts = starts;
    this.conditions = conditions;
    this.premises = premises;
  }

  /** From what the claim is said to follow, as it is written. */
  List<Condition> premises() {
    return premises;
  }

  /**
   * Whether the index of a name says which iterate it is: {@code v_t \leftarrow …} is an equation.
   */
  boolean isIterate(Expr left) {
    return steps.stream().anyMatch(s -> s.place().isPresent() && s.isMember(left));
  }

  /**
   * The new value of what a statement assigns.
   *
   * @throws Misread if no step does
   */
  Expr assigned(Expr left, Span span) {
    return steps.stream()
        .flatMap(step -> step.assigned(left).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.NO_STEP,
                    span,
                    "nothing says what a step assigns to this",
                    "give the step in the header: step: w \\leftarrow w - \\eta \\nabla L"));
  }

  /**
   * The right side of an assignment, as its step has it if it is that. What is assigned before in
   * the same step may have its old or its new value in any other.
   *
   * @throws Misread if it has
   */
  Expr assignment(Expr left, Expr right, Span span) {
    int at = 0;
    while (steps.get(at).assigned(left).isEmpty()) {
      at++;
    }
    List<Iteration> before = steps.subList(0, at);
    Expr later = right;
    for (Iteration other : before) {
      later = Trees.map(later, e -> other.assigned(e).orElse(e));
    }
    if (!later.equals(right) && !later.equals(steps.get(at).next().lambda().body())) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          span,
          "this may speak of the old or of the new value of what is assigned before",
          "give the steps an index: m_{t+1} = …, w_{t+1} = …");
    }
    return later;
  }

  /**
   * Both sides, and what is known of the iterates in them.
   *
   * @throws Misread if the iterates cannot be computed
   */
  Rewritten rewritten(Expr left, Expr right, Span span) {
    List<Expr> sides = List.of(left, right);
    List<Iteration> system = system(sides);
    if (system.isEmpty()) {
      return new Rewritten(sides, premises, context.scope(), speaksOfNew(sides));
    }
    Clock clock = new Clock(system);
    boolean free =
        given(system).isEmpty()
            && conditions.stream().noneMatch(c -> speaks(c, system))
            && context.scope().assumptions().stream().noneMatch(c -> speaks(c, system))
            && !areRandom(sides, system);
    List<Expr> all = new ArrayList<>(sides);
    premises.forEach(p -> all.addAll(List.of(p.left(), p.right())));
    Optional<List<Expr>> joined =
        free && !hides(all, system) ? new OneStep(clock).sides(all) : Optional.empty();
    if (joined.isEmpty()) {
      Scope unrolled = new Unrolled(context, clock, given(system)).scope(span);
      return new Rewritten(sides, premises, unrolled, true);
    }
    Scope scope = context.scope();
    for (Iteration step : system) {
      scope = scope.with(new OneStep(clock).made(step));
      note(step, joined.get());
    }
    return new Rewritten(joined.get().subList(0, 2), premises(joined.get()), scope, true);
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

  /**
   * {@code v_0 = 0} of a first iterate that is free: it gives it a value, or claims something.
   *
   * @throws Misread if a statement is so
   */
  void refuseFirst(Expr left, Expr right, Span span) {
    Dependence reach = new Dependence(context.scope());
    for (Iteration step : steps) {
      boolean first =
          step.isMember(left)
              && Shifted.number(step.index((Expr.Ref) left)).isPresent()
              && steps.stream().noneMatch(other -> reach.any(right, other::isMember))
              && given(List.of(step)).isEmpty()
              && Unrolled.isFirst(context, new Clock(system(List.of(left))), step, (Expr.Ref) left);
      if (first) {
        throw new Misread(
            ProblemId.DEFINE_OR_CLAIM,
            span,
            "this may say with what the iteration starts, or claim something of its start",
            "give the first value in the header, beside the step: step: [x_{k+1} = …, x_0 = …]");
      }
    }
  }

  private void note(Iteration step, List<Expr> sides) {
    boolean used =
        sides.stream()
            .anyMatch(
                side ->
                    Trees.any(
                        side, e -> e instanceof Expr.Ref r && r.name().equals(step.next().name())));
    if (used) {
      String letters = String.join(" ", step.next().lambda().indices());
      context
          .ledger()
          .note(
              step.next().name().latex()
                  + "_{"
                  + letters
                  + "} stands for the newest iterate of the step of "
                  + step.state().latex());
    }
  }

  /** The steps that make the iterates of which the sides and the conditions speak. */
  private List<Iteration> system(List<Expr> sides) {
    List<Expr> open = new ArrayList<>(sides);
    Stream.concat(conditions.stream(), premises.stream())
        .forEach(c -> open.addAll(List.of(c.left(), c.right())));
    SequencedSet<Iteration> met = new LinkedHashSet<>();
    Dependence reach = new Dependence(context.scope());
    while (!open.isEmpty()) {
      Expr expr = open.removeFirst();
      for (Iteration step : steps) {
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
    Dependence reach = new Dependence(context.scope());
    return sides.stream()
        .anyMatch(
            side -> reach.any(side, e -> reach.definition(e).filter(made::contains).isPresent()));
  }

  private boolean speaks(Condition condition, List<Iteration> system) {
    Dependence reach = new Dependence(context.scope());
    return system.stream()
        .anyMatch(
            step ->
                reach.any(condition.left(), step::isMember)
                    || reach.any(condition.right(), step::isMember));
  }

  /**
   * Whether a mean is taken over what the steps draw: then the iterates before are random too, and
   * no free state.
   */
  private boolean areRandom(List<Expr> sides, List<Iteration> system) {
    Dependence reach = new Dependence(context.scope());
    return sides.stream()
        .anyMatch(
            side ->
                reach.any(
                    side,
                    e ->
                        e instanceof Expr.Expectation mean
                            && system.stream().anyMatch(s -> reach.any(mean.body(), s::isMember))
                            && system.stream()
                                .anyMatch(
                                    s ->
                                        reach.depends(s.next().lambda().body(), mean.variable()))));
  }

  private boolean hides(List<Expr> sides, List<Iteration> system) {
    Dependence reach = new Dependence(context.scope());
    return sides.stream()
        .anyMatch(
            side ->
                Trees.any(
                    side,
                    e ->
                        reach
                            .definition(e)
                            .filter(
                                d ->
                                    system.stream()
                                        .anyMatch(s -> reach.any(d.lambda().body(), s::isMember)))
                            .isPresent()));
  }

  /** The first values of the iterates, also those that are assumed. */
  private List<Start> given(List<Iteration> system) {
    List<Start> given = new ArrayList<>();
    for (Iteration step : system) {
      starts.stream().filter(s -> s.state().equals(step.state())).forEach(given::add);
      for (Condition assumed : context.scope().assumptions()) {
        Start.assumed(assumed, step).ifPresent(given::add);
      }
    }
    return given;
  }
}
