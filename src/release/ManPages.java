import dev.hence.cli.CommandTree;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the manual pages of all commands as AsciiDoc, from the options that they declare. */
final class ManPages {
  private ManPages() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CommandLine hence = CommandTree.described();
    CommandSpec[] commands =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(hence), hence.getSubcommands().values().stream())
            .map(CommandLine::getCommandSpec)
            .toArray(CommandSpec[]::new);
    int code =
        ManPageGenerator.generateManPage(folder.toFile(), null, new boolean[0], false, commands);
    System.exit(code);
  }
}
