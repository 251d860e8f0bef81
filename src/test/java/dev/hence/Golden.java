package dev.hence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what a person sees with a file that a person has read. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final boolean UPDATE = Boolean.getBoolean("hence.golden.update");

  private Golden() {}

  /**
   * Asserts that a text is the golden file's. {@code mvn test -Dhence.golden.update=true} writes
   * the files anew, to be read in the difference before they are committed.
   */
  public static void assertMatches(String file, String actual) {
    Path path = FOLDER.resolve(file);
    try {
      if (UPDATE) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
      }
      assertThat(actual).as(path.toString()).isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
