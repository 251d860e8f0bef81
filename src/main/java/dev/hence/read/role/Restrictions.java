package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.EntryLetters;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.elaborate.Sets;
import dev.hence.read.elaborate.Tendency;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under what a statement is said: relations that restrict it, and names that it declares. */
final class Restrictions {
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Tendency> tending = new ArrayList<>();
  private final Set<String> picked = new LinkedHashSet<>();
  private Known known;

  Restrictions(Known known) {
    this.known = known;
  }

  /** What words behind a statement say of it, and the comment before its display. */
  static Restrictions of(Clause clause, Steering steering, Known known) {
    Restrictions restrictions = new Restrictions(known);
    clause.words().forEach(restrictions::add);
    steering.conditions().forEach(restrictions::add);
    return restrictions;
  }

  Known known() {
    return known;
  }

  List<Condition> conditions() {
    return List.copyOf(conditions);
  }

  /** Where letters are said to go. */
  List<Tendency> tending() {
    return List.copyOf(tending);
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** What words behind a statement say, or a relation in parentheses there. */
  void add(Tree said) {
    if (said instanceof Tree.Worded w) {
      words(w);
    } else {
      Clauses.of(said).forEach(this::add);
    }
  }

  private void words(Tree.Worded w) {
    switch (w.phrase()) {
      case FOR_ALL, IF, WHERE ->
          Clauses.of(new Tree.Row(w.said(), Optional.empty())).forEach(this::add);
      case EXPLANATION, REMARK -> refusals.addAll(Remarks.in(w));
      case SMALL -> w.said().forEach(t -> tending.add(Tendency.small(t)));
      case LARGE -> w.said().forEach(t -> tending.add(Tendency.large(t)));
      case OTHERWISE, INDEPENDENT, AND, IMPLIES, IFF, OR, OTHER ->
          refusals.add(new Refusal.NoMeaning(w.span(), "“" + w.words().meaning() + "”"));
    }
  }

  void add(Clause clause) {
    if (clause.links().isEmpty()) {
      return;
    }
    List<Tendency> said = clause.tendencies();
    if (!said.isEmpty()) {
      tending.addAll(said);
      return;
    }
    if (Declarations.isRange(clause)) {
      clause.allNames().forEach(name -> range(clause, name));
    } else if (clause.says("in")) {
      clause.allNames().forEach(name -> member(clause, name));
    } else {
      conditions(clause);
    }
  }

  /** Lets letters run over the entries that they pick, where nothing else is known of them. */
  void pick(List<Tree> sides) {
    Map<String, Range> letters = new EntryLetters(known.context()).of(sides);
    Span span = sides.getFirst().span();
    letters.forEach(
        (letter, range) ->
            known =
                known.with(known.scope().with(new Declaration.IndexRange(letter, range, span))));
    picked.addAll(letters.keySet());
  }

  /** Whether such a letter stands twice in a term. */
  Optional<Refusal> pair(Elaboration.Sides sides, Span span) {
    return EntryLetters.pair(picked, List.of(sides.left(), sides.right()), span);
  }

  /** What is known where the statement is read. */
  Known here() {
    return known.tending(tending);
  }

  private void range(Clause clause, Tree name) {
    Optional<Name> letter = Names.bare(name);
    Optional<Range> range = letter.flatMap(n -> Declarations.range(clause, n, known.context()));
    if (range.isEmpty()) {
      refuse(clause);
    } else if (!known.scope().ranges().containsKey(letter.get().latex())) {
      known =
          known.with(
              known
                  .scope()
                  .with(
                      new Declaration.IndexRange(
                          letter.get().latex(), range.get(), clause.span())));
    } else {
      within(letter.get().latex(), range.get());
    }
  }

  /** A part of the range over which a letter is declared to run. */
  private void within(String letter, Range said) {
    Range declared = known.scope().ranges().get(letter);
    Expr index = new Expr.Index(letter);
    if (!declared.lower().equals(said.lower())) {
      conditions.add(new Condition(index, Relation.GREATER_OR_EQUAL, said.lower()));
    }
    if (!declared.upper().equals(said.upper())) {
      conditions.add(new Condition(index, Relation.LESS_OR_EQUAL, said.upper()));
    }
  }

  private void member(Clause clause, Tree name) {
    Optional<Sets.Members> members = new Sets(known.context()).set(clause.right());
    Optional<LeftSide> side = LeftSide.of(name, known.context()).filter(s -> s.slots().isEmpty());
    if (members.isEmpty() || side.isEmpty()) {
      refuse(clause);
      return;
    }
    LeftSide s = side.get();
    Optional<Declaration.Variable> declared = known.scope().variable(s.name(), s.indices().size());
    Declaration.Variable said =
        new Declaration.Variable(
            s.name(),
            s.indices(),
            members.get().shape(),
            members.get().domain(),
            false,
            clause.span());
    if (declared.isEmpty()) {
      known = known.with(known.scope().with(said));
    } else if (!declared.get().shape().equals(said.shape())
        || !within(name, declared.get(), said.domain())) {
      refuse(clause);
    }
  }

  /** A part of the set in which a name is declared to be; false if it is not known to be one. */
  private boolean within(Tree name, Declaration.Variable declared, Domain said) {
    if (declared.domain().equals(said) || said.equals(Domain.REALS)) {
      return true;
    }
    if (!(said instanceof Domain.Interval interval)
        || !(Elaboration.value(name, Shape.SCALAR, known.context())
            instanceof Outcome.Read<Expr> r)) {
      return false;
    }
    Relation above = interval.lowerIncluded() ? Relation.GREATER_OR_EQUAL : Relation.GREATER;
    Relation below = interval.upperIncluded() ? Relation.LESS_OR_EQUAL : Relation.LESS;
    interval.lower().ifPresent(e -> conditions.add(end(r.value(), above, e)));
    interval.upper().ifPresent(e -> conditions.add(end(r.value(), below, e)));
    return true;
  }

  private static Condition end(Expr value, Relation relation, Rational end) {
    return new Condition(value, relation, new Expr.Literal(end));
  }

  private void conditions(Clause clause) {
    if (clause.first().isEmpty()) {
      refuse(clause);
      return;
    }
    switch (Elaboration.conditions(clause.chain().orElseThrow(), known.context())) {
      case Outcome.Read<List<Condition>> r -> {
        conditions.addAll(r.value());
        known = known.taking(r);
      }
      case Outcome.Refused<List<Condition>> r -> refusals.addAll(r.refusals());
    }
  }

  private void refuse(Clause clause) {
    refusals.add(new Refusal.NoMeaning(clause.span(), "this restriction"));
  }
}
