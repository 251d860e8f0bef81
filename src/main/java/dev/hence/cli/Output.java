package dev.hence.cli;

import dev.hence.Hence;
import dev.hence.report.RunReport;
import dev.hence.report.console.ConsoleReport;
import dev.hence.report.json.JsonReport;
import dev.hence.report.markdown.MarkdownReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a report goes.
 *
 * @param out the report
 * @param err what else is to be said
 */
record Output(PrintWriter out, PrintWriter err, ConsoleReport.Options options) {
  enum Format {
    CONSOLE,
    JSON,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Writes a report; as a table into the page, if there is one. */
  void write(RunReport report, Format format, Optional<TableFile> page) {
    switch (format) {
      case CONSOLE -> out.print(ConsoleReport.of(report, options));
      case JSON -> out.print(JsonReport.of(report, Hence.version()));
      case MARKDOWN ->
          page.ifPresentOrElse(
              table -> out.println(table.write(report)),
              () -> out.print(MarkdownReport.of(report, Path.of(""))));
    }
    if (format != Format.CONSOLE) {
      report.unopened().forEach(u -> err.println("hence: " + u.name() + ": " + u.message()));
    }
    out.flush();
    err.flush();
  }
}
