package dev.hence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

final class HenceTestEngineTest {
  private static final String NOTES = "src/test/resources/engine/notes/";
  private static final String LOGISTIC = NOTES + "logistic-regression.md";

  @Derivations("engine/notes/logistic-regression.md")
  private static final class LogisticRegression {}

  @Derivations("engine/nowhere")
  private static final class Nowhere {}

  private static EngineTestKit.Builder kit(DiscoverySelector... selectors) {
    return EngineTestKit.engine(HenceTestEngine.ID)
        .selectors(selectors)
        .enableImplicitConfigurationParameters(false);
  }

  private static List<? extends TestDescriptor> tests(EngineDiscoveryResults results) {
    return results.getEngineDescriptor().getDescendants().stream()
        .filter(TestDescriptor::isTest)
        .toList();
  }

  private static List<String> names(EngineDiscoveryResults results) {
    return tests(results).stream().map(TestDescriptor::getDisplayName).toList();
  }

  /** Display names of everything, with two spaces for each level. */
  private static String tree(TestDescriptor descriptor, String indent) {
    StringBuilder text = new StringBuilder();
    for (TestDescriptor child : descriptor.getChildren()) {
      text.append(indent).append(child.getDisplayName()).append('\n');
      text.append(tree(child, indent + "  "));
    }
    return text.toString();
  }

  private static List<String> issues(EngineDiscoveryResults results) {
    return results.getDiscoveryIssues().stream().map(DiscoveryIssue::message).toList();
  }

  @Test
  void containersAreFileAndSectionAndStepsAreTests() {
    EngineDiscoveryResults results = kit(selectFile(LOGISTIC)).discover();
    assertThat(results.getDiscoveryIssues()).isEmpty();
    assertThat(tree(results.getEngineDescriptor(), ""))
        .isEqualTo(
            """
            src/test/resources/engine/notes/logistic-regression.md
              The loss
                slope  σ′(z) = σ(z) (1 − σ(z))
                Its gradient
                  4  ∇_w J(w) = ∑ᵢ (yᵢ − σ(wᵀ xᵢ)) xᵢ
              Traps
                5  σ(z) = 1 − σ(z)
                6  σ(−z) = 1 − σ(z)
            """);
  }

  @Test
  void aStepKnowsItsPlaceAndItsTags() {
    TestDescriptor step = tests(kit(selectFile(LOGISTIC)).discover()).getFirst();
    FileSource source = (FileSource) step.getSource().orElseThrow();
    assertThat(source.getFile()).isEqualTo(new File(LOGISTIC).getAbsoluteFile());
    assertThat(source.getPosition().orElseThrow().getLine()).isEqualTo(13);
    assertThat(source.getPosition().orElseThrow().getColumn()).contains(3);
    assertThat(step.getTags())
        .isEqualTo(Set.of(TestTag.create("slope"), TestTag.create("pointwise")));
  }

