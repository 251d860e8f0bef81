package dev.hence.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.json.MalformedJson;
import dev.hence.report.JsonSchemas;
import dev.hence.report.Samples;
import dev.hence.report.console.ConsoleReport;
import dev.hence.report.record.RunRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
  private static final RunRecord RUN = Samples.recorded();
  private static final String JSON = JsonReport.of(RUN);

  @Test
  void readsBackAllThatWasWritten() {
    RunRecord read = JsonReader.read(JSON);
    assertThat(read.documents()).isEqualTo(RUN.documents());
    assertThat(read.unopened()).isEqualTo(RUN.unopened());
    assertThat(read.asked()).isEqualTo(RUN.asked());
    assertThat(JsonReport.of(read)).isEqualTo(JSON);
  }

  @Test
  void holdsAllThatTheConsoleShows() {
    for (boolean verbose : List.of(true, false)) {
      ConsoleReport.Options options = new ConsoleReport.Options(100, false, verbose, false);
      assertThat(ConsoleReport.of(JsonReader.read(JSON), options))
          .isEqualTo(ConsoleReport.of(RUN, options));
    }
  }

  @Test
  void isValidByItsSchema() {
    assertThat(JsonSchemas.wrongWithReport(JSON)).isEmpty();
    assertThat(JsonSchemas.wrongWithReport(JSON.replace("\"reach\"", "\"reech\""))).isNotEmpty();
    assertThat(JsonSchemas.wrongWithReport(JSON.replace("\"format\": 1", "\"format\": 2")))
        .isNotEmpty();
    assertThat(JsonSchemas.wrongWithReport(JSON.replace("\"refuted\"", "\"wrong\""))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\": 1|\"format\": 2|its format is not 1",
        "\"hence\"|\"else\"|it is no report of Hence",
        "\"verdict\": \"refuted\"|\"verdict\": \"wrong\"|is no verdict",
        "\"passed\": false|\"passed\": 0|is not true or false",
        "\"position\": 1|\"position\": 1.5|is not an integer",
        "\"label\": \"3\",|\"label\": 3,|is not a text",
      })
  void saysWhatIsWrong(String text, String instead, String why) {
    assertThat(JSON).contains(text);
    assertThatThrownBy(() -> JsonReader.read(JSON.replace(text, instead)))
        .isInstanceOf(MalformedJson.class)
        .hasMessageContaining(why);
  }

  @Test
  void readsNothingThatSaysOfItselfWronglyThatItPassed() {
    int last = JSON.lastIndexOf("\"passed\": false");
    String green = JSON.substring(0, last) + "\"passed\": true\n}\n";
    assertThatThrownBy(() -> JsonReader.read(green)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void readsNothingElse() {
    for (String text : List.of("", "[]", "{", "{}", "{} {}", "{\"a\": 1, \"a\": 2}", "null")) {
      assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(MalformedJson.class);
    }
    String deep = "[".repeat(100_000);
    assertThatThrownBy(() -> JsonReader.read("{\"hence\": " + deep))
        .isInstanceOf(MalformedJson.class);
  }
}
