package dev.hence.cli;

import dev.hence.lsp.Server;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hence lsp}: serves an editor over standard input and output. */
@Command(
    name = "lsp",
    description =
        "Serves an editor by the language server protocol, over standard input and output:"
            + " verdicts beside the lines, and quick fixes.",
    mixinStandardHelpOptions = true,
    versionProvider = HenceCommand.Version.class,
    footer = "%nHow editors are set up: derivations/guide/editors.md")
final class LspCommand implements Callable<Integer> {
  @Mixin private DeclarationOptions declarations;

  @Mixin private Effort effort;

  @Mixin private KeptEvidence kept;

  @Override
  public Integer call() {
    boolean leave =
        Server.serve(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            declarations.in(kept.in(effort.settings(Requirement.CONFIRMED.outcome(), List.of()))));
    return leave ? ExitCode.PASSED : ExitCode.FAILED;
  }
}