  @Test
  void tagsOfTheHeaderChooseSteps(@TempDir Path folder) throws Exception {
    Path tagged = folder.resolve("tagged.md");
    Files.writeString(
        tagged,
        """
        ---
        tags: [ntk, 'slow, rather']
        seed: seven
        ---
        $$1 + 1 = 2$$

        $$\\foo = 1$$
        """);
    assertThat(tests(kit(selectFile(tagged.toFile())).discover()))
        .hasSize(3)
        .allSatisfy(
            test ->
                assertThat(test.getTags())
                    .contains(TestTag.create("ntk"), TestTag.create("slow-rather")));
    kit(selectFile(tagged.toFile()), selectFile(LOGISTIC))
        .filters(includeTags("ntk & !(problem | unread)"))
        .execute()
        .testEvents()
        .assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void aFalseStepFailsWithWhatTheConsoleSays() {
    EngineExecutionResults results = kit(selectFile(LOGISTIC)).execute();
    results.testEvents().assertStatistics(s -> s.started(4).succeeded(2).failed(2));
    AssertionFailedError error = failure(results, "4 ");
    assertThat(error.getMessage())
        .isEqualTo(
            """
            ✗ 4  refuted  src/test/resources/engine/notes/logistic-regression.md:20:3
                ∇_w J(w) = ∑ᵢ (yᵢ − σ(wᵀ xᵢ)) xᵢ
                instance        d = 1, n = 1
                counterexample  w = 0, y₁ = 0, x₁ = 1: entry 1: left 1/2, right −1/2
                                certified: an enclosure of left − right there excludes 0
                mending edit    change the sign of the right side: ∇_w J(w) = −∑ᵢ (yᵢ − σ(wᵀ xᵢ)) xᵢ (20:3)\
            """);
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("1/2");
    assertThat(error.getActual().getStringRepresentation()).isEqualTo("−1/2");
    assertThat(error.getStackTrace()).hasSize(1);
    assertThat(error.getStackTrace()[0].toString()).endsWith("(logistic-regression.md:20)");
  }

  @Test
  void aTrueStepThatShouldBeRefutedFails() {
    AssertionFailedError error = failure(kit(selectFile(LOGISTIC)).execute(), "6 ");
    assertThat(error.getMessage()).contains("but expected to be refuted");
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("refuted");
  }

  private static AssertionFailedError failure(EngineExecutionResults results, String name) {
    Event failed =
        results.testEvents().failed().stream()
            .filter(e -> e.getTestDescriptor().getDisplayName().startsWith(name))
            .findFirst()
            .orElseThrow();
    return (AssertionFailedError)
        failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }

  @Test
  void problemsOfADocumentAndUnreadDisplaysFail() {
    EngineExecutionResults results = kit(selectFile(NOTES + "broken.md")).execute();
    results.testEvents().assertStatistics(s -> s.succeeded(1).failed(2));
    assertThat(failure(results, "HNC-0102").getMessage())
        .contains("HNC-0102 src/test/resources/engine/notes/broken.md:3:1", "no key `bogus`");
    assertThat(failure(results, "#2").getMessage()).contains("HNC-0201", "`\\foo` is unknown");
  }

  @Test
  void aFileThatIsNoTextFails() {
    EngineExecutionResults results =
        kit(selectFile("src/test/resources/engine/not-utf8.md")).execute();
    results.testEvents().assertStatistics(s -> s.started(1).failed(1));
    assertThat(failure(results, "the document").getMessage()).contains("HNC-0002", "not UTF-8");
  }

  static Stream<DiscoverySelector> waysToTheGradient() {
    return Stream.of(
        selectFile(LOGISTIC, FilePosition.from(20)),
        selectFile(LOGISTIC, FilePosition.from(20, 5)),
        selectClasspathResource("engine/notes/logistic-regression.md", FilePosition.from(20)),
        selectUri(new File(LOGISTIC).toURI() + "?line=20&column=3"),
        selectUri("classpath:/engine/notes/logistic-regression.md?line=20"),
        selectFile(LOGISTIC, FilePosition.from(18)));
  }

  @ParameterizedTest
  @MethodSource("waysToTheGradient")
  void aLineSelectsItsStepOrItsSection(DiscoverySelector selector) {
    assertThat(names(kit(selector).discover()))
        .containsExactly("4  ∇_w J(w) = ∑ᵢ (yᵢ − σ(wᵀ xᵢ)) xᵢ");
  }

  @Test
  void everyTestIsFoundAgainByItsId() {
    List<? extends TestDescriptor> all = tests(kit(selectDirectory(NOTES)).discover());
    assertThat(all).hasSizeGreaterThan(5);
    for (TestDescriptor test : all) {
      EngineDiscoveryResults again = kit(selectUniqueId(test.getUniqueId())).discover();
      assertThat(tests(again))
          .extracting(TestDescriptor::getUniqueId)
          .isEqualTo(List.of(test.getUniqueId()));
    }
  }

  @Test
  void theIdOfASectionSelectsWhatIsInIt() {
    TestDescriptor file =
        kit(selectFile(LOGISTIC)).discover().getEngineDescriptor().getChildren().iterator().next();
    TestDescriptor traps = List.copyOf(file.getChildren()).get(1);
    assertThat(names(kit(selectUniqueId(traps.getUniqueId())).discover()))
        .containsExactly("5  σ(z) = 1 − σ(z)", "6  σ(−z) = 1 − σ(z)");
  }

  @Test
  void aDirectoryPassesOverWhatHoldsNoDisplay() {
    assertThat(
            kit(selectDirectory(NOTES)).discover().getEngineDescriptor().getChildren().stream()
                .map(TestDescriptor::getDisplayName))
        .containsExactly(NOTES + "broken.md", LOGISTIC);
  }

  @Test
  void aClassPathRootLeadsToTheOriginalsOfResources(@TempDir Path project) throws Exception {
    Path original = project.resolve("src/test/resources/a/b.md");
    Path copy = project.resolve("target/test-classes/a/b.md");
    for (Path file : List.of(original, copy)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "$$1 + 1 = 2$$\n");
    }
    Path root = project.resolve("target/test-classes");
    EngineDiscoveryResults results =
        kit(selectClasspathRoots(Set.of(root)).getFirst(), selectFile(original.toString()))
            .discover();
    assertThat(names(results)).containsExactly("#1  1 + 1 = 2");
    FileSource source = (FileSource) tests(results).getFirst().getSource().orElseThrow();
    assertThat(source.getFile().toPath()).isEqualTo(original);

    Files.writeString(original, "$$1 + 1 = 3$$\n");
    EngineDiscoveryResults stale = kit(selectClasspathRoots(Set.of(root)).getFirst()).discover();
    source = (FileSource) tests(stale).getFirst().getSource().orElseThrow();
    assertThat(source.getFile().toPath()).as("what is checked is the copy").isEqualTo(copy);
  }

