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
import java.util.Set;

/**
 * The documents that change. It looks at their times: a service of the system that tells of changes
 * does not see into folders that come later, and is slow where it has to look itself.
 */
final class Changes {
  private static final long BETWEEN_LOOKS = 100;

  private final List<Path> paths;
  private Map<Path, State> known;

  /**
   * Documents that were not there at the last look. Only the next look tells that they are gone.
   */
  private Set<Path> missing = Set.of();

  /** What tells one content of a file from another. */
  private record State(FileTime modified, long size) {}

  /**
   * What has become of documents.
   *
   * @param changed those that are new or other than before, in the order of their names
   * @param gone those that were deleted
   */
  record Change(List<Path> changed, List<Path> gone) {}

  /** Changes from now on of files, and of documents below directories. */
  Changes(List<Path> paths) {
    this.paths = List.copyOf(paths);
    this.known = states();
  }

  /** Waits until something has changed. */
  Change next() throws InterruptedException {
    while (true) {
      Thread.sleep(BETWEEN_LOOKS);
      Map<Path, State> now = states();
      List<Path> changed =
          now.entrySet().stream()
              .filter(e -> !e.getValue().equals(known.get(e.getKey())))
              .map(Map.Entry::getKey)
              .sorted()
              .toList();
      List<Path> gone = missing.stream().filter(file -> !now.containsKey(file)).sorted().toList();
      keepMissing(now, gone);
      known = now;
      if (!changed.isEmpty() || !gone.isEmpty()) {
        return new Change(changed, gone);
      }
    }
  }

  /** An editor that puts a new file in the place of the old one has none for a moment. */
  private void keepMissing(Map<Path, State> now, List<Path> gone) {
    Map<Path, State> lost = new HashMap<>(known);
    lost.keySet().removeAll(now.keySet());
    gone.forEach(lost::remove);
    missing = Set.copyOf(lost.keySet());
    now.putAll(lost);
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
