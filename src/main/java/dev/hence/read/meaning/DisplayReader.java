package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Expectation;
import dev.hence.claim.Inference;
import dev.hence.claim.Proposition;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.Condition;
import dev.hence.expr.Name;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Display;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Row;
import dev.hence.read.math.Separator;
import dev.hence.read.math.Syntax;
import dev.hence.read.role.Announcement;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Reads the statements of one display: its definitions first, which serve all of it, then each
 * statement in its place. Rows that have names of their own are read by themselves.
 */
final class DisplayReader {
  /**
   * How statements are made of what is read.
   *
   * @param round of the document
   * @param chain what a relation without a left side continues
   */
  record Manner(
      Ids ids,
      Problems problems,
      Trial trial,
      OptionalInt round,
      Expectation expectation,
      Continuation chain) {}

  private final Manner manner;
  private final Steering steering;
  private final Listing listing;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Syntax> lost = new ArrayList<>();
  private Knowledge known;
  private List<Clause> entries;
  private TextDefinitions defined;

  /**
   * @param entries definitions of the comment that may speak of names that the display defines
   */
  DisplayReader(Manner manner, Knowledge known, Steering steering, List<Clause> entries) {
    this.manner = manner;
    this.listing = new Listing(manner);
    this.known = known;
    this.steering = steering;
    this.entries = entries;
    this.defined = TextDefinitions.of(List.of(), List.of(), known, manner.problems());
  }

  List<Statement> statements() {
    return listing.statements();
  }

  /** What the display defines, for what comes behind it. */
  List<Definition> definitions() {
    return definitions;
  }

  /** The left sides of equations that may define and could not be read. */
  List<Syntax> lost() {
    return lost;
  }

  void read(Display display) {
    List<Part> together = new ArrayList<>();
    for (int k = 0; k < display.rows().size(); k++) {
      Row row = display.rows().get(k);
      Steering own = steering.row(k + 1);
      List<Part> parts = Part.of(row, own, c -> Bare.speaksOfIndices(c, known.context()));
      boolean apart =
          steering.says(Steering.Word.ROWS_ALONE)
              || (!own.equals(steering) && !own.entries().isEmpty());
      if (apart) {
        unit(together);
        together.clear();
        row(parts, own);
      } else {
        together.addAll(parts);
      }
    }
    unit(together);
    checks(display);
    reportRowsBeyond(display);
  }

  /** A row that has names of its own. */
  private void row(List<Part> parts, Steering own) {
    Knowledge outside = known;
    known = outside.inside();
    Entering.Entered entered =
        !own.equals(steering)
            ? Entering.enterPart(known, own.entries(), manner.problems())
            : Entering.Entered.NOTHING;
    entries = joined(entries, entered.deferred());
    int before = definitions.size();
    manner.chain().enter(!entered.names().isEmpty());
    unit(parts);
    manner.chain().leave(!entered.names().isEmpty());
    List<Definition> made = List.copyOf(definitions.subList(before, definitions.size()));
    known = outside;
    if (steering.says(Steering.Word.ROWS_ALONE)) {
      definitions.subList(before, definitions.size()).clear();
    } else {
      known.absorb(made, entered.names());
      lost.forEach(known::refuse);
    }
  }

  private void reportRowsBeyond(Display display) {
    for (int number : steering.rows().keySet()) {
      if (number < 1 || number > display.rows().size()) {
        manner
            .problems()
            .report(
                Problem.of(
                    ProblemId.COMMENT_UNKNOWN,
                    steering.span(),
                    "there is no row " + number,
                    "the display has " + display.rows().size() + " rows"));
      }
    }
  }

  private void checks(Display display) {
    for (Clause check : steering.checks()) {
      Row row = display.rows().getLast();
      claims(new Part(row, check, steering), Premise.NONE);
    }
    if (!steering.checks().isEmpty()) {
      manner.chain().end();
    }
  }

