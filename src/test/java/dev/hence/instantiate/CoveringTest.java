package dev.hence.instantiate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveringTest {
  @ParameterizedTest
  @CsvSource({"2, 9", "3, 10", "4, 9", "6, 16", "9, 16", "14, 21", "25, 27"})
  void everyPairOfDefaultSizesOccurs(int axes, int atMost) {
    List<Axis> sizes = sizes(axes, 3, false);
    List<Candidate> chosen = choose(sizes);
    assertThat(chosen).hasSizeBetween(9, atMost).isSortedAccordingTo(Candidate.SMALLEST_FIRST);
    for (int a = 0; a < axes; a++) {
      for (int b = a + 1; b < axes; b++) {
        assertThat(pairs(chosen, a, b)).as("sizes %d and %d", a, b).hasSize(9);
      }
    }
  }

  @Test
  void aSmallGridIsTakenWhole() {
    assertThat(choose(sizes(1, 3, false))).hasSize(3);
    List<Axis> twelve = new ArrayList<>(sizes(1, 4, false));
    twelve.addAll(sizes(1, 3, true));
    assertThat(choose(twelve)).hasSize(12);
  }

  @Test
  void whatTheAuthorWroteIsTakenWhole() {
    assertThat(choose(sizes(4, 4, true))).hasSize(256);
  }

  @Test
  void everyWrittenCombinationOccursBesideDefaults() {
    List<Axis> mixed = new ArrayList<>(sizes(5, 3, true));
    mixed.addAll(sizes(5, 3, false));
    List<Candidate> chosen = choose(mixed);
    assertThat(chosen).hasSize(243);
    assertThat(new HashSet<>(chosen.stream().map(c -> c.row().subList(0, 5)).toList()))
        .hasSize(243);
    for (int b = 5; b < 10; b++) {
      assertThat(pairs(chosen, 0, b)).hasSize(9);
    }
  }

  @Test
  void sizesThatEnterNowhereDoNotMultiply() {
    List<Candidate> chosen =
        Covering.choose(sizes(2, 3, false), Set.of("s0"), all(sizes(2, 3, false)));
    assertThat(chosen)
        .extracting(Candidate::row)
        .containsExactly(List.of(0, 0), List.of(1, 0), List.of(2, 0));
  }

  @Test
  void theNumberOfRowsLookedAtIsBounded() {
    assertThat(Rows.of(sizes(40, 3, false))).hasSize(Rows.LIMIT).doesNotHaveDuplicates();
    assertThat(Rows.of(sizes(7, 3, false))).hasSize(2187).doesNotHaveDuplicates();
    assertThat(Rows.of(List.of())).containsExactly(List.of());
  }

  private static List<Axis> sizes(int axes, int values, boolean written) {
    List<Axis> list = new ArrayList<>();
    for (int k = 0; k < axes; k++) {
      List<Integer> counted = IntStream.rangeClosed(1, values).boxed().toList();
      list.add(new Axis.OfSize((written ? "w" : "s") + k, counted, written));
    }
    return list;
  }

  private static List<Candidate> choose(List<Axis> axes) {
    Set<String> names = new HashSet<>(axes.stream().map(Axis::name).toList());
    return Covering.choose(axes, names, all(axes));
  }

  private static List<Candidate> all(List<Axis> axes) {
    List<Candidate> candidates = new ArrayList<>();
    for (List<Integer> row : Rows.of(axes)) {
      Map<String, Integer> sizes = new TreeMap<>();
      for (int k = 0; k < axes.size(); k++) {
        sizes.put(axes.get(k).name(), row.get(k) + 1);
      }
      candidates.add(new Candidate(row, sizes, Set.of(), List.of(new TreeMap<>())));
    }
    return candidates;
  }

  private static Set<List<Integer>> pairs(List<Candidate> chosen, int a, int b) {
    Set<List<Integer>> pairs = new HashSet<>();
    chosen.forEach(c -> pairs.add(List.of(c.row().get(a), c.row().get(b))));
    return pairs;
  }
}
