package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Inference;
import dev.hence.claim.Inference.Goal;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Relation;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.role.Sections.Part;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads rows that see each other: their definitions first, which serve all of them. */
final class DisplayReader {
  private final Steering steering;
  private final LineList lines;
  private final List<Definition> definitions = new ArrayList<>();
  private DisplayDefinitions defined;
  private Known known;
  private final List<Clause> deferred;
  private Continuation before;

  DisplayReader(Part part, Steering steering, Continuation before, int number, RowNames names) {
    this.known = part.known();
    this.deferred = part.deferred();
    this.steering = steering;
    this.before = before;
    this.lines = new LineList(number, names, steering);
    this.defined = new DisplayDefinitions(known, steering);
  }

  Known known() {
    return known;
  }

  List<Definition> definitions() {
    return List.copyOf(definitions);
  }

  Continuation continuation() {
    return before;
  }

  List<Line> read(List<Clause> clauses) {
    if (steering.broken().isPresent()) {
      unread(clauses, steering.broken().stream().toList());
      return lines.toList();
    }
    known = known.withSizes(Ends.of(clauses));
    known = known.withSizes(Ends.counts(clauses, known));
    clauses.stream().filter(Declarations::isRange).forEach(this::range);
    List<Clause> said = withConditions(clauses);
    defined = new DisplayDefinitions(known, steering);
    Inferences inferences = new Inferences(said);
    defined.read(inferences.alone(), deferred);
    known = defined.known();
    definitions.addAll(defined.toList());
    int next = 0;
    while (next < said.size()) {
      List<Clause> members = inferences.from(next);
      if (members.size() == 1 && !Logic.joins(members.getFirst())) {
        statement(said, next);
      } else if (isTaken(members)) {
        members.forEach(this::statement);
      } else {
        inference(members);
      }
      next += members.size();
    }
    return lines.toList();
  }

  /** Statements of which it is not known what is said of them; words alone count as none. */
  private void unread(List<Clause> clauses, List<Refusal> why) {
    List<Clause> related = clauses.stream().filter(c -> !c.links().isEmpty()).toList();
    (related.isEmpty() ? clauses : related).forEach(c -> lines.refuse(c.span(), why));
    related.forEach(this::lose);
    before = Continuation.NONE;
  }

  /** What the comment claims besides. */
  List<Line> checks(List<Clause> clauses) {
    clauses.forEach(c -> claims(c, 0, Under.NOTHING));
    return lines.toList();
  }

  /** What is said of index letters, or of where a letter goes, restricts the statement before. */
  private List<Clause> withConditions(List<Clause> clauses) {
    List<Clause> said = new ArrayList<>();
    for (int k = 0; k < clauses.size(); k++) {
      if (!said.isEmpty() && BareConditions.restricts(clauses, k, known.context())) {
        Tree condition = clauses.get(k).chain().orElseThrow();
        said.add(said.removeLast().saying(List.of(condition)));
      } else {
        said.add(clauses.get(k));
      }
    }
    return said;
  }

  private void range(Clause clause) {
    Restrictions restrictions = new Restrictions(known);
    restrictions.add(clause);
    known = restrictions.known();
  }

  // Inferences

  /** Whether nothing follows: it is taken for granted, skipped, or defined at the head. */
  private boolean isTaken(List<Clause> members) {
    boolean given = steering.said() == Roles.Said.SKIP || steering.said() == Roles.Said.GIVEN;
    return given || (Inferences.hasOneHead(members) && defined.of(members.getFirst()).isPresent());
  }

  private void inference(List<Clause> clauses) {
    Optional<Refusal> refusal = Inferences.refusal(clauses);
    if (refusal.isPresent()) {
      clauses.forEach(c -> lines.refuse(c.span(), refusal.stream().toList()));
      return;
    }
    for (Inferences.Argument argument : Inferences.of(clauses)) {
      for (Clause head : argument.heads()) {
        Premises.claimed(head).ifPresent(c -> claims(c, 0, Under.NOTHING));
        lines.none(head.span(), "the premise of what follows from it");
      }
      argument.arrows().forEach(this::arrow);
    }
    before =
        clauses.getLast().links().isEmpty()
            ? Continuation.NONE
            : Continuation.of(Optional.of(clauses.getLast().right()));
  }

