package dev.hence.engine;

import dev.hence.claim.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestTag;

/** By which words tests are chosen. */
final class Tags {
  /** What a tag of JUnit cannot hold. */
  private static final String FORBIDDEN = "[\\p{Cntrl}\\s,()&|!]+";

  private Tags() {}

  /**
   * Of a step: the tags of its document, its label, its kind and what is expected; empty of what
   * claims nothing.
   */
  static Optional<Set<TestTag>> of(Statement statement, List<String> document) {
    List<String> words = new ArrayList<>(document);
    statement.label().ifPresent(words::add);
    return switch (statement) {
      case Statement.Step step -> {
        words.add(step.kind().text());
        if (step.expected().refuted()) {
          words.add("refuted");
        }
        yield Optional.of(of(words));
      }
      case Statement.Unread unread -> {
        words.add("unread");
        yield Optional.of(of(words));
      }
      case Statement.Given given -> Optional.empty();
      case Statement.NoStatement none -> Optional.empty();
    };
  }

  /** Of a problem: that it is one, and the tags of its document. */
  static Set<TestTag> ofProblem(List<String> document) {
    List<String> words = new ArrayList<>(document);
    words.add("problem");
    return of(words);
  }

  /** What cannot be held becomes a hyphen: no word is lost in silence. */
  private static Set<TestTag> of(List<String> words) {
    return words.stream()
        .map(word -> TestTag.create(word.replaceAll(FORBIDDEN, "-")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
