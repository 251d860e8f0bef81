package dev.hence.instantiate;

import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.stream.Stream;

/**
 * The instances of a step.
 *
 * @param list smallest first; empty where a problem was reported
 * @param larger with sizes beyond the grid, on which a step is not said to hold, but may fail
 * @param passedOver choices of the grid at which the step says nothing, with the reason, for
 *     people: {@code N = 1: x_2 does not exist}
 */
public record Instances(List<Instance> list, List<Instance> larger, List<String> passedOver) {
  public Instances {
    list = List.copyOf(list);
    larger = List.copyOf(larger);
    passedOver = List.copyOf(passedOver);
  }

  public Instances(List<Instance> list, List<String> passedOver) {
    this(list, List.of(), passedOver);
  }

  /** Those on which a verdict rests: all of the grid, and the larger ones that were heard of. */
  public List<Instance> heard(List<Evidence> evidence) {
    Stream<Instance> more =
        larger.stream().filter(i -> evidence.stream().anyMatch(e -> e.instance().equals(i)));
    return Stream.concat(list.stream(), more).toList();
  }

  /** All of them. */
  public List<Instance> all() {
    return Stream.concat(list.stream(), larger.stream()).toList();
  }
}
