package dev.hence.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import dev.hence.Pieces;
import dev.hence.Settings;
import dev.hence.Verdicts;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document of a part of the corpus gets what it deserves. What is right ends proved, verified
 * or confirmed, no wrong step is anything better than refuted, and what cannot be read is refused
 * by name and place, and spoils nothing else.
 */
abstract class CorpusPart {
  private static final Set<String> CONFIRMED_ONLY = Corpus.confirmedOnly();

  /** Into so many pieces the large parts are divided. */
  static final int PIECES = 3;

  /** Of so many documents one is checked with the edits of what is refuted. */
  private static final int WITH_EDITS = 12;

  private final String part;
  private final List<Corpus.Entry> entries;

  /** All documents of a part. */
  CorpusPart(String part) {
    this(part, Corpus.part(part));
  }

  /** One piece of a part, counted from 1. */
  CorpusPart(String part, int piece) {
    this(part, Pieces.piece(Corpus.part(part), piece, PIECES));
  }

  private CorpusPart(String part, List<Corpus.Entry> entries) {
    this.part = part;
    this.entries = entries;
  }

  @TestFactory
  Stream<DynamicTest> documents() {
    List<Corpus.Entry> others = new ArrayList<>(entries);
    others.removeAll(withEdits());
    return tests(others, texts -> Verdicts.of(texts, Settings.DEFAULT));
  }

  /** To look for the edits of all that is refuted takes minutes: {@link Verdicts} tells how. */
  @TestFactory
  Stream<DynamicTest> documentsWithTheirEdits() {
    return tests(withEdits(), texts -> Hence.checkTexts(texts, Settings.DEFAULT));
  }

  private List<Corpus.Entry> withEdits() {
    return Pieces.piece(entries, 1, WITH_EDITS);
  }

  private Stream<DynamicTest> tests(
      List<Corpus.Entry> chosen, Function<List<SourceText>, RunReport> check) {
    RunReport run = check.apply(chosen.stream().map(Corpus.Entry::text).toList());
    List<DynamicTest> tests = new ArrayList<>();
    for (int k = 0; k < chosen.size(); k++) {
      Corpus.Entry entry = chosen.get(k);
      DerivationReport report = run.derivations().get(k);
      tests.add(DynamicTest.dynamicTest(entry.name(), () -> compare(entry, report)));
    }
    tests.add(
        DynamicTest.dynamicTest(part + ": no faults", () -> assertThat(run.defects()).isEmpty()));
    return tests.stream();
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
