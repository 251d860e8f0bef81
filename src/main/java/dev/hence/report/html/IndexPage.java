package dev.hence.report.html;

import static dev.hence.report.html.Markup.count;
import static dev.hence.report.html.Markup.escaped;

import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.RunRecord;
import dev.hence.report.record.Tally;
import java.util.List;
import java.util.Locale;

/** The page that leads to the pages of all documents, with their counts, and finds them. */
public final class IndexPage {
  private IndexPage() {}

  /**
   * The whole page.
   *
   * @param files names of the pages, in the order of the documents
   */
  public static String of(RunRecord run, List<String> files) {
    StringBuilder body = new StringBuilder();
    Tally tally = Tally.of(run.documents());
    int pages = run.documents().size();
    body.append("<header class=\"index\">\n<h1>Derivations</h1>\n");
    body.append(
        "<p class=\"verdictline %s\">%s</p>\n"
            .formatted(
                run.passed() ? "passed" : "failed",
                run.passed()
                    ? "Every step has the verdict that is expected of it."
                    : failed(run, tally)));
    body.append(
        "<p class=\"sum\"><strong>%s</strong> in %s: %s</p>\n"
            .formatted(
                count(tally.steps(), "step"), count(pages, "page"), escaped(tally.verdicts())));
    body.append("</header>\n<main id=\"content\" class=\"index\">\n");
    run.unopened()
        .forEach(u -> body.append(problem(escaped(u.file()) + ": " + escaped(u.message()))));
    run.defects()
        .forEach(
            d ->
                body.append(problem("Internal error, " + escaped(d.place() + ": " + d.message()))));
    body.append(
        """
        <input class="find" id="find" type="search" placeholder="Find a page (/)" aria-label="Find a page">
        <p class="small" id="told" role="status"></p>
        <table>
        <thead><tr><th scope="col">page</th><th scope="col">steps</th><th scope="col">verdicts</th></tr></thead>
        <tbody>
        """);
    for (int k = 0; k < pages; k++) {
      body.append(row(run.documents().get(k), files.get(k)));
    }
    body.append("</tbody></table>\n</main>\n<footer class=\"index\">Checked by Hence ");
    body.append(escaped(run.version())).append(".</footer>\n");
    return Frame.ofIndex().around("Derivations", body.toString());
  }

  private static String failed(RunRecord run, Tally tally) {
    long pages = run.documents().stream().filter(d -> !d.passed()).count();
    return pages == 0
        ? "Not all was checked."
        : "%d of %s failed, on %s."
            .formatted(tally.failed(), count(tally.steps(), "step"), count((int) pages, "page"));
  }

  private static String problem(String text) {
    return "<p class=\"problem\">" + text + "</p>\n";
  }

  private static String row(DocumentRecord document, String file) {
    Tally tally = Tally.of(document);
    String title = document.title().isBlank() ? document.file() : document.title();
    String text = title + " " + document.file() + " " + String.join(" ", document.sources());
    String sign = document.passed() ? "✓" : "✗";
    String look = document.passed() ? "passed" : "failed";
    return """
    <tr data-text="%s"><td><span class="%s" role="img" aria-label="%s">%s</span> <a href="%s">%s</a></td><td class="n">%s</td><td>%s</td></tr>
    """
        .formatted(
            escaped((text + " " + tally.verdicts()).toLowerCase(Locale.ROOT)),
            look,
            look,
            sign,
            escaped(file),
            escaped(title),
            tally.steps(),
            escaped(tally.verdicts()));
  }
}
