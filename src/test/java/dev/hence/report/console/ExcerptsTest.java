package dev.hence.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.report.record.ProblemRecord;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
  private static String excerpt(String content, String marked, int width) {
    int start = content.indexOf(marked);
    Span span = new Span(start, start + marked.length());
    Problem met = Problem.of(ProblemId.UNKNOWN_COMMAND, span, "what?", "");
    ProblemRecord problem = ProblemRecord.of(met, new SourceText("a.md", content));
    return new Excerpts(width, new Paint(false)).of(problem, "a.md");
  }

  @Test
  void pointsAtThePlace() {
    assertThat(excerpt("one\n$$\\foo = 1$$\nthree", "\\foo", 80))
        .isEqualTo(
            """
            HNC-0201 a.md:2:3: what?
                2 | $$\\foo = 1$$
                  |   ^^^^
            """);
  }

  @Test
  void countsColumnsOfTheTerminal() {
    assertThat(excerpt("勾配\tx̂ \\foo", "\\foo", 80)).endsWith("  | " + " ".repeat(7) + "^^^^\n");
  }

  @Test
  void showsPartOfALongLine() {
    String line = "a".repeat(200) + "\\foo" + "b".repeat(200);
    assertThat(excerpt(line, "\\foo", 50))
        .isEqualTo(
            """
            HNC-0201 a.md:1:201: what?
                1 | …%s\\foo%s…
                  | %s^^^^
            """
                .formatted("a".repeat(21), "b".repeat(15), " ".repeat(22)));
  }

  @Test
  void survivesPlacesAtTheEnd() {
    assertThat(excerpt("", "", 80)).isEqualTo("HNC-0201 a.md:1:1: what?\n");
    String content = "x\r\ny";
    assertThat(excerpt(content, "\r\n", 80)).contains("1 | x\n").endsWith("| " + " ^\n");
  }
}
