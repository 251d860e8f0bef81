package dev.hence.cli;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.html.HtmlPage;
import dev.hence.report.html.IndexPage;
import dev.hence.report.html.Live;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.Recording;
import dev.hence.report.record.RunRecord;
import dev.hence.report.trace.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of pages for a browser: one for each document, and an index. What is written again takes
 * the place of what was there at once, so that no browser reads the half of a page.
 */
final class PageFolder {
  /** The name of the page that leads to the others. */
  private static final String INDEX = "index";

  private final Path folder;
  private final boolean live;
  private final PrintWriter err;
  private boolean figures;

  /** The page of each document, by the name of its file. */
  private final Map<String, Page> pages = new LinkedHashMap<>();

  /** The names of pages, by those of the files. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, String> versions = new LinkedHashMap<>();

  /** Pages of documents that are no more. */
  private final Set<String> gone = new LinkedHashSet<>();

  private record Page(DocumentRecord document, IndexPage.Entry entry) {}

  /**
   * @param figures whether figures are drawn
   * @param live whether an open page is loaded again when it was written anew
   * @param err where is told that no figures can be drawn
   */
  PageFolder(Path folder, boolean figures, boolean live, PrintWriter err) {
    this.folder = folder;
    this.figures = figures;
    this.live = live;
    this.err = err;
  }

  /** The page that leads to the others. */
  Path index() {
    return folder.resolve(INDEX + ".html");
  }

  /**
   * Writes the pages of a run, and the index of all pages that were written.
   *
   * @throws IOException if that cannot be done
   */
  void write(RunReport report, Settings settings) throws IOException {
    Files.createDirectories(folder);
    deleteForgotten();
    for (DerivationReport derivation : report.derivations()) {
      write(derivation, settings);
    }
    RunRecord run = Recording.of(report, Hence.version());
    RunRecord all =
        new RunRecord(
            run.version(),
            run.asked(),
            run.shard(),
            pages.values().stream().map(Page::document).toList(),
            run.unopened(),
            run.defects());
    List<IndexPage.Entry> entries = pages.values().stream().map(Page::entry).toList();
    Live how = new Live(INDEX + ".html");
    put(how.page(), live ? IndexPage.of(all, entries, how) : IndexPage.of(all, entries));
    if (live) {
      replace(Live.SCRIPT, Live.script(versions));
    }
  }

  /** A document is no more: the next index does not name it, and its page goes then. */
  void forget(String file) {
    Optional.ofNullable(pages.remove(file)).map(page -> page.entry().file()).ifPresent(gone::add);
  }

  private void deleteForgotten() throws IOException {
    for (String page : gone) {
      Files.deleteIfExists(folder.resolve(page));
      versions.remove(page);
    }
    gone.clear();
  }

  private void write(DerivationReport derivation, Settings settings) throws IOException {
    DocumentRecord document = Recording.document(derivation);
    Live how = new Live(names.computeIfAbsent(document.file(), this::name) + ".html");
    Trace trace = trace(derivation, settings);
    Map<String, String> pictures = pictures(trace);
    put(how.page(), live ? HtmlPage.of(trace, pictures, how) : HtmlPage.of(trace, pictures));
    IndexPage.Entry entry = new IndexPage.Entry(how.page(), HtmlPage.title(trace));
    pages.put(document.file(), new Page(document, entry));
  }

  private void put(String name, String html) throws IOException {
    replace(name, html);
    versions.put(name, Live.versionOf(html));
  }

  private void replace(String name, String text) throws IOException {
    if (!live) {
      Files.writeString(folder.resolve(name), text);
      return;
    }
    Path written = Files.writeString(folder.resolve("." + name + ".new"), text);
    Files.move(written, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private Trace trace(DerivationReport derivation, Settings settings) {
    return figures ? Hence.trace(derivation, settings, "figures") : Hence.trace(derivation);
  }

  private Map<String, String> pictures(Trace trace) {
    Map<String, String> pictures = new LinkedHashMap<>();
    if (figures) {
      try {
        FigureFiles.pictures(trace)
            .forEach((illustration, picture) -> pictures.put(illustration.id(), picture.svg()));
      } catch (LinkageError | InternalError e) {
        FigureFiles.missing("the pages have", e, err);
        figures = false;
        pictures.clear();
      }
    }
    return pictures;
  }

  /** A name for a page: that of its document, without what an address would have to escape. */
  private String name(String file) {
    String plain =
        file.replaceFirst("\\.[^./\\\\]+$", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "")
            .toLowerCase(Locale.ROOT);
    String base = plain.isEmpty() ? "page" : plain;
    String name = base;
    for (int k = 2; name.equals(INDEX) || names.containsValue(name); k++) {
      name = base + "-" + k;
    }
    return name;
  }
}
