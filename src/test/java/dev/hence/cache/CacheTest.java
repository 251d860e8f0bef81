package dev.hence.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hence.claim.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheTest {
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private static final String DOCUMENT =
      """
      ---
      let:
        - x \\in \\mathbb{R}
        - a > 0
        - g(x) = a x^2
      try:
        n: [2, 3]
      ---
      $$g'(x) = 2 a x \\tag{1}$$
      """;

  @TempDir private Path folder;

  private String key(String document) {
    return Cache.in(folder, "1").key(Steps.first(document), List.of(), 1, BUDGET);
  }

  @Test
  void knowsAStepAgainWhereverItStandsAndWhateverItIsCalled() {
    assertThat(key(DOCUMENT.replace("$$g'", "Some words.\n\n$$g'").replace("tag{1}", "tag{2}")))
        .isEqualTo(key(DOCUMENT));
    assertThat(key(DOCUMENT.replace("2 a x", "2\\,a x"))).isEqualTo(key(DOCUMENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 a x|3 a x",
        "2 a x|-2 a x",
        "= 2 a x|\\le 2 a x",
        "a x^2|a x^3",
        "a > 0|a \\ge 0",
        "a > 0|a > 1",
        "[2, 3]|[2, 4]",
        "$$g'(x)|<!-- hence: if x > 0 -->\n$$g'(x)",
      })
  void takesNothingForTheSameThatMeansSomethingElse(String change) {
    String[] parts = change.split("\\|", -1);
    assertThat(DOCUMENT).contains(parts[0]);
    assertThat(key(DOCUMENT.replace(parts[0], parts[1]))).isNotEqualTo(key(DOCUMENT));
  }

  @Test
  void hasAnotherKeyForEverySeedBudgetAndVersion() {
    Statement.Step step = Steps.first(DOCUMENT);
    assertThat(
            Set.of(
                Cache.in(folder, "1").key(step, List.of(), 1, BUDGET),
                Cache.in(folder, "1").key(step, List.of(), 2, BUDGET),
                Cache.in(folder, "1").key(step, List.of(), 1, BUDGET.plusMillis(1)),
                Cache.in(folder, "2").key(step, List.of(), 1, BUDGET)))
        .hasSize(4);
  }

  @Test
  void readsFilesOnly() throws IOException {
    Path endless = Path.of("/dev/zero");
    assumeThat(endless).exists();
    String key = "ab" + "0".repeat(62);
    Files.createSymbolicLink(
        Files.createDirectories(folder.resolve("ab")).resolve(key + ".json"), endless);
    Cache cache = Cache.in(folder, "1");
    assertThat(cache.recall(key, Steps.first(DOCUMENT), List.of(), List.of())).isEmpty();
    assertThat(cache.notices()).singleElement().asString().endsWith("it is no file");
  }

  @Test
  void seesThatTheProgramChanged() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Path file = Files.writeString(inner.resolve("A.class"), "one");
    String before = CodeVersion.of(folder, "");
    assertThat(CodeVersion.of(folder, "")).isEqualTo(before);
    assertThat(CodeVersion.of(folder, "lib-2.jar")).isNotEqualTo(before);
    Files.writeString(file, "two");
    assertThat(CodeVersion.of(folder, "")).isNotEqualTo(before);
    Files.writeString(file, "one");
    Files.move(file, inner.resolve("B.class"));
    assertThat(CodeVersion.of(folder, "")).isNotEqualTo(before);
    assertThat(CodeVersion.current()).isEqualTo(CodeVersion.current()).hasSize(64);
  }

  @Test
  void digestsSetsAndMapsWithoutTheirOrder() {
    Fingerprint fingerprint = new Fingerprint();
    assertThat(fingerprint.of(Set.of("a", "b", "c")))
        .isEqualTo(fingerprint.of(Set.of("c", "b", "a")));
    assertThat(fingerprint.of(List.of("a", "b"))).isNotEqualTo(fingerprint.of(List.of("b", "a")));
    assertThat(fingerprint.of(List.of("ab", ""))).isNotEqualTo(fingerprint.of(List.of("a", "b")));
    assertThat(fingerprint.of(List.of(1))).isNotEqualTo(fingerprint.of(List.of("1")));
  }
}
