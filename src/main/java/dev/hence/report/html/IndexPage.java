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
   * A page that the index leads to.
   *
   * @param file its name
   * @param title that stands above it
   */
  public record Entry(String file, String title) {}

  /**
   * The whole page.
   *
   * @param entries in the order of the documents
   */
  public static String of(RunRecord run, List<Entry> entries) {
    return of(run, entries, Frame.ofIndex());
  }

  /**
   * The same page, that is loaded again when it was written anew.
   *
   * @param live how it finds out
   */
  public static String of(RunRecord run, List<Entry> entries, Live live) {
    return of(run, entries, Frame.ofIndex().live(live));
  }

  private static String of(RunRecord run, List<Entry> entries, Frame frame) {
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
      body.append(row(run.documents().get(k), entries.get(k)));
    }
    body.append("</tbody></table>\n</main>\n<footer class=\"index\">Checked by Hence ");
    body.append(escaped(run.version())).append(".</footer>\n");
    return frame.around("Derivations", body.toString());
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

  private static String row(DocumentRecord document, Entry entry) {
    Tally tally = Tally.of(document);
    String title = Markup.plain(entry.title());
    String text = title + " " + document.file() + " " + String.join(" ", document.sources());
    String sign = document.passed() ? "✓" : "✗";
    String look = document.passed() ? "passed" : "failed";
    return """
    <tr data-text="%s"><td><span class="%s" role="img" aria-label="%s">%s</span> <a href="%s">%s</a>%s</td><td class="n">%s</td><td>%s</td></tr>
    """
        .formatted(
            escaped((text + " " + tally.verdicts()).toLowerCase(Locale.ROOT)),
            look,
            look,
            sign,
            escaped(entry.file()),
            escaped(title),
            title.equals(document.file())
                ? ""
                : "<br><code class=\"file\">" + escaped(document.file()) + "</code>",
            tally.steps(),
            escaped(tally.verdicts()));
  }
}
