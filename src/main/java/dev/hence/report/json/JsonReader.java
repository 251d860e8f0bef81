package dev.hence.report.json;

import dev.hence.json.MalformedJson;
import dev.hence.json.Member;
import dev.hence.report.Asked;
import dev.hence.report.record.DefectRecord;
import dev.hence.report.record.DefinitionRecord;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.InferredRecord;
import dev.hence.report.record.Place;
import dev.hence.report.record.QuestionRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.ShardRecord;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.UnopenedRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads what {@link JsonReport} wrote. */
public final class JsonReader {
  private JsonReader() {}

  /**
   * The record in a report.
   *
   * @throws MalformedJson if the text is no such report
   */
  public static RunRecord read(String json) {
    Member root = Member.read(json);
    if (root.find("hence").isEmpty() || root.find("format").isEmpty()) {
      throw new MalformedJson("it is no report of Hence");
    }
    if (root.get("format").integer() != JsonReport.FORMAT) {
      throw new MalformedJson("its format is not " + JsonReport.FORMAT);
    }
    List<Member> derivations = root.get("derivations").items();
    RunRecord run =
        new RunRecord(
            root.get("hence").text(),
            asked(root.get("asked")),
            root.find("shard").map(JsonReader::shard),
            derivations.stream().filter(JsonReader::isOpened).map(JsonReader::document).toList(),
            derivations.stream().filter(d -> !isOpened(d)).map(JsonReader::unopened).toList(),
            defects(root));
    if (run.passed() != root.get("passed").flag()) {
      throw new MalformedJson("it says of itself that it passed, or that it did not, wrongly");
    }
    return run;
  }

  private static Asked asked(Member member) {
    Optional<Member> seed = member.find("seed");
    double budget = member.get("budget").real();
    return new Asked(
        seed.isPresent() ? OptionalLong.of(seed.get().number()) : OptionalLong.empty(),
        Duration.ofMillis(BigDecimal.valueOf(budget).movePointRight(3).longValue()),
        StatementReading.outcome(member.get("require")),
        member.get("only").texts());
  }

  private static ShardRecord shard(Member member) {
    return new ShardRecord(
        member.get("index").integer(),
        member.get("count").integer(),
        member.get("elsewhere").integer());
  }

  private static boolean isOpened(Member derivation) {
    return derivation.get("opened").flag();
  }

  private static UnopenedRecord unopened(Member derivation) {
    List<Member> problems = derivation.get("problems").items();
    if (problems.size() != 1) {
      throw new MalformedJson(derivation.path() + " does not say why it was not opened");
    }
    Member problem = problems.getFirst();
    return new UnopenedRecord(
        derivation.get("file").text(),
        problem.get("id").text(),
        problem.get("message").text(),
        problem.get("help").text());
  }

  private static List<DefectRecord> defects(Member root) {
    List<Member> defects = root.find("internalErrors").map(Member::items).orElse(List.of());
    return defects.stream()
        .map(d -> new DefectRecord(d.get("place").text(), d.get("message").text(), List.of()))
        .toList();
  }

  private static DocumentRecord document(Member member) {
    List<StatementRecord> statements = new ArrayList<>();
    member.get("steps").items().forEach(s -> statements.add(StatementReading.step(s)));
    member.get("noStatements").items().forEach(s -> statements.add(StatementReading.none(s)));
    statements.sort(Comparator.comparingInt(StatementRecord::position));
    return new DocumentRecord(
        member.get("file").text(),
        member.get("title").text(),
        member.get("sources").texts(),
        member.get("definitions").items().stream().map(JsonReader::definition).toList(),
        member.get("assumptions").texts(),
        items(member, "inferred").map(JsonReader::inferred).toList(),
        items(member, "questions").map(JsonReader::question).toList(),
        statements,
        member.find("elsewhere").map(Member::texts).orElse(List.of()),
        member.get("problems").items().stream().map(StatementReading::problem).toList());
  }

  private static Stream<Member> items(Member member, String key) {
    return member.find(key).map(Member::items).orElse(List.of()).stream();
  }

  private static InferredRecord inferred(Member member) {
    return new InferredRecord(member.get("key").text(), member.get("entry").text(), place(member));
  }

  private static QuestionRecord question(Member member) {
    return new QuestionRecord(
        member.get("name").text(),
        member.get("question").text(),
        member.get("answers").texts(),
        member.get("waiting").integer(),
        place(member));
  }

  private static DefinitionRecord definition(Member member) {
    return new DefinitionRecord(
        member.get("name").text(), place(member), member.get("text").text());
  }

  static Place place(Member member) {
    Optional<Member> cell = member.find("cell");
    return new Place(
        cell.isPresent() ? OptionalInt.of(cell.get().integer()) : OptionalInt.empty(),
        member.get("line").integer(),
        member.get("column").integer(),
        member.get("endLine").integer(),
        member.get("endColumn").integer());
  }
}
