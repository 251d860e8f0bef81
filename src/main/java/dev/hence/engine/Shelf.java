package dev.hence.engine;

import dev.hence.Examination;
import dev.hence.claim.Derivation;
import dev.hence.report.console.StepText;
import dev.hence.verdict.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
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
  private final Document document;
  private final Outcome required;
  private final UniqueId id;
  private final TestDescriptor root;
  private final boolean flat;
  private final List<TestDescriptor> tests = new ArrayList<>();

  /** The lines of each test, first and last. */
  private final Map<TestDescriptor, Range> lines = new HashMap<>();

  /** A section that is open, with its level and what its tests are below in ids. */
  private record Open(int level, TestDescriptor section, UniqueId id) {}

  private record Range(int first, int last) {
    boolean hold(int line, int margin) {
      return first - margin <= line && line <= last + margin;
    }
  }

  private Shelf(
      TestDescriptor root, UniqueId id, Document document, Outcome required, boolean flat) {
    this.document = document;
    this.required = required;
    this.id = id;
    this.root = root;
    this.flat = flat;
    document.failures().forEach(this::broken);
    document.outline().ifPresent(this::fill);
  }

  /** A document as a container of its own, with its sections as containers. */
  static Shelf nested(TestDescriptor parent, Document document, Outcome required) {
    UniqueId id = id(parent.getUniqueId(), document);
    Container root =
        new Container(id, StepText.visible(document.name()), document.place().source());
    parent.addChild(root);
    return new Shelf(root, id, document, required, false);
  }

  /** A document whose tests stand right below a class. */
  static Shelf flat(TestDescriptor type, Document document, Outcome required) {
    return new Shelf(type, id(type.getUniqueId(), document), document, required, true);
  }

  static UniqueId id(UniqueId parent, Document document) {
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

  private void fill(Outline outline) {
    Deque<Open> open = new ArrayDeque<>(List.of(new Open(0, root, id)));
    for (Outline.Entry entry : outline.entries()) {
      switch (entry) {
        case Outline.Flaw flaw -> flaw(flaw);
        case Outline.Section section -> open(section, open);
        case Outline.Step step -> step(open.element(), step);
      }
    }
  }

  private void flaw(Outline.Flaw flaw) {
    Trial trial =
        new Trial(
            id.append("problem", String.valueOf(tests.size() + 1)),
            name(flaw.text()),
            document.place().source(flaw.from()),
            flaw.tags(),
            () -> Optional.of(failure(flaw)));
    add(root, trial);
    lines.put(trial, new Range(flaw.from().line(), flaw.from().line()));
  }

  private AssertionFailedError failure(Outline.Flaw flaw) {
    Derivation derivation = document.examination().derivation();
    return Failures.of(
        Outline.problemsOfItsOwn(derivation).get(flaw.number()), derivation.source());
  }

  private void open(Outline.Section begun, Deque<Open> open) {
    if (flat) {
      return;
    }
    while (open.element().level() >= begun.level()) {
      open.remove();
    }
    Open parent = open.element();
    long before =
        parent.section().getChildren().stream().filter(TestDescriptor::isContainer).count();
    Container section =
        new Container(
            parent.id().append("section", String.valueOf(before + 1)),
            begun.text(),
            document.place().source(begun.from()));
    parent.section().addChild(section);
    open.push(new Open(begun.level(), section, section.getUniqueId()));
    lines.put(section, new Range(begun.from().line(), begun.from().line()));
  }

  private void step(Open section, Outline.Step step) {
    Trial trial =
        new Trial(
            section.id().append("step", step.id()),
            name(step.text()),
            document.place().source(step.from()),
            step.tags(),
            () -> failure(step));
    add(section.section(), trial);
    lines.put(trial, new Range(step.from().line(), step.last()));
  }

  private Optional<AssertionFailedError> failure(Outline.Step step) {
    Examination examination = document.examination();
    return Failures.of(
        examination.check(examination.statement(step.id())),
        examination.derivation().source(),
        required);
  }
}
