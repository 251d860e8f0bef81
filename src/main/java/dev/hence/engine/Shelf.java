package dev.hence.engine;

import dev.hence.Examination;
import dev.hence.claim.Derivation;
import dev.hence.claim.Heading;
import dev.hence.claim.Statement;
import dev.hence.problem.Problem;
import dev.hence.report.console.StepText;
import dev.hence.text.SourceText;
import dev.hence.verdict.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/** A document as a tree of tests: its sections, and in them its steps; first its problems. */
final class Shelf {
  private final Library.Document document;
  private final Outcome required;
  private final Container root;

  /** The lines of each test, first and last. */
  private final Map<TestDescriptor, Range> lines = new HashMap<>();

  /** A section that is open, with its level. */
  private record Open(int level, Container section) {}

  private record Range(int first, int last) {
    boolean hold(int line, int margin) {
      return first - margin <= line && line <= last + margin;
    }
  }

  Shelf(TestDescriptor parent, Library.Document document, Outcome required) {
    this.document = document;
    this.required = required;
    this.root =
        new Container(
            id(parent.getUniqueId(), document),
            StepText.visible(document.name()),
            document.place().source());
    parent.addChild(root);
    document.content().unopened().forEach(u -> broken(Failures.of(u)));
    document.content().defects().forEach(d -> broken(Failures.of(d)));
    document.examination().ifPresent(this::fill);
  }

  static UniqueId id(UniqueId parent, Library.Document document) {
    return parent.append("file", document.id());
  }

  /** All tests of the document. */
  Stream<? extends TestDescriptor> tests() {
    return root.getDescendants().stream().filter(TestDescriptor::isTest);
  }

  /**
   * The tests of a line: those whose display holds it or, where none does, has it at its margin.
   */
  Set<TestDescriptor> testsAt(int line) {
    Set<TestDescriptor> inside = testsAt(line, 0);
    return inside.isEmpty() ? testsAt(line, 1) : inside;
  }

  private Set<TestDescriptor> testsAt(int line, int margin) {
    return lines.entrySet().stream()
        .filter(e -> e.getValue().hold(line, margin))
        .map(Map.Entry::getKey)
        .flatMap(d -> Stream.concat(Stream.of(d), d.getDescendants().stream()))
        .filter(TestDescriptor::isTest)
        .collect(Collectors.toSet());
  }

  private void broken(org.opentest4j.AssertionFailedError failure) {
    root.addChild(
        new Trial(
            root.getUniqueId().append("problem", String.valueOf(root.getChildren().size() + 1)),
            "the document cannot be read",
            document.place().source(),
            Set.of(),
            () -> Optional.of(failure)));
  }

  private void fill(Examination examination) {
    Derivation derivation = examination.derivation();
    problemsOfItsOwn(derivation).forEach(p -> problem(p, derivation.source()));
    Iterator<Heading> headings = derivation.headings().iterator();
    Optional<Heading> next = next(headings);
    Deque<Open> open = new ArrayDeque<>(List.of(new Open(0, root)));
    for (Statement statement : derivation.statements()) {
      while (next.filter(h -> h.span().start() <= statement.span().start()).isPresent()) {
        open(next.get(), open, derivation.source());
        next = next(headings);
      }
      step(open.element().section(), examination, statement);
    }
  }

  private static Optional<Heading> next(Iterator<Heading> headings) {
    return headings.hasNext() ? Optional.of(headings.next()) : Optional.empty();
  }

  /** The problems that are not told with a statement that could not be read. */
  private static List<Problem> problemsOfItsOwn(Derivation derivation) {
    Set<Problem> told = new HashSet<>();
    for (Statement statement : derivation.statements()) {
      if (statement instanceof Statement.Unread unread) {
        told.add(unread.problem());
      }
    }
    return derivation.problems().stream().distinct().filter(p -> !told.contains(p)).toList();
  }

  private void problem(Problem problem, SourceText source) {
    int number = root.getChildren().size() + 1;
    Trial trial =
        new Trial(
            root.getUniqueId().append("problem", String.valueOf(number)),
            StepText.visible(problem.id().code() + "  " + problem.message()),
            document.place().source(source.position(problem.span().start())),
            Set.of(TestTag.create("problem")),
            () -> Optional.of(Failures.of(problem, source)));
    root.addChild(trial);
    int line = source.position(problem.span().start()).line();
    lines.put(trial, new Range(line, line));
  }

  private void open(Heading heading, Deque<Open> open, SourceText source) {
    while (open.element().level() >= heading.level()) {
      open.remove();
    }
    Container parent = open.element().section();
    long before =
        parent.getChildren().stream().filter(child -> child instanceof Container).count();
    Container section =
        new Container(
            parent.getUniqueId().append("section", String.valueOf(before + 1)),
            StepText.visible(heading.text()),
            document.place().source(source.position(heading.span().start())));
    parent.addChild(section);
    open.push(new Open(heading.level(), section));
    int line = source.position(heading.span().start()).line();
    lines.put(section, new Range(line, line));
  }

  private void step(Container section, Examination examination, Statement statement) {
    Optional<Set<TestTag>> tags = tags(statement);
    if (tags.isEmpty()) {
      return;
    }
    SourceText source = examination.derivation().source();
    Trial trial =
        new Trial(
            section.getUniqueId().append("step", statement.id()),
            StepText.line(statement, source),
            document.place().source(source.position(statement.span().start())),
            tags.get(),
            () -> Failures.of(examination.check(statement), source, required));
    section.addChild(trial);
    lines.put(
        trial,
        new Range(
            source.position(statement.span().start()).line(),
            source.position(statement.span().end()).line()));
  }

  /** The label, the kind and what is expected; empty of what claims nothing. */
  private static Optional<Set<TestTag>> tags(Statement statement) {
    Set<String> words = new HashSet<>();
    statement.label().ifPresent(words::add);
    switch (statement) {
      case Statement.Step step -> {
        words.add(step.kind().text().replace(' ', '-'));
        if (step.expected().refuted()) {
          words.add("refuted");
        }
      }
      case Statement.Unread unread -> words.add("unread");
      case Statement.Given given -> {
        return Optional.empty();
      }
      case Statement.NoStatement none -> {
        return Optional.empty();
      }
    }
    return Optional.of(
        words.stream()
            .filter(TestTag::isValid)
            .map(TestTag::create)
            .collect(Collectors.toSet()));
  }
}
