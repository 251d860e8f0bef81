package dev.hence.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first statements of a fixed seed: none is judged wrongly, and hardly one is left open. */
class CampaignTest {
  private static final long SEED = 15;
  private static final int STATEMENTS = 300;

  @Test
  void noFalseStatementPassesAndNoTrueOneIsRefuted(@TempDir Path folder)
      throws IOException, InterruptedException {
    int jobs = Runtime.getRuntime().availableProcessors();
    Table table =
        new Campaign(SEED, Duration.ofSeconds(2), jobs, folder).run(STATEMENTS, System.out);
    System.out.print(table.text());
    assertThat(table.wrong()).isZero();
    assertThat(table.openShare()).as("percent without an answer").isLessThan(2);
  }

  /** A part that is there is not run again. */
  @Test
  void partsAreResumed(@TempDir Path folder) throws IOException, InterruptedException {
    Campaign campaign = new Campaign(SEED, Duration.ofSeconds(2), 1, folder);
    String once = campaign.run(4, System.out).text();
    Path part = folder.resolve("seed-15-from-0.txt");
    java.nio.file.Files.writeString(
        part,
        java.nio.file.Files.readString(part, StandardCharsets.UTF_8)
            .replaceAll("(?m)^0 SCALARS (\\w+) \\w+", "0 SCALARS $1 conflicted"));
    assertThat(campaign.run(4, System.out).text()).isNotEqualTo(once).contains("| **all** |");
  }

  @Test
  void statementsAreThoseOfTheirSeedAndOfAllKinds() {
    assertThat(Sample.of(SEED, 3)).isEqualTo(Sample.of(SEED, 3));
    Set<Kind> kinds =
        LongStream.range(0, Kind.values().length)
            .mapToObj(k -> Sample.of(SEED, k).kind())
            .collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(Arrays.asList(Kind.values()));
  }
}
