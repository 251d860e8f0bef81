package dev.hence.read.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Derivation;
import dev.hence.claim.Statement;
import dev.hence.instantiate.UnknownTrials;
import dev.hence.read.Reader;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing in a document is without effect: what is put in is reported, and what is taken out
 * changes what is understood. By default a sample of the corpus with a fixed seed is looked at,
 * with {@code -Dlaws=all} all of it.
 */
final class NothingIsWithoutEffectTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final Pattern DISPLAY = Pattern.compile("(?m)^\\$\\$([^$\\n]+)\\$\\$$");
  private static final boolean ALL = System.getProperty("laws", "").equals("all");
  private static final int SAMPLE = 60;
  private static final long SEED = 16;

  private static final List<String> WORDS =
      List.of(
          "unless",
          "is false",
          "never",
          "only for large n",
          "implying that",
          "from which",
          "almost surely",
          "does not hold",
          "up to a constant",
          "in expectation",
          "except at 0",
          "which is wrong",
          "for some x",
          "to leading order");

  /** A display that is read, in its document. */
  private record Place(SourceText source, int start, int end) {
    String with(String display) {
      String text = source.content();
      return text.substring(0, start) + display + text.substring(end);
    }

    String display() {
      return source.content().substring(start, end);
    }
  }

  @Test
  void wordsBehindAStatementAreReported() {
    List<String> passed = new ArrayList<>();
    int k = 0;
    for (Place place : places("right")) {
      String word = WORDS.get(k++ % WORDS.size());
      String changed = inserted(place.display(), " \\text{ " + word + "}");
      if (!isReported(place, changed)) {
        passed.add(place.source().name() + ": " + changed);
      }
    }
    assertThat(passed).isEmpty();
  }

  @Test
  void wordsBeforeAStatementAreReported() {
    List<String> passed = new ArrayList<>();
    int k = 0;
    for (Place place : places("right")) {
      String word = WORDS.get(k++ % WORDS.size());
      String changed = "\\text{" + word + " }\\quad " + place.display();
      if (!isReported(place, changed)) {
        passed.add(place.source().name() + ": " + changed);
      }
    }
    assertThat(passed).isEmpty();
  }

  @Test
  void namesThatNothingTriesAreReported() {
    SourceText source =
        new SourceText(
            "a.md", "---\nlet: x \\in \\mathbb{R}\ntry:\n  M: [1, 2]\n---\n$$x + x = 2 x$$\n");
    assertThat(UnknownTrials.told(Reader.read(source)).problems()).hasSize(1);
  }

  @Test
  void rulesThatFitNowhereAreReported() {
    SourceText source =
        new SourceText(
            "a.md", "---\nlet: x \\in \\mathbb{R}\nread: A^\\ast = A^2\n---\n$$x + x = 2 x$$\n");
    assertThat(Reader.read(source).problems()).hasSize(1);
  }

  /** The words stand before the number of the step, which is no part of the statement. */
  private static String inserted(String display, String words) {
    int tag = display.indexOf("\\tag");
    return tag < 0 ? display + words : display.substring(0, tag) + words + display.substring(tag);
  }

  private static boolean isReported(Place place, String changed) {
    Derivation read = Reader.read(new SourceText(place.source().name(), place.with(changed)));
    int end = place.start() + changed.length();
    boolean unread =
        read.statements().stream()
            .filter(Statement.Unread.class::isInstance)
            .anyMatch(s -> s.span().start() <= end && s.span().end() >= place.start());
    return unread
        || read.problems().stream()
            .anyMatch(p -> p.span().start() <= end && p.span().end() >= place.start());
  }

  private static List<Place> places(String folder) {
    List<Place> places = new ArrayList<>();
    for (SourceText source : sources(folder)) {
      Matcher display = DISPLAY.matcher(source.content());
      while (display.find()) {
        places.add(new Place(source, display.start(1), display.end(1)));
      }
    }
    Collections.shuffle(places, new Random(SEED));
    return ALL ? places : places.subList(0, Math.min(SAMPLE, places.size()));
  }

  private static List<SourceText> sources(String folder) {
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(NothingIsWithoutEffectTest::source)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText source(Path file) {
    try {
      return new SourceText(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
