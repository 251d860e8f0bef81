package dev.hence.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link from one document of the repository leads to a file, and to a heading in it. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern FENCE = Pattern.compile("(`{3,}).*");

  @Test
  void leadSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path file : documents()) {
      for (String line : prose(file)) {
        Matcher link = LINK.matcher(line.replaceAll("`[^`]*`", ""));
        while (link.find()) {
          links++;
          if (!link.group(1).startsWith("http") && !leads(file, link.group(1))) {
            dead.add(file + ": " + link.group(1));
          }
        }
      }
    }
    assertThat(links).isGreaterThan(100);
    assertThat(dead).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> below = Files.walk(Path.of("derivations"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
              below.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static boolean leads(Path from, String link) throws IOException {
    int mark = link.indexOf('#');
    String path = mark < 0 ? link : link.substring(0, mark);
    Path file = path.isEmpty() ? from : from.resolveSibling(path).normalize();
    return Files.exists(file)
        && (mark < 0
            || !file.toString().endsWith(".md")
            || anchors(file).contains(link.substring(mark + 1)));
  }

  /** The names by which GitHub knows the headings of a document. */
  private static Set<String> anchors(Path file) throws IOException {
    Set<String> anchors = new HashSet<>();
    for (String line : prose(file)) {
      if (line.startsWith("#")) {
        String heading =
            line.replaceFirst("^#+ *", "").replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1");
        anchors.add(
            heading
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-'));
      }
    }
    return anchors;
  }

  /** The lines outside of fences. */
  private static List<String> prose(Path file) throws IOException {
    List<String> prose = new ArrayList<>();
    String open = "";
    for (String line : Files.readAllLines(file)) {
      Matcher fence = FENCE.matcher(line);
      if (open.isEmpty() && fence.matches()) {
        open = fence.group(1);
      } else if (!open.isEmpty()) {
        open = line.strip().equals(open) ? "" : open;
      } else {
        prose.add(line);
      }
    }
    return prose;
  }
}
