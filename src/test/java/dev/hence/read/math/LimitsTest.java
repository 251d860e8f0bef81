package dev.hence.read.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers write formulas: whatever they write is read or refused, soon and without a trace. */
class LimitsTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "(",
        "[",
        "\\{",
        "\\left(",
        "|",
        "\\|",
        "\\frac{",
        "\\frac",
        "x^{",
        "x_{",
        "^",
        "'",
        "x'",
        "n!",
        "\\hat",
        "\\hat{",
        "\\mathbf",
        "\\mathbf{",
        "\\sqrt",
        "\\sqrt[",
        "\\sum",
        "\\sum_i",
        "\\int",
        "\\int_0^1",
        "-",
        "\\text{$",
        "\\text{",
        "\\begin{cases}",
        "\\begin{aligned}",
        "\\underbrace{",
        "\\overset{",
        "\\left.",
        "\\max_",
        "\\arg",
        "\\partial/\\partial ",
        "\\frac{d}{d",
        "d",
        "dt",
        "{}",
        "x,",
        "x=",
        "\\quad -x",
        "x\\\\",
        "(\\\\",
        "&",
        "\\tag{1}",
        "{\\bf ",
        "a||b",
        "(|",
        "f(|x",
        "\\to x",
        "x\\to y=",
        "\\text{if }",
        "%",
        "²",
        "\\left\\{\\begin{array}{l}",
        "\\sum_{\\substack{",
        "x|_{a}",
        "{a \\over ",
        "x\\big|_{a}",
        "x*-",
        "1.",
        "^\\prime"
      })
  void survivesRepetition(String unit) {
    String formula = unit.repeat(10_000);
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          Problems problems = new Problems();
          Optional<Display> display = MathParser.parse(MathText.of(formula), problems);
          display.ifPresent(SExpression::of);
          assertThat(display.isPresent() ? 0 : 1).isEqualTo(problems.toList().size());
        });
  }

  @Test
  void refusesDeepNesting() {
    String formula = "(".repeat(150) + "x" + ")".repeat(150);
    assertThat(problem(formula).id()).isEqualTo(ProblemId.NESTED_TOO_DEEP);
  }

  @Test
  void readsReasonableNesting() {
    String formula = "\\frac{1}{1 + ".repeat(60) + "x" + "}".repeat(60);
    assertThat(MathParser.parse(MathText.of(formula), new Problems())).isPresent();
  }

  @Test
  void refusesLongNumbers() {
    assertThat(problem("1".repeat(1001)).id()).isEqualTo(ProblemId.NUMBER_TOO_LARGE);
    assertThat(MathParser.parse(MathText.of("1".repeat(1000)), new Problems())).isPresent();
  }

  @Test
  void refusesHugeExponentsInEntries() {
    Problems problems = new Problems();
    MathParser.parseEntry(MathText.of("a = 1e999999999"), problems);
    assertThat(problems.toList())
        .extracting(Problem::id)
        .isEqualTo(List.of(ProblemId.NUMBER_TOO_LARGE));
  }

  @Test
  void refusesLongDisplays() {
    String formula = "x" + "+x".repeat(MathParser.MAX_LENGTH / 2);
    assertThat(problem(formula).id()).isEqualTo(ProblemId.DISPLAY_TOO_LONG);
  }

  private static Problem problem(String formula) {
    Problems problems = new Problems();
    assertThat(MathParser.parse(MathText.of(formula), problems)).isEmpty();
    return problems.toList().get(0);
  }
}