  private void arrow(Inferences.Arrow arrow) {
    Optional<List<Goal<Clause>>> goals =
        new Inference<>(arrow.premise(), arrow.conclusion())
            .goals(Logic::negation, Logic::areAlike);
    goals.ifPresentOrElse(
        all -> all.forEach(this::goal),
        () -> lines.unread(arrow.conclusion().atoms().getFirst().span(), "so many cases"));
  }

  private void goal(Goal<Clause> goal) {
    Span span = goal.conclusion().span();
    switch (Premises.read(goal.premises(), known)) {
      case Outcome.Refused<List<Condition>> r -> lines.refuse(span, r.refusals());
      case Outcome.Read<List<Condition>> premises -> {
        known = known.assuming(premises.inferred());
        switch (Premises.read(goal.excluded(), known)) {
          case Outcome.Refused<List<Condition>> r -> lines.refuse(span, r.refusals());
          case Outcome.Read<List<Condition>> excluded -> {
            known = known.assuming(excluded.inferred());
            claims(goal.conclusion(), 0, new Under(premises.value(), excluded.value(), List.of()));
          }
        }
      }
    }
  }

  // Statements

  /** A statement with what stands behind it in its row. */
  private void statement(List<Clause> clauses, int k) {
    boolean claims = steering.says(Steering.Word.CLAIM) || !steering.conditions().isEmpty();
    Clause clause = clauses.get(k);
    if (repeats(clauses, k)) {
      lines.none(clause.span(), "the condition of the display");
      return;
    }
    for (int later = k; later < clauses.size() && !claims; later++) {
      Clause behind = clauses.get(later);
      boolean unclear =
          behind.row() == clause.row()
              && BareConditions.isUnclear(clauses, later)
              && defined.of(behind).isEmpty()
              && defined.of(clause).isEmpty();
      if (unclear) {
        unclear(clause, behind);
        return;
      }
    }
    statement(clause);
  }

  /** Whether a statement behind another says again what the comment says to be the condition. */
  private boolean repeats(List<Clause> clauses, int k) {
    Clause clause = clauses.get(k);
    return !steering.conditions().isEmpty()
        && BareConditions.isJoined(clauses, k)
        && clause.chain().isPresent()
        && defined.of(clause).isEmpty()
        && Elaboration.conditions(clause.chain().get(), known.context())
            instanceof Outcome.Read<List<Condition>> r
        && r.value().equals(Restrictions.of(clause, steering, known).conditions());
  }

  private void unclear(Clause clause, Clause behind) {
    Problem problem =
        Problem.of(
            ProblemId.CONDITION_OR_CLAIM,
            behind.span(),
            "this may be a condition of the statement before it, or a claim of its own",
            "say which in a comment before the display");
    for (int k = 0; k < clause.links().size(); k++) {
      lines.ask(clause.place(k), problem);
    }
  }

  private void statement(Clause clause) {
    if (DoubleSigns.areOnAllSides(clause)) {
      DoubleSigns.both(clause).forEach(this::statement);
      return;
    }
    if (defined.of(clause).isPresent() || defined.refusals(clause).isPresent()) {
      definition(clause);
      return;
    }
    if (clause.first().orElse(null) instanceof Tree.Unreadable u) {
      lines.refuse(clause.span(), List.of(Refusal.Unparsed.of(u.fault())));
      return;
    }
    switch (LineRoles.of(clause, known, steering)) {
      case NO_STATEMENT, CONDITION -> {
        lines.none(clause.span(), why(clause));
        before = Continuation.of(clause.links().isEmpty() ? clause.first() : Optional.empty());
      }
      case DEFINITION, CLAIM, UPDATE -> claims(clause, 0, Under.NOTHING);
      case START -> start(clause);
      case ASSUMPTION -> given(clause);
      case DYNAMICS -> dynamics(clause);
      case ASK -> ask(clause);
    }
  }

  private void claims(Clause clause, int from, Under under) {
    claims(clause, steering, from, under);
  }

  private void claims(Clause clause, Steering said, int from, Under under) {
    Claims claims = new Claims(known, said, lines);
    before = Continuation.of(claims.read(clause, from, before, under));
    known = claims.known();
  }

