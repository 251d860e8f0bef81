package dev.hence.verdict;

import dev.hence.claim.Statement;
import dev.hence.eval.Interpretation;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step with sizes, models and losses chosen: what the symbolic and the numeric road are asked.
 *
 * @param choices what was chosen, in the order of the document
 * @param assignments the values of the free index letters for which the step speaks; the sides are
 *     taken at each of them, one after the other
 */
public record Instance(
    Statement.Step step,
    Interpretation interpretation,
    List<Choice> choices,
    List<SortedMap<String, Integer>> assignments) {
  public Instance {
    choices = List.copyOf(choices);
    assignments = List.copyOf(assignments);
  }

  /**
   * One choice.
   *
   * @param name what was chosen, in canonical LaTeX
   * @param value the value as it is written under {@code try}
   */
  public record Choice(String name, String value) {}

  /**
   * The same as a statement about numbers alone, where nothing that it speaks of moves: its end is
   * a number like others then, and an integral up to it is one like others.
   */
  public Optional<Instance> still() {
    boolean declared =
        interpretation
            .horizon()
            .filter(end -> step.scope().variable(end, 0).isPresent())
            .isPresent();
    if (!declared || step.approach().isPresent() || step.scope().isClock(end())) {
      return Optional.empty();
    }
    boolean moves =
        Stream.concat(
                Stream.of(step.left(), step.right()),
                Stream.concat(step.conditions().stream(), step.scope().assumptions().stream())
                    .flatMap(c -> Stream.of(c.left(), c.right())))
            .anyMatch(e -> speaksOfTimes(e, new HashSet<>()));
    return moves
        ? Optional.empty()
        : Optional.of(new Instance(step, interpretation.withoutEnd(), choices, assignments));
  }

  private Name end() {
    return interpretation.horizon().orElseThrow();
  }

  private boolean speaksOfTimes(Expr expr, Set<String> seen) {
    boolean here =
        expr instanceof Expr.At
            || expr instanceof Expr.TimeDerivative
            || (expr instanceof Expr.Ref r && step.scope().isState(r.name()));
    boolean behind =
        step.scope()
            .definition(expr)
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> speaksOfTimes(d.lambda().body(), seen))
            .isPresent();
    return here
        || behind
        || Trees.children(expr).stream().anyMatch(part -> speaksOfTimes(part, seen));
  }

  /** For people: {@code f = mlp(3, tanh), N = 3}. */
  public String label() {
    return choices.stream()
        .map(c -> UnicodePrinter.print(new Name(c.name())) + " = " + c.value())
        .collect(Collectors.joining(", "));
  }
}
