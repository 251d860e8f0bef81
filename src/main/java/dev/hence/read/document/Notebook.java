package dev.hence.read.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A Jupyter notebook (nbformat 3 and 4): the text of its Markdown cells, unescaped. Places are
 * those in the cells, which is how a person sees a notebook; only where the file is no notebook
 * they are those in the file.
 */
final class Notebook {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final List<SourceText.Cell> cells = new ArrayList<>();
  private final List<Markdown.Kind> kinds = new ArrayList<>();
  private int count;

  private Notebook() {}

  static Document read(SourceText source, Problems problems) {
    return source.cells().isEmpty() ? ofJson(source, problems) : ofCells(source, problems);
  }

  /** A notebook that was read already: its header may stand in a raw cell. */
  private static Document ofCells(SourceText source, Problems problems) {
    List<Markdown.Piece> pieces =
        source.cells().stream()
            .map(
                span ->
                    new Markdown.Piece(
                        source.slice(span).startsWith("---")
                            ? Markdown.Kind.RAW
                            : Markdown.Kind.MARKDOWN,
                        span))
            .toList();
    return Markdown.read(source, pieces, problems);
  }

  private static Document ofJson(SourceText source, Problems problems) {
    try {
      JsonNode root = MAPPER.readTree(source.content());
      if (root.path("cells").isArray() || root.path("worksheets").isArray()) {
        return new Notebook().read(source.name(), root, problems);
      }
      refuse(Span.at(0), "it has no list `cells`", problems);
    } catch (JsonProcessingException e) {
      refuse(place(e.getLocation(), source), "it is not JSON", problems);
    }
    return DocumentReader.none(source);
  }

  private static void refuse(Span span, String reason, Problems problems) {
    problems.report(
        Problem.of(
            ProblemId.NOT_A_NOTEBOOK,
            span,
            "The file is no Jupyter notebook: " + reason + ".",
            "save it anew in Jupyter"));
  }

  private static Span place(JsonLocation location, SourceText source) {
    long offset = location == null ? 0 : Math.max(0, location.getCharOffset());
    return Span.at((int) Math.min(offset, source.content().length()));
  }

  private Document read(String name, JsonNode root, Problems problems) {
    root.path("cells").forEach(this::cell);
    for (JsonNode sheet : root.path("worksheets")) {
      sheet.path("cells").forEach(this::cell);
    }
    SourceText source = SourceText.ofCells(name, cells);
    List<Span> spans = source.cells();
    List<Markdown.Piece> pieces = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      pieces.add(new Markdown.Piece(kinds.get(i), spans.get(i)));
    }
    return DocumentReader.isTooLarge(source, problems)
        ? DocumentReader.none(source)
        : Markdown.read(source, pieces, problems);
  }

  /** Cells of code are there as gaps only. */
  private void cell(JsonNode cell) {
    count++;
    String text = text(cell.path("source"));
    switch (cell.path("cell_type").asText()) {
      case "markdown", "html" -> add(Markdown.Kind.MARKDOWN, text);
      case "raw" -> add(Markdown.Kind.RAW, text);
      case "heading" -> {
        int level = Math.clamp(cell.path("level").asInt(1), 1, 6);
        add(Markdown.Kind.MARKDOWN, "#".repeat(level) + " " + text);
      }
      default -> add(Markdown.Kind.CODE, "");
    }
  }

  private void add(Markdown.Kind kind, String text) {
    kinds.add(kind);
    cells.add(new SourceText.Cell(count, text));
  }

  /** One string, or a list of lines with their breaks. */
  private static String text(JsonNode source) {
    if (!source.isArray()) {
      return source.asText();
    }
    StringBuilder text = new StringBuilder();
    source.forEach(line -> text.append(line.asText()));
    return text.toString();
  }
}
