package dev.hence.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.JsonSchemas;
import dev.hence.report.record.Recording;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fix that is applied mends the page. */
class FixesTest {
  private static final String HEADER =
      """
      ---
      let:
        - x, y \\in \\mathbb{R}
        - w \\in \\mathbb{R}^d
      ---
      """;

  private static String log(String name, String text) {
    List<SourceText> texts = List.of(new SourceText(name, text));
    String log = SarifReport.of(Recording.of(Hence.checkTexts(texts, Settings.DEFAULT), "1"));
    assertThat(JsonSchemas.wrongWithSarif(log)).isEmpty();
    return log;
  }

  /** The fixes of the only result. */
  private static List<JsonNode> fixes(String name, String text) throws IOException {
    JsonNode results = new ObjectMapper().readTree(log(name, text)).at("/runs/0/results");
    assertThat(results).as(log(name, text)).hasSize(1);
    return StreamSupport.stream(results.get(0).path("fixes").spliterator(), false).toList();
  }

  /** The text with the replacements of a fix, as an editor would apply them. */
  private static String apply(JsonNode fix, String text) {
    List<JsonNode> replacements = new ArrayList<>();
    fix.at("/artifactChanges/0/replacements").forEach(replacements::add);
    replacements.sort(
        Comparator.comparingInt((JsonNode r) -> -offset(text, r, "startLine", "startColumn")));
    StringBuilder result = new StringBuilder(text);
    for (JsonNode r : replacements) {
      result.replace(
          offset(text, r, "startLine", "startColumn"),
          offset(text, r, "endLine", "endColumn"),
          r.at("/insertedContent/text").asText());
    }
    return result.toString();
  }

  private static int offset(String text, JsonNode replacement, String line, String column) {
    JsonNode region = replacement.get("deletedRegion");
    int start = 0;
    for (int k = 1; k < region.get(line).asInt(); k++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.offsetByCodePoints(start, region.get(column).asInt() - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$\\cos(2x) = \\cos(x)^2 + \\sin(x)^2$$",
        "$$\\cos(x)^2 + \\sin(x)^2 = \\cos(2x).$$",
        "$$\n  \\nabla_w \\lVert w\\rVert^2\n    =\n  w, \\tag{3}\n$$",
        "$$\\begin{aligned} (x + y)^2 &= x^2 + 2xy - y^2 \\end{aligned}$$",
        "$$\\begin{aligned} (x + y)^2 &= x^2 + 2xy + y^2 \\\\\n"
            + "  &= x(x + 2y) - y^2 \\end{aligned}$$",
        "$$x = 2 \\implies x^2 = 2$$",
        "$$(x + 1)(x - 1) = x^2 - 2$$",
        "Größe $\\alpha$ 𝛼: $$\\frac{d}{dx} e^{2x} = e^{2x}$$ mit 2.",
        "$$x^2 + 1 \\le 2x$$",
        "```math\n\\nabla_w (w^\\top w) = w\n```"
      })
  void theFirstFixMendsThePage(String display) throws IOException {
    String text = HEADER + display + "\n";
    List<JsonNode> fixes =
        fixes("page.md", text).stream()
            .filter(fix -> !fix.at("/description/text").asText().startsWith("say to which order"))
            .toList();
    assertThat(fixes).isNotEmpty();
    String mended = apply(fixes.getFirst(), text);
    assertThat(log("page.md", mended)).as(mended).contains("\"results\": []");
  }

  @Test
  void mendsLatexToo() throws IOException {
    String text =
        """
        \\begin{align}
          (x + y)^2 &= x^2 - 2xy + y^2 \\label{eq:square}\\\\
          &= x(x - 2y) + y^2
        \\end{align}
        """;
    String mended = apply(fixes("page.tex", text).getFirst(), text);
    assertThat(mended).contains("\\label{eq:square}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> $$\n> \\left(x - y\\right)^2\n> = x^2 - 2 x y - y^2\n> $$",
        "$$x^2 = 2x \\text{ for all } x$$",
      })
  void guessesNoPlace(String display) throws IOException {
    assertThat(fixes("page.md", HEADER + display + "\n")).isEmpty();
  }
}
