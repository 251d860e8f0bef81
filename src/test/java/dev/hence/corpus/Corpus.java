package dev.hence.corpus;

import dev.hence.text.SourceText;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The documents below {@code src/test/resources/corpus}, each with its sidecar {@code
 * name.expected}.
 *
 * <p>A line of a sidecar is the id of a statement and what it deserves: {@code 4.1 verified},
 * {@code 5 refuted}, or the code and the place of the problem for which it is not read: {@code 2
 * HNC-0302 12:5}, in a notebook {@code cell3:12:5}. A problem of the document, and of no statement,
 * has {@code -} for an id. Whatever follows is the reason, for people.
 */
final class Corpus {
  /** A document, and what its statements deserve. */
  record Entry(String name, SourceText text, List<String> expected) {}

  private static final Folder ROOT = Folder.of("/corpus");

  private Corpus() {}

  /** The documents of one part, by name. */
  static List<Entry> part(String part) {
    return ROOT.resolve(part).documents().stream().map(Corpus::entry).toList();
  }

  /**
   * The steps that are right and not yet verified, each as {@code right/name.md id}: numeric
   * agreement is all that they get. The list is there to grow shorter.
   */
  static Set<String> confirmedOnly() {
    Set<String> steps = new HashSet<>();
    for (String line : Folder.read(ROOT.path().resolve("confirmed-only.txt")).lines().toList()) {
      if (!line.isBlank()) {
        String[] words = line.split("\\s+", 3);
        steps.add(words[0] + " " + words[1]);
      }
    }
    return steps;
  }

  private static Entry entry(Path file) {
    String name = ROOT.path().relativize(file).toString().replace('\\', '/');
    Path sidecar = Folder.beside(file, ".expected");
    List<String> lines =
        Folder.read(sidecar).lines().filter(l -> !l.isBlank()).map(Corpus::withoutReason).toList();
    return new Entry(name, new SourceText(name, Folder.read(file)), lines);
  }

  private static String withoutReason(String line) {
    String[] words = line.split("\\s+");
    boolean problem = words[1].startsWith("HNC-");
    return String.join(" ", List.of(words).subList(0, problem ? 3 : 2));
  }
}
