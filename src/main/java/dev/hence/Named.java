package dev.hence;

import dev.hence.problem.Problems;
import dev.hence.read.document.SourceFiles;
import dev.hence.report.Unopened;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A derivation by the name of a file or of a resource. */
final class Named {
  private Named() {}

  static Examination of(String name, Settings settings) {
    Path file = Path.of(name);
    Examinations opened =
        Files.exists(file)
            ? Hence.open(List.of(file), settings)
            : Hence.openTexts(List.of(resource(name)), settings);
    opened.defects().stream()
        .findFirst()
        .ifPresent(
            defect -> {
              throw new IllegalStateException(defect.place(), defect.cause());
            });
    return opened.list().stream().findFirst().orElseThrow(() -> refused(name, opened));
  }

  private static IllegalArgumentException refused(String name, Examinations opened) {
    return new IllegalArgumentException(
        name
            + ": "
            + opened.unopened().stream().map(Unopened::message).findFirst().orElse("nothing"));
  }

  private static SourceText resource(String name) {
    String absolute = name.startsWith("/") ? name.substring(1) : name;
    try (InputStream in = loader().getResourceAsStream(absolute)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "there is no file and no resource in the class path with the name " + name);
      }
      Problems problems = new Problems();
      return SourceFiles.decode(absolute, in.readAllBytes(), problems)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      name + ": " + problems.toList().getFirst().message()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassLoader loader() {
    return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
        .orElseGet(Named.class::getClassLoader);
  }
}
