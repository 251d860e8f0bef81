package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hence.Hence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraderTest {
  private static final String NOTES =
      """
      ---
      let:
        - x \\in \\mathbb{R}
      ---
      $$\\sin(2x) = 2 \\sin(x) \\cos(x) \\tag{1}$$

      $$\\cos(2 x) = \\cos(x)^2 + \\sin(x)^2 \\tag{2}$$
      """;

  @Test
  void runsWhereItIsMeantTo() {
    String module = System.getProperty("module");
    assertEquals(module, Optional.ofNullable(Grader.class.getModule().getName()).orElse("none"));
    assertEquals(
        module.equals("none") ? "none" : "dev.hence",
        Optional.ofNullable(Hence.class.getModule().getName()).orElse("none"));
  }

  @Test
  void gradesATextThatWasHandedIn() {
    assertEquals(
        List.of(
            "page.md:5 $\\sin(2 x) = 2 \\sin(x) \\cos(x)$: verified",
            "page.md:7 $\\cos(2 x) = \\cos(x)^2 + \\sin(x)^2$: refuted, for x = 1:"
                + " left −0.416147, right 1"),
        Grader.grade(NOTES));
  }

  @Test
  void gradesAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.md"), NOTES);
    assertEquals(2, Grader.grade(folder).size());
    assertFalse(Hence.check(file).passed());
    assertTrue(Hence.check(file).page().step("1").holds());
  }
}
