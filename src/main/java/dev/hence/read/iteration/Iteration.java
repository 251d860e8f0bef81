package dev.hence.read.iteration;

import dev.hence.expr.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that are known at one place, and the values with which iterates begin.
 *
 * @param steps in the order in which they are made
 */
public record Iteration(List<Step> steps, List<FirstValue> firsts) {
  public static final Iteration NONE = new Iteration(List.of(), List.of());

  public Iteration {
    steps = List.copyOf(steps);
    firsts = List.copyOf(firsts);
  }

  /**
   * With a step, which replaces another of the same iterates and their first values. What is
   * assigned before it has its new value in it.
   */
  public Iteration with(Step step) {
    List<Step> others = new ArrayList<>(steps);
    List<FirstValue> left = new ArrayList<>(firsts);
    if (others.removeIf(s -> s.state().equals(step.state()))) {
      left.removeIf(f -> f.state().equals(step.state()));
    }
    others.add(step.after(others));
    return new Iteration(others, left);
  }

  /** With a first value, which replaces another of the same iterate. */
  public Iteration with(FirstValue first) {
    List<FirstValue> all = new ArrayList<>(firsts);
    all.removeIf(f -> f.state().equals(first.state()) && f.at() == first.at());
    all.add(first);
    return new Iteration(steps, all);
  }

  /** Whether a step makes a name with so many indices. */
  public boolean makes(Name name, int indices) {
    return steps.stream()
        .anyMatch(
            s ->
                s.place().isPresent()
                    && s.state().equals(name)
                    && s.next().lambda().indices().size() == indices);
  }
}
