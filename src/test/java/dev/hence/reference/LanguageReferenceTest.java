package dev.hence.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.Verdicts;
import dev.hence.read.math.Commands;
import dev.hence.report.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of the language reference gets the answer that stands behind it. {@code mvn test
 * -Dhence.golden.update=true} writes the answers anew, to be read in the difference before they are
 * committed. An answer has no edits, so that few are looked for.
 */
class LanguageReferenceTest {
  /** The last section, which holds nothing but a table behind its text. */
  static final String COMMANDS = "17. Commands";

  /** So that no answer depends on how busy the machine is. */
  private static final Duration AMPLE = Duration.ofSeconds(60);

  private static final boolean UPDATE = Boolean.getBoolean("hence.golden.update");

  @TestFactory
  Stream<DynamicTest> examples() {
    List<Example> examples = Reference.read().examples();
    RunReport run =
        Verdicts.withSomeEdits(
            examples.stream().map(Example::document).toList(), Settings.DEFAULT.withBudget(AMPLE));
    List<List<String>> answers = new ArrayList<>();
    for (int k = 0; k < examples.size(); k++) {
      answers.add(Answer.of(run.derivations().get(k), examples.get(k).withAssumptions()));
    }
    if (UPDATE) {
      Reference.read().write(answers, COMMANDS, Commands.table());
    }
    List<Example> current = UPDATE ? Reference.read().examples() : examples;
    List<DynamicTest> tests = new ArrayList<>();
    for (int k = 0; k < current.size(); k++) {
      Example example = current.get(k);
      List<String> answer = answers.get(k);
      tests.add(
          DynamicTest.dynamicTest(
              example.name(), () -> assertThat(answer).isEqualTo(example.answer())));
    }
    tests.add(DynamicTest.dynamicTest("no faults", () -> assertThat(run.defects()).isEmpty()));
    return tests.stream();
  }

  /** The reference lies among the derivations, and is none. */
  @Test
  void isNoDerivation() {
    RunReport run =
        Hence.check(List.of(Path.of("derivations")), Settings.DEFAULT.withOnly(List.of("none")));
    assertThat(run.derivations())
        .extracting(d -> d.derivation().source().name())
        .isNotEmpty()
        .noneMatch(name -> name.endsWith("README.md"));
    assertThat(run.unopened()).isEmpty();
  }
}
