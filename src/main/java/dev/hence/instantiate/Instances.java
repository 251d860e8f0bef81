package dev.hence.instantiate;

import dev.hence.verdict.Instance;
import java.util.List;

/**
 * The instances of a step.
 *
 * @param list smallest first; empty where a problem was reported
 * @param passedOver choices of the grid at which the step says nothing, with the reason, for
 *     people: {@code N = 1: x_2 does not exist}
 */
public record Instances(List<Instance> list, List<String> passedOver) {
  public Instances {
    list = List.copyOf(list);
    passedOver = List.copyOf(passedOver);
  }
}
