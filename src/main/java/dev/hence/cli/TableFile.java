package dev.hence.cli;

import dev.hence.report.markdown.MarkdownReport;
import dev.hence.report.markdown.TableInPage;
import dev.hence.report.record.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file with the table of {@code --into}. */
final class TableFile {
  private final Path file;
  private final String page;

  private TableFile(Path file, String page) {
    this.file = file;
    this.page = page;
  }

  /**
   * Reads the file; empty if it holds no place for a table.
   *
   * @throws IOException if it cannot be read
   */
  static Optional<TableFile> open(Path file) throws IOException {
    String page = Files.readString(file);
    return TableInPage.replaced(page, "").map(any -> new TableFile(file, page));
  }

  /** Writes the table into the file, and tells whether that changed it. */
  String write(RunRecord run) {
    Path folder = file.toAbsolutePath().getParent();
    String written = TableInPage.replaced(page, MarkdownReport.of(run, folder)).orElseThrow();
    if (written.equals(page)) {
      return file + ": the table is up to date";
    }
    try {
      Files.writeString(file, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file + ": the table is written";
  }
}
