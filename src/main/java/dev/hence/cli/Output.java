package dev.hence.cli;

import dev.hence.report.console.ConsoleReport;
import dev.hence.report.github.GithubReport;
import dev.hence.report.json.JsonReport;
import dev.hence.report.junitxml.JunitReport;
import dev.hence.report.markdown.MarkdownReport;
import dev.hence.report.record.RunRecord;
import dev.hence.report.sarif.SarifReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The destinations of a report.
 *
 * @param out what is printed
 * @param err what else is to be said
 * @param format of what is printed
 * @param files what is written besides
 */
record Output(
    PrintWriter out,
    PrintWriter err,
    ConsoleReport.Options options,
    Format format,
    List<ReportFile> files) {
  Output {
    files = List.copyOf(files);
  }

  /** Writes a report; as a table into the page, if there is one. Returns the exit code. */
  int write(RunRecord run, Optional<TableFile> page) {
    page.ifPresentOrElse(
        table -> out.println(table.write(run)),
        () -> out.print(text(run, format, options, Path.of(""))));
    if (format != Format.CONSOLE) {
      run.unopened().forEach(u -> err.println("hence: " + u.file() + ": " + u.message()));
    }
    boolean written = true;
    for (ReportFile file : files) {
      written &= write(text(run, file.format(), plain(), file.folder()), file);
    }
    out.flush();
    err.flush();
    return written ? ExitCode.of(run) : ExitCode.INTERNAL_ERROR;
  }

  /** Files have no colours, and lines of a length that no terminal decides. */
  private ConsoleReport.Options plain() {
    return new ConsoleReport.Options(
        Terminal.DEFAULT_WIDTH, false, options.verbose(), options.stackTraces());
  }

  /** Writes a file; false, and told, if that fails. */
  boolean write(String text, ReportFile file) {
    try {
      file.write(text);
      return true;
    } catch (IOException e) {
      err.println("hence: cannot write " + file.file() + ": " + e.getMessage());
      return false;
    }
  }

  private static String text(
      RunRecord run, Format format, ConsoleReport.Options options, Path folder) {
    return switch (format) {
      case CONSOLE -> ConsoleReport.of(run, options);
      case JSON -> JsonReport.of(run);
      case MARKDOWN -> MarkdownReport.of(run, folder);
      case GITHUB -> GithubReport.of(run);
      case JUNIT -> JunitReport.of(run);
      case SARIF -> SarifReport.of(run);
    };
  }
}
