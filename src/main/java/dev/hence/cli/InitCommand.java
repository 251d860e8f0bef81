package dev.hence.cli;

import dev.hence.Examinations;
import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Derivation;
import dev.hence.report.header.HeadedPage;
import dev.hence.report.header.HeaderDraft;
import dev.hence.text.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hence init}: writes what is inferred of a page into its header. */
@Command(
    name = "init",
    description = {
      "Writes the header that the words of a page say: each entry with the line that says it, and"
          + " what is left open as lines `# ?` with the answers to choose from.",
      "On a terminal the questions are asked one by one. Run again, it changes nothing."
    },
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    sortOptions = false,
    footer = {
      "%nExamples:",
      "  hence init notes.md            write the header into the page",
      "  hence init --print notes.md    print the page with its header instead",
      "Then: hence check notes.md"
    })
final class InitCommand implements Callable<Integer> {
  private final PrintWriter out;
  private final Terminal terminal;
  private final BufferedReader answers;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PAGE", description = "A page in Markdown or LaTeX.")
  private Path file;

  @Option(names = "--print", description = "Print the page with its header, and write nothing.")
  private boolean print;

  InitCommand(PrintWriter out, Terminal terminal, BufferedReader answers) {
    this.out = out;
    this.terminal = terminal;
    this.answers = answers;
  }

  @Override
  public Integer call() throws IOException {
    Derivation page = read();
    SourceText source = page.source();
    if (!source.cells().isEmpty()) {
      throw refused("a notebook has no lines to write a header into");
    }
    HeaderDraft draft = HeaderDraft.of(page);
    if (terminal.output() && !print) {
      new Interview(page, draft, out, answers).ask();
    }
    settle(source, draft);
    Optional<String> text = HeadedPage.of(source, draft);
    if (text.isEmpty()) {
      byHand(draft);
      return ExitCode.FAILED;
    }
    if (print) {
      out.print(text.get());
    } else if (text.get().equals(source.content())) {
      out.println("nothing to add to " + file);
    } else {
      Files.writeString(file, text.get());
      out.println("wrote the header of " + file + told(draft) + "; now run: hence check " + file);
    }
    return ExitCode.PASSED;
  }

  private Derivation read() {
    Examinations read = Hence.open(List.of(file), Settings.DEFAULT.inferringFromProse());
    if (read.list().size() != 1) {
      throw refused(
          read.unopened().isEmpty()
              ? file + " is not one page"
              : "cannot read " + file + ": " + read.unopened().getFirst().message());
    }
    return read.list().getFirst().derivation();
  }

  /** Leaves with the words what stands in them and would be a problem in the header. */
  private static void settle(SourceText source, HeaderDraft draft) {
    boolean wrong = true;
    while (wrong) {
      wrong = false;
      Optional<String> text = HeadedPage.of(source, draft);
      if (text.isPresent()) {
        SourceText headed = new SourceText(source.name(), text.get());
        for (HeaderDraft.Entry entry : Headed.wrong(headed, draft)) {
          draft.remark(entry);
          wrong = true;
        }
      }
    }
  }

  private void byHand(HeaderDraft draft) {
    out.println("the header of " + file + " is written in a way that only a person can add to:");
    draft.keys(0).forEach((key, lines) -> lines.forEach(line -> out.println(key + ":" + line)));
    draft.remarks(0).forEach(out::println);
  }

  private static String told(HeaderDraft draft) {
    int questions = draft.questions().size();
    return questions == 0
        ? ""
        : ", with " + questions + (questions == 1 ? " question" : " questions");
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
