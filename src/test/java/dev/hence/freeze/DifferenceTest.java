package dev.hence.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
  private static final String HEADER = "---\nlet: x \\in \\mathbb{R}\n---\n";

  @Test
  void aDocumentDoesNotDifferFromItself() {
    assertThat(difference("$$x + x = 2 x$$", "$$x + x = 2 x$$")).isEmpty();
  }

  @Test
  void aChangedSideIsToldByItsName() {
    assertThat(difference("$$x + x = 2 x$$", "$$x + x = 3 x$$"))
        .startsWith("step pointwise: =: 1")
        .contains("literal(3)");
  }

  @Test
  void aStatementThatIsNoLongerReadIsToldWithItsProblem() {
    assertThat(difference("$$x + x = 2 x$$", "$$x + x = 2 +$$"))
        .contains("step pointwise → unread HNC-0203");
  }

  @Test
  void aChangedDeclarationIsADifferenceOfTheStatementsThatReachIt() {
    String before = freeze("---\nlet: x > 0\n---\n$$x = x$$\n");
    String after = freeze("---\nlet: x \\ge 0\n---\n$$x = x$$\n");
    assertThat(Difference.between(before.lines().toList(), after.lines().toList()).text())
        .startsWith("step pointwise: let: 1");
  }

  @Test
  void aStatementThatIsGoneAndAProblemThatIsNewAreTold() {
    assertThat(difference("$$x = x$$\n\n$$2 x = x + x$$", "$$x = x$$"))
        .startsWith("step pointwise gone: 1");
    assertThat(difference("$$x = x$$", "<!-- hence: frobnicate -->\n$$x = x$$"))
        .contains("problem HNC-0110 new: 1");
  }

  private static String difference(String before, String after) {
    return Difference.between(
            freeze(HEADER + before + "\n").lines().toList(),
            freeze(HEADER + after + "\n").lines().toList())
        .text();
  }

  private static String freeze(String text) {
    List<String> lines = new ArrayList<>(List.of("== a.md"));
    lines.addAll(Understood.lines(Reader.read(new SourceText("a.md", text))));
    return String.join("\n", lines);
  }
}
