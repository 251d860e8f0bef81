package com.example;

import dev.hence.Hence;
import dev.hence.result.Page;
import dev.hence.result.Step;
import java.nio.file.Path;
import java.util.List;

/** Grades notes: one line for each step, and what is wrong with it. */
public final class Grader {
  private Grader() {}

  public static List<String> grade(Path... notes) {
    return Hence.check(notes).pages().stream()
        .flatMap(page -> page.steps().stream().map(step -> grade(page, step)))
        .toList();
  }

  public static List<String> grade(String text) {
    Page page = Hence.check(text).page();
    return page.steps().stream().map(step -> grade(page, step)).toList();
  }

  private static String grade(Page page, Step step) {
    String wrong = step.counterexample().map(c -> ", for " + c).orElse("");
    return "%s:%d $%s$: %s%s"
        .formatted(page.name(), step.line(), step.latex(), step.verdict().text(), wrong);
  }
}
