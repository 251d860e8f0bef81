package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Expectation;
import dev.hence.claim.Kind;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Dependences;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.LeftForm;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.OpenSums;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.elaborate.Relations;
import dev.hence.read.role.Clause.Joint;
import dev.hence.read.role.Roles.Role;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the statements of one display: its definitions first, which serve all of it. */
final class DisplayReader {
  private final Steering steering;
  private final int number;
  private final List<Line> lines = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Map<Clause, Definition> made = new IdentityHashMap<>();
  private final Map<Clause, List<Refusal>> failed = new IdentityHashMap<>();
  private Known known;
  private Optional<Tree> lastSide;

  DisplayReader(Known known, Steering steering, Optional<Tree> lastSide, int number) {
    this.known = known;
    this.steering = steering;
    this.lastSide = lastSide;
    this.number = number;
  }

  Known known() {
    return known;
  }

  List<Definition> definitions() {
    return List.copyOf(definitions);
  }

  Optional<Tree> lastSide() {
    return lastSide;
  }

  List<Line> read(List<Clause> clauses) {
    known = known.withSizes(Ends.of(clauses));
    clauses.stream().filter(Declarations::isRange).forEach(this::range);
    List<Clause> said = withConditions(clauses);
    define(said);
    for (int k = 0; k < said.size(); k++) {
      statement(said, k);
    }
    return lines;
  }

  /** What is said of index letters behind a statement restricts it. */
  private List<Clause> withConditions(List<Clause> clauses) {
    List<Clause> said = new ArrayList<>();
    for (int k = 0; k < clauses.size(); k++) {
      if (!said.isEmpty() && BareConditions.isOfIndices(clauses, k, known.context())) {
        Tree condition = Restrictions.chain(clauses.get(k));
        said.add(said.removeLast().saying(List.of(condition)));
      } else {
        said.add(clauses.get(k));
      }
    }
    return said;
  }

  /** A statement with what stands behind it in its row. */
  private void statement(List<Clause> clauses, int k) {
    boolean claims = steering.says(Steering.Word.CLAIM) || !steering.conditions().isEmpty();
    Clause clause = clauses.get(k);
    for (int later = k; later < clauses.size() && !claims; later++) {
      Clause behind = clauses.get(later);
      boolean unclear =
          behind.row() == clause.row()
              && BareConditions.isUnclear(clauses, later)
              && !made.containsKey(behind);
      if (unclear && !made.containsKey(clause)) {
        unclear(clause, behind);
        return;
      }
    }
    statement(clause);
  }

  private void unclear(Clause clause, Clause behind) {
    Problem problem =
        Problem.of(
            ProblemId.CONDITION_OR_CLAIM,
            behind.span(),
            "this may be a condition of the statement before it, or a claim of its own",
            "say which in a comment before the display");
    for (int k = 0; k < clause.links().size(); k++) {
      add(new Line(unread(place(clause, k), problem), Optional.empty()));
    }
  }

  private void range(Clause clause) {
    Restrictions restrictions = new Restrictions(known);
    restrictions.add(clause);
    known = restrictions.known();
  }

  // Definitions

  private void define(List<Clause> clauses) {
    List<Clause> left = new ArrayList<>(clauses.stream().filter(this::defines).toList());
    boolean more = true;
    while (more) {
      int before = left.size();
      left.removeIf(this::define);
      more = left.size() < before;
    }
  }

  private boolean defines(Clause clause) {
    return clause.joint() == Joint.NONE && role(clause) == Role.DEFINITION;
  }

  private boolean define(Clause clause) {
    Optional<LeftSide> side = side(clause);
    Known inside = restricted(clause).known();
    if (side.isEmpty()) {
      return false;
    }
    Optional<Refusal> redefined = redefined(side.get());
    if (redefined.isPresent()) {
      failed.put(clause, redefined.stream().toList());
      return false;
    }
    switch (Elaboration.definition(side.get(), clause.right(), inside.context())) {
      case Outcome.Read<Definition> r -> {
        failed.remove(clause);
        made.put(clause, r.value());
        definitions.add(r.value());
        known =
            inside
                .assuming(r.inferred())
                .defining(r.value(), clause.first().orElseThrow())
                .settled();
        return true;
      }
      case Outcome.Refused<Definition> r -> {
        failed.put(clause, r.refusals());
        return false;
      }
    }
  }

  /** What is defined through a name may keep its old formula or follow the new one. */
  private Optional<Refusal> redefined(LeftSide side) {
    boolean used =
        known.scope().definition(side.name(), side.indices().size()).isPresent()
            && known.scope().definitions().values().stream()
                .anyMatch(d -> Dependences.speaksOf(d, side));
    return used
        ? Optional.of(
            new Refusal.Several(
                side.span(),
                "a new formula for a name through which others are defined",
                List.of("they keep the old formula", "they follow the new one")))
        : Optional.empty();
  }

