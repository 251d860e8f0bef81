package dev.hence.report.html;

import static dev.hence.report.html.Markup.escaped;

import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.ProblemRecord;
import dev.hence.report.record.Recording;
import dev.hence.report.record.StatementRecord;
import dev.hence.report.record.Tally;
import dev.hence.report.trace.Answer;
import dev.hence.report.trace.Part;
import dev.hence.report.trace.Trace;
import dev.hence.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a document: what its author wrote, and below each display its verdicts. */
public final class HtmlPage {
  private final Trace trace;
  private final DocumentRecord document;
  private final Map<String, StatementRecord> records;
  private final Content content;
  private final String title;
  private final StringBuilder html = new StringBuilder();

  private HtmlPage(Trace trace, Map<String, String> pictures) {
    this.trace = trace;
    this.document = Recording.document(trace.report());
    this.records =
        document.statements().stream()
            .collect(Collectors.toMap(StatementRecord::id, Function.identity(), (a, b) -> a));
    this.content = new Content(trace, pictures);
    this.title = title(trace);
  }

  /** What the steps of a page have in common. */
  record Content(Trace trace, Map<String, String> pictures) {
    SourceText source() {
      return trace.report().derivation().source();
    }

    /** The figure of a step. */
    Optional<String> picture(String id) {
      return trace.parts().stream()
          .filter(Part.Illustration.class::isInstance)
          .map(Part.Illustration.class::cast)
          .filter(i -> i.id().equals(id) && pictures.containsKey(id))
          .findFirst()
          .map(i -> figure(i, pictures.get(id)));
    }

    private static String figure(Part.Illustration illustration, String svg) {
      return """
      <figure class="picture"><div role="img" aria-label="%s">%s</div>
      <figcaption>%s</figcaption></figure>
      """
          .formatted(
              escaped(illustration.figure().alternative(illustration.id())),
              svg,
              Markup.PIECES.sentence(illustration.figure().caption()));
    }

    String problem(ProblemRecord problem) {
      String help = problem.help().isBlank() ? "" : "<br>" + escaped(problem.help());
      return "<p class=\"problem\"><strong>%s</strong> %s %s%s</p>"
          .formatted(
              escaped(problem.id()),
              escaped(problem.place().toString()),
              escaped(problem.message()),
              help);
    }
  }

  /**
   * The whole page.
   *
   * @param pictures figures as SVG by the ids of their steps
   */
  public static String of(Trace trace, Map<String, String> pictures) {
    return new HtmlPage(trace, pictures).page(Frame.withFormulas());
  }

  /**
   * The same page, that is loaded again when it was written anew.
   *
   * @param live how it finds out
   */
  public static String of(Trace trace, Map<String, String> pictures, Live live) {
    return new HtmlPage(trace, pictures).page(Frame.withFormulas().live(live));
  }

  /** The title of the document, else its first heading, else its file. */
  public static String title(Trace trace) {
    return trace.report().derivation().title().isBlank()
        ? trace.parts().stream()
            .filter(Part.Heading.class::isInstance)
            .map(part -> ((Part.Heading) part).text())
            .findFirst()
            .orElseGet(trace::title)
        : trace.title();
  }

  private String page(Frame frame) {
    head();
    line("<main id=\"content\">");
    new SettingHtml(trace, document).of().ifPresent(html::append);
    document.ownProblems().forEach(p -> line(content.problem(p)));
    trace.parts().forEach(this::part);
    line("</main>");
    line(
        "<footer>Checked by Hence. A verdict speaks of the statement as Hence understood it: open a"
            + " step to read it.</footer>");
    return frame.around(Markup.plain(title), html.toString());
  }

  private void line(String text) {
    html.append(text).append('\n');
  }

  static String list(Stream<String> items) {
    return items.map(i -> "<li>" + i + "</li>").collect(Collectors.joining("\n", "<ul>", "</ul>"));
  }

  private void head() {
    Tally tally = Tally.of(document);
    line("<header>");
    line("<h1>" + Markup.mixed(title) + "</h1>");
    document.sources().forEach(s -> line("<p class=\"source\">" + Markup.mixed(s) + "</p>"));
    line("<p class=\"source\"><code>" + escaped(document.file()) + "</code></p>");
    line(
        "<p class=\"verdictline %s\">%s</p>"
            .formatted(document.passed() ? "passed" : "failed", verdict(tally)));
    if (tally.steps() > 0) {
      line("<p class=\"sum\">" + steps(tally) + escaped(tally.verdicts()) + "</p>");
    }
    overview();
    tools(tally);
    line("</header>");
  }

  private static String steps(Tally tally) {
    return "<strong>" + Markup.count(tally.steps(), "step") + "</strong>: ";
  }

  private String verdict(Tally tally) {
    long failed = tally.failed();
    if (document.passed()) {
      return "Every step has the verdict that is expected of it.";
    }
    return failed == 0
        ? "Something is wrong with the document."
        : "%d of %s failed.".formatted(failed, Markup.count(tally.steps(), "step"));
  }

  /** A link to each step, with its sign. */
  private void overview() {
    line("<nav aria-label=\"Steps\"><ol class=\"steps\">");
    document.statements().stream()
        .filter(StatementRecord::isStep)
        .forEach(
            s -> {
              Standing standing = Standing.of(s);
              line(
                  "<li><a class=\"%s\" href=\"#%s\" aria-label=\"step %s, %s\">%s %s</a></li>"
                      .formatted(
                          standing.look(),
                          escaped(Markup.anchor(s.id())),
                          escaped(s.id()),
                          escaped(s.answer().verdict()),
                          standing.sign(),
                          escaped(s.id())));
            });
    line("</ol></nav>");
  }

  private void tools(Tally tally) {
    String filter =
        tally.failed() == 0
            ? ""
            : "<button type=\"button\" id=\"filter\" aria-pressed=\"false\">Only what does not"
                + " hold</button> ";
    line(
        "<div class=\"tools\">%s<button type=\"button\" id=\"toggle\" aria-pressed=\"false\">Open all steps</button> <span><kbd>n</kbd> next step, <kbd>p</kbd> previous, <kbd>Enter</kbd> opens it</span></div>"
            .formatted(filter));
  }

  private void part(Part part) {
    switch (part) {
      case Part.Heading heading -> heading(heading);
      case Part.Prose prose -> line("<div class=\"prose\">" + Words.of(prose) + "</div>");
      case Part.Display display -> display(display);
      // Both stand in the step.
      case Part.Argument argument -> {}
      case Part.Illustration illustration -> {}
    }
  }

  private void heading(Part.Heading heading) {
    if (!heading.text().equals(title)) {
      int level = Math.clamp(heading.level(), 2, 6);
      line("<h%d>%s</h%d>".formatted(level, Markup.mixed(heading.text()), level));
    }
  }

  private void display(Part.Display display) {
    List<Answer> answers = display.answers();
    line("<section class=\"display\">");
    String number =
        display
            .label()
            .filter(l -> !Tex.isNumbered(display.math()))
            .map(l -> "<span class=\"number\">(" + escaped(l) + ")</span>")
            .orElse("");
    line("<div class=\"formula\">" + Markup.block(display.math()) + number + "</div>");
    for (Answer answer : answers) {
      StatementRecord record = records.get(answer.report().statement().id());
      html.append(new StepHtml(answer, record, content).of(answers.size() > 1));
    }
    line("</section>");
  }
}
