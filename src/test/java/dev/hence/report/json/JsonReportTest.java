package dev.hence.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hence.Golden;
import dev.hence.report.Samples;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final String JSON = JsonReport.of(Samples.recorded());

  @Test
  void holdsEverything() {
    Golden.assertMatches("json/everything.json", JSON);
  }

  @Test
  void keepsTheKeysInTheirOrder() throws Exception {
    JsonNode root = new ObjectMapper().readTree(JSON);
    assertThat(root.fieldNames())
        .toIterable()
        .startsWith("hence", "format", "asked", "derivations")
        .endsWith("passed");
    JsonNode derivation = root.get("derivations").get(0);
    assertThat(derivation.fieldNames())
        .toIterable()
        .containsSubsequence("file", "title", "sources", "definitions", "steps", "problems");
    assertThat(derivation.get("steps").get(2).fieldNames())
        .toIterable()
        .containsSubsequence(
            "id",
            "label",
            "line",
            "column",
            "statement",
            "kind",
            "verdict",
            "expected",
            "reach",
            "reason",
            "sideConditions",
            "counterexample",
            "diagnosis",
            "evidence");
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(JsonReport.of(Samples.recorded())).isEqualTo(JSON);
  }

  @Test
  void keepsWhatADocumentSaysAndCannotSteerATerminal() throws Exception {
    assertThat(JSON).doesNotContain("\u001b");
    assertThat(new ObjectMapper().readTree(JSON).at("/derivations/0/title").asText())
        .isEqualTo("A flow \u001b[31mdrawn red\u001b[0m");
  }
}