  private static List<Clause> joined(List<Clause> some, List<Clause> more) {
    List<Clause> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Statements that see each other's definitions. */
  private void unit(List<Part> parts) {
    if (parts.isEmpty()) {
      return;
    }
    Inferences inferences = new Inferences(parts);
    defined =
        TextDefinitions.of(
            IntStream.range(0, parts.size())
                .mapToObj(k -> candidate(parts.get(k), inferences.isConjunct(k)))
                .toList(),
            entries,
            known,
            manner.problems());
    entries = List.of();
    definitions.addAll(defined.toList());
    int next = 0;
    while (next < parts.size()) {
      List<Inferences.Member> members = inferences.at(next);
      if (members.isEmpty() || followsFromDefinition(parts, members)) {
        part(parts, next);
        next++;
      } else {
        inference(parts, inferences, members);
        next = members.getLast().end();
      }
    }
  }

  private static TextDefinitions.Candidate candidate(Part part, boolean conjunct) {
    return new TextDefinitions.Candidate(part.clause(), part.steering(), conjunct);
  }

  /** What follows from a definition is claimed as it stands. */
  private boolean followsFromDefinition(List<Part> parts, List<Inferences.Member> members) {
    Inferences.Member head = members.getFirst();
    return head.end() - head.first() == 1 && defined.defines(parts.get(head.first()).clause());
  }

  private void part(List<Part> parts, int k) {
    Part part = parts.get(k);
    Clause clause = part.clause();
    if (part.steering().says(Steering.Word.SKIP)) {
      listing.none(part, "skipped by the author");
      manner.chain().end();
    } else if (clause.links().isEmpty()) {
      // A row of words alone does not part a chain.
      clause.first().ifPresent(side -> manner.chain().at(Optional.of(side)));
      listing.none(part, "no relation");
    } else if (clause.links().getFirst().relation() == Relation.TYPED) {
      listing.none(part, "a declaration in the text");
      manner.chain().end();
    } else if (part.steering().says(Steering.Word.GIVEN)) {
      given(part);
    } else if (part.steering().says(Steering.Word.ASSUMPTION)
        || part.steering().says(Steering.Word.START)) {
      manner.chain().end();
      listing.none(part, part.steering().announced().orElseThrow().text());
    } else if (isCondition(parts, k)) {
      listing.none(part, "the condition of the display");
    } else if (!defined.defines(clause) && Stationarity.isAnnounced(part)) {
      Stationarity.claimed(clause)
          .ifPresent(
              claim ->
                  claims(
                      new Part(
                          part.row(), claim, part.steering().without(Steering.Word.STATIONARY)),
                      Premise.NONE));
      given(new Part(part.row(), Stationarity.assumed(clause), part.steering()));
    } else {
      try {
        if (!defined.defines(clause)) {
          refuseBare(parts, k);
          Bare.refuseShared(parts, k, new StepReader(manner, known)::restricting);
        }
        claims(part, Premise.NONE);
      } catch (Misread misread) {
        listing.fail(misread, clause.span(), part);
      }
    }
  }

  /** What the comment says to be the condition is none that is unclear. */
  private void refuseBare(List<Part> parts, int k) {
    int last = k;
    while (last + 1 < parts.size() && isCondition(parts, last + 1)) {
      last++;
    }
    if (last == k) {
      Bare.refuse(parts, defined, k);
    }
  }

  // What is not claimed

  /** Taken for granted: read, if it can be. */
  private void given(Part part) {
    manner.chain().end();
    String said = part.steering().announced().map(Announcement::text).orElse("taken for granted");
    for (Condition c : readable(part)) {
      listing.given(part, c.left(), c.right(), said, part.clause().span(), known.scope());
    }
  }

  private List<Condition> readable(Part part) {
    try {
      Clause clause = part.clause();
      List<Condition> all =
          new Formulas(known.context()).conditions(clause.first(), clause.links(), clause.span());
      known.settle();
      if (all.stream().allMatch(c -> c.relation() == dev.hence.expr.Relation.EQUAL)) {
        return all;
      }
      listing.none(part, "taken for granted by the author");
    } catch (Misread misread) {
      listing.none(part, "taken for granted by the author, and not read");
    }
    return List.of();
  }

  // Inferences

  private void inference(List<Part> parts, Inferences inferences, List<Inferences.Member> members) {
    Inferences.Member head = members.getFirst();
    if (members.size() == 1) {
      goals(parts, inferences, members, new Proposition.All<>(List.of()), head);
    } else {
      parts.subList(head.first(), head.end()).forEach(this::premise);
    }
    for (int k = 1; k < members.size(); k++) {
      Inferences.Member before = members.get(k - 1);
      Inferences.Member behind = members.get(k);
      if (behind.arrow() == Separator.IFF) {
        goals(parts, inferences, members, inferences.said(behind), before);
      }
      goals(parts, inferences, members, inferences.said(before), behind);
    }
    Clause last = parts.get(members.getLast().end() - 1).clause();
    manner.chain().at(Optional.of(last.links().getLast().operand()));
  }

  /** A statement from which others follow, and that follows from none. */
  private void premise(Part part) {
    Clause clause = part.clause();
    Stationarity.claimed(clause)
        .ifPresent(claim -> claims(new Part(part.row(), claim, part.steering()), Premise.NONE));
    try {
      conditions(clause);
      known.settle();
      Clause said = Stationarity.assumed(clause);
      listing.none(part, "the premise of what follows from it", said.span());
    } catch (Misread misread) {
      listing.fail(misread, clause.span(), part);
    }
  }

  /** What one arrow claims. */
  private void goals(
      List<Part> parts,
      Inferences inferences,
      List<Inferences.Member> members,
      Proposition<Part> premise,
      Inferences.Member conclusion) {
    Part first = parts.get(conclusion.first());
    try {
      for (int k = conclusion.first(); k < conclusion.end(); k++) {
        Bare.refuseListed(parts, k);
      }
      for (Inference.Goal<Part> goal : inferences.goals(premise, conclusion)) {
        Premise given = new Premise(conditions(goal.premises()), conditions(goal.excluded()));
        known.settle();
        claims(inferences.restricted(goal.conclusion(), members), given);
      }
    } catch (Misread misread) {
      listing.fail(misread, first.clause().span(), first);
    }
  }

  private List<Condition> conditions(List<Part> parts) {
    return parts.stream().flatMap(part -> conditions(part.clause()).stream()).toList();
  }

  /** {@code \qquad \sigma_1 = \sigma_2} behind a statement: a condition, or a claim? */
  private boolean isCondition(List<Part> parts, int k) {
    Part part = parts.get(k);
    if (!Bare.isBehind(parts, k) || defined.defines(part.clause())) {
      return false;
    }
    try {
      Restrictions said = new StepReader(manner, known).said(part.steering());
      return conditions(part.clause()).equals(said.conditions());
    } catch (Misread reportedLater) {
      return false;
    }
  }

  private List<Condition> conditions(Clause written) {
    Refused.check(written, known.refused());
    Clause clause = Stationarity.assumed(written);
    return new Quantified(known.context())
        .of(
            clause,
            new Formulas(known.context())
                .conditions(clause.first(), clause.links(), clause.span()));
  }

  // Claims and definitions

  private void claims(Part part, Premise premise) {
    Clause clause = part.clause();
    boolean begins = clause.first().isPresent();
    try {
      Syntax side = begins ? clause.first().get() : manner.chain().left(clause.span());
      Optional<Syntax> equal = Optional.empty();
      for (Syntax.Link link : clause.links()) {
        Span place = place(side, link, begins, clause);
        boolean read = false;
        try {
          link(side, link, begins, part, premise, place).forEach(listing::add);
          read = true;
        } catch (Misread misread) {
          if (begins && isEquation(link)) {
            known.refuse(side);
            if (isDefinition(link)) {
              known.forget(side);
            }
            lost.add(side);
            doubt(side, misread);
          }
          boolean words = Words.mayStandIn(clause, misread);
          read = !words && equal.filter(x -> passesOver(x, link, part, premise, place)).isPresent();
          if (!read) {
            listing.fail(misread, place, part);
          }
        }
        Syntax left = side;
        equal = read || !isEquation(link) ? Optional.empty() : equal.or(() -> Optional.of(left));
        side = link.operand();
        begins = false;
      }
      manner.chain().at(Optional.of(side));
    } catch (Misread misread) {
      listing.fail(misread, clause.span(), part);
    }
  }

  /** {@code A = \text{unread} = B} says that A is B, whatever stands between them. */
  private boolean passesOver(Syntax left, Syntax.Link link, Part part, Premise premise, Span span) {
    try {
      link(left, link, false, part, premise, span).stream()
          .map(step -> step.noting("what the chain has between the sides could not be read"))
          .forEach(listing::add);
      return true;
    } catch (Misread misread) {
      return false;
    }
  }

  private void doubt(Syntax side, Misread misread) {
    if (misread.problem().id() == ProblemId.DEFINE_OR_CLAIM) {
      Written.of(side).map(Written::primed).ifPresent(known::doubt);
    }
  }

  private static Span place(Syntax side, Syntax.Link link, boolean begins, Clause clause) {
    Span operand = link.operand().span();
    if (!begins) {
      return link.sign().to(operand);
    }
    return side.span().start() <= operand.start() ? side.span().to(operand) : clause.span();
  }

  /** What a link claims; what it says otherwise is listed. */
  private List<Statement.Step> link(
      Syntax left, Syntax.Link link, boolean begins, Part part, Premise premise, Span span) {
    try {
      return asKnown(left, link, begins, part, premise, span);
    } catch (Misread misread) {
      if (known.reshapes(misread)) {
        return link(left, link, begins, part, premise, span);
      }
      throw misread;
    }
  }

  private List<Statement.Step> asKnown(
      Syntax left, Syntax.Link link, boolean begins, Part part, Premise premise, Span span) {
    Refused.check(left, known.refused());
    Refused.check(link.operand(), known.refused());
    if (begins) {
      defined.check(part.clause());
      Optional<Definition> definition = defined.of(part.clause());
      if (definition.isPresent()) {
        listing.given(part, definition.get(), "definition", span, known.scope());
        return List.of();
      }
    }
    boolean second = part.clause().links().size() > 1 && part.clause().links().get(1).equals(link);
    Optional<Definition> named = second ? defined.second(part.clause()) : Optional.empty();
    if (named.isPresent()) {
      listing.given(part, named.get(), "definition", span, known.scope());
      return List.of();
    }
    Sizes.register(left, known.context());
    Sizes.register(link.operand(), known.context());
    if (link.relation() == Relation.IN) {
      listing.none(part, "a declaration in the text", span);
      return List.of();
    }
    if (begins && isEquation(link) && definesDynamics(left, link, part, span)) {
      return List.of();
    }
    if (begins && isEquation(link) && begins(left, link, part, span)) {
      return List.of();
    }
    if (begins && isEquation(link) && premise.equals(Premise.NONE) && !isEnded(left)) {
      new NewNames(known.context()).defines(left, link, part.steering());
    }
    return new StepReader(manner, known).steps(left, link, part, premise, span);
  }

  /** What moves, at the end, where the dynamics say what it is: that is claimed once more. */
  private boolean isEnded(Syntax left) {
    boolean given = known.scope().dynamics().filter(d -> !d.endings().isEmpty()).isPresent();
    return given && Endings.isEnded(new Formulas(known.context()).expr(left), known.scope());
  }

  private static boolean isEquation(Syntax.Link link) {
    return link.relation() == Relation.EQUAL
        || link.relation() == Relation.DEFINES
        || link.relation() == Relation.EQUIVALENT;
  }

  /** Whether it gives a formula even to what has one. */
  private static boolean isDefinition(Syntax.Link link) {
    return link.relation() == Relation.DEFINES || link.relation() == Relation.EQUIVALENT;
  }

  private boolean definesDynamics(Syntax left, Syntax.Link link, Part part, Span span) {
    Context context = known.context();
    Optional<Pattern> moved =
        Flows.moved(left, context).or(() -> Flows.secondOrder(left, link.operand(), context));
    if (moved.isEmpty() || isMoved(moved.get().name())) {
      return false;
    }
    if (Flows.isPrimed(left) && link.relation() != Relation.EQUAL) {
      return false;
    }
    refusePrime(left, moved.get().name(), context);
    Flows.Equation equation = Flows.equation(left, link.operand(), context, span);
    Scope moving = Flows.moving(known.scope(), List.of(equation));
    Definition velocity = Flows.velocity(equation, Context.of(moving, known.ledger()));
    known.become(moving.with(velocity));
    definitions.add(velocity);
    listing.given(part, velocity, "dynamics", span, known.scope());
    return true;
  }

  /** {@code w(0) = w_0} of what begins freely so far: trajectories begin with it from here on. */
  private boolean begins(Syntax left, Syntax.Link link, Part part, Span span) {
    if (known.scope().dynamics().isEmpty() || !Starting.isAtStart(left)) {
      return false;
    }
    known.settle();
    Ledger scratch = known.ledger().scratch();
    Condition value;
    Scope begun;
    try {
      value =
          new Formulas(Context.of(known.scope(), scratch))
              .conditions(Optional.of(left), List.of(link), span)
              .getFirst();
      if (!Starting.isValue(value, known.scope())
          || !Starting.isFirst(value, known.scope())
          || value.left().equals(value.right())) {
        return false;
      }
      begun = Starting.with(value, known.scope(), span);
    } catch (Misread aClaim) {
      return false;
    }
    scratch.variables().forEach(v -> known.ledger().assume(v.name(), v.shape(), v.span()));
    known.become(begun);
    known.settle();
    known.ledger().note(Starting.sentence(value, known.scope()));
    listing.given(part, value.left(), value.right(), "value at the start", span, known.scope());
    return true;
  }

  private boolean isMoved(Name name) {
    return known.scope().isState(name)
        && known.scope().dynamics().filter(d -> d.arbitrary().contains(name)).isEmpty();
  }

  /**
   * {@code x' = …} of a variable x: in the header it can only be its motion, here it may be more.
   */
  private static void refusePrime(Syntax left, Name name, Context context) {
    if (Flows.primed(left, context).isPresent()) {
      throw new Misread(
          ProblemId.DERIVATIVE_UNCLEAR,
          left.span(),
          name + "' may be the derivative of " + name + " in time, or a name of its own",
          "give the dynamics in the header, or declare the other name in `let`");
    }
  }
}
