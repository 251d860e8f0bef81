package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.meaning.Iteration.Shifted;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the newest iterate in a claim as what its step makes. The claim may speak of the iterates
 * that one step joins, and of no others: those further apart are joined by several steps.
 */
final class Iterations {
  private final Scope scope;
  private final List<Iteration> steps;

  Iterations(Scope scope, List<Iteration> steps) {
    this.scope = scope;
    this.steps = steps;
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
   * Both sides with the newest iterates written as the step makes them.
   *
   * @throws Misread if they speak of iterates that no single step joins
   */
  List<Expr> rewritten(Expr left, Expr right, Span span) {
    List<Expr> sides = List.of(left, right);
    for (Iteration step : steps) {
      if (step.place().isPresent()) {
        sides = rewritten(step, sides, span);
      }
    }
    return sides;
  }

  private List<Expr> rewritten(Iteration step, List<Expr> sides, Span span) {
    int place = step.place().getAsInt();
    List<Shifted> open = new ArrayList<>();
    Set<Integer> hidden = new HashSet<>();
    for (Expr.Ref ref : Iteration.members(step.state(), sides)) {
      open.add(Shifted.of(ref.indices().get(place)).orElseThrow(() -> apart(span)));
    }
    sides.forEach(side -> hide(side, step, 0, new HashSet<>(), hidden, span));
    Set<Integer> all = new HashSet<>(hidden);
    open.forEach(s -> all.add(s.shift()));
    if (all.isEmpty()) {
      return sides;
    }
    int newest = all.stream().max(Integer::compare).orElseThrow();
    int oldest = all.stream().min(Integer::compare).orElseThrow();
    if (all.size() == 1 && newest <= 0) {
      return sides;
    }
    boolean oneLetter = open.stream().map(Shifted::letter).distinct().count() <= 1;
    if (!oneLetter || newest - oldest > step.oldest() || hidden.contains(newest)) {
      throw apart(span);
    }
    return sides.stream().map(side -> with(step, side, newest)).toList();
  }

  private static Misread apart(Span span) {
    return new Misread(
        ProblemId.NOT_YET_SUPPORTED,
        span,
        "iterates that more than one step, or a definition, lies between are not compared yet",
        "speak of the iterates of one step, such as x_{k+1} and x_k");
  }

  private Expr with(Iteration step, Expr side, int newest) {
    int place = step.place().getAsInt();
    return Trees.map(
        side,
        e -> {
          if (!(e instanceof Expr.Ref r) || !r.name().equals(step.state())) {
            return e;
          }
          Optional<Shifted> shifted =
              r.indices().isEmpty() ? Optional.empty() : Shifted.of(r.indices().get(place));
          if (shifted.filter(s -> s.shift() == newest).isEmpty()) {
            return e;
          }
          List<Expr> indices = new ArrayList<>(r.indices());
          indices.set(place, shifted.get().plus(-step.newest()));
          return new Expr.Ref(step.next().name(), indices, r.shape());
        });
  }

  /** Collects the shifts of iterates that stand in the formulas of other names. */
  private void hide(
      Expr expr, Iteration step, int shift, Set<String> met, Set<Integer> shifts, Span span) {
    Trees.walk(
        expr,
        e -> {
          List<Expr> indices =
              switch (e) {
                case Expr.Ref r -> r.indices();
                case Expr.Call c -> c.indices();
                default -> List.of();
              };
          Optional<Definition> definition = new Reach(scope).definition(e);
          if (definition.isEmpty()
              || definition.get().equals(step.next())
              || !reaches(definition.get(), step)) {
            return;
          }
          int more =
              indices.stream()
                  .flatMap(i -> Shifted.of(i).stream())
                  .mapToInt(Shifted::shift)
                  .filter(s -> s != 0)
                  .findFirst()
                  .orElse(0);
          Expr body = definition.get().lambda().body();
          Iteration.members(step.state(), List.of(body))
              .forEach(
                  r ->
                      shifts.add(
                          shift
                              + more
                              + Shifted.of(r.indices().get(step.place().getAsInt()))
                                  .orElseThrow(() -> apart(span))
                                  .shift()));
          if (met.add(definition.get().name().latex() + "+" + more)) {
            hide(body, step, shift + more, met, shifts, span);
          }
        });
  }

  private boolean reaches(Definition definition, Iteration step) {
    return new Reach(scope)
        .any(
            definition.lambda().body(),
            e ->
                e instanceof Expr.Ref r && r.name().equals(step.state()) && !r.indices().isEmpty());
  }
}
