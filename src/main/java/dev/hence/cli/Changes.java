package dev.hence.cli;

import dev.hence.Hence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents that change. It looks at their times: a service of the system that tells of changes
 * does not see into folders that come later, and is slow where it has to look itself.
 */
final class Changes {
  private static final long BETWEEN_LOOKS = 100;

  private final List<Path> paths;
  private Map<Path, State> known;

  /** What tells one content of a file from another. */
  private record State(FileTime modified, long size) {}

  /** Changes from now on of files, and of documents below directories. */
  Changes(List<Path> paths) {
    this.paths = List.copyOf(paths);
    this.known = states();
  }

  /**
   * Waits until something has changed.
   *
   * @return the documents that are new or other than before, in the order of their names
   */
  List<Path> next() throws InterruptedException {
    while (true) {
      Thread.sleep(BETWEEN_LOOKS);
      Map<Path, State> now = states();
      List<Path> changed =
          now.entrySet().stream()
              .filter(e -> !e.getValue().equals(known.get(e.getKey())))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      known = now;
      if (!changed.isEmpty()) {
        return changed;
      }
    }
  }

  private Map<Path, State> states() {
    Map<Path, State> states = new HashMap<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        look(file, states);
      }
    }
    return states;
  }

  private static List<Path> files(Path path) {
    try {
      return Files.isDirectory(path) ? Hence.documents(path) : List.of(path);
    } catch (IOException e) {
      return List.of(); // it is being moved or deleted: the next look will tell
    }
  }

  private static void look(Path file, Map<Path, State> states) {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      states.put(file, new State(is.lastModifiedTime(), is.size()));
    } catch (IOException e) {
      states.remove(file); // the same
    }
  }
}
