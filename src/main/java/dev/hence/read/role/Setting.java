package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.Motion;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.RandomNames;
import dev.hence.read.elaborate.RandomNames.Drawn;
import dev.hence.read.elaborate.Rates;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.elaborate.Tendency;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds entries of the header, of a section or of a comment to what is known. */
final class Setting {
  private static final Set<String> EQUATIONS = Set.of("=", ":=", "equiv");
  private static final Set<String> ORDERS = Set.of("<", ">", "<=", ">=");

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Clause> deferred = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final boolean ofPart;
  private Known known;

  private Setting(Known known, boolean ofPart) {
    this.known = known;
    this.ofPart = ofPart;
  }

  Setting(Known known) {
    this(known, false);
  }

  /** Entries of one display, or of a row. */
  static Setting ofPart(Known known) {
    return new Setting(known, true);
  }

  /** A part of what was said is lost: nothing that mentions a name is read. */
  void lose() {
    known = known.refusing(Set.of(Known.ANY));
  }

  Known known() {
    return known;
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** Definitions for one display that may speak of names that it defines. */
  List<Clause> deferred() {
    return List.copyOf(deferred);
  }

  /** The names of which the entries speak on their left, by {@link Name#key}. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  void enter(List<Clause> entries, List<Clause> flow, List<Clause> assume, List<Clause> step) {
    List<Clause> let = new ArrayList<>(entries);
    List<Clause> made = new ArrayList<>(step);
    entries.stream().filter(c -> StepEntries.isFirst(c, step)).forEach(made::add);
    let.removeAll(made);
    known = hidden(let).withSizes(Ends.of(let));
    boolean time =
        flow.isEmpty()
            && known.scope().dynamics().isEmpty()
            && (known.scope().variable(Name.TIME, 0).isPresent()
                || let.stream()
                    .flatMap(c -> c.allNames().stream())
                    .flatMap(n -> Names.bare(n).stream())
                    .anyMatch(Name.TIME::equals));
    Motion motion = FlowEntries.motion(flow, known);
    Declarations declarations = new Declarations(known.scope(), time, motion);
    List<Clause> left = declarations.declare(let);
    known =
        known
            .with(declarations.scope())
            .refusing(declarations.contested())
            .noting(declarations.defaults());
    FlowEntries moving = new FlowEntries(known, motion);
    moving.move(flow, declarations);
    known = moving.known();
    List<Clause> orders = left.stream().filter(Setting::isOrder).toList();
    left.removeAll(orders);
    define(left);
    orders.forEach(this::assume);
    List<Flow> all = new ArrayList<>(known.pending());
    all.addAll(moving.flows());
    moving.give(known.awaiting(all).settled());
    known = moving.known();
    refusals.addAll(moving.refusals());
    assume.forEach(this::assume);
    StepEntries steps = new StepEntries(known);
    steps.read(made);
    known = steps.known();
    refusals.addAll(steps.refusals());
  }

  /** What is known without what the entries say anew. */
  private Known hidden(List<Clause> let) {
    Known left = known;
    for (Clause clause : let) {
      for (Tree name : clause.says("sim") ? List.<Tree>of() : clause.allNames()) {
        Optional<LeftSide> side = LeftSide.of(name, known.context());
        if (side.isPresent()) {
          String key = side.get().name().key(side.get().indices().size());
          names.add(key);
          left =
              left.with(left.scope().without(key))
                  .drawing(left.draws().without(key))
                  .allowing(Names.heads(name));
        }
      }
    }
    return left;
  }

  /** What is said of the order of names restricts the points. */
  private static boolean isOrder(Clause clause) {
    return !clause.links().isEmpty()
        && clause.links().stream().allMatch(l -> ORDERS.contains(l.sign()))
        && clause.names().isEmpty();
  }

  /** Definitions, each as soon as what it speaks of is known. */
  private void define(List<Clause> entries) {
    MemberEntries members = new MemberEntries(entries, known.context());
    List<Clause> left = new ArrayList<>(entries);
    boolean more = true;
    while (more) {
      int before = left.size();
      Set<Clause> waiting = members.waiting(left);
      left.removeIf(c -> c.says("sim") ? draw(c) : !waiting.contains(c) && define(c));
      more = left.size() < before;
    }
    Set<String> open = new HashSet<>();
    left.forEach(c -> open.addAll(names(c)));
    for (Clause clause : left) {
      if (clause.says("sim")) {
        refuseDraw(clause);
      } else {
        refuseDefinition(clause, open);
      }
    }
    members.withoutEffect(known.scope()).forEach(this::refuseMember);
  }

  private boolean define(Clause clause) {
    Optional<LeftSide> side = definable(clause);
    if (side.isEmpty()) {
      return false;
    }
    Outcome<Definition> outcome =
        Elaboration.definition(side.get(), clause.right(), known.context());
    if (outcome instanceof Outcome.Read<Definition> r && r.inferred().isEmpty()) {
      known = known.defining(r.value(), clause.first().orElseThrow());
      return true;
    }
    return false;
  }

  /** How names are drawn, as soon as what their law has to say of them can be read. */
  private boolean draw(Clause clause) {
    for (Tree name : clause.allNames()) {
      if (!(RandomNames.of(name, clause.right(), known.context(), clause.span())
          instanceof Outcome.Read<Drawn> r)) {
        return false;
      }
      known = known.with(r.value().scope()).drawing(known.draws().with(r.value().draw()));
    }
    return true;
  }

  private void refuseDraw(Clause clause) {
    for (Tree name : clause.allNames()) {
      if (RandomNames.of(name, clause.right(), known.context(), clause.span())
          instanceof Outcome.Refused<Drawn> r) {
        refusals.addAll(r.refusals());
      }
    }
    known = known.refusing(names(clause));
  }

  private Optional<LeftSide> definable(Clause clause) {
    boolean equation =
        clause.links().size() == 1
            && EQUATIONS.contains(clause.links().getFirst().sign())
            && clause.first().isPresent();
    return equation
        ? clause
            .first()
            .flatMap(f -> LeftSide.ofMembers(f, known.context()))
            .filter(known::isWithoutFormula)
        : Optional.empty();
  }

  /**
   * What is left: with letters that nothing declares, or not at all.
   *
   * @param open names that entries would define and do not
   */
  private void refuseDefinition(Clause clause, Set<String> open) {
    Optional<LeftSide> side = definable(clause);
    if (side.isEmpty()) {
      refuse(clause, "this entry");
      return;
    }
    if (ofPart) {
      deferred.add(clause);
      return;
    }
    String name = side.get().name().latex();
    switch (Elaboration.definition(side.get(), clause.right(), known.context())) {
      case Outcome.Read<Definition> r
          when r.inferred().stream().anyMatch(v -> open.contains(v.name().latex())) ->
          lose(clause, new Refusal.Circular(clause.span(), name, "what it defines"));
      case Outcome.Read<Definition> r ->
          known = known.taking(r).defining(r.value(), clause.first().orElseThrow());
      case Outcome.Refused<Definition> r -> {
        refusals.addAll(r.refusals());
        known = known.refusing(names(clause));
      }
    }
  }

  private void refuseMember(Clause clause) {
    lose(clause, new Refusal.NoMeaning(clause.span(), MemberEntries.ALONE));
  }

  private void assume(Clause clause) {
    List<Tendency> said = clause.tendencies();
    if (!said.isEmpty()) {
      known = known.tending(said);
      return;
    }
    Optional<Tree> chain = clause.chain();
    Outcome<List<Condition>> outcome =
        chain
            .map(c -> Elaboration.conditions(c, known.context()))
            .orElseGet(() -> new Outcome.Refused<>(List.of()));
    switch (outcome) {
      case Outcome.Read<List<Condition>> r -> assume(clause, r.value());
      case Outcome.Refused<List<Condition>> r -> {
        refuse(clause, "this assumption");
        clause.links().forEach(l -> known = known.refusing(Names.heads(l.operand())));
      }
    }
  }

  private void assume(Clause clause, List<Condition> said) {
    switch (new Quantified(known).of(clause, said)) {
      case Outcome.Read<List<Condition>> r -> r.value().forEach(c -> assume(c, clause));
      case Outcome.Refused<List<Condition>> r -> {
        refusals.addAll(r.refusals());
        clause.trees().forEach(t -> known = known.refusing(Names.heads(t)));
      }
    }
  }

  /** A value at the start is assumed of trajectories alone; what else is said, of all points. */
  private void assume(Condition condition, Clause clause) {
    Starts starts = new Starts(known.scope(), clause.span());
    Optional<Name> begins =
        condition.relation() == Relation.EQUAL ? starts.name(condition.left()) : Optional.empty();
    if (begins.isEmpty()) {
      known = known.with(known.scope().assuming(condition));
      return;
    }
    switch (starts.with(begins.get(), new Sides(condition.left(), condition.right()))) {
      case Outcome.Read<Scope> r -> known = known.with(r.value());
      case Outcome.Refused<Scope> r -> {
        refusals.addAll(r.refusals());
        known = known.refusing(Set.of(begins.get().latex()));
      }
    }
  }

  private void refuse(Clause clause, String what) {
    lose(
        clause,
        new Refusal.Unparsed(
            clause.span(), ProblemId.HEADER_BAD_ENTRY, "Nothing says what " + what + " declares."));
  }

  private void lose(Clause clause, Refusal refusal) {
    refusals.add(refusal);
    known = known.refusing(names(clause));
  }

  /** The names on the left of an entry that is lost. */
  private Set<String> names(Clause clause) {
    Set<String> names = new HashSet<>();
    for (Tree tree : clause.allNames()) {
      Tree state = Rates.of(tree, known.context()).map(Rates.Rate::state).orElse(tree);
      Names.headOf(state).ifPresentOrElse(names::add, () -> names.addAll(Names.heads(state)));
    }
    return names;
  }
}
