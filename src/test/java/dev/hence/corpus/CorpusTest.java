package dev.hence.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.verdict.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every document of the corpus gets what it deserves. */
class CorpusTest {
  private static final Set<String> CONFIRMED_ONLY = Corpus.confirmedOnly();

  /** Of each kind of claim there are at least so many that are right, and so many wrong ones. */
  private static final int OF_EACH_KIND = 10;

  @TestFactory
  Stream<DynamicTest> right() {
    return tests("right", EnumSet.of(Outcome.PROVED, Outcome.VERIFIED, Outcome.CONFIRMED));
  }

  /** No wrong step is anything better than refuted. */
  @TestFactory
  Stream<DynamicTest> wrong() {
    return tests("wrong", EnumSet.of(Outcome.REFUTED));
  }

  /** What cannot be read is refused by name and place, and spoils nothing else. */
  @TestFactory
  Stream<DynamicTest> problems() {
    return tests("problems", EnumSet.noneOf(Outcome.class));
  }

  private static Stream<DynamicTest> tests(String part, Set<Outcome> outcomes) {
    List<Corpus.Entry> entries = Corpus.part(part);
    RunReport run =
        Hence.checkTexts(entries.stream().map(Corpus.Entry::text).toList(), Settings.DEFAULT);
    List<DynamicTest> tests = new ArrayList<>();
    for (int k = 0; k < entries.size(); k++) {
      Corpus.Entry entry = entries.get(k);
      DerivationReport report = run.derivations().get(k);
      tests.add(DynamicTest.dynamicTest(entry.name(), () -> compare(entry, report)));
    }
    tests.add(
        DynamicTest.dynamicTest(part + ": no faults", () -> assertThat(run.defects()).isEmpty()));
    if (!outcomes.isEmpty()) {
      tests.add(DynamicTest.dynamicTest(part + ": every kind", () -> everyKind(run, outcomes)));
    }
    return tests.stream();
  }

  private static void everyKind(RunReport run, Set<Outcome> outcomes) {
    Map<Kind, Long> counts =
        run.derivations().stream()
            .flatMap(derivation -> derivation.statements().stream())
            .filter(s -> outcomes.contains(s.verdict().outcome()))
            .flatMap(
                s ->
                    s.statement() instanceof Statement.Step step ? Stream.of(step) : Stream.empty())
            .collect(Collectors.groupingBy(Statement.Step::kind, Collectors.counting()));
    for (Kind kind : Kind.values()) {
      assertThat(counts.getOrDefault(kind, 0L))
          .as(kind.text())
          .isGreaterThanOrEqualTo(OF_EACH_KIND);
    }
  }

  private static void compare(Corpus.Entry entry, DerivationReport report) {
    List<String> answers = Answers.of(report);
    List<String> expected = new ArrayList<>();
    for (String line : entry.expected()) {
      boolean listed = CONFIRMED_ONLY.contains(entry.name() + " " + line.split(" ", 2)[0]);
      if (listed) {
        assertThat(line).as("only what is right can be on the list").endsWith(" verified");
        assertThat(answers).as("verified now: take it off confirmed-only.txt").doesNotContain(line);
      }
      expected.add(listed ? line.replace(" verified", " confirmed") : line);
    }
    assertThat(answers).containsExactlyInAnyOrderElementsOf(expected);
  }
}