  private Optional<LeftSide> side(Clause clause) {
    return clause.first().flatMap(f -> LeftSide.of(f, known.context()));
  }

  private Restrictions restricted(Clause clause) {
    Restrictions restrictions = new Restrictions(known);
    clause.words().forEach(restrictions::add);
    steering.conditions().forEach(restrictions::add);
    return restrictions;
  }

  // Roles

  private Role role(Clause clause) {
    return Roles.of(steering.said(), left(clause), sign(clause));
  }

  private static Roles.Sign sign(Clause clause) {
    if (clause.links().isEmpty()) {
      return Roles.Sign.NONE;
    }
    return switch (clause.links().getFirst().sign()) {
      case "=" -> Roles.Sign.EQUATION;
      case ":=", "equiv" -> Roles.Sign.DEFINING;
      case "assigned" -> Roles.Sign.ASSIGNMENT;
      case "in" -> Roles.Sign.MEMBER;
      default -> Roles.Sign.OTHER;
    };
  }

  private Roles.Left left(Clause clause) {
    if (Declarations.isRange(clause)) {
      return Roles.Left.INDICES;
    }
    if (clause.first().isEmpty() || clause.links().isEmpty()) {
      return Roles.Left.OTHER;
    }
    Optional<Flow> flow = Flow.of(clause, known.context());
    if (flow.filter(f -> !known.scope().isState(f.state().name())).isPresent()) {
      return Roles.Left.RATE;
    }
    return switch (LeftForm.of(clause.first().get(), clause.right(), known.context())) {
      case LeftForm.New n -> Roles.Left.NEW;
      case LeftForm.Doubtful d -> Roles.Left.DOUBTFUL;
      case LeftForm.Known k -> k.hasFormula() ? Roles.Left.DEFINED : Roles.Left.DECLARED;
      case LeftForm.Other o -> Roles.Left.OTHER;
    };
  }

  // Statements

  private void statement(Clause clause) {
    if (made.containsKey(clause) || failed.containsKey(clause)) {
      definition(clause);
      return;
    }
    switch (role(clause)) {
      case NO_STATEMENT, CONDITION -> {
        add(none(clause));
        lastSide = clause.links().isEmpty() ? clause.first() : Optional.empty();
      }
      case DEFINITION, CLAIM, START -> claims(clause, 0);
      case ASSUMPTION -> given(clause);
      case DYNAMICS -> dynamics(clause);
      case UPDATE -> unread(clause.span(), "an update");
      case ASK -> ask(clause);
    }
  }

  private void definition(Clause clause) {
    Span span = place(clause, 0);
    if (failed.containsKey(clause)) {
      refuse(span, failed.get(clause));
      lose(clause);
    } else {
      Definition d = made.get(clause);
      add(given(span, "definition", Givens.left(d), d.lambda().body()));
    }
    claims(clause, 1);
  }

  /** Of a name whose formula is lost nothing is known. */
  private void lose(Clause clause) {
    clause
        .first()
        .ifPresent(
            f -> known = known.refusing(Names.headOf(f).stream().collect(Collectors.toSet())));
  }

  private void ask(Clause clause) {
    add(
        new Line(
            unread(
                place(clause, 0),
                Problem.of(
                    ProblemId.DEFINE_OR_CLAIM,
                    clause.span(),
                    "this may define the name or claim something of it",
                    "write := to define it, or say that it is a claim")),
            Optional.empty()));
    claims(clause, 1);
  }

  private void dynamics(Clause clause) {
    Flow flow = Flow.of(clause, known.context()).orElseThrow();
    Known moving = known.with(Flow.moving(known.scope(), List.of(flow)));
    switch (flow.formula(moving.context())) {
      case Outcome.Read<Definition> r -> {
        known = moving.assuming(r.inferred()).with(r.value()).settled();
        definitions.add(r.value());
        add(given(place(clause, 0), "dynamics", Givens.left(r.value()), r.value().lambda().body()));
      }
      case Outcome.Refused<Definition> r -> {
        refuse(place(clause, 0), r.refusals());
        lose(clause);
      }
    }
    claims(clause, 1);
  }

  private void given(Clause clause) {
    if (clause.first().isPresent()
        && Elaboration.conditions(Restrictions.chain(clause), known.context())
            instanceof Outcome.Read<List<Condition>> r) {
      for (Condition c : r.value()) {
        add(given(clause.span(), "taken for granted", c.left(), c.right()));
      }
      return;
    }
    add(none(clause));
  }

  // Claims

