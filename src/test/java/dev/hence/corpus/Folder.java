package dev.hence.corpus;

import dev.hence.read.document.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of documents among the test resources. */
record Folder(Path path) {
  /** The folder of a name such as {@code /corpus}. */
  static Folder of(String resource) {
    try {
      return new Folder(Path.of(Folder.class.getResource(resource).toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Folder resolve(String name) {
    return new Folder(path.resolve(name));
  }

  /** Its documents, by name. */
  List<Path> documents() {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(f -> Format.isDocument(f.toString())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that stands beside a document, with another ending. */
  static Path beside(Path document, String ending) {
    return Path.of(document.toString().replaceAll("\\.[a-z]+$", ending));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
