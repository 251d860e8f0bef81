package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.report.JsonSchemas;
import dev.hence.report.RunReport;
import dev.hence.report.Shard;
import dev.hence.report.console.ConsoleReport;
import dev.hence.report.json.JsonReader;
import dev.hence.report.json.JsonReport;
import dev.hence.report.record.Merge;
import dev.hence.report.record.Recording;
import dev.hence.report.record.RunRecord;
import dev.hence.shard.Costs;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardedRunTest {
  private static final List<SourceText> TEXTS =
      List.of(
          new SourceText("a.md", "$ 1 ok\n$ 2 hard\n$ 3 wrong\n$ 4.1 ok\n$ 4.2 expected\n"),
          new SourceText("b.md", "$ 1 crash\n$ 2 open\n$ 3 none\n"),
          new SourceText("c.md", ""),
          new SourceText("d.md", "$ 1 ok\n"));

  private static RunRecord run(List<SourceText> texts, Settings settings) {
    Hence hence = new Hence(new FakeMachinery().machinery());
    RunReport report = hence.run(Documents.of(texts), settings, Progress.NONE);
    return JsonReader.read(JsonReport.of(Recording.of(report, "1")));
  }

  private static List<RunRecord> shards(Settings settings, int count) {
    List<RunRecord> runs = new ArrayList<>();
    for (int k = 1; k <= count; k++) {
      runs.add(run(TEXTS, settings.withShard(new Shard(k, count), Costs.UNKNOWN)));
    }
    return runs;
  }

  private static String merged(List<RunRecord> runs) {
    return switch (Merge.of(runs)) {
      case Merge.Merged(RunRecord whole) -> JsonReport.of(whole);
      case Merge.Refused(String why) -> "refused: " + why;
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 20})
  void comeTogetherToTheBytesOfOneRun(int count) {
    List<RunRecord> shards = shards(Settings.DEFAULT, count);
    assertThat(shards)
        .allSatisfy(s -> assertThat(JsonSchemas.wrongWithReport(JsonReport.of(s))).isEmpty());
    String whole = JsonReport.of(run(TEXTS, Settings.DEFAULT));
    assertThat(merged(shards)).isEqualTo(whole);
    Collections.reverse(shards);
    assertThat(merged(shards)).isEqualTo(whole);
  }

  @Test
  void shareTheStepsOfASelection() {
    Settings some = Settings.DEFAULT.withOnly(List.of("1", "4"));
    assertThat(merged(shards(some, 3))).isEqualTo(JsonReport.of(run(TEXTS, some)));
  }

  @Test
  void sayWhatIsLeftToOthers() {
    List<RunRecord> shards = shards(Settings.DEFAULT, 3);
    int steps =
        shards.stream()
            .mapToInt(s -> s.documents().stream().mapToInt(d -> d.statements().size()).sum())
            .sum();
    assertThat(steps).isEqualTo(9);
    for (RunRecord shard : shards) {
      int own = shard.documents().stream().mapToInt(d -> d.statements().size()).sum();
      assertThat(own).isBetween(2, 4);
      assertThat(shard.shard().orElseThrow().elsewhere()).isEqualTo(9 - own);
      assertThat(ConsoleReport.of(shard, new ConsoleReport.Options(80, false, false, false)))
          .contains("shard " + shard.shard().orElseThrow() + ": " + (9 - own) + " steps left");
    }
  }

  @Test
  void failTogetherWhereOneFails() {
    List<RunRecord> shards = shards(Settings.DEFAULT, 4);
    assertThat(shards).anyMatch(RunRecord::passed).anyMatch(s -> !s.passed());
    assertThat(merged(shards)).contains("\"passed\": false");
  }

  @Test
  void makeNoWholeWhereOneIsMissing() {
    List<RunRecord> shards = shards(Settings.DEFAULT, 4);
    assertThat(merged(List.of(shards.get(0), shards.get(2))))
        .isEqualTo("refused: missing: shard 2/4, 4/4");
  }

  @Test
  void makeNoWholeWhereTheyDoNotFit() {
    List<RunRecord> two = shards(Settings.DEFAULT, 2);
    assertThat(merged(List.of(two.get(0), two.get(0)))).contains("shard 1/2 is there twice");
    assertThat(merged(List.of(two.get(0), shards(Settings.DEFAULT, 3).get(1))))
        .contains("different numbers of shards");
    assertThat(merged(List.of(two.get(0), shards(Settings.DEFAULT.withSeed(5), 2).get(1))))
        .contains("different options");
    assertThat(merged(List.of(run(TEXTS, Settings.DEFAULT), two.get(1))))
        .contains("of a whole run");
    RunRecord fewer =
        run(TEXTS.subList(0, 2), Settings.DEFAULT.withShard(new Shard(2, 2), Costs.UNKNOWN));
    assertThat(merged(List.of(two.get(0), fewer))).contains("not read the same documents");
  }

  /** The second shard thinks that one step is dearer than all others. */
  @Test
  void makeNoWholeWhereTheyOverlapOrLeaveSomethingOut() {
    for (String dear : List.of("1", "2", "3", "4.1")) {
      Map<Costs.Place, Long> millis = new HashMap<>();
      for (String id : List.of("1", "2", "3", "4.1", "4.2")) {
        TEXTS.forEach(t -> millis.put(new Costs.Place(t.name(), id), 1L));
      }
      millis.put(new Costs.Place("a.md", dear), 1_000_000L);
      RunRecord first = run(TEXTS, Settings.DEFAULT.withShard(new Shard(1, 2), Costs.UNKNOWN));
      RunRecord second = run(TEXTS, Settings.DEFAULT.withShard(new Shard(2, 2), new Costs(millis)));
      assertThat(merged(List.of(first, second)))
          .containsPattern("^refused: .*told by (two shards|no shard)");
    }
  }

  @Test
  void writeAWholeReportAgain() {
    RunRecord whole = run(TEXTS, Settings.DEFAULT);
    assertThat(merged(List.of(whole))).isEqualTo(JsonReport.of(whole));
  }

  @Test
  void writeDownWhatStepsTook() {
    Hence hence = new Hence(new FakeMachinery().machinery());
    RunReport report =
        hence.run(
            Documents.of(List.of(new SourceText("a.md", "$ 1 slow\n$ 2 ok\n"))),
            Settings.DEFAULT,
            Progress.NONE);
    Costs costs = Costs.read(Costs.text(report));
    assertThat(costs.millis().get(new Costs.Place("a.md", "1"))).isGreaterThanOrEqualTo(50);
    assertThat(costs.millis()).hasSize(2);
  }
}