  /** The relations of a statement from one on, each between its neighbours. */
  private void claims(Clause clause, int from) {
    Optional<Tree> side = clause.first().or(() -> lastSide);
    for (int k = 0; k < clause.links().size(); k++) {
      Clause.Link link = clause.links().get(k);
      if (k >= from && side.isPresent()) {
        claim(side.get(), link, clause, k);
      } else if (k >= from) {
        unread(place(clause, k), "a relation without a left side");
      }
      side = Optional.of(link.operand());
    }
    lastSide = side;
  }

  private void claim(Tree left, Clause.Link link, Clause clause, int k) {
    Span span = place(clause, k);
    Restrictions restrictions = restricted(clause);
    Optional<Relation> relation = Relations.of(link.relation());
    if (clause.joint() != Joint.NONE) {
      unread(span, "an inference");
    } else if (!restrictions.refusals().isEmpty()) {
      refuse(span, restrictions.refusals());
    } else if (relation.isEmpty() || relation.get() == Relation.APPROXIMATELY) {
      unread(span, "the relation " + link.relation().text());
    } else if (mentionsRefused(left) || mentionsRefused(link.operand())) {
      unread(span, "a name whose entry is not read");
    } else {
      compared(left, relation.get(), link.operand(), restrictions, span);
    }
  }

  private Optional<Refusal> doubt(
      Elaboration.Sides sides, Relation relation, Restrictions restrictions, Span span) {
    List<Expr> both = List.of(sides.left(), sides.right());
    return relation.isInequality() && !sides.left().shape().isScalar()
        ? Optional.of(new Refusal.NoMeaning(span, "an order of what are no numbers"))
        : OpenSums.refusal(both, restrictions.conditions(), span);
  }

  private void compared(
      Tree left, Relation relation, Tree right, Restrictions restrictions, Span span) {
    switch (Elaboration.sides(left, right, restrictions.known().context())) {
      case Outcome.Refused<Elaboration.Sides> r -> refuse(span, r.refusals());
      case Outcome.Read<Elaboration.Sides> r
          when doubt(r.value(), relation, restrictions, span).isPresent() ->
          refuse(span, doubt(r.value(), relation, restrictions, span).stream().toList());
      case Outcome.Read<Elaboration.Sides> r -> {
        known = known.assuming(r.inferred());
        Known here = restrictions.known().assuming(r.inferred());
        Elaboration.Sides sides = Moments.of(r.value(), here.scope());
        Kind kind = relation.isInequality() ? Kind.INEQUALITY : Kind.POINTWISE;
        add(
            new Line(
                new Statement.Step(
                    "#" + number,
                    Optional.empty(),
                    span,
                    kind,
                    Optional.empty(),
                    sides.left(),
                    relation,
                    sides.right(),
                    restrictions.conditions(),
                    here.scope(),
                    Trial.EMPTY,
                    expectation()),
                Optional.empty()));
      }
    }
  }

  private boolean mentionsRefused(Tree tree) {
    Set<String> names = new HashSet<>(Names.heads(tree));
    boolean any = known.refused().contains(Known.ANY) && !names.isEmpty();
    names.retainAll(known.refused());
    return any || !names.isEmpty();
  }

  private Expectation expectation() {
    return steering.says(Steering.Word.EXPECT_REFUTED)
        ? Expectation.refutedIn(number)
        : Expectation.HOLDS;
  }

  /** From the left side of a relation to its right; of a later one from its sign. */
  private static Span place(Clause clause, int k) {
    Clause.Link link = clause.links().get(k);
    Span right = link.operand().span();
    return k == 0 && clause.first().isPresent()
        ? clause.first().get().span().to(right)
        : link.relation().span().to(right);
  }

  // Lines

  private void add(Line line) {
    lines.add(line);
  }

  private Line none(Clause clause) {
    return new Line(
        new Statement.NoStatement("#" + number, Optional.empty(), clause.span(), "no statement"),
        Optional.empty());
  }

  private Line given(Span span, String what, Expr left, Expr right) {
    return new Line(
        new Statement.Given("#" + number, Optional.empty(), span, what, left, right, known.scope()),
        Optional.empty());
  }

  private void unread(Span span, String what) {
    refuse(span, List.of(new Refusal.NoMeaning(span, what)));
  }

  private void refuse(Span span, List<Refusal> refusals) {
    Refusal first = refusals.getFirst();
    Problem problem = Problem.of(first.id(), first.span(), first.words(), "");
    add(new Line(unread(span, problem), Optional.of(first)));
  }

  private Statement.Unread unread(Span span, Problem problem) {
    return new Statement.Unread("#" + number, Optional.empty(), span, problem, expectation());
  }
}
