package dev.hence.report.html;

import static dev.hence.report.html.Markup.escaped;
import static dev.hence.report.html.Markup.math;

import dev.hence.claim.Statement;
import dev.hence.report.StatementTex;
import dev.hence.report.record.Answer;
import dev.hence.report.record.CounterexampleRecord;
import dev.hence.report.record.EditRecord;
import dev.hence.report.record.EvidenceRecord;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.trace.Passage;
import dev.hence.report.trace.Piece;
import dev.hence.report.trace.WrittenOut;
import dev.hence.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A statement with its verdict on one line, which opens on all that is known of it. */
final class StepHtml {
  /** What the verdict says already. */
  private static final Set<String> PLAIN = Set.of("exact", "false");

  private final dev.hence.report.trace.Answer answer;
  private final StatementRecord record;
  private final HtmlPage.Content content;
  private final StringBuilder html = new StringBuilder();

  StepHtml(dev.hence.report.trace.Answer answer, StatementRecord record, HtmlPage.Content content) {
    this.answer = answer;
    this.record = record;
    this.content = content;
  }

  /**
   * The element.
   *
   * @param oneOfSeveral whether its line must say which statement of its display it is
   */
  String of(boolean oneOfSeveral) {
    Standing standing = Standing.of(record);
    line(
        "<details class=\"step %s\" id=\"%s\">"
            .formatted(standing.look(), escaped(Markup.anchor(record.id()))));
    line("<summary>" + summary(standing, oneOfSeveral) + "</summary>");
    line("<div class=\"body\">");
    body();
    line("</div></details>");
    return html.toString();
  }

  private void line(String text) {
    html.append(text).append('\n');
  }

  private void paragraph(String text) {
    line("<p>" + text + "</p>");
  }

  private String summary(Standing standing, boolean oneOfSeveral) {
    Answer said = record.answer();
    StringBuilder summary = new StringBuilder();
    summary.append(span("mark\" aria-hidden=\"true", standing.sign()));
    summary.append(' ').append(span("id", escaped(record.id())));
    summary.append(' ').append(span("verdict", escaped(verdict())));
    if (!said.reach().isEmpty()) {
      summary.append(' ').append(span("reach", escaped(said.reach())));
    }
    if (!said.sideConditions().isEmpty()) {
      summary.append(' ').append(span("reach", "if " + conditions(said)));
    }
    said.holdsTo()
        .filter(order -> !PLAIN.contains(order))
        .ifPresent(o -> summary.append(' ').append(span("reach", "holds to " + escaped(o))));
    if (oneOfSeveral) {
      summary.append(' ').append(span("what", statement()));
    }
    return summary.toString();
  }

  private static String span(String look, String text) {
    return "<span class=\"" + look + "\">" + text + "</span>";
  }

  private String verdict() {
    Answer said = record.answer();
    return switch (record.sort()) {
      case GIVEN, NO_STATEMENT -> record.kind();
      case UNREAD, STEP ->
          said.verdict()
              + (!said.expectsRefutation()
                  ? ""
                  : said.passed() ? ", as expected" : ", but expected to be refuted");
    };
  }

  private static String conditions(Answer said) {
    return said.sideConditions().stream().map(Markup::math).collect(Collectors.joining(", "));
  }

  private void body() {
    Answer said = record.answer();
    understood();
    record.problem().ifPresent(p -> line(content.problem(p)));
    said.counterexample().ifPresent(this::counterexample);
    if (!said.diagnosis().isEmpty()) {
      line("<h4>What would mend it</h4>");
      said.diagnosis().forEach(this::edit);
    }
    argument();
    written();
    content.picture(record.id()).ifPresent(html::append);
    remarks(said);
    evidence(said.evidence());
    paragraph(
        "<span class=\"small\">"
            + "In the document at "
            + escaped(record.place().toString())
            + "</span>");
  }

  /** The statement in LaTeX, as it was understood; nothing of one that was not. */
  private Optional<String> tex() {
    Statement statement = answer.report().statement();
    return switch (statement) {
      case Statement.Step step -> Optional.of(StatementTex.of(step, content.source()));
      case Statement.Given given -> Optional.of(StatementTex.of(given, content.source()));
      case Statement.NoStatement none -> Optional.empty();
      case Statement.Unread unread -> Optional.empty();
    };
  }

