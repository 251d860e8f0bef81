package dev.hence;

import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.document.Format;
import dev.hence.read.document.SourceFiles;
import dev.hence.report.Unopened;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds and opens the documents that paths name. */
final class Documents {
  /**
   * A document that was opened.
   *
   * @param directory the directory in whose search it was found; such a file is passed over where
   *     it holds no display
   */
  record Opened(SourceText source, Optional<Path> directory) {}

  private final List<Opened> opened = new ArrayList<>();
  private final List<Unopened> unopened = new ArrayList<>();
  private final List<Path> directories = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  /** Opens files as they are named, and the documents below directories in their order. */
  static Documents open(List<Path> paths) {
    Documents documents = new Documents();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        documents.search(path);
      } else {
        documents.open(path, Optional.empty());
      }
    }
    return documents;
  }

  /** Documents that need no opening. */
  static Documents of(List<SourceText> texts) {
    Documents documents = new Documents();
    texts.forEach(text -> documents.opened.add(new Opened(text, Optional.empty())));
    return documents;
  }

  /** The directories that were searched to their end. */
  List<Path> directories() {
    return List.copyOf(directories);
  }

  List<Opened> opened() {
    return List.copyOf(opened);
  }

  List<Unopened> unopened() {
    return List.copyOf(unopened);
  }

  private void search(Path directory) {
    try {
      below(directory).forEach(file -> open(file, Optional.of(directory)));
      directories.add(directory);
    } catch (IOException e) {
      fail(directory, e);
    }
  }

  /** The files below a directory that may hold derivations, in the order of their names. */
  static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> Format.isDocument(file.toString()))
          .filter(file -> !isHidden(directory.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private void open(Path file, Optional<Path> directory) {
    if (!seen.add(file.toAbsolutePath().normalize())) {
      return;
    }
    Problems problems = new Problems();
    SourceFiles.load(file, problems).ifPresent(text -> opened.add(new Opened(text, directory)));
    problems.toList().forEach(p -> fail(file, p.id(), p.message(), p.help()));
  }

  private void fail(Path directory, IOException e) {
    String message = "The directory cannot be searched: " + e.getMessage() + ".";
    fail(directory, ProblemId.FILE_UNREADABLE, message, "");
  }

  private void fail(Path path, ProblemId id, String message, String help) {
    unopened.add(new Unopened(path.toString(), id, message, help));
  }
}
