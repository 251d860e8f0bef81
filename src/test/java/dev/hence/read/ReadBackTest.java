package dev.hence.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the printer of LaTeX writes is read as what it was. */
class ReadBackTest {
  private static final List<Path> FOLDERS =
      List.of(Path.of("derivations"), Path.of("src/test/resources/corpus/right"));

  /**
   * Those that are read as another tree: a derivative by a column that is laid out twice, ∂₂f(x,
   * θₛ) as ∇ by θₛ, ∂₂f(s, t) as the derivative by t, a name that stands for its value at the end,
   * and a scalar that joins the other factor.
   */
  private static final Set<String> OTHERWISE =
      Set.of(
          "conditional-densities.md #7",
          "lists-and-entries.md #8.2",
          "lists-and-entries.md #9",
          "matrix-cookbook-linear.md #21",
          "sampled-gradients.md #3",
          "sums-such-that.md #6",
          "nesterovs-equation.md 14",
          "policy-gradient.md 13");

  /**
   * So many of a hundred are read at all. Not read are next iterates ({@code \theta^{+}_s}),
   * vectors of entries whose index has no range, and derivatives that a comment alone gives one
   * reading.
   */
  private static final int READ = 95;

  @Test
  void readsWhatItPrints() throws IOException {
    int all = 0;
    List<String> unread = new ArrayList<>();
    Set<String> others = new TreeSet<>();
    for (Path file : documents()) {
      for (ReadBack.Line line : ReadBack.of(text(file))) {
        all++;
        String place = file.getFileName() + " " + line.step().id();
        if (line.again().isEmpty()) {
          unread.add(place + ": " + line.printed());
        } else if (!line.isAlike()) {
          others.add(place);
        }
      }
    }
    System.out.printf("%d lines printed, %d not read again%n", all, unread.size());
    assertThat(others).isEqualTo(new TreeSet<>(OTHERWISE));
    assertThat(100 * (all - unread.size())).as(unread.toString()).isGreaterThan(READ * all);
  }

  /** The comparison sees a sign. */
  @Test
  void tellsAnotherLineFromTheOneThatStood() throws IOException {
    SourceText source = text(Path.of("derivations/regression/least-squares-and-ridge.md"));
    List<ReadBack.Line> lines = ReadBack.of(source);
    assertThat(lines).isNotEmpty();
    for (ReadBack.Line line : lines.subList(0, 5)) {
      Statement.Step step = line.step();
      assertThat(ReadBack.withLeft(source, step, new Expr.Negate(step.left())).isAlike()).isFalse();
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(all::add);
      }
    }
    all.removeIf(f -> f.getFileName().toString().equals("README.md"));
    return all;
  }

  private static SourceText text(Path file) throws IOException {
    return new SourceText(file.toString(), Files.readString(file));
  }
}
