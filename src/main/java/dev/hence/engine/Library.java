package dev.hence.engine;

import dev.hence.Examination;
import dev.hence.Examinations;
import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.problem.ProblemId;
import dev.hence.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The documents of one discovery, each read once whatever ways lead to it. */
final class Library {
  /**
   * A document.
   *
   * @param id the same for the same document, on every machine where it lies in the working
   *     directory
   * @param name shown to people
   */
  record Document(String id, String name, Place place, Examinations content) {
    /** What was read; empty for what could not be. */
    Optional<Examination> examination() {
      return content.list().stream().findFirst();
    }

    /** Whether there is nothing in it that Hence would look at. */
    boolean holdsNoDisplay() {
      return examination()
          .map(Examination::derivation)
          .filter(d -> d.statements().isEmpty())
          .filter(d -> d.problems().stream().allMatch(p -> p.id() == ProblemId.NO_DISPLAYS))
          .isPresent();
    }
  }

  private static final Path HERE = Path.of("").toAbsolutePath();

  private final Settings settings;
  private final Map<String, Document> known = new ConcurrentHashMap<>();

  Library(Settings settings) {
    this.settings = settings;
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
            new Document(
                id, name, new Place.InFile(original), Hence.open(List.of(Path.of(id)), settings)));
  }

  /** A resource that is no file of its own. */
  Document resource(String name, String text) {
    return known.computeIfAbsent(
        "classpath:" + name,
        id ->
            new Document(
                id,
                name,
                new Place.InResource(name),
                Hence.openTexts(List.of(new SourceText(name, text)), settings)));
  }

  /** A path as the working directory sees it. */
  static String name(Path absolute) {
    return slashed(absolute.startsWith(HERE) ? HERE.relativize(absolute) : absolute);
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
