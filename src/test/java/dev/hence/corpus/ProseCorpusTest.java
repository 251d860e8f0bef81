package dev.hence.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import dev.hence.Settings;
import dev.hence.claim.Inferred;
import dev.hence.read.Declarations;
import dev.hence.read.Reader;
import dev.hence.report.record.DocumentRecord;
import dev.hence.report.record.Recording;
import dev.hence.report.record.Sort;
import dev.hence.report.record.StatementRecord;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages without a header, in the style of posts, notes and papers. Beside each stands what must be
 * inferred from its words, with the line, and which verdicts its lines deserve: right lines, wrong
 * ones, and lines about which the words mislead.
 */
class ProseCorpusTest {
  private static final Path FOLDER = Path.of("src/test/resources/corpus/prose");

  private static final List<Long> SEEDS = List.of(1L, 4L);

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.toString().endsWith(".expected")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void saysWhatIsInferredAndWhatHoldsThen(Path page) throws IOException {
    for (long seed : SEEDS) {
      assertThat(lines(checked(page, Settings.DEFAULT.inferringFromProse().withSeed(seed))))
          .as("seed %d", seed)
          .containsExactlyElementsOf(Files.readAllLines(expected(page)));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void infersNothingWhereTheHeaderMustSayIt(Path page) throws IOException {
    DocumentRecord record = checked(page, Settings.DEFAULT.withOnly(List.of("none")));
    assertThat(record.inferred()).isEmpty();
    assertThat(record.questions()).isEmpty();
  }

  /** What is read as it stands needs no guess from its uses. */
  @Test
  void usesAddNothingToTheLibrary() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("derivations"))) {
      for (Path page : files.filter(f -> f.toString().matches(".*\\.(md|tex|ipynb)")).toList()) {
        SourceText text = new SourceText(page.toString(), Files.readString(page));
        assertThat(Reader.read(text, Declarations.INFERRED).inferred())
            .as(page.toString())
            .noneMatch(Inferred::byUse);
      }
    }
  }

  @Test
  void holdsWrongLinesToo() throws IOException {
    long wrong = 0;
    for (Path page : pages()) {
      wrong +=
          Files.readAllLines(expected(page)).stream().filter(l -> l.contains(" refuted")).count();
    }
    assertThat(wrong).isGreaterThanOrEqualTo(15);
  }

  private static Path expected(Path page) {
    String name = page.getFileName().toString();
    return FOLDER.resolve(name.substring(0, name.lastIndexOf('.')) + ".expected");
  }

  private static DocumentRecord checked(Path page, Settings settings) throws IOException {
    SourceText text = new SourceText(page.getFileName().toString(), Files.readString(page));
    return Recording.document(Hence.checkTexts(List.of(text), settings).derivations().getFirst());
  }

  private static List<String> lines(DocumentRecord record) {
    List<String> lines = new ArrayList<>();
    record
        .inferred()
        .forEach(i -> lines.add("inferred, line " + i.place().line() + ": " + i.line()));
    record.statements().forEach(s -> lines.add(s.id() + " " + verdict(s)));
    record
        .questions()
        .forEach(q -> lines.add("asked: " + q.text() + " " + q.answers() + " " + q.waiting()));
    record.ownProblems().forEach(p -> lines.add("- " + p.id() + " " + p.place()));
    return lines;
  }

  private static String verdict(StatementRecord statement) {
    return statement.sort() == Sort.STEP
        ? statement.answer().verdict()
        : statement.sort() == Sort.NO_STATEMENT
            ? statement.kind() + ": " + statement.answer().reason()
            : statement.kind();
  }
}
