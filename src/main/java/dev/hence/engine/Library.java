package dev.hence.engine;

import dev.hence.Examinations;
import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.cache.Index;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/**
 * The documents of one discovery, each read once whatever ways lead to it. One that the index knows
 * is read when its tests are executed.
 */
final class Library {
  /** More bytes than the index looks at; such a document is read. */
  private static final long MOST_BYTES = 30_000_000;

  private static final Path HERE = Path.of("").toAbsolutePath();

  private final Settings settings;
  private final Optional<Index> index;
  private final Map<String, Document> known = new ConcurrentHashMap<>();

  /**
   * @param index the folder that keeps what there is to test in documents
   */
  Library(Settings settings, Optional<Path> index) {
    this.settings = settings;
    this.index = index.map(Index::in);
  }

  /**
   * A file.
   *
   * @param root the folder of the class path in which it was found, if it was
   */
  Document file(Path file, Optional<Path> root) {
    Path absolute = file.toAbsolutePath().normalize();
    Path original = root.map(r -> Origins.of(r, absolute)).orElse(absolute);
    String id = name(original);
    String name = root.map(r -> slashed(r.relativize(absolute))).orElse(id);
    return known.computeIfAbsent(
        id,
        i ->
            document(
                id,
                name,
                new Place.InFile(original),
                bytes(Path.of(id)),
                () -> Hence.open(List.of(Path.of(id)), settings)));
  }

  /** A resource that is no file of its own. */
  Document resource(String name, String text) {
    return known.computeIfAbsent(
        "classpath:" + name,
        id ->
            document(
                id,
                name,
                new Place.InResource(name),
                Optional.of(text.getBytes(StandardCharsets.UTF_8)),
                () -> Hence.openTexts(List.of(new SourceText(name, text)), settings)));
  }

  private Document document(
      String id, String name, Place place, Optional<byte[]> bytes, Supplier<Examinations> opening) {
    Optional<Listing> listing =
        index.flatMap(i -> bytes.map(content -> new Listing(i, i.key(id, content))));
    return new Document(id, name, place, opening, listing);
  }

  /** What a file holds, where the index may know it. */
  private Optional<byte[]> bytes(Path file) {
    try {
      return index.isPresent() && Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException toldWhenItIsRead) {
      return Optional.empty();
    }
  }

  /** Of which documents other tests were listed than there are. */
  List<AssertionFailedError> wrongListings() {
    return known.values().parallelStream().flatMap(d -> d.wrongListing().stream()).toList();
  }

  /** What their user should know of the evidence that was kept. */
  List<String> evidence() {
    return known.values().stream().flatMap(d -> d.notices().stream()).distinct().sorted().toList();
  }

  /** What the user of the index should know. */
  List<String> notices() {
    return index.map(Index::notices).orElse(List.of());
  }

  /** A path as the working directory sees it. */
  static String name(Path absolute) {
    return slashed(absolute.startsWith(HERE) ? HERE.relativize(absolute) : absolute);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
