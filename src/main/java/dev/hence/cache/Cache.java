package dev.hence.cache;

import dev.hence.claim.Statement;
import dev.hence.json.MalformedJson;
import dev.hence.verdict.Instance;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A folder of evidence. Several threads and several processes may use one at the same time: a file
 * is written under a name of its own and then renamed, so that nobody ever reads half of one.
 */
public final class Cache {
  private static final long MOST_BYTES = 16L << 20;

  private final Path folder;
  private final String version;
  private final SortedSet<String> notices = new TreeSet<>();

  private Cache(Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  /** The cache in a folder, which need not be there yet. */
  public static Cache in(Path folder) {
    return new Cache(folder, CodeVersion.current());
  }

  /** The cache of a program of another version. */
  static Cache in(Path folder, String version) {
    return new Cache(folder, version);
  }

  /**
   * The key of what is found out about a step: what it means and all that it may use, where it is
   * tried, the seed and the budget, and the program. Its place and its name are no part of it.
   *
   * @param earlier steps of whose proofs its own may be made
   */
  public String key(Statement.Step step, List<Statement.Step> earlier, long seed, Duration budget) {
    List<Object> meaning =
        List.of(
            version,
            seed,
            budget.toMillis(),
            step.kind(),
            step.horizon(),
            step.left(),
            step.relation(),
            step.right(),
            step.conditions(),
            step.scope(),
            step.trial(),
            step.round(),
            step.approach(),
            earlier.stream().map(Cache::equation).toList());
    return HexFormat.of().formatHex(new Fingerprint().of(meaning));
  }

  /** What a step says that knows nothing but what those after it know. */
  private static List<Object> equation(Statement.Step earlier) {
    return List.of(
        earlier.kind(), earlier.left(), earlier.relation(), earlier.right(), earlier.conditions());
  }

  /** What is known; a file that is damaged is told of and is as if it were not there. */
  public Optional<Found> recall(
      String key, Statement.Step step, List<Statement.Step> earlier, List<Instance> instances) {
    Path file = file(key);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new MalformedJson("it is too large");
      }
      if (!Files.isRegularFile(file)) {
        throw new MalformedJson("it is no file"); // a device or a pipe may never end
      }
      return Optional.of(new Entry(key, step, earlier, instances).read(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      doubt(key, "it is not UTF-8");
    } catch (IOException | MalformedJson e) {
      doubt(key, e.getMessage());
    }
    return Optional.empty();
  }

  /** Tells that what was recalled is worth nothing. */
  public synchronized void doubt(String key, String why) {
    notices.add("the cache's " + file(key) + " is passed over: " + why);
  }

  /** Keeps what was found, unless it is of a kind that cannot be checked again. */
  public void keep(
      String key,
      Statement.Step step,
      List<Statement.Step> earlier,
      List<Instance> instances,
      Found found) {
    if (!Entry.mayBeKept(found.evidence())) {
      return;
    }
    Path file = file(key);
    try {
      Files.createDirectories(file.getParent());
      Path written = Files.createTempFile(file.getParent(), key, ".new");
      try {
        Files.writeString(written, new Entry(key, step, earlier, instances).write(found));
        Files.move(
            written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      tell("the cache cannot be written: " + e);
    }
  }

  private synchronized void tell(String notice) {
    notices.add(notice);
  }

  /** What its user should know, in a fixed order. */
  public synchronized List<String> notices() {
    return List.copyOf(notices);
  }

  private Path file(String key) {
    return folder.resolve(key.substring(0, 2)).resolve(key + ".json");
  }
}
