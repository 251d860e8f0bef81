package dev.hence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A file into which a report is to be written.
 *
 * @param folder the one that holds it
 */
record ReportFile(Format format, Path file, Path folder) {
  /** A file that can be written, or why it cannot. */
  sealed interface Opening {
    /** The file, or an exception that says why there is none. */
    default <E extends RuntimeException> ReportFile orElseThrow(Function<String, E> refusal) {
      return switch (this) {
        case Writable(ReportFile file) -> file;
        case Refused(String why) -> throw refusal.apply(why);
      };
    }
  }

  record Writable(ReportFile file) implements Opening {}

  record Refused(String why) implements Opening {}

  /**
   * Makes the folder and looks whether the file can be written; the file itself is left alone.
   *
   * @param option that asks for it, for people
   */
  static Opening open(String option, Format format, String name) {
    try {
      Path file = Path.of(name);
      Path folder = file.toAbsolutePath().normalize().getParent();
      if (folder == null || Files.isDirectory(file)) {
        return new Refused(option + " cannot write " + name + ": it is a directory");
      }
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        return Files.isWritable(file)
            ? new Writable(new ReportFile(format, file, folder))
            : new Refused(option + " cannot write " + name + ": that is not allowed");
      }
      Files.delete(Files.createTempFile(folder, ".hence", ""));
      return new Writable(new ReportFile(format, file, folder));
    } catch (IOException | InvalidPathException e) {
      return new Refused(option + " cannot write " + name + ": " + e.getMessage());
    }
  }

  void write(String text) throws IOException {
    Files.writeString(file, text);
  }
}
