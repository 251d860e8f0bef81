package dev.hence.cache;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A folder of texts under keys. Several threads and several processes may use one at the same time:
 * a file is written under a name of its own and then renamed, so that nobody ever reads half of
 * one.
 */
final class Store {
  private static final long MOST_BYTES = 16L << 20;

  private final Path folder;
  private final String ending;
  private final SortedSet<String> notices = new TreeSet<>();

  /**
   * A folder, which need not be there yet.
   *
   * @param ending of the names of its files
   */
  Store(Path folder, String ending) {
    this.folder = folder;
    this.ending = ending;
  }

  /** What is kept under a key; a file that is damaged is told of and is as if it were not there. */
  Optional<String> read(String key) {
    Path file = file(key);
    try {
      if (Files.size(file) > MOST_BYTES) {
        doubt(key, "it is too large");
      } else if (!Files.isRegularFile(file)) {
        doubt(key, "it is no file"); // a device or a pipe may never end
      } else {
        return Optional.of(Files.readString(file));
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      doubt(key, "it is not UTF-8");
    } catch (IOException e) {
      doubt(key, e.getMessage());
    }
    return Optional.empty();
  }

  void keep(String key, String text) {
    Path file = file(key);
    try {
      Files.createDirectories(file.getParent());
      Path written = Files.createTempFile(file.getParent(), key, ".new");
      try {
        Files.writeString(written, text);
        Files.move(
            written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      tell("the cache cannot be written: " + e);
    }
  }

  void forget(String key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      tell("the cache cannot be written: " + e);
    }
  }

  /** Tells that what was read is worth nothing. */
  void doubt(String key, String why) {
    tell("the cache's " + file(key) + " is passed over: " + why);
  }

  private synchronized void tell(String notice) {
    notices.add(notice);
  }

  /** What its user should know, in a fixed order. */
  synchronized List<String> notices() {
    return List.copyOf(notices);
  }

  private Path file(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ending);
  }
}
