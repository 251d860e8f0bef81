package dev.hence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Attacks on single rules of the checker, where no forged proof of a whole statement is shorter.
 */
class CheckerAttacksTest {
  @Test
  void anIntervalKnowsItsSign() {
    assertThat(Intervals.isNonnegative(Intervals.power(Intervals.ALL, 2))).isTrue();
    assertThat(Intervals.isNonnegative(Intervals.power(Intervals.ALL, 3))).isFalse();
    assertThat(Intervals.isPositive(Intervals.power(Intervals.ALL, 2))).isFalse();
  }
}
