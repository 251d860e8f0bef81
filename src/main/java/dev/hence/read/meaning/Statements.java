package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Expectation;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Display;
import dev.hence.read.math.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Turns displays, one after the other, into statements, and keeps what is known between them: the
 * header, which stays, and the section, to which displays add.
 */
final class Statements {
  private final Knowledge header;
  private final Problems problems;
  private final Trial trial;
  private final OptionalInt round;
  private final boolean each;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Set<Flows.Equation> unresolved;
  private final Ids ids = new Ids();
  private final Continuation chain = new Continuation();
  private Knowledge section;
  private int displays;

  /**
   * @param each whether every display sees the header only
   */
  Statements(Knowledge header, Problems problems, Trial trial, OptionalInt round, boolean each) {
    this.header = header;
    this.problems = problems;
    this.trial = trial;
    this.round = round;
    this.each = each;
    section = header.apart();
    unresolved = new HashSet<>(header.pending());
  }

  List<Statement> statements() {
    return List.copyOf(statements);
  }

  List<Definition> definitions() {
    return List.copyOf(definitions);
  }

  /** What is known at the end. */
  Knowledge section() {
    return section;
  }

  /** Dynamics whose right side never became readable. */
  Set<Flows.Equation> unresolved() {
    return Set.copyOf(unresolved);
  }

  /** A display that could not be parsed. */
  void unread(Unparsed display, Problem problem, Steering steering) {
    begin(steering);
    ids.display();
    if (!each) {
      display.leftSides().forEach(left -> section.refuse(left));
      display.redefined().forEach(left -> section.forget(left));
    }
    int first = statements.size();
    statements.add(
        new Statement.Unread(
            ids.next(display.tag()),
            display.tag(),
            display.span(),
            problem,
            expectation(steering)));
    ids.number(statements, first);
    chain.end();
  }

  /** A heading or anything else that ends a chain. */
  void endChain() {
    chain.end();
  }

  void display(Display display, Steering steering) {
    begin(steering);
    ids.display(display);
    int first = statements.size();
    if (steering.says(Steering.Word.SKIP)) {
      skip(display, "skipped by the author");
    } else if (steering.broken().isPresent()) {
      broken(display, steering);
    } else {
      read(display, steering);
    }
    ids.number(statements, first);
    if (steering.says(Steering.Word.EXPECT_REFUTED) || steering.says(Steering.Word.CLAIM)) {
      requireClaim(display, first);
    }
  }

  /** What words define between displays; it is no statement of its own. */
  void define(Display display, Problems found) {
    DisplayReader reader =
        new DisplayReader(
            new DisplayReader.Manner(
                new Ids(), found, trial, round, Expectation.HOLDS, new Continuation()),
            section,
            Steering.NONE.saying(Steering.Word.DEFINE),
            List.of());
    reader.read(display);
    definitions.addAll(reader.definitions());
  }

  private void begin(Steering steering) {
    displays++;
    if (steering.says(Steering.Word.NEW)) {
      section = header.apart();
      Entering.enter(section, steering.entries(), problems);
      unresolved.retainAll(section.pending());
      chain.end();
    }
  }

  private Expectation expectation(Steering steering) {
    return steering.says(Steering.Word.EXPECT_REFUTED)
        ? Expectation.refutedIn(displays)
        : Expectation.HOLDS;
  }

  private void skip(Display display, String why) {
    Row row = display.rows().getFirst();
    statements.add(
        new Statement.NoStatement(ids.next(ids.label(row)), ids.label(row), display.span(), why));
    chain.end();
  }

  /** What the comment says cannot be known, so neither can what the display says. */
  private void broken(Display display, Steering steering) {
    Row row = display.rows().getFirst();
    statements.add(
        new Statement.Unread(
            ids.next(ids.label(row)),
            ids.label(row),
            display.span(),
            steering.broken().orElseThrow(),
            expectation(steering)));
    chain.end();
  }

  private void read(Display display, Steering steering) {
    Knowledge place =
        each ? section.apart() : steering.says(Steering.Word.ALONE) ? header.apart() : section;
    boolean begun =
        steering.says(Steering.Word.NEW) && !each && !steering.says(Steering.Word.ALONE);
    boolean own = !begun && !steering.entries().isEmpty();
    Knowledge here = own ? place.inside() : place;
    Entering.Entered entered =
        own ? Entering.enterPart(here, steering.entries(), problems) : Entering.Entered.NOTHING;
    boolean names = !entered.names().isEmpty();
    DisplayReader reader =
        new DisplayReader(
            new DisplayReader.Manner(ids, problems, trial, round, expectation(steering), chain),
            here,
            steering,
            entered.deferred());
    chain.enter(names);
    reader.read(display);
    statements.addAll(reader.statements());
    definitions.addAll(reader.definitions());
    unresolved.retainAll(here.pending());
    if (own) {
      place.absorb(reader.definitions(), entered.names());
      reader.lost().forEach(place::refuse);
    }
    chain.leave(names);
  }

  /** A display that only defines can never be refuted, whatever it says. */
  private void requireClaim(Display display, int first) {
    boolean claims =
        statements.subList(first, statements.size()).stream()
            .anyMatch(s -> s instanceof Statement.Step || s instanceof Statement.Unread);
    if (!claims) {
      problems.report(
          Problem.of(
              ProblemId.EXPECTATION_EMPTY,
              display.span(),
              "nothing in this display can be refuted: it claims nothing",
              "put `claim` into the comment if it claims, or `check …` for what is claimed of it"));
    }
  }
}
