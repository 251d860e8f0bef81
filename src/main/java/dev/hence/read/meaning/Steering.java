package dev.hence.read.meaning;

import dev.hence.claim.Expectation;
import dev.hence.claim.Trial;
import dev.hence.read.math.Clause;
import java.util.List;

/**
 * What a comment says of the display behind it.
 *
 * @param claim whether equations for declared names are claims here
 * @param define whether they are definitions
 */
record Steering(
    boolean skip,
    boolean claim,
    boolean define,
    Expectation expectation,
    Trial trial,
    List<Clause> let,
    List<Clause> assume) {
  static final Steering NONE =
      new Steering(false, false, false, Expectation.HOLDS, Trial.EMPTY, List.of(), List.of());
}