  @Test
  void aClassStandsForResourcesAndItsTestsStandRightBelow() {
    EngineDiscoveryResults results = kit(selectClass(LogisticRegression.class)).discover();
    TestDescriptor type = results.getEngineDescriptor().getChildren().iterator().next();
    assertThat(type.getDisplayName()).isEqualTo(LogisticRegression.class.getName());
    assertThat(type.getChildren()).hasSize(4).allMatch(TestDescriptor::isTest);
    assertThat(names(results).getFirst())
        .isEqualTo("engine/notes/logistic-regression.md  slope  σ′(z) = σ(z) (1 − σ(z))");
  }

  @Test
  void otherClassesAreLeftAlone() {
    EngineDiscoveryResults results = kit(selectClass(HenceTestEngineTest.class)).discover();
    assertThat(tests(results)).isEmpty();
    assertThat(results.getDiscoveryIssues()).isEmpty();
  }

  @Test
  void aClassThatFindsNothingIsAnIssue() {
    EngineDiscoveryResults results = kit(selectClass(Nowhere.class)).discover();
    assertThat(issues(results))
        .anyMatch(m -> m.contains("there is no derivation at engine/nowhere"));
    assertThat(results.getDiscoveryIssues())
        .extracting(DiscoveryIssue::severity)
        .containsOnly(DiscoveryIssue.Severity.ERROR);
  }

  @Test
  void foldersAreNamedByAParameter(@TempDir Path empty) {
    EngineTestKit.Builder kit = kit(selectClasspathRoots(Set.of(empty)).getFirst());
    assertThat(names(kit.configurationParameter("hence.directories", NOTES).discover()))
        .contains("5  σ(z) = 1 − σ(z)");
    EngineDiscoveryResults wrong =
        kit.configurationParameter("hence.directories", "nowhere, " + empty).discover();
    assertThat(issues(wrong))
        .hasSize(2)
        .anyMatch(m -> m.contains("there is no directory"))
        .anyMatch(m -> m.contains("there is no derivation in " + empty));
  }

  @Test
  void parametersThatCannotBeUnderstoodAreIssues() {
    EngineDiscoveryResults results =
        kit(selectFile(LOGISTIC))
            .configurationParameter("hence.budget", "soon")
            .configurationParameter("hence.require", "believed")
            .configurationParameter("hence.seed", "1.5")
            .discover();
    assertThat(issues(results))
        .containsExactlyInAnyOrder(
            "hence.budget must be a number of seconds, more than 0 and at most a day, not 'soon'",
            "hence.require must be proved, verified or confirmed, not 'believed'",
            "hence.seed must be a whole number, not '1.5'");
  }

  @Test
  void aLineWithoutAStepIsAnIssue() {
    EngineDiscoveryResults results = kit(selectFile(LOGISTIC, FilePosition.from(2))).discover();
    assertThat(issues(results)).containsExactly("there is no step at line 2 of " + LOGISTIC);
  }

  @Test
  void tagsSelect() {
    EngineExecutionResults results =
        kit(selectFile(LOGISTIC)).filters(includeTags("slope | 5")).execute();
    results.testEvents().assertStatistics(s -> s.started(2).succeeded(2));
  }

  @Test
  void moreCanBeRequired() {
    EngineExecutionResults results =
        kit(selectFile(LOGISTIC))
            .configurationParameter("hence.require", "proved")
            .configurationParameter("hence.budget", "5")
            .filters(includeTags("slope"))
            .execute();
    results.testEvents().assertStatistics(s -> s.started(1).succeeded(1));
  }

  @Test
  void stepsRunAtTheSameTimeWhereThatIsAskedFor() {
    EngineExecutionResults results =
        kit(selectDirectory(NOTES))
            .configurationParameter("hence.execution.parallel.enabled", "true")
            .configurationParameter("hence.execution.parallel.config.strategy", "fixed")
            .configurationParameter("hence.execution.parallel.config.fixed.parallelism", "3")
            .execute();
    results.testEvents().assertStatistics(s -> s.started(7).succeeded(3).failed(4));
    assertThat(results.allEvents().stream().count()).isGreaterThan(14);
  }
}
