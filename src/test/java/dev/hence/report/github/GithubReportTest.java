package dev.hence.report.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Golden;
import dev.hence.report.Asked;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubReportTest {
  private static String report(String file, Place place, String message, String help) {
    ProblemRecord problem =
        new ProblemRecord("HNC-0201", place, message, help, new Excerpt("", "", ""));
    DocumentRecord document =
        new DocumentRecord(
            file, "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(problem));
    return GithubReport.of(
        new RunRecord(
            "1", Asked.DEFAULT, Optional.empty(), List.of(document), List.of(), List.of()));
  }

  private static final Place PLACE = new Place(OptionalInt.empty(), 4, 12, 4, 15);

  @Test
  void annotatesAllThatDoesNotPass() {
    Golden.assertMatches("github/everything.txt", GithubReport.of(Samples.recorded()));
  }

  @Test
  void saysNothingOfWhatPasses() {
    assertThat(GithubReport.of(Samples.recorded(Samples.passing())))
        .isEqualTo("passed: 1 step: 1 verified\n");
  }

  @Test
  void escapesAsGithubAsks() {
    assertThat(report("a:b,c%.md", PLACE, "50 %: a, b", "mend\nit"))
        .startsWith(
            "::error file=a%3Ab%2Cc%25.md,line=4,endLine=4,col=12,endColumn=15,title=HNC-0201::"
                + "50 %25: a, b%0Ahelp: mend%0Ait\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\n::set-output name=a::b",
        "x\r::add-mask::b",
        "x\r\n::stop-commands::b",
        "x\u0085::error::b",
        "x\u2028::error::b",
        "\u001b[2K::error::b",
        "::error::b",
        "##[error]b",
      })
  void opensNoSecondCommand(String hostile) {
    for (String report :
        List.of(report("a.md", PLACE, hostile, ""), report(hostile, PLACE, "", ""))) {
      assertThat(report.split("\\R", -1)).hasSize(3);
      assertThat(report.split("\\R", -1)[0]).startsWith("::error file=");
      assertThat(report.split("\\R", -1)[1]).startsWith("failed: 0 steps");
      assertThat(report).doesNotContain("\u001b");
    }
  }

  @Test
  void givesNoColumnsOverSeveralLinesAndNoLinesOfCells() {
    assertThat(report("a.md", new Place(OptionalInt.empty(), 4, 12, 6, 3), "m", ""))
        .startsWith("::error file=a.md,line=4,endLine=6,title=HNC-0201::m\n");
    assertThat(report("a.ipynb", new Place(OptionalInt.of(2), 4, 12, 4, 15), "m", ""))
        .startsWith("::error file=a.ipynb,title=HNC-0201::cell 2, line 4:12: m\n");
  }
}
