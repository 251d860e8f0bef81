package dev.hence.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.read.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the corpus holds, by what is written beside its documents; {@link CorpusPart} checks that
 * they get it.
 */
class CorpusTest {
  /** Of each kind of claim there are at least so many that are right, and so many wrong ones. */
  private static final int OF_EACH_KIND = 10;

  @ParameterizedTest
  @CsvSource({"right, proved verified confirmed", "wrong, refuted"})
  void hasEveryKind(String part, String outcomes) {
    Map<Kind, Long> counts =
        Corpus.part(part).stream()
            .flatMap(entry -> kinds(entry, Set.of(outcomes.split(" "))))
            .collect(Collectors.groupingBy(k -> k, Collectors.counting()));
    for (Kind kind : Kind.values()) {
      assertThat(counts.getOrDefault(kind, 0L))
          .as(kind.text())
          .isGreaterThanOrEqualTo(OF_EACH_KIND);
    }
  }

  /** The kinds of the steps that deserve one of these outcomes. */
  private static Stream<Kind> kinds(Corpus.Entry entry, Set<String> outcomes) {
    List<String> deserving =
        entry.expected().stream()
            .map(line -> line.split(" ", 3))
            .filter(words -> outcomes.contains(words[1]))
            .map(words -> words[0])
            .toList();
    return Reader.read(entry.text()).statements().stream()
        .filter(s -> s instanceof Statement.Step && deserving.contains(s.id()))
        .map(s -> ((Statement.Step) s).kind());
  }
}
