package dev.hence.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.read.Reader;
import dev.hence.report.Shard;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {
  private static boolean all(Statement statement) {
    return true;
  }

  private static Derivation derivation(String file, int steps) {
    String text =
        IntStream.range(0, steps)
            .mapToObj(k -> "$$x + " + k + " = " + k + " + x \\tag{" + k + "}$$\n")
            .collect(Collectors.joining("\n"));
    return Reader.read(new SourceText(file, text));
  }

  private static long load(Partition partition, Shard shard, List<Derivation> all, Costs costs) {
    long load = 0;
    for (int k = 0; k < all.size(); k++) {
      for (Statement statement : all.get(k).statements()) {
        if (partition.isIn(shard, k, statement)) {
          load += costs.of(all.get(k).source().name(), statement.id()).orElse(0);
        }
      }
    }
    return load;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isEvenAsFarAsTheDearestStepAllows(long seed) {
    Random random = new Random(seed);
    List<Derivation> all = List.of(derivation("a.md", 30), derivation("b.md", 17));
    Map<Costs.Place, Long> millis = new HashMap<>();
    for (Derivation d : all) {
      d.statements()
          .forEach(
              s ->
                  millis.put(
                      new Costs.Place(d.source().name(), s.id()), 1 + (long) random.nextInt(2000)));
    }
    Costs costs = new Costs(millis);
    long total = millis.values().stream().mapToLong(Long::longValue).sum();
    for (int count : List.of(1, 2, 3, 7)) {
      Partition partition = Partition.of(all, PartitionTest::all, count, costs);
      List<Long> loads = new ArrayList<>();
      for (int k = 1; k <= count; k++) {
        loads.add(load(partition, new Shard(k, count), all, costs));
      }
      assertThat(loads.stream().mapToLong(Long::longValue).sum())
          .as("seed " + seed)
          .isEqualTo(total);
      assertThat(loads).as("seed " + seed).allMatch(l -> l <= total / count * 4 / 3 + 2000);
    }
  }

  @Test
  void putsEachStepIntoOneShard() {
    List<Derivation> all = List.of(derivation("a.md", 10), derivation("b.md", 3));
    Partition partition = Partition.of(all, PartitionTest::all, 4, Costs.UNKNOWN);
    for (int k = 0; k < all.size(); k++) {
      for (Statement statement : all.get(k).statements()) {
        int document = k;
        assertThat(
                IntStream.rangeClosed(1, 4)
                    .filter(i -> partition.isIn(new Shard(i, 4), document, statement)))
            .hasSize(1);
      }
    }
  }

  @Test
  void knowsDearStepsFromCheapOnes() {
    Derivation dear =
        Reader.read(
            new SourceText(
                "a.md",
                """
                ---
                let:
                  - w \\in \\mathbb{R}^n
                  - f(w) \\in \\mathbb{R}
                  - T > 0
                flow: \\dot w = -\\nabla f(w)
                ---
                $$f(w_T) = f(w_0) - \\int_0^T \\lVert\\nabla f(w_t)\\rVert^2\\, dt$$
                """));
    Derivation cheap = derivation("b.md", 4);
    Partition partition = Partition.of(List.of(cheap, dear), PartitionTest::all, 2, Costs.UNKNOWN);
    Statement step = dear.statements().getFirst();
    Shard with = partition.isIn(new Shard(1, 2), 1, step) ? new Shard(1, 2) : new Shard(2, 2);
    assertThat(cheap.statements()).noneMatch(s -> partition.isIn(with, 0, s));
  }

  @Test
  void keepsTogetherWhatIsJudgedTogether() {
    Derivation chain =
        Reader.read(
            new SourceText(
                "a.md",
                "<!-- hence: expect refuted -->\n$$x = x + 0 = x + 1 = x + 1 + 0 = 1 + x$$\n"));
    assertThat(chain.statements()).hasSize(4);
    Partition partition = Partition.of(List.of(chain), PartitionTest::all, 4, Costs.UNKNOWN);
    assertThat(
            IntStream.rangeClosed(1, 4)
                .filter(
                    k ->
                        chain.statements().stream()
                            .anyMatch(s -> partition.isIn(new Shard(k, 4), 0, s))))
        .hasSize(1);
  }
}
