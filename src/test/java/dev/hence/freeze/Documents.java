package dev.hence.freeze;

import dev.hence.read.document.Format;
import dev.hence.reference.Reference;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All documents that the project keeps, by the collection they belong to. */
public final class Documents {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path LIBRARY = Path.of("derivations");

  private Documents() {}

  /** The collections in order, each with its documents in order. */
  public static Map<String, List<SourceText>> collections() {
    Map<String, List<SourceText>> all = new LinkedHashMap<>();
    all.put("library", below(LIBRARY));
    all.put("reference", reference());
    for (String part : List.of("right", "wrong", "problems")) {
      all.put("corpus-" + part, below(RESOURCES.resolve("corpus").resolve(part)));
    }
    for (String folder : List.of("real", "symbolic", "general", "engine", "assertj")) {
      all.put(folder, below(RESOURCES.resolve(folder)));
    }
    return all;
  }

  /** Pages beside the folders of the library are about it, and none of its documents. */
  private static List<SourceText> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> Format.isDocument(f.toString()))
          .filter(f -> !LIBRARY.equals(f.getParent()))
          .sorted()
          .flatMap(f -> document(folder, f))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document in a file; none where the file is no text, which is no question of reading. */
  private static Stream<SourceText> document(Path folder, Path file) {
    String name = folder.relativize(file).toString().replace('\\', '/');
    try {
      return Stream.of(new SourceText(name, Files.readString(file)));
    } catch (java.nio.charset.MalformedInputException notText) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<SourceText> reference() {
    return Reference.read().examples().stream()
        .map(
            e ->
                new SourceText(
                    e.name() + e.document().name().replaceFirst(".*\\.", "."),
                    e.document().content()))
        .toList();
  }
}
