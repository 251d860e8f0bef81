package dev.hence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Hence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
  @TempDir private Path folder;
  private final StringWriter printed = new StringWriter();
  private Thread watching;
  private int told;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("a.md"), "$$1 + 1 = 3$$\n");
    Files.writeString(folder.resolve("b.md"), "$$2 + 2 = 4$$\n");
    PrintWriter out = new PrintWriter(printed);
    Main main = new Main(out, out, new Terminal(false, false, Map.of()), Hence::check);
    String[] words = {
      "watch", "--cache", cache(), "--pages", pages().toString(), "--no-figures", folder.toString()
    };
    watching = new Thread(() -> main.run(words));
    watching.start();
    assertThat(next()).contains("a.md").contains("b.md").contains("1 refuted");
  }

  private String cache() {
    return folder.resolve(".evidence").toString();
  }

  private Path pages() {
    return folder.resolve(".pages");
  }

  @AfterEach
  void stop() throws InterruptedException {
    watching.interrupt();
    watching.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(watching.isAlive()).isFalse();
  }

  /** What is printed next, up to the line that ends a report. */
  private String next() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (System.nanoTime() < end) {
      String text = printed.toString().substring(told);
      if (text.contains("passed\n") || (text.contains("failed: ") && text.contains("counter"))) {
        Thread.sleep(50);
        String whole = printed.toString().substring(told);
        told += whole.length();
        return whole;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("nothing more was printed than " + printed);
  }

  @Test
  void checksWhatChangedAndNothingElse() throws Exception {
    Files.writeString(folder.resolve("a.md"), "$$1 + 1 = 2 + 0$$\n");
    assertThat(next()).contains("a.md").doesNotContain("b.md").endsWith("passed\n");
  }

  @Test
  void seesPagesThatComeLater() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("new/folder"));
    Files.writeString(deep.resolve("c.md"), "$$3 = 4$$\n");
    assertThat(next()).contains("c.md").contains("1 refuted").doesNotContain("a.md");
  }

  @Test
  void livesOnWhenAPageIsDeleted() throws Exception {
    Files.delete(folder.resolve("b.md"));
    TimeUnit.MILLISECONDS.sleep(300);
    Files.writeString(folder.resolve("a.md"), "$$1 + 1 = 1 + 1 + 0$$\n");
    assertThat(next()).contains("a.md").endsWith("passed\n");
  }

  @Test
  void theIndexForgetsAPageThatIsDeleted() throws Exception {
    Path index = pages().resolve("index.html");
    waitFor(() -> Files.exists(index) && Files.readString(index).contains("b.md"));
    Files.delete(folder.resolve("b.md"));
    waitFor(() -> !Files.readString(index).contains("b.md"));
    assertThat(Files.readString(index)).contains("a.md");
    try (Stream<Path> files = Files.list(pages())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .noneMatch(name -> name.endsWith("b.html"))
          .anyMatch(name -> name.endsWith("a.html"));
    }
  }

  private static void waitFor(Callable<Boolean> state) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!state.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void passesOverProse() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("prose.md"), "Nothing.\n");
    TimeUnit.MILLISECONDS.sleep(300);
    Files.writeString(folder.resolve("a.md"), "$$1 + 1 = 2$$\n");
    String reports = next();
    while (!reports.contains("a.md")) {
      reports += next(); // of the page that came first
    }
    assertThat(reports).doesNotContain("no display");
  }
}
