package dev.hence.verdict;

import dev.hence.claim.Statement;
import dev.hence.eval.Interpretation;
import dev.hence.expr.Name;
import dev.hence.expr.UnicodePrinter;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

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

  /** For people: {@code f = mlp(3, tanh), N = 3}. */
  public String label() {
    return choices.stream()
        .map(c -> UnicodePrinter.print(new Name(c.name())) + " = " + c.value())
        .collect(Collectors.joining(", "));
  }
}