  private void definition(Clause clause) {
    List<Clause> parts = defined.parts(clause);
    for (int k = 0; k < parts.size(); k++) {
      Optional<Definition> made = defined.of(parts.get(k));
      if (made.isPresent()) {
        lines.given(clause.place(k), "definition", made.get(), known.scope());
      } else {
        lines.refuse(clause.place(k), defined.refusals(parts.get(k)).orElseThrow());
        lose(parts.get(k));
      }
    }
    claims(clause, parts.size(), Under.NOTHING);
  }

  /** Of a name whose formula is lost nothing is known. */
  private void lose(Clause clause) {
    clause.first().flatMap(Names::headOf).ifPresent(n -> known = known.refusing(Set.of(n)));
  }

  private void ask(Clause clause) {
    lines.ask(
        clause.place(0),
        Problem.of(
            ProblemId.DEFINE_OR_CLAIM,
            clause.span(),
            "this may define the name or claim something of it",
            "write := to define it, or say that it is a claim"));
    clause.first().flatMap(Names::bare).ifPresent(n -> known = known.asking(n));
    claims(clause, 1, Under.NOTHING);
  }

  private void dynamics(Clause clause) {
    if (known.mentionsRefused(clause.right())
        || known.mentionsRefused(clause.first().orElseThrow())) {
      lines.unread(clause.place(0), Known.LOST);
      return;
    }
    Flow flow = Flow.of(clause, known.context()).orElseThrow();
    Known moving = known.with(Flow.moving(known.scope(), List.of(flow)));
    switch (flow.formula(moving.context())) {
      case Outcome.Read<Definition> r -> {
        known = moving.taking(r).with(r.value()).settled();
        definitions.add(r.value());
        lines.given(clause.place(0), "dynamics", r.value(), known.scope());
      }
      case Outcome.Refused<Definition> r -> {
        lines.refuse(clause.place(0), r.refusals());
        lose(clause);
      }
    }
    claims(clause, 1, Under.NOTHING);
  }

  /** A value with which trajectories begin from here on. */
  private void start(Clause clause) {
    if (known.mentionsRefused(clause.right())
        || known.mentionsRefused(clause.first().orElseThrow())) {
      lines.unread(clause.place(0), Known.LOST);
      return;
    }
    Starts starts = new Starts(known.scope(), clause.span());
    if (Elaboration.sides(clause.first().orElseThrow(), clause.right(), known.context())
            instanceof Outcome.Read<Sides> r
        && starts.with(starts.name(r.value().left()).orElseThrow(), r.value())
            instanceof Outcome.Read<Scope> s) {
      Sides value = r.value();
      known = known.with(s.value()).taking(r).beginning(value);
      lines.given(
          clause.place(0), "value at the start", value.left(), value.right(), known.scope());
    }
  }

  private String why(Clause clause) {
    return switch (steering.said()) {
      case SKIP -> "skipped by the author";
      case ASSUMED -> steering.announced().orElseThrow().text();
      case NOTHING, GIVEN, CLAIM, DEFINE, CONDITION ->
          clause.links().isEmpty() ? "no relation" : "a declaration in the text";
    };
  }

  /** Taken for granted; of a derivative that is set to 0 what it is, is claimed. */
  private void given(Clause clause) {
    Optional<Announcement> announced = steering.announced();
    if (steering.said() == Roles.Said.CONDITION) {
      Steering plain = steering.announced(Optional.empty());
      Premises.claimed(clause).ifPresent(c -> claims(c, plain, 0, Under.NOTHING));
    }
    String what = announced.map(Announcement::text).orElse("taken for granted");
    Clause said = announced.isPresent() ? Premises.assumed(clause) : clause;
    before = Continuation.NONE;
    if (said.first().isPresent()
        && Elaboration.conditions(said.chain().orElseThrow(), known.context())
            instanceof Outcome.Read<List<Condition>> r) {
      known = known.taking(r);
      if (r.value().stream().allMatch(c -> c.relation() == Relation.EQUAL)) {
        r.value().forEach(c -> lines.given(said.span(), what, c.left(), c.right(), known.scope()));
      } else {
        lines.none(said.span(), "taken for granted by the author");
      }
      return;
    }
    lines.none(said.span(), "taken for granted by the author, and not read");
  }
}
