package dev.hence.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hence.cli.ReportPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that {@code hence watch --pages} writes, open in a browser while a document is edited. */
class WatchedPagesInBrowserTest {
  private static final int STEPS = 24;

  /** A pixel may be lost between two rounded places. */
  private static final double PIXELS = 2;

  @TempDir private static Path folder;
  private static Optional<Browser> browser = Optional.empty();
  private static Optional<Thread> watching = Optional.empty();
  private static Path document;

  @BeforeAll
  static void open() throws Exception {
    Optional<Path> driver = Browser.installed();
    assumeTrue(
        driver.isPresent(), "no chromedriver (Debian: apt install chromium chromium-driver)");
    document = folder.resolve("notes.md");
    Files.writeString(document, page(""));
    watching = Optional.of(ReportPages.watching(document, folder.resolve("pages")));
    wait(() -> Files.exists(folder.resolve("pages/versions.js")));
    browser = Optional.of(Browser.open(driver.get()));
    browser().width(1100, 600);
  }

  @AfterAll
  static void close() throws InterruptedException {
    browser.ifPresent(Browser::close);
    if (watching.isPresent()) {
      watching.get().interrupt();
      watching.get().join(TimeUnit.SECONDS.toMillis(30));
    }
  }

  private static Browser browser() {
    return browser.orElseThrow();
  }

  /** A page of many steps. */
  private static String page(String first) {
    StringBuilder page = new StringBuilder("# Sums\n\n" + first);
    for (int k = 1; k <= STEPS; k++) {
      page.append("\n$$a + %d a = %d a \\tag{%d}$$\n".formatted(k, k + 1, k));
    }
    return page.toString();
  }

  private static void wait(BooleanSupplier met) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!met.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time it takes").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static Path written(String end) throws Exception {
    try (var files = Files.list(folder.resolve("pages"))) {
      return files.filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static boolean isReloaded() {
    return browser().run("return document.documentElement.dataset.restored === 'yes'").asBoolean();
  }

  private static double top(String id) {
    return browser()
        .run("return document.getElementById('" + id + "').getBoundingClientRect().top")
        .asDouble();
  }

  @Test
  void anOpenPageFollowsItsDocumentAndKeepsItsPlace() throws Exception {
    browser().show(written("notes.html"));
    browser().click("#step-17 > summary");
    browser().click("#step-17 .evidence > summary");
    browser().run("document.querySelector('#step-17').scrollIntoView({block: 'start'})");
    double before = top("step-17");
    Files.writeString(document, page("$$b + b = 3 b \\tag{new}$$\n\n"));
    wait(WatchedPagesInBrowserTest::isReloaded);
    assertThat(browser().count("#step-new.bad")).isOne();
    assertThat(browser().count("details.step[open]")).isOne();
    assertThat(browser().count("#step-17[open] .evidence[open]")).isOne();
    assertThat(top("step-17")).isCloseTo(before, within(PIXELS));
    assertThat(browser().run("return document.activeElement.parentElement.className").asText())
        .isEqualTo("evidence");
    assertThat(browser().count("#step-17 .tex:not([data-drawn=yes])")).isZero();
    assertThat(browser().console()).isEmpty();

    browser().show(written("index.html"));
    browser().press("/sums");
    Files.writeString(document, page(""));
    wait(WatchedPagesInBrowserTest::isReloaded);
    assertThat(browser().run("return document.getElementById('find').value").asText())
        .isEqualTo("sums");
    assertThat(browser().count(".passed")).isGreaterThan(1);
    assertThat(browser().console()).isEmpty();
  }

  /** A page that is only open is not loaded again and again, and runs no script of a document. */
  @Test
  void nothingElseIsLoaded() throws Exception {
    browser().show(written("notes.html"));
    browser().run("window.mark = 1; document.body.insertAdjacentHTML('beforeend', '<p>x</p>')");
    TimeUnit.MILLISECONDS.sleep(1500);
    assertThat(browser().run("return window.mark").asInt()).isOne();
    Path other = Files.writeString(folder.resolve("other.js"), "window.other = 1;");
    browser()
        .run(
            "document.body.innerHTML += '<script src=\""
                + other.toUri()
                + "\"></script><img src=\"x\" onerror=\"window.other = 2\">'");
    TimeUnit.MILLISECONDS.sleep(500);
    assertThat(browser().run("return String(window.other)").asText()).isEqualTo("undefined");
    assertThat(browser().console()).hasSize(2).allMatch(line -> line.contains("has been blocked"));
  }
}
