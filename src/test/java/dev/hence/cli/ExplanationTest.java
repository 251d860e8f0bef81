package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Derivation;
import dev.hence.problem.ProblemId;
import dev.hence.text.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of problems: of each, and with examples that have the problem. */
class ExplanationTest {
  @Test
  void everyProblemIsExplained() {
    assertThat(Explanation.all().keySet())
        .containsExactlyElementsOf(Arrays.stream(ProblemId.values()).map(ProblemId::code).toList());
  }

  static Stream<Map.Entry<String, String>> withExamples() {
    return Explanation.all().entrySet().stream().filter(e -> e.getValue().contains("\n    "));
  }

  @ParameterizedTest
  @MethodSource("withExamples")
  void theExampleHasTheProblem(Map.Entry<String, String> section) {
    String page =
        String.join(
            "\n",
            section
                .getValue()
                .lines()
                .filter(line -> line.startsWith("    ") || line.isEmpty())
                .map(line -> line.isEmpty() ? "" : line.substring(4))
                .toList());
    Settings settings = Settings.DEFAULT.inferringFromProse();
    Derivation read =
        Hence.openTexts(List.of(new SourceText("a.md", page.strip() + "\n")), settings)
            .list()
            .getFirst()
            .derivation();
    assertThat(read.problems().stream().map(p -> p.id().code())).contains(section.getKey());
  }

  @Test
  void mostHaveExamples() {
    assertThat(withExamples().count()).isGreaterThanOrEqualTo(20);
  }
}
