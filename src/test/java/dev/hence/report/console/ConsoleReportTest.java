package dev.hence.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Golden;
import dev.hence.report.Samples;
import dev.hence.report.console.ConsoleReport.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleReportTest {
  private static final Options PLAIN = new Options(100, false, false, false);

  @Test
  void showsEverything() {
    Golden.assertMatches("console/everything.txt", ConsoleReport.of(Samples.recorded(), PLAIN));
  }

  @Test
  void tellsTheEvidenceWhenAsked() {
    Options verbose = new Options(100, false, true, false);
    Golden.assertMatches("console/verbose.txt", ConsoleReport.of(Samples.recorded(), verbose));
  }

  @Test
  void isShortWhenAllIsWell() {
    String text = ConsoleReport.of(Samples.recorded(Samples.passing()), PLAIN);
    Golden.assertMatches("console/passed.txt", text);
  }

  @Test
  void showsColoursOnlyWhenAsked() {
    Options coloured = new Options(100, true, false, false);
    String text = ConsoleReport.of(Samples.recorded(), coloured);
    Golden.assertMatches("console/colour.txt", text.replace("\u001b", "␛"));
    assertThat(text.replaceAll("\u001b\\[\\d+m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(ConsoleReport.of(Samples.recorded(), PLAIN));
  }

  @Test
  void showsColoursOnlyForWhatTheJudgeSaysToHold() {
    String text = ConsoleReport.of(Samples.recorded(), new Options(100, true, false, false));
    assertThat(text.lines().filter(l -> l.contains("\u001b[32m")))
        .allMatch(l -> l.contains("verified") || l.contains("confirmed"));
  }

  @Test
  void neverLetsADocumentSteerTheTerminal() {
    assertThat(ConsoleReport.of(Samples.recorded(), PLAIN)).doesNotContain("\u001b");
  }

  @Test
  void tellsWhereADefectWasMetWhenAsked() {
    Options debug = new Options(100, false, false, true);
    assertThat(ConsoleReport.of(Samples.recorded(), PLAIN)).doesNotContain("at dev.hence");
    assertThat(ConsoleReport.of(Samples.recorded(), debug)).contains("at dev.hence.report.Samples");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 80, 120, 300})
  void cutsTheLinesOfTheTableToTheWidth(int width) {
    String text = ConsoleReport.of(Samples.recorded(), new Options(width, false, false, false));
    int needed = Math.max(width, 2 + 2 + 2 + 2 + 24 + 2 + 12);
    assertThat(text.lines().takeWhile(l -> !l.contains("steps")))
        .filteredOn(l -> l.matches("  [^ ] .*"))
        .hasSize(8)
        .allMatch(l -> TextWidth.of(l) <= needed);
  }
}
