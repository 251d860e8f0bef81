package dev.hence.cli;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import dev.hence.report.latex.LatexTrace;
import dev.hence.report.markdown.MarkdownTrace;
import dev.hence.report.trace.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hence trace}. */
@Command(
    name = "trace",
    description =
        "Checks a derivation and writes its proof trace, an appendix in LaTeX or Markdown.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  hence trace notes.md -o trace.tex --pdf    an appendix in LaTeX, and its PDF",
      "  hence trace --markdown notes.md            a page that GitHub renders",
      "%nA trace is a derivation in its turn: hence check reads it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every step has the verdict that is expected of it",
      "1:a step has not, or something is wrong with the document",
      "2:the command line is wrong, a file cannot be opened, or LaTeX is missing or fails",
      "3:Hence itself failed before it could report"
    })
final class TraceCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;
  private final Checking checking;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A document in Markdown, LaTeX, or a notebook.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the trace goes. Default: standard output.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--markdown", description = "Write Markdown instead of LaTeX.")
  private boolean markdown;

  @Option(
      names = "--pdf",
      description =
          "Run LaTeX as well, and put the PDF beside the trace: trace.pdf beside trace.tex.")
  private boolean pdf;

  @Option(
      names = "--no-figures",
      description =
          "Draw no figures. Otherwise they go into a folder beside the trace: trace-figures beside"
              + " trace.tex.")
  private boolean noFigures;

  @Mixin private RequireOption require;

  @Mixin private DeclarationOptions declarations;

  @Mixin private Effort effort;

  @Option(names = "--debug", description = "Show where in Hence an internal error was met.")
  private boolean debug;

  TraceCommand(PrintWriter out, PrintWriter err, Terminal terminal, Checking checking) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.checking = checking;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = declarations.in(effort.settings(require.outcome(), List.of()));
    refuseWhatDoesNotFit();
    RunReport report = checking.watched(List.of(file), settings, err, terminal);
    OptionalInt failed = Unfinished.told(report, debug, err);
    if (failed.isPresent()) {
      return failed.getAsInt();
    }
    return write(report.derivations().getFirst(), settings, report.passed());
  }

  /** What can never be done is said before the work is done. */
  private void refuseWhatDoesNotFit() {
    if (Files.isDirectory(file)) {
      throw refused(file + " is a directory: a trace is that of one document");
    }
    if (pdf && markdown) {
      throw refused("--pdf needs LaTeX: leave out --markdown");
    }
    if (pdf && output.isEmpty()) {
      throw refused("--pdf puts the PDF beside the trace: add -o trace.tex");
    }
    if (pdf && Latex.installed().isEmpty()) {
      throw refused(Latex.MISSING);
    }
    output
        .filter(o -> o.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize()))
        .ifPresent(
            o -> {
              throw refused("-o names the document itself");
            });
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private int write(DerivationReport derivation, Settings settings, boolean passed)
      throws IOException {
    derivation
        .problems()
        .forEach(
            p ->
                err.println(
                    "hence: "
                        + derivation.derivation().source().place(p.span().start())
                        + ": "
                        + p.message()));
    if (output.isEmpty()) {
      out.print(text(Hence.trace(derivation)));
      return passed ? ExitCode.PASSED : ExitCode.FAILED;
    }
    Path page = output.get();
    Trace trace = illustrated(derivation, settings, page);
    try {
      Files.writeString(page, text(trace));
    } catch (IOException e) {
      throw refused("cannot write " + page + ": " + e.getMessage());
    }
    out.println(page + " is written");
    if (pdf && !print(page)) {
      return ExitCode.USAGE;
    }
    return passed ? ExitCode.PASSED : ExitCode.FAILED;
  }

  private String text(Trace trace) {
    return markdown ? MarkdownTrace.of(trace) : LatexTrace.of(trace);
  }

  /** The trace with its figures written beside the page; without them where none can be drawn. */
  private Trace illustrated(DerivationReport derivation, Settings settings, Path page) {
    if (noFigures) {
      return Hence.trace(derivation);
    }
    Trace trace = Hence.trace(derivation, settings, FigureFiles.folder(page));
    try {
      FigureFiles figures = FigureFiles.drawn(trace, markdown);
      figures.writeBeside(page);
      figures.told(page).ifPresent(out::println);
      return trace;
    } catch (IOException e) {
      throw refused("cannot write the figures beside " + page + ": " + e.getMessage());
    } catch (RuntimeException | Error e) {
      // A Java without fonts fails in as many ways as there are versions of it.
      FigureFiles.missing("the trace has", e, err);
      return Hence.trace(derivation);
    }
  }

  /** Has LaTeX make a PDF; false if it could not, which is told. */
  private boolean print(Path page) throws IOException {
    Path printed = Latex.besides(page);
    Latex.Result result = Latex.installed().orElseThrow().print(page, printed);
    if (result.done()) {
      out.println(printed + " is written");
    } else {
      err.println("hence: LaTeX failed:");
      result.errors().forEach(e -> err.println("  " + e));
    }
    return result.done();
  }
}
