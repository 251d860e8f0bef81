package dev.hence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What the index lists is what reading would find, or nothing is green. */
final class ListedTestsTest {
  private static final String DOCUMENT =
      """
      ---
      let: x \\in \\mathbb{R}
      tags: [squares]
      ---
      # Squares

      $$(x + 1)^2 = x^2 + 2 x + 1 \\tag{right}$$

      ## Wrong

      $$(x + 1)^2 = x^2 + 1 \\tag{wrong}$$

      $$x + = 2$$
      """;

  @TempDir private Path folder;

  private Path document;
  private Path cache;

  @BeforeEach
  void write() throws IOException {
    document = Files.writeString(folder.resolve("squares.md"), DOCUMENT);
    cache = folder.resolve("cache");
  }

  private EngineTestKit.Builder kit() {
    return EngineTestKit.engine(HenceTestEngine.ID)
        .selectors(selectDirectory(folder.toFile()))
        .configurationParameter(Parameters.CACHE, cache.toString())
        .enableImplicitConfigurationParameters(false);
  }

  /** All that is shown of tests, and all that chooses them. */
  private static List<String> told(EngineDiscoveryResults results) {
    List<String> told = new ArrayList<>();
    for (TestDescriptor d : results.getEngineDescriptor().getDescendants()) {
      told.add(
          d.getUniqueId() + " " + d.getDisplayName() + " " + d.getTags() + " " + d.getSource());
    }
    return told;
  }

  /** Changes what is listed. */
  private void forge(UnaryOperator<String> change) throws IOException {
    int changed = 0;
    for (Path file : lists()) {
      String text = Files.readString(file);
      Files.writeString(file, change.apply(text));
      changed += change.apply(text).equals(text) ? 0 : 1;
    }
    assertThat(changed).isEqualTo(1);
  }

  private List<Path> lists() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(f -> f.toString().endsWith(".index")).toList();
    }
  }

  private static List<String> failures(EngineExecutionResults results) {
    return results.allEvents().failed().stream().map(Event::toString).toList();
  }

  @Test
  void whatIsListedIsWhatReadingFinds() throws IOException {
    List<String> read = told(kit().discover());
    assertThat(lists()).hasSize(1);
    assertThat(told(kit().discover())).isEqualTo(read).hasSize(6);
    assertThat(lists()).hasSize(1);
  }

  @Test
  void whatWasListedIsCheckedAsIfItHadBeenRead() {
    kit().discover();
    EngineExecutionResults results = kit().execute();
    results.testEvents().assertStatistics(s -> s.started(3).succeeded(1).failed(2));
    assertThat(failures(results)).anyMatch(f -> f.contains("x = 1: left 4, right 2"));
  }

  @Test
  void aDocumentThatChangedIsReadAgain() throws IOException {
    kit().discover();
    Files.writeString(document, DOCUMENT.replace("x^2 + 1 \\tag", "x^2 + 2 x + 1 \\tag"));
    assertThat(told(kit().discover()))
        .anyMatch(line -> line.contains("wrong  (x + 1)² = x² + 2 x + 1"));
    assertThat(lists()).hasSize(2);
  }

  @Test
  void whoHidesAStepHidesAllThatWouldBeGreen() throws IOException {
    kit().discover();
    forge(text -> text.replaceAll("(?m)^step\twrong.*\n", ""));
    EngineExecutionResults results = kit().execute();
    assertThat(failures(results)).anyMatch(f -> f.contains("its tests are not those"));
    results.testEvents().assertStatistics(s -> s.started(0));
    assertThat(lists()).isEmpty();
    kit().execute().testEvents().assertStatistics(s -> s.started(3).succeeded(1).failed(2));
  }

  @Test
  void aTagThatIsTakenAwayHidesNothing() throws IOException {
    Files.writeString(folder.resolve("other.md"), DOCUMENT.replace("x^2 + 1 \\tag", "x^2 \\tag"));
    kit().discover();
    forge(text -> text.contains("x² + 1\t") ? text.replace("squares", "circles") : text);
    EngineExecutionResults results = kit().filters(includeTags("squares")).execute();
    assertThat(failures(results)).anyMatch(f -> f.contains("its tests are not those"));
  }

  @Test
  void aDocumentThatIsSaidToHoldNothingIsLookedAt() throws IOException {
    kit().discover();
    forge(text -> "hence outline 1, idle\n");
    assertThat(kit().discover().getDiscoveryIssues())
        .anyMatch(issue -> issue.severity() == DiscoveryIssue.Severity.ERROR)
        .anyMatch(issue -> issue.message().contains("its tests are not those"));
  }

  @Test
  void whatIsDamagedIsToldOfAndReadAgain() throws IOException {
    List<String> read = told(kit().discover());
    forge(text -> text.substring(0, text.length() - 4));
    EngineDiscoveryResults again = kit().discover();
    assertThat(told(again)).isEqualTo(read);
    assertThat(again.getDiscoveryIssues())
        .anyMatch(issue -> issue.message().contains("is passed over: it is no outline"));
    assertThat(kit().discover().getDiscoveryIssues())
        .noneMatch(issue -> issue.message().contains("is passed over"));
  }

  @Test
  void whatHoldsNoDisplayIsPassedOverWhereItIsListedToo() throws IOException {
    Files.writeString(folder.resolve("README.md"), "# Words\n\nNo display.\n");
    List<String> read = told(kit().discover());
    assertThat(lists()).hasSize(2);
    assertThat(told(kit().discover())).isEqualTo(read).noneMatch(line -> line.contains("README"));
  }

  @Test
  void noCacheIsNoIndex() {
    EngineTestKit.engine(HenceTestEngine.ID)
        .selectors(selectFile(document.toFile()))
        .configurationParameter(Parameters.CACHE, "")
        .enableImplicitConfigurationParameters(false)
        .discover();
    assertThat(cache).doesNotExist();
  }

  @Test
  void theCacheHoldsTheEvidenceOfStepsToo() throws IOException {
    kit().execute();
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files.filter(f -> f.toString().endsWith(".json"))).hasSize(2);
    }
  }
}
