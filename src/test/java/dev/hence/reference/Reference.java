package dev.hence.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The language reference: the page of the library, and the chapters in a folder beside it. */
public final class Reference {
  private static final Path PAGE = Path.of("derivations", "README.md");
  private static final Path CHAPTERS = Path.of("derivations", "language");

  private final List<Chapter> chapters;

  private Reference(List<Chapter> chapters) {
    this.chapters = List.copyOf(chapters);
  }

  public static Reference read() {
    return new Reference(files().stream().map(Chapter::read).toList());
  }

  private static List<Path> files() {
    if (!Files.isDirectory(CHAPTERS)) {
      return List.of(PAGE);
    }
    try (Stream<Path> files = Files.list(CHAPTERS)) {
      return Stream.concat(Stream.of(PAGE), files.sorted()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Example> examples() {
    return chapters.stream().flatMap(chapter -> chapter.examples().stream()).toList();
  }

  String text() {
    return chapters.stream().map(Chapter::text).collect(Collectors.joining());
  }

  /** The lines below a heading, up to the next heading of any level. */
  List<String> section(String heading) {
    return chapters.stream()
        .flatMap(chapter -> chapter.section(heading).stream())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("the reference has no heading '" + heading + "'"));
  }

  /**
   * Writes the reference with other answers, one for each example, and another table.
   *
   * @param tabled the heading of the section whose table it is
   */
  void write(List<List<String>> answers, String tabled, List<String> table) {
    int from = 0;
    for (Chapter chapter : chapters) {
      int to = from + chapter.examples().size();
      chapter.write(answers.subList(from, to), tabled, table);
      from = to;
    }
  }
}
