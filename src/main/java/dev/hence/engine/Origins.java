package dev.hence.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds copy resources into folders of the class path. A person edits the original, so a test
 * points there.
 */
final class Origins {
  /** From a folder of resources, as Maven and Gradle fill it, to the folder of a project. */
  private static final List<String> PROJECTS = List.of("../..", "../../..");

  private static final List<String> FOLDERS =
      List.of("src/test/resources", "src/main/resources", "src/test/java", "src/main/java");

  private Origins() {}

  /**
   * The file that was copied, or the file itself where none with the same content is found.
   *
   * @param root the folder of the class path that holds the file
   */
  static Path of(Path root, Path file) {
    Path relative = root.relativize(file);
    return PROJECTS.stream()
        .map(root::resolve)
        .flatMap(project -> FOLDERS.stream().map(project::resolve))
        .map(folder -> folder.resolve(relative).normalize())
        .filter(candidate -> isCopied(candidate, file))
        .findFirst()
        .orElse(file);
  }

  private static boolean isCopied(Path original, Path copy) {
    try {
      return Files.isRegularFile(original) && Files.mismatch(original, copy) < 0;
    } catch (IOException e) {
      return false;
    }
  }
}
