package dev.hence.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The class path as tests see it. */
final class ClassPath {
  private ClassPath() {}

  static ClassLoader loader() {
    return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
        .orElseGet(ClassPath.class::getClassLoader);
  }

  /** The folders in it, in their order. */
  static List<Path> roots(ClassLoader loader) {
    try {
      return Collections.list(loader.getResources("")).stream()
          .filter(url -> url.getProtocol().equals("file"))
          .map(ClassPath::path)
          .filter(Files::isDirectory)
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e); // A class loader makes its own URLs.
    }
  }

  /** A resource that may lie in a jar; empty if there is none. */
  static Optional<String> text(String name) {
    try (InputStream in = loader().getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
