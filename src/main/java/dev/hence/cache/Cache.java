package dev.hence.cache;

import dev.hence.claim.Statement;
import dev.hence.json.MalformedJson;
import dev.hence.verdict.Instance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A folder of evidence, which several processes may use at the same time. */
public final class Cache {
  private final Store store;
  private final String version;

  private Cache(Path folder, String version) {
    this.store = new Store(folder, ".json");
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
    try {
      return store.read(key).map(text -> new Entry(key, step, earlier, instances).read(text));
    } catch (MalformedJson e) {
      doubt(key, e.getMessage());
      return Optional.empty();
    }
  }

  /** Tells that what was recalled is worth nothing. */
  public void doubt(String key, String why) {
    store.doubt(key, why);
  }

  /** Keeps what was found, unless it is of a kind that cannot be checked again. */
  public void keep(
      String key,
      Statement.Step step,
      List<Statement.Step> earlier,
      List<Instance> instances,
      Found found) {
    if (Entry.mayBeKept(found.evidence())) {
      store.keep(key, new Entry(key, step, earlier, instances).write(found));
    }
  }

  /** What its user should know, in a fixed order. */
  public List<String> notices() {
    return store.notices();
  }
}
