package dev.hence.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hence.cli.ReportPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a browser. With {@code -Dhence.screenshots=DIR} it leaves pictures of them for
 * people.
 */
class PagesInBrowserTest {
  private static final String UNDRAWN = ".tex:not([data-drawn=yes])";

  @TempDir private static Path folder;
  private static Path index;
  private static Optional<Browser> browser = Optional.empty();

  @BeforeAll
  static void open() throws IOException {
    Optional<Path> driver = Browser.installed();
    assumeTrue(
        driver.isPresent(), "no chromedriver (Debian: apt install chromium chromium-driver)");
    index = ReportPages.written(folder);
    browser = Optional.of(Browser.open(driver.get()));
  }

  @AfterAll
  static void close() {
    browser.ifPresent(Browser::close);
  }

  @BeforeEach
  void asItIsOpened() {
    browser().dark(false);
    browser().width(1100, 900);
  }

  private static Browser browser() {
    return browser.orElseThrow();
  }

  private static Path page(String name) {
    return folder.resolve(name + ".html");
  }

  private static void picture(String name) throws IOException {
    String where = System.getProperty("hence.screenshots", "");
    if (!where.isEmpty()) {
      Files.write(Path.of(where, name + ".png"), browser().screenshot());
    }
  }

  @Test
  void everyFormulaIsDrawn() throws IOException {
    for (String name : List.of("notes", "kernel")) {
      browser().show(page(name));
      browser().click("#toggle");
      browser().run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      assertThat(browser().count(".tex[data-drawn=yes] .katex")).as(name).isGreaterThan(10);
      assertThat(
              browser()
                  .run(
                      "return Array.from(document.querySelectorAll('"
                          + UNDRAWN
                          + "')).map(e => e.textContent)"))
          .as(name)
          .isEmpty();
      assertThat(browser().console()).as(name).isEmpty();
    }
  }

  @Test
  void aStepOpensOnItsCounterexample() throws IOException {
    browser().show(page("notes"));
    picture("notes");
    assertThat(browser().count("details[open]")).isZero();
    browser().click("#step-4 > summary");
    assertThat(browser().run("return document.querySelector('#step-4').open").asBoolean()).isTrue();
    assertThat(browser().run("return document.querySelector('#step-4').innerText").asText())
        .contains("left 1/2, right −1/2")
        .contains("change the sign of the right side");
    browser().width(1100, 1900);
    picture("notes-open");
    assertThat(browser().console()).isEmpty();
  }

  @Test
  void theKeyboardReachesEveryStep() {
    browser().show(page("notes"));
    int steps = browser().count("details.step");
    for (int k = 0; k < steps; k++) {
      browser().press("n\uE007");
    }
    assertThat(browser().count("details.step[open]")).isEqualTo(steps);
    browser().press("p\uE007");
    assertThat(browser().count("details.step[open]")).isEqualTo(steps - 1);
  }

  @Test
  void whatHoldsCanBeLeftOut() {
    browser().show(page("notes"));
    browser().click("#filter");
    String seen =
        "return Array.from(document.querySelectorAll('details.step'))"
            + ".filter(s => s.offsetParent).map(s => s.id).join()";
    assertThat(browser().run(seen).asText()).isEqualTo("step-4");
  }

  @Test
  void itIsDarkWhereTheReaderIs() throws IOException {
    browser().show(page("notes"));
    String ground = "return getComputedStyle(document.body).backgroundColor";
    String light = browser().run(ground).asText();
    browser().dark(true);
    assertThat(browser().run(ground).asText()).isNotEqualTo(light).isEqualTo("rgb(23, 23, 21)");
    browser().click("#step-4 > summary");
    picture("notes-dark");
  }

  /** Nothing is wider than the screen of a telephone, whatever is open. */
  @Test
  void itFitsATelephone() throws IOException {
    for (String name : ReportPages.NAMES) {
      browser().show(page(name));
      browser().width(390, 844);
      browser().click("#toggle");
      String wide =
          "return Array.from(document.querySelectorAll('body, body > *, main > *, main > * >"
              + " *')).filter(e => e.getBoundingClientRect().right > 391).map(e =>"
              + " e.outerHTML.slice(0, 150))";
      assertThat(browser().run(wide)).as(name).isEmpty();
      assertThat(browser().run("return document.documentElement.scrollWidth").asInt())
          .as(name)
          .isLessThanOrEqualTo(390);
      browser().width(390, 2600);
      picture(name + "-phone");
      browser().width(1100, 3600);
      picture(name + "-wide");
    }
  }

  @Test
  void theIndexFindsPages() throws IOException {
    browser().show(index);
    picture("index");
    assertThat(browser().count("tbody tr:not([hidden])")).isEqualTo(ReportPages.NAMES.size());
    browser().press("/kernel");
    assertThat(
            browser()
                .run("return document.querySelector('tbody tr:not([hidden])').innerText")
                .asText())
        .contains("learns a kernel machine");
    assertThat(browser().count("tbody tr:not([hidden])")).isOne();
    browser().click("tbody tr:not([hidden]) a");
    assertThat(browser().run("return document.title").asText())
        .isEqualTo("Gradient descent learns a kernel machine");
    assertThat(browser().console()).isEmpty();
  }

  /** What an author writes is shown and never run. */
  @Test
  void runsNoScriptOfADocument() {
    browser().show(page("hostile"));
    browser().click("#toggle");
    assertThat(browser().run("return String(window.hostile)").asText()).isEqualTo("undefined");
    assertThat(
            browser()
                .count("main script, main img, main iframe, main [onerror], a[href^='javascript']"))
        .isZero();
    assertThat(browser().run("return document.body.innerText").asText()).contains("<script>");
    assertThat(browser().console()).isEmpty();
  }

  /** A page asks the network for nothing. */
  @Test
  void isOneFile() throws IOException {
    for (String name : ReportPages.NAMES) {
      String html = Files.readString(page(name));
      assertThat(html)
          .contains("default-src 'none'")
          .doesNotContain("<link ", "<script src", "url(http", "url(fonts")
          .doesNotContain("strict-dynamic", "henceVersions");
    }
  }
}