  private String statement() {
    return tex().map(Markup::tex).orElseGet(() -> math(record.text()));
  }

  private void understood() {
    tex()
        .ifPresent(
            formula -> {
              line("<h4>As Hence understood it</h4>");
              line("<div class=\"understood\">" + Markup.block(formula) + "</div>");
            });
  }

  private void counterexample(CounterexampleRecord c) {
    line("<h4>A counterexample</h4>");
    line("<div class=\"point\">");
    if (!c.instance().isEmpty()) {
      paragraph("For " + math(c.instance()) + ":");
    }
    paragraph(
        (c.point().isEmpty() ? "" : "at " + math(c.point()) + ": ")
            + "<strong>"
            + math(c.sides())
            + "</strong>");
    if (!c.certificate().isEmpty()) {
      paragraph("<span class=\"small\">" + escaped(c.certificate()) + "</span>");
    }
    line("</div>");
  }

  private void edit(EditRecord edit) {
    line("<div class=\"mend\">");
    paragraph(escaped(edit.what()) + ": " + math(edit.mended()));
    edit.replacements()
        .forEach(
            r ->
                paragraph(
                    "<span class=\"small\">At %s write</span> <code>%s</code>"
                        .formatted(escaped(r.place().toString()), escaped(r.text()))));
    line("</div>");
  }

  private void argument() {
    for (int k = 0; k < answer.argument().size(); k++) {
      Passage passage = answer.argument().get(k);
      if (k == 0) {
        line("<h4>Proof</h4>");
      }
      if (!passage.words().isBlank()) {
        paragraph(Markup.mixed(passage.words()));
      }
      if (!passage.lines().isEmpty()) {
        line("<ol class=\"lines\">");
        passage.lines().forEach(this::argued);
        line("</ol>");
      }
    }
  }

  private void argued(Passage.Line argued) {
    String relation = argued.relation().isEmpty() ? "" : "{}" + argued.relation() + " ";
    line(
        "<li><span class=\"f\">%s</span><span class=\"why\">%s</span></li>"
            .formatted(
                Markup.tex("\\displaystyle " + relation + argued.math()),
                Markup.mixed(argued.reason())));
  }

  private void written() {
    List<List<Piece>> sentences = WrittenOut.of(answer.report());
    if (!sentences.isEmpty()) {
      line("<h4>Algebra on the smallest instance</h4>");
      sentences.forEach(s -> paragraph(Markup.PIECES.sentence(s)));
    }
  }

  private void remarks(Answer said) {
    if (said.outcome() != Outcome.GIVEN && !said.reason().isBlank() && record.problem().isEmpty()) {
      line("<h4>Why</h4>");
      paragraph(escaped(said.reason()));
    }
    record.because().ifPresent(b -> paragraph("It waits for " + escaped(b) + "."));
    said.search().ifPresent(s -> paragraph(escaped(s)));
    said.notes().forEach(note -> paragraph(escaped(note)));
    said.passedOver().forEach(p -> paragraph("Passed over: " + escaped(p)));
    if (!said.inferred().isEmpty()) {
      line("<h4>It rests on what was inferred</h4>");
      line(HtmlPage.list(said.inferred().stream().map(i -> "<code>" + escaped(i) + "</code>")));
    }
  }

  private void evidence(List<EvidenceRecord> evidence) {
    String measured = record.answer().measured().full();
    if (!measured.isEmpty()) {
      line("<h4>Numbers</h4>");
      paragraph(escaped(measured));
    }
    if (evidence.isEmpty()) {
      return;
    }
    String count = Markup.count(evidence.size(), "piece");
    line("<details class=\"evidence\"><summary>All evidence, " + count + "</summary>");
    line(
        HtmlPage.list(
            evidence.stream()
                .map(e -> "<em>" + escaped(e.road()) + "</em> " + escaped(e.onInstance()))));
    line("</details>");
  }
}
