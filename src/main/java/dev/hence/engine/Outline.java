package dev.hence.engine;

import dev.hence.claim.Derivation;
import dev.hence.claim.Heading;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.report.console.StepText;
import dev.hence.text.Position;
import dev.hence.text.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestTag;

/**
 * The tests of a document in its order: enough to show and choose them, and to find what they check
 * when they are executed.
 *
 * @param idle whether there is nothing in it that Hence would look at
 */
record Outline(boolean idle, List<Entry> entries) {
  /** A line of it. */
  sealed interface Entry {
    /** As people are shown it, on one line. */
    String text();

    /** Where it begins. */
    Position from();
  }

  /**
   * A problem of the document itself.
   *
   * @param number from 0, among the problems of the document itself
   */
  record Flaw(int number, String text, Set<TestTag> tags, Position from) implements Entry {}

  /** A section that begins. */
  record Section(int level, String text, Position from) implements Entry {}

  /**
   * A statement that claims something.
   *
   * @param last the line of the source in which it ends
   */
  record Step(String id, String text, Set<TestTag> tags, Position from, int last)
      implements Entry {}

  Outline {
    entries = List.copyOf(entries);
  }

  static Outline of(Derivation derivation) {
    List<Entry> entries = new ArrayList<>();
    SourceText source = derivation.source();
    for (Problem problem : problemsOfItsOwn(derivation)) {
      entries.add(
          new Flaw(
              entries.size(),
              StepText.visible(problem.id().code() + "  " + problem.message()),
              Tags.ofProblem(derivation.tags()),
              source.position(problem.span().start())));
    }
    Deque<Heading> headings = new ArrayDeque<>(derivation.headings());
    for (Told told : told(derivation)) {
      int start = told.statement().span().start();
      while (!headings.isEmpty() && headings.element().span().start() <= start) {
        entries.add(section(headings.remove(), source));
      }
      entries.add(told.step(source));
    }
    return new Outline(isIdle(derivation), entries);
  }

  private static boolean isIdle(Derivation derivation) {
    return derivation.statements().isEmpty()
        && derivation.problems().stream().allMatch(p -> p.id() == ProblemId.NO_DISPLAYS);
  }

  private static Section section(Heading heading, SourceText source) {
    return new Section(
        heading.level(), StepText.visible(heading.text()), source.position(heading.span().start()));
  }

  /** A statement that is a test, as people are shown it. */
  private record Told(Statement statement, String line, Set<TestTag> tags) {
    Step step(SourceText source) {
      return new Step(
          statement.id(),
          line,
          tags,
          source.position(statement.span().start()),
          source.position(statement.span().end()).line());
    }
  }

  /** The statements that are tests. To print a formula takes long enough to share the work. */
  private static List<Told> told(Derivation derivation) {
    return derivation.statements().parallelStream()
        .flatMap(
            s ->
                Tags.of(s, derivation.tags()).stream()
                    .map(tags -> new Told(s, StepText.line(s, derivation.source()), tags)))
        .toList();
  }

  /** The problems that are not told with a statement that could not be read. */
  static List<Problem> problemsOfItsOwn(Derivation derivation) {
    Set<Problem> told = new HashSet<>();
    for (Statement statement : derivation.statements()) {
      if (statement instanceof Statement.Unread unread) {
        told.add(unread.problem());
      }
    }
    return derivation.problems().stream().distinct().filter(p -> !told.contains(p)).toList();
  }
}
