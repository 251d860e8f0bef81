package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the form of a number tells of its sign for all values of some variables. Sound, far from
 * complete: 4 − (2 sin z)² is seen to be nowhere negative, z² − z + 1 is not.
 *
 * @param zero whether it is 0 everywhere
 * @param positive whether it is positive everywhere
 * @param nonnegative whether it is nowhere negative
 */
public record SignsEverywhere(boolean zero, boolean positive, boolean nonnegative) {
  private static final SignsEverywhere UNKNOWN = new SignsEverywhere(false, false, false);

  /**
   * Of each output of a program. Where an output may have no value nothing is known of it.
   *
   * @param free the variables that have all values
   * @param fixed the values of the others
   */
  public static List<SignsEverywhere> of(
      PointProgram program, Set<Variable> free, Map<Variable, List<Rational>> fixed) {
    RangedField field = new RangedField();
    return program
        .<Ranged>results(
            field,
            v ->
                free.contains(v)
                    ? IntStream.range(0, v.size()).mapToObj(k -> field.anything()).toList()
                    : fixed.get(v).stream().map(Ranged::of).toList())
        .stream()
        .map(result -> result.value().map(SignsEverywhere::of).orElse(UNKNOWN))
        .toList();
  }

  private static SignsEverywhere of(Ranged number) {
    ValueRange range = number.range();
    boolean zero = number.isConstant() && number.constant().signum() == 0;
    return new SignsEverywhere(zero, range.isPositive(), range.isNonnegative());
  }
}
