package dev.hence.cli;

import java.util.Locale;
import java.util.Optional;

/** In what form a run is reported. */
enum Format {
  CONSOLE,
  JSON,
  MARKDOWN,
  GITHUB,
  JUNIT,
  SARIF;

  /** The format of this name; empty if there is none. */
  static Optional<Format> named(String name) {
    for (Format format : values()) {
      if (format.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
