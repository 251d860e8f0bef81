package dev.hence.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hence.Golden;
import dev.hence.problem.ProblemId;
import dev.hence.report.Asked;
import dev.hence.report.JsonSchemas;
import dev.hence.report.Samples;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.Excerpt;
import dev.hence.report.record.Place;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private static final String LOG = SarifReport.of(Samples.recorded());

  private static JsonNode run(String log) {
    try {
      return new ObjectMapper().readTree(log).at("/runs/0");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A document in which one thing is wrong. */
  private static RunRecord problem(String file, Place place, String message) {
    ProblemRecord problem =
        new ProblemRecord("HNC-0201", place, message, "", new Excerpt("$$", "\\foo", "$$"));
    DocumentRecord document =
        new DocumentRecord(
            file, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(problem));
    return new RunRecord(
        "1", Asked.DEFAULT, Optional.empty(), List.of(document), List.of(), List.of());
  }

  private static Place at(int line) {
    return new Place(OptionalInt.empty(), line, 3, line, 7);
  }

  private static JsonNode result(RunRecord run) {
    return run(SarifReport.of(run)).at("/results/0");
  }

  private static String fingerprint(JsonNode result) {
    return result.at("/partialFingerprints/henceResult~1v1").asText();
  }

  @Test
  void holdsAResultForAllThatDoesNotPass() {
    String results = run(LOG).get("results").toPrettyString() + "\n";
    Golden.assertMatches("sarif/results.json", results);
  }

  @Test
  void isValidByTheSchemaOfOasis() {
    assertThat(JsonSchemas.wrongWithSarif(LOG)).isEmpty();
    assertThat(JsonSchemas.wrongWithSarif(LOG.replace("\"ruleId\"", "\"rule\""))).isNotEmpty();
    assertThat(JsonSchemas.wrongWithSarif(LOG.replace("\"error\"", "\"bad\""))).isNotEmpty();
    assertThat(
            JsonSchemas.wrongWithSarif(LOG.replaceAll("\"startLine\": \\d+", "\"startLine\": 0")))
        .isNotEmpty();
  }

  @Test
  void hasARuleForEveryProblemAndVerdict() {
    JsonNode rules = run(LOG).at("/tool/driver/rules");
    for (ProblemId id : ProblemId.values()) {
      assertThat(rules.findValuesAsText("id")).contains(id.code());
    }
    for (JsonNode result : run(LOG).get("results")) {
      JsonNode rule = rules.get(result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      assertThat(rule.at("/help/text").asText()).isNotBlank();
    }
  }

  @Test
  void knowsAResultAgainThatOtherLinesMoved() {
    JsonNode first = result(problem("a.md", at(4), "what?"));
    assertThat(fingerprint(result(problem("a.md", at(40), "what?")))).isEqualTo(fingerprint(first));
    assertThat(fingerprint(result(problem("b.md", at(4), "what?"))))
        .isNotEqualTo(fingerprint(first));
    assertThat(fingerprint(result(problem("a.md", at(4), "why?"))))
        .isNotEqualTo(fingerprint(first));
  }

  @Test
  void tellsEqualResultsApart() {
    ProblemRecord problem =
        problem("a.md", at(4), "what?").documents().getFirst().problems().get(0);
    DocumentRecord twice =
        new DocumentRecord(
            "a.md",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(problem, problem));
    JsonNode results =
        run(SarifReport.of(
                new RunRecord(
                    "1", Asked.DEFAULT, Optional.empty(), List.of(twice), List.of(), List.of())))
            .get("results");
    assertThat(fingerprint(results.get(0))).isNotEqualTo(fingerprint(results.get(1)));
  }

  @Test
  void givesAddressesThatAreAddresses() {
    JsonNode inside = result(problem("a b/ü:1%.md", at(1), "")).at("/locations/0/physicalLocation");
    assertThat(inside.at("/artifactLocation/uri").asText()).isEqualTo("a%20b/%C3%BC%3A1%25.md");
    assertThat(inside.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    JsonNode outside = result(problem("/else/where.md", at(1), ""));
    assertThat(outside.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("file:///else/where.md");
  }

  @Test
  void countsNoLinesOfACellAsLinesOfTheFile() {
    Place inCell = new Place(OptionalInt.of(3), 4, 12, 4, 15);
    JsonNode location = result(problem("a.ipynb", inCell, "what?")).at("/locations/0");
    assertThat(location.at("/physicalLocation/region").toString()).isEqualTo("{\"startLine\":1}");
    assertThat(location.at("/message/text").asText()).isEqualTo("cell 3, line 4:12");
  }

  @Test
  void makesNoLinks() {
    assertThat(result(problem("a.md", at(1), "[click](javascript:x)")).at("/message/text").asText())
        .isEqualTo("[click] (javascript:x)");
  }
}
