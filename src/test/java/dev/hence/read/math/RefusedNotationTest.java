package dev.hence.read.math;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.Problems;
import dev.hence.text.MathText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not read: one problem each, with the columns, the reason and what to write instead. */
class RefusedNotationTest {
  static List<Specimens> formulas() {
    return Specimens.of("refused.txt");
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void refuses(Specimens specimen) {
    Problems problems = new Problems();
    var display = MathParser.parse(MathText.of(specimen.formula()), problems);
    assertThat(display).isEmpty();
    assertThat(problems.toList()).hasSize(1);
    assertThat(describe(problems.toList().get(0))).isEqualTo(specimen.expected());
  }

  private static String describe(Problem problem) {
    String columns = (problem.span().start() + 1) + "-" + problem.span().end();
    String help = problem.help().isEmpty() ? "" : " [" + problem.help() + "]";
    return columns + " " + problem.id() + " " + problem.message() + help;
  }
}
