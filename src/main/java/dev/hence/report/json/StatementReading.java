package dev.hence.report.json;

import dev.hence.json.MalformedJson;
import dev.hence.json.Member;
import dev.hence.report.record.Answer;
import dev.hence.report.record.CounterexampleRecord;
import dev.hence.report.record.EditRecord;
import dev.hence.report.record.EvidenceRecord;
import dev.hence.report.record.Excerpt;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.Sort;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.Value;
import dev.hence.report.record.Value.Fields;
import dev.hence.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one statement. */
final class StatementReading {
  private static final Set<String> OF_ALL_EVIDENCE = Set.of("road", "instance", "result", "text");

  private StatementReading() {}

  static StatementRecord step(Member m) {
    Sort sort = sort(m);
    return new StatementRecord(
        m.get("position").integer(),
        m.get("id").text(),
        m.find("label").map(Member::text),
        JsonReader.place(m),
        sort,
        m.get("kind").text(),
        m.get("statement").text(),
        answer(m),
        m.find("problem").map(StatementReading::problem),
        m.find("because").map(Member::text));
  }

  private static Sort sort(Member m) {
    if (m.get("expected").text().equals("given")) {
      return Sort.GIVEN;
    }
    return m.find("problem").isPresent() ? Sort.UNREAD : Sort.STEP;
  }

  /** A display without a statement. */
  static StatementRecord none(Member m) {
    Answer answer =
        new Answer(
            Outcome.GIVEN,
            false,
            true,
            "",
            Answer.Measurement.NONE,
            Optional.empty(),
            m.get("reason").text(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of());
    return new StatementRecord(
        m.get("position").integer(),
        m.get("id").text(),
        m.find("label").map(Member::text),
        JsonReader.place(m),
        Sort.NO_STATEMENT,
        "no statement",
        m.get("statement").text(),
        answer,
        Optional.empty(),
        Optional.empty());
  }

  private static Answer answer(Member m) {
    return new Answer(
        outcome(m.get("verdict")),
        m.get("expected").text().equals("refuted"),
        m.get("passed").flag(),
        m.get("reach").text(),
        new Answer.Measurement(m.get("measured").text(), m.get("measuredBriefly").text()),
        m.find("holdsTo").map(Member::text),
        m.get("reason").text(),
        m.get("sideConditions").texts(),
        m.find("counterexample").map(StatementReading::counterexample),
        m.get("diagnosis").items().stream().map(StatementReading::edit).toList(),
        m.get("passedOver").texts(),
        m.get("notes").texts(),
        m.find("inferred").map(Member::texts).orElse(List.of()),
        m.find("search").map(Member::text),
        m.get("evidence").items().stream().map(StatementReading::evidence).toList());
  }

  static Outcome outcome(Member member) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.text().equals(member.text())) {
        return outcome;
      }
    }
    throw new MalformedJson(member.path() + " is no verdict: " + member.text());
  }

  private static CounterexampleRecord counterexample(Member m) {
    return new CounterexampleRecord(
        m.get("instance").text(),
        ValueJson.fields(m.get("values")),
        m.get("left").text(),
        m.get("right").text(),
        m.get("point").text(),
        m.get("sides").text(),
        m.get("certificate").text());
  }

  private static EditRecord edit(Member m) {
    return new EditRecord(
        m.get("edit").text(),
        m.get("mended").text(),
        JsonReader.place(m),
        m.find("token").map(Member::text),
        m.find("order").map(Member::text),
        m.get("replacements").items().stream()
            .map(r -> new EditRecord.Replacement(JsonReader.place(r), r.get("text").text()))
            .toList());
  }

  private static EvidenceRecord evidence(Member m) {
    Fields details = Fields.NONE;
    for (Map.Entry<String, Value> e : ValueJson.fields(m).values().entrySet()) {
      if (!OF_ALL_EVIDENCE.contains(e.getKey())) {
        details = details.with(e.getKey(), e.getValue());
      }
    }
    return new EvidenceRecord(
        m.get("road").text(),
        m.get("instance").text(),
        m.get("result").text(),
        details,
        m.get("text").text());
  }

  static ProblemRecord problem(Member m) {
    Member excerpt = m.get("excerpt");
    return new ProblemRecord(
        m.get("id").text(),
        JsonReader.place(m),
        m.get("message").text(),
        m.get("help").text(),
        new Excerpt(
            excerpt.get("before").text(),
            excerpt.get("marked").text(),
            excerpt.get("after").text()));
  }
}
