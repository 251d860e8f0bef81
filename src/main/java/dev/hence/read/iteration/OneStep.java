package dev.hence.read.iteration;

import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the newest iterates of a claim as what the steps make of the others, which are free: the
 * claim is compared at every state.
 */
final class OneStep {
  private final Clock clock;

  OneStep(Clock clock) {
    this.clock = clock;
  }

  /** The sides in these terms; empty where more than one step lies between their iterates. */
  Optional<List<Expr>> sides(List<Expr> sides) {
    Set<String> letters = new HashSet<>();
    Set<Integer> times = new HashSet<>();
    if (sides.stream().anyMatch(side -> runs(side, Set.of()))) {
      return Optional.empty();
    }
    List<Expr.Ref> members = members(sides);
    for (Expr.Ref member : members) {
      Optional<Shifted> time = Clock.time(clock.step(member).orElseThrow(), member);
      if (time.isEmpty()) {
        return Optional.empty();
      }
      letters.add(time.get().letter());
      times.add(time.get().shift());
    }
    if (letters.size() != 1 || !clock.system().stream().allMatch(this::isSimple)) {
      return Optional.empty();
    }
    int newest = times.stream().max(Integer::compare).orElseThrow();
    boolean near =
        members.stream()
            .allMatch(
                m -> {
                  Step step = clock.step(m).orElseThrow();
                  int age = newest - Clock.time(step, m).orElseThrow().shift();
                  return age <= clock.depth(step);
                });
    if (!near) {
      return Optional.empty();
    }
    boolean open = members.stream().noneMatch(m -> clock.depth(clock.step(m).orElseThrow()) == 0);
    return Optional.of(
        times.size() == 1 && open && newest < 0
            ? sides
            : sides.stream().map(side -> with(side, newest)).toList());
  }

  /** Whether a step speaks only of iterates made before it, or in the same step before it. */
  private boolean isSimple(Step step) {
    return isSimple(step, new HashSet<>());
  }

  private boolean isSimple(Step step, Set<Step> above) {
    if (!above.add(step) || runs(step.next().lambda().body(), Set.of())) {
      return false;
    }
    for (Expr.Ref member : members(List.of(step.next().lambda().body()))) {
      Step other = clock.step(member).orElseThrow();
      Optional<Shifted> time = Clock.time(other, member);
      boolean now = time.filter(t -> t.shift() == 0).isPresent();
      boolean before = time.filter(t -> t.shift() < 0).isPresent();
      if (!before && !(now && isSimple(other, new HashSet<>(above)))) {
        return false;
      }
    }
    return true;
  }

  /** What a step makes, where the other steps of the same time are made before it. */
  Definition made(Step step) {
    Definition next = step.next();
    Lambda lambda = next.lambda();
    Expr body = with(lambda.body(), 0);
    return new Definition(
        next.name(),
        new Lambda(lambda.indices(), lambda.parameters(), body),
        next.shape(),
        next.span());
  }

  private Expr with(Expr expr, int newest) {
    return Trees.map(
        expr,
        e -> {
          Optional<Step> step = clock.step(e);
          if (step.isEmpty()) {
            return e;
          }
          Expr.Ref member = (Expr.Ref) e;
          Shifted time = Clock.time(step.get(), member).orElseThrow();
          if (time.shift() != newest) {
            return e;
          }
          List<Expr> indices = new ArrayList<>(member.indices());
          indices.set(step.get().place().orElseThrow(), time.plus(0));
          return new Expr.Ref(step.get().next().name(), indices, member.shape());
        });
  }

  /**
   * Whether an iterate has a bound letter as its index, as in a sum over iterates: that letter is
   * no time, but runs through many.
   *
   * @param bound the letters that are bound around
   */
  private boolean runs(Expr expr, Set<String> bound) {
    if (expr instanceof Expr.Ref r && clock.step(r).isPresent()) {
      Expr index = clock.step(r).orElseThrow().index(r);
      if (Trees.any(index, e -> e instanceof Expr.Index i && bound.contains(i.letter()))) {
        return true;
      }
    }
    Set<String> inside = new HashSet<>(bound);
    inside.addAll(letters(expr));
    return Trees.children(expr).stream().anyMatch(part -> runs(part, inside));
  }

  /** The letters that a node binds in its parts. */
  private static List<String> letters(Expr expr) {
    return switch (expr) {
      case Expr.Sum s -> List.of(s.letter());
      case Expr.Family f -> f.letters();
      case Expr.Expectation e -> e.letters();
      default -> List.of();
    };
  }

  private List<Expr.Ref> members(List<Expr> exprs) {
    List<Expr.Ref> members = new ArrayList<>();
    for (Expr expr : exprs) {
      Trees.walk(
          expr,
          e -> {
            if (clock.step(e).isPresent()) {
              members.add((Expr.Ref) e);
            }
          });
    }
    return members;
  }
}
