package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Under what a statement is said: {@code (j \ne y_i)}, {@code \text{if } x > 0}, {@code i = 1,
 * \dots, n}, {@code \forall x \in (0, 1)}. What is said of names that are declared restricts them;
 * letters and names of which nothing is known are declared for this statement.
 */
final class Restrictions {
  private final Ledger ledger;
  private final List<Condition> conditions = new ArrayList<>();
  private Scope scope;

  Restrictions(Scope scope, Ledger ledger) {
    this.scope = scope;
    this.ledger = ledger;
  }

  List<Condition> conditions() {
    return List.copyOf(conditions);
  }

  /** What is known for this statement. */
  Scope scope() {
    return scope;
  }

  /**
   * @throws Misread if it restricts in a way that cannot be checked
   */
  void add(dev.hence.read.math.Condition condition) {
    switch (condition.kind()) {
      case FOR_ALL, WHERE -> condition.clauses().forEach(this::add);
      case IF, PARENTHESISED -> {
        for (Clause clause : condition.clauses()) {
          if (clause.links().isEmpty()) {
            throw new Misread(
                ProblemId.UNSUPPORTED_NOTATION,
                clause.span(),
                "a condition without a relation",
                "write it as a relation, such as x > 0");
          }
          add(clause);
        }
      }
      case NOTE, OTHERWISE -> ledger.note("the words “" + condition.words() + "” restrict nothing");
    }
  }

  /**
   * One relation, or a chain of them; bare names say that it holds for all of them. Where a letter
   * goes restricts nothing.
   */
  void add(Clause clause) {
    if (clause.links().isEmpty() || !Tendency.of(clause).isEmpty()) {
      return;
    }
    Syntax.Link last = clause.links().getLast();
    boolean single = clause.links().size() == 1;
    if (IndexRanges.isRange(clause)) {
      clause.names().forEach(name -> range(name, (Syntax.Sequence) last.operand()));
    } else if (single && last.relation() == dev.hence.read.math.Relation.IN) {
      clause.names().forEach(name -> member(name, last.operand()));
    } else {
      conditions.addAll(
          new Quantified(context())
              .of(
                  clause,
                  new Formulas(context())
                      .conditions(clause.first(), clause.links(), clause.span())));
    }
  }

  /** Lets letters run over the entries that they pick, where nothing else is known of them. */
  Set<String> addEntries(List<Syntax> sides) {
    Map<String, Range> found = new EntryLetters(context()).of(sides);
    Span span = sides.getFirst().span();
    found.forEach(
        (letter, range) -> scope = scope.with(new Declaration.IndexRange(letter, range, span)));
    return found.keySet();
  }

  private Context context() {
    return Context.of(scope, ledger);
  }

  private void range(Syntax name, Syntax.Sequence sequence) {
    if (!(name instanceof Syntax.Name letter)) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION, name.span(), "only a letter can run over a range", "");
    }
    Range range = IndexRanges.of(sequence.items(), letter, context());
    Range declared = scope.ranges().get(letter.key());
    if (declared == null) {
      scope = scope.with(new Declaration.IndexRange(letter.key(), range, letter.span()));
      return;
    }
    Expr index = new Expr.Index(letter.key());
    if (!declared.lower().equals(range.lower())) {
      conditions.add(new Condition(index, Relation.GREATER_OR_EQUAL, range.lower()));
    }
    if (!declared.upper().equals(range.upper())) {
      conditions.add(new Condition(index, Relation.LESS_OR_EQUAL, range.upper()));
    }
  }

  private void member(Syntax name, Syntax set) {
    Domains.Kind kind = new Domains(context()).set(set);
    Optional<Pattern> pattern = Pattern.of(name, context()).filter(p -> p.parameters().isEmpty());
    Optional<Declaration.Variable> declared =
        pattern.flatMap(p -> scope.variable(p.name(), p.indices().size()));
    if (declared.filter(v -> v.shape().equals(kind.shape())).isPresent()) {
      within(new Formulas(context()).expr(name), declared.get().domain(), kind.domain(), set);
    } else if (pattern.isPresent()
        && declared.isEmpty()
        && !context().knows(pattern.get().name(), pattern.get().indices().size())) {
      scope =
          scope.with(
              new Declaration.Variable(
                  pattern.get().name(),
                  pattern.get().indices(),
                  kind.shape(),
                  kind.domain(),
                  false,
                  name.span()));
    } else {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          set.span(),
          "this set cannot restrict what stands before it",
          "declare it in `let`");
    }
  }

  /** A set that a declared name is said to be in. */
  private void within(Expr value, Domain declared, Domain said, Syntax set) {
    if (declared.equals(said) || said.equals(Domain.REALS)) {
      return;
    }
    if (!(said instanceof Domain.Interval interval) || !value.shape().equals(Shape.SCALAR)) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          set.span(),
          "this set differs from the declared one and cannot restrict it",
          "declare the name in it, in `let`");
    }
    interval
        .lower()
        .ifPresent(
            end ->
                condition(
                    value,
                    interval.lowerIncluded() ? Relation.GREATER_OR_EQUAL : Relation.GREATER,
                    end));
    interval
        .upper()
        .ifPresent(
            end ->
                condition(
                    value, interval.upperIncluded() ? Relation.LESS_OR_EQUAL : Relation.LESS, end));
  }

  private void condition(Expr value, Relation relation, Rational end) {
    conditions.add(new Condition(value, relation, new Expr.Literal(end)));
  }
}
