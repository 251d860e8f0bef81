package dev.hence.campaign;

import dev.hence.Settings;
import dev.hence.Verdicts;
import dev.hence.report.RunReport;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Checks one sample, and keeps its page if the answer is not what it should be. Edits are no part
 * of the answer: they are looked for in some samples, so that none ends in a fault.
 */
final class Trial {
  private final Settings settings;
  private final Path pages;
  private final long seed;

  Trial(long seed, Duration budget, Path folder) {
    this.seed = seed;
    this.settings = Settings.DEFAULT.withBudget(budget).withJobs(1);
    this.pages = folder.resolve("pages");
  }

  Answer of(long number) {
    Sample sample = Sample.of(seed, number);
    long start = System.nanoTime();
    RunReport report =
        Verdicts.withSomeEdits(List.of(new SourceText(number + ".md", sample.page())), settings);
    Answer answer =
        Answer.of(sample, report, Duration.ofNanos(System.nanoTime() - start).toMillis());
    if (answer.wrong() || !answer.decided()) {
      keep(sample, answer);
    }
    return answer;
  }

  private void keep(Sample sample, Answer answer) {
    String kind = answer.wrong() ? "wrong" : answer.outcome().text();
    Path file =
        pages.resolve(kind).resolve("%s-%d.md".formatted(sample.kind().slug(), sample.number()));
    String note =
        "\n<!-- %s. Seed %d, statement %d. %s -->\n"
            .formatted(
                sample.holds() ? "This is true" : "This is false",
                seed,
                sample.number(),
                sample.witness());
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, sample.page() + note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
