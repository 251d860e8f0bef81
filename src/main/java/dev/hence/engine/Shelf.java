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
import java.util.ArrayList;
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
import org.opentest4j.AssertionFailedError;

/**
 * A document as a tree of tests: its sections, and in them its steps; first its problems.
 *
 * <p>Below a class that stands for documents the tree is flat, and the tests are named after the
 * document: up to version 3.5.3, Surefire passes over the results of tests whose container is not
 * named as the class, and a build with a false step would be green.
 */
final class Shelf {
  private final Library.Document document;
  private final Outcome required;
  private final UniqueId id;
  private final TestDescriptor root;
  private final boolean flat;
  private final List<TestDescriptor> tests = new ArrayList<>();

  /** The lines of each test, first and last. */
  private final Map<TestDescriptor, Range> lines = new HashMap<>();

  /** A section that is open, with its level and what its tests are below in ids. */
  private record Open(int level, TestDescriptor section, UniqueId id) {}

  /** A statement that is a test, as people are shown it. */
  private record Told(Statement statement, String line, Set<TestTag> tags) {}

  private record Range(int first, int last) {
    boolean hold(int line, int margin) {
      return first - margin <= line && line <= last + margin;
    }
  }

  private Shelf(
      TestDescriptor root, UniqueId id, Library.Document document, Outcome required, boolean flat) {
    this.document = document;
    this.required = required;
    this.id = id;
    this.root = root;
    this.flat = flat;
    document.content().unopened().forEach(u -> broken(Failures.of(u)));
    document.content().defects().forEach(d -> broken(Failures.of(d)));
    document.examination().ifPresent(this::fill);
  }

  /** A document as a container of its own, with its sections as containers. */
  static Shelf nested(TestDescriptor parent, Library.Document document, Outcome required) {
    UniqueId id = id(parent.getUniqueId(), document);
    Container root =
        new Container(id, StepText.visible(document.name()), document.place().source());
    parent.addChild(root);
    return new Shelf(root, id, document, required, false);
  }

  /** A document whose tests stand right below a class. */
  static Shelf flat(TestDescriptor type, Library.Document document, Outcome required) {
    return new Shelf(type, id(type.getUniqueId(), document), document, required, true);
  }

  static UniqueId id(UniqueId parent, Library.Document document) {
    return parent.append("file", document.id());
  }

  /** All tests of the document. */
  List<TestDescriptor> tests() {
    return List.copyOf(tests);
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

  private void broken(AssertionFailedError failure) {
    add(
        root,
        new Trial(
            id.append("problem", String.valueOf(tests.size() + 1)),
            name("the document cannot be read"),
            document.place().source(),
            Set.of(),
            () -> Optional.of(failure)));
  }

  private void add(TestDescriptor parent, Trial test) {
    parent.addChild(test);
    tests.add(test);
  }

  private String name(String text) {
    return flat ? StepText.visible(document.name()) + "  " + text : text;
  }

  private void fill(Examination examination) {
    Derivation derivation = examination.derivation();
    problemsOfItsOwn(derivation).forEach(p -> problem(p, derivation.source()));
    Iterator<Heading> headings = derivation.headings().iterator();
    Optional<Heading> next = next(headings);
    Deque<Open> open = new ArrayDeque<>(List.of(new Open(0, root, id)));
    for (Told told : told(derivation)) {
      int start = told.statement().span().start();
      while (next.filter(h -> h.span().start() <= start).isPresent()) {
        open(next.get(), open, derivation.source());
        next = next(headings);
      }
      step(open.element(), examination, told);
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

  private List<String> documentTags() {
    return document.examination().map(e -> e.derivation().tags()).orElse(List.of());
  }

  private static Optional<Heading> next(Iterator<Heading> headings) {
    return headings.hasNext() ? Optional.of(headings.next()) : Optional.empty();
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

  private void problem(Problem problem, SourceText source) {
    Trial trial =
        new Trial(
            id.append("problem", String.valueOf(tests.size() + 1)),
            name(StepText.visible(problem.id().code() + "  " + problem.message())),
            document.place().source(source.position(problem.span().start())),
            Tags.ofProblem(documentTags()),
            () -> Optional.of(Failures.of(problem, source)));
    add(root, trial);
    int line = source.position(problem.span().start()).line();
    lines.put(trial, new Range(line, line));
  }

  private void open(Heading heading, Deque<Open> open, SourceText source) {
    if (flat) {
      return;
    }
    while (open.element().level() >= heading.level()) {
      open.remove();
    }
    Open parent = open.element();
    long before =
        parent.section().getChildren().stream().filter(TestDescriptor::isContainer).count();
    Container section =
        new Container(
            parent.id().append("section", String.valueOf(before + 1)),
            StepText.visible(heading.text()),
            document.place().source(source.position(heading.span().start())));
    parent.section().addChild(section);
    open.push(new Open(heading.level(), section, section.getUniqueId()));
    int line = source.position(heading.span().start()).line();
    lines.put(section, new Range(line, line));
  }

  private void step(Open section, Examination examination, Told told) {
    Statement statement = told.statement();
    SourceText source = examination.derivation().source();
    Trial trial =
        new Trial(
            section.id().append("step", statement.id()),
            name(told.line()),
            document.place().source(source.position(statement.span().start())),
            told.tags(),
            () -> Failures.of(examination.check(statement), source, required));
    add(section.section(), trial);
    lines.put(
        trial,
        new Range(
            source.position(statement.span().start()).line(),
            source.position(statement.span().end()).line()));
  }
}
