package dev.hence.corpus;

import dev.hence.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The documents below {@code src/test/resources/real}, each with its sidecar {@code name.deserved}.
 *
 * <p>A line of a sidecar is the id of a display or of one of its relations, what it deserves, and
 * the reason: {@code #2.3 wrong the factor 2 is lost}. {@code tried} stands for a claim that is
 * right for every natural number, of which some are tried. {@code later} stands for a claim of a
 * kind that is not supported yet: it must end without a verdict.
 */
final class RealClaims {
  /** What a claim deserves, and why. */
  record Deserved(String id, String word, String reason) {
    /** Whether an outcome, as the report words it, does the claim justice. */
    boolean accepts(String outcome) {
      return switch (word) {
        case "right" -> Set.of("proved", "verified").contains(outcome);
        case "tried" -> Set.of("proved", "verified", "confirmed").contains(outcome);
        case "wrong" -> outcome.equals("refuted");
        case "definition", "given" -> outcome.equals("given");
        case "later" -> Set.of("undecided", "given").contains(outcome) || isProblem(outcome);
        default -> isProblem(word) && outcome.equals(word);
      };
    }

    private static boolean isProblem(String outcome) {
      return outcome.startsWith("HNC-");
    }
  }

  /** A document and what its claims deserve. */
  record Document(SourceText text, List<Deserved> list) {
    /** What is said of a statement: by the longest id that covers it. */
    Optional<Deserved> deserved(String id) {
      return list.stream()
          .filter(line -> covers(line.id(), id))
          .max(Comparator.comparingInt(line -> line.id().length()));
    }

    List<String> claims() {
      return list.stream().map(Deserved::id).toList();
    }
  }

  private RealClaims() {}

  static List<Document> all() {
    return Folder.of("/real").documents().stream().map(RealClaims::document).toList();
  }

  /** Whether what is said of {@code claim} is said of the statement {@code id} too. */
  static boolean covers(String claim, String id) {
    return id.equals(claim) || id.startsWith(claim + ".");
  }

  private static Document document(Path file) {
    String name = file.getFileName().toString();
    List<Deserved> list = new ArrayList<>();
    Path sidecar = Folder.beside(file, ".deserved");
    for (String line : Folder.read(sidecar).lines().filter(l -> !l.isBlank()).toList()) {
      String[] words = line.split("\\s+", 3);
      list.add(new Deserved(words[0], words[1], words.length > 2 ? words[2] : words[1]));
    }
    return new Document(new SourceText(name, Folder.read(file)), list);
  }
}
