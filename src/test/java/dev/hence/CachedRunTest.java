package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hence.report.RunReport;
import dev.hence.report.json.JsonReport;
import dev.hence.report.record.Recording;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a run saves work, and can make nothing true or false. */
class CachedRunTest {
  private static final String HEADER =
      """
      ---
      let:
        - x \\in \\mathbb{R}
        - j = 1, \\dots, N
        - a_j, b_j \\in \\mathbb{R}
      ---
      """;
  private static final String PROVED =
      "$$\\sum_j (a_j + b_j) = \\sum_j a_j + \\sum_j b_j \\tag{proved}$$\n";
  private static final String VERIFIED =
      "$$\\sqrt{3 + 2 \\sqrt{2}} = 1 + \\sqrt{2} \\tag{verified}$$\n";
  private static final String REFUTED = "$$x^2 = 2 x \\tag{refuted}$$\n";
  private static final String DOCUMENT = HEADER + PROVED + VERIFIED + REFUTED;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;
  private Settings cached;

  @BeforeEach
  void settings() {
    cached = Settings.DEFAULT.withJobs(2).withCache(folder);
  }

  private static RunReport run(String document, Settings settings) {
    return Hence.checkTexts(List.of(new SourceText("a.md", document)), settings);
  }

  private static List<String> verdicts(RunReport report) {
    return report.derivations().getFirst().statements().stream()
        .map(s -> s.statement().id() + " " + s.verdict().outcome().text())
        .toList();
  }

  private static String json(RunReport report) {
    return JsonReport.of(Recording.of(report, "1"));
  }

  private List<Path> entries() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries by the tags of the statements, each of which is checked alone to find it. */
  private Map<String, Path> byTag() {
    Map<String, Path> found = new HashMap<>();
    for (String tag : List.of("proved", "verified", "refuted")) {
      Set<Path> before = new HashSet<>(entries());
      run(DOCUMENT, cached.withOnly(List.of(tag)));
      entries().stream().filter(e -> !before.contains(e)).forEach(e -> found.put(tag, e));
    }
    return found;
  }

  @Test
  void answersTheSameWithAndWithout() {
    String without = json(run(DOCUMENT, Settings.DEFAULT));
    assertThat(verdicts(run(DOCUMENT, cached)))
        .containsExactly("proved proved", "verified verified", "refuted refuted");
    assertThat(entries()).hasSize(3);
    RunReport again = run(DOCUMENT, cached);
    assertThat(json(again)).isEqualTo(without);
    assertThat(again.notices()).isEmpty();
  }

  @Test
  void takesNoRoadAgainForWhatDidNotChange() {
    FakeMachinery fake = new FakeMachinery();
    Documents documents = Documents.of(List.of(new SourceText("a.md", "$ 1 ok\n$ 2 ok hard\n")));
    Hence hence = new Hence(fake.machinery());
    String first = json(hence.run(documents, cached, Progress.NONE));
    int asked = fake.asked.size();
    assertThat(asked).isPositive();
    assertThat(json(hence.run(documents, cached, Progress.NONE))).isEqualTo(first);
    assertThat(fake.asked).hasSize(asked);
  }

  @Test
  void looksAgainAtWhatWasLeftOpen() {
    FakeMachinery fake = new FakeMachinery();
    Documents documents = Documents.of(List.of(new SourceText("a.md", "$ 1 open\n")));
    new Hence(fake.machinery()).run(documents, cached, Progress.NONE);
    assertThat(entries()).isEmpty();
  }

  @Test
  void findsWhatMovedAndLooksAtWhatChanged() {
    run(DOCUMENT, cached);
    run(HEADER + "Words.\n\n" + REFUTED + "More.\n\n" + VERIFIED + PROVED, cached);
    assertThat(entries()).hasSize(3);
    assertThat(verdicts(run(DOCUMENT.replace("2 x", "3 x"), cached))).contains("refuted refuted");
    assertThat(entries()).hasSize(4);
    run(DOCUMENT, cached.withSeed(9));
    assertThat(entries()).hasSize(7);
  }

  private static final String RECURSION =
      """
      ---
      let:
        - m_t, n_t, g_t \\in \\mathbb{R}
        - t = 1, 2, \\dots
        - \\beta \\in (0, 1)
      step:
        - m_t = \\beta m_{t-1} + (1 - \\beta) g_t
        - m_0 = 0
        - n_t = \\beta n_{t-1} + 2 (1 - \\beta) g_t
        - n_0 = 0
      ---
      $$n_t = 2 m_t \\tag{first}$$

      $$n_t^2 = 4 m_t^2 \\tag{second}$$
      """;

  /** The second step is proved by the first, which is no longer there. */
  @Test
  void looksAgainWhereAnEarlierStepChanged() {
    String changed = RECURSION.replace("n_t = 2 m_t ", "n_t = m_t + m_t ");
    assertThat(verdicts(run(RECURSION, cached))).containsExactly("first proved", "second proved");
    assertThat(verdicts(run(RECURSION, cached))).containsExactly("first proved", "second proved");
    assertThat(entries()).hasSize(2);
    assertThat(verdicts(run(changed, cached))).containsExactly("first proved", "second proved");
    assertThat(entries()).hasSize(4);
    String alone = RECURSION.replace("$$n_t = 2 m_t \\tag{first}$$", "");
    assertThat(verdicts(run(alone, cached))).doesNotContain("second proved");
  }

  /** That a step follows from itself is not believed, whoever wrote it into the cache. */
  @Test
  void provesNothingByItself() throws IOException {
    run(RECURSION, cached);
    for (Path entry : entries()) {
      String text = Files.readString(entry);
      Files.writeString(entry, text.replace("\"statement\": 1", "\"statement\": 0"));
    }
    RunReport report = run(RECURSION, cached);
    assertThat(verdicts(report)).containsExactly("first proved", "second proved");
    assertThat(report.notices()).hasSize(1).first().asString().contains("does not stand");
  }

  // Forgeries

  /** The evidence of one entry under the key of another. */
  private static void give(Path from, Path to) throws IOException {
    ObjectNode forged = (ObjectNode) MAPPER.readTree(Files.readString(to));
    JsonNode evidence = MAPPER.readTree(Files.readString(from)).get("evidence");
    forged.set("evidence", evidence);
    Files.writeString(to, forged.toString());
  }

  private void assertNothingChanged() {
    RunReport report = run(DOCUMENT, cached);
    assertThat(verdicts(report))
        .containsExactly("proved proved", "verified verified", "refuted refuted");
    assertThat(report.notices()).hasSize(1).first().asString().contains("is passed over: ");
    assertThat(run(DOCUMENT, cached).notices()).as("the entry was mended").isEmpty();
  }

  @Test
  void provesNothingByTheProofOfSomethingElse() throws IOException {
    Map<String, Path> entries = byTag();
    assertThat(Files.readString(entries.get("proved"))).contains("\"is\": \"Proof\"");
    give(entries.get("proved"), entries.get("refuted"));
    assertNothingChanged();
  }

  @Test
  void provesNothingByAProofWithoutItsMoves() throws IOException {
    Path refuted = byTag().get("refuted");
    ObjectNode forged = (ObjectNode) MAPPER.readTree(Files.readString(refuted));
    forged.set(
        "evidence",
        MAPPER.readTree(
            """
            [{"is": "Proof", "instance": 0, "proof": {"statement": true, "moves": []}},
             {"is": "PointAgreement", "instance": 0, "points": 64, "certified": 64,
              "lost": {"domain": 0, "kink": 0, "overflow": 0}, "worst": "0.0", "untaken": [],
              "search": []}]
            """));
    Files.writeString(refuted, forged.toString());
    assertNothingChanged();
  }

  @Test
  void refutesNothingByACounterexampleThatDoesNotCertify() throws IOException {
    Map<String, Path> entries = byTag();
    give(entries.get("refuted"), entries.get("verified"));
    assertNothingChanged();
  }

  /** At x = 2 the sides are equal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "numerator|\"2\"",
        "component|99",
        "component|-1",
        "rows|5",
        "rows|-1",
        "latex|\"q\""
      })
  void refutesNothingAtAnotherPlace(String change) throws IOException {
    Path refuted = byTag().get("refuted");
    String[] parts = change.split("\\|", -1);
    String text = Files.readString(refuted);
    String forged =
        text.replaceAll(
            "\"%s\": [^,}\n]*".formatted(parts[0]), "\"%s\": %s".formatted(parts[0], parts[1]));
    assertThat(forged).isNotEqualTo(text);
    Files.writeString(refuted, forged);
    assertNothingChanged();
  }

  @Test
  void refutesNothingByNumbersThatNobodyCanCheck() throws IOException {
    Map<String, Path> entries = byTag();
    give(entries.get("refuted"), entries.get("verified"));
    ObjectNode forged = (ObjectNode) MAPPER.readTree(Files.readString(entries.get("verified")));
    ((ObjectNode) forged.at("/evidence/0"))
        .set(
            "certificate",
            MAPPER.readTree(
                "{\"is\": \"Integrated\", \"end\": \"1.0\", \"residual\": \"1.0\","
                    + " \"error\": \"1e-9\"}"));
    Files.writeString(entries.get("verified"), forged.toString());
    assertNothingChanged();
  }

  @Test
  void takesNoEntryOfAnotherKey() throws IOException {
    Map<String, Path> entries = byTag();
    Files.writeString(entries.get("refuted"), Files.readString(entries.get("verified")));
    assertNothingChanged();
  }

  static Stream<byte[]> damages() {
    return Stream.of(
        new byte[0],
        new byte[] {(byte) 0xff, 0, 1},
        "{".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "null".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "{\"henceCache\": 2}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "[".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8),
        new byte[17 << 20]);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void survivesDamage(byte[] content) throws IOException {
    run(DOCUMENT, cached);
    Files.write(entries().getFirst(), content);
    assertNothingChanged();
  }

  @Test
  void survivesATruncatedFile() throws IOException {
    run(DOCUMENT, cached);
    Path entry = entries().getFirst();
    String text = Files.readString(entry);
    Files.writeString(entry, text.substring(0, text.length() / 2));
    assertNothingChanged();
  }

  @Test
  void tellsThatItCannotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    RunReport report = run(DOCUMENT, Settings.DEFAULT.withCache(file.resolve("cache")));
    assertThat(report.notices()).isNotEmpty().allMatch(n -> n.contains("cache"));
    assertThat(verdicts(report)).contains("proved proved", "refuted refuted");
  }

  @Test
  void servesSeveralRunsAtOnce() throws Exception {
    String expected = json(run(DOCUMENT, Settings.DEFAULT));
    List<Callable<RunReport>> runs = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      runs.add(() -> run(DOCUMENT, cached));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
      for (Future<RunReport> future : pool.invokeAll(runs)) {
        assertThat(json(future.get())).isEqualTo(expected);
        assertThat(future.get().notices()).isEmpty();
      }
    }
    assertThat(entries().stream().map(e -> e.getFileName().toString()).collect(Collectors.toSet()))
        .hasSize(3)
        .allMatch(name -> name.matches("[0-9a-f]{64}\\.json"));
  }
}
