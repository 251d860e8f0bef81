package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Trees;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Display;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Row;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns displays, one after the other, into statements, and keeps what is known between them. */
final class Statements {
  private final Ledger ledger;
  private final Problems problems;
  private final Trial trial;
  private final List<Flows.Equation> pending;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final Ids ids = new Ids();
  private Scope scope;
  private Optional<Syntax> chain = Optional.empty();

  Statements(
      Scope scope, Ledger ledger, Problems problems, Trial trial, List<Flows.Equation> pending) {
    this.scope = scope;
    this.ledger = ledger;
    this.problems = problems;
    this.trial = trial;
    this.pending = new ArrayList<>(pending);
    resolvePending();
  }

  List<Statement> statements() {
    return List.copyOf(statements);
  }

  Scope scope() {
    return scope;
  }

  List<Definition> definitions() {
    return List.copyOf(definitions);
  }

  /** Dynamics whose right side never became readable. */
  List<Flows.Equation> pending() {
    return List.copyOf(pending);
  }

  /** A display that could not be parsed. */
  void unread(Span span, Problem problem, Steering steering) {
    ids.display();
    statements.add(
        new Statement.Unread(
            ids.next(Optional.empty()), Optional.empty(), span, problem, steering.expectation()));
    chain = Optional.empty();
  }

  /** A heading or anything else that ends a chain. */
  void endChain() {
    chain = Optional.empty();
  }

  void display(Display display, Steering steering) {
    ids.display(display);
    if (steering.skip()) {
      skip(display);
      return;
    }
    Scope outside = scope;
    Setting local = new Setting(scope, ledger, problems);
    local.define(local.declare(steering.let()));
    local.assume(steering.assume());
    scope = local.scope();
    int first = statements.size();
    for (Row row : display.rows()) {
      for (Clause clause : row.clauses()) {
        clause(clause, row, steering);
      }
    }
    ids.number(statements, first);
    if (!steering.let().isEmpty() || !steering.assume().isEmpty()) {
      scope = outside;
    }
  }

  private void skip(Display display) {
    Row row = display.rows().getFirst();
    statements.add(
        new Statement.NoStatement(
            ids.next(label(row)), label(row), display.span(), "skipped by the author"));
    chain = Optional.empty();
  }

  private static Optional<String> label(Row row) {
    return row.tag().or(row::label);
  }

  private void clause(Clause clause, Row row, Steering steering) {
    Optional<Syntax> left = clause.first().or(() -> chain);
    boolean begins = clause.first().isPresent();
    if (clause.links().isEmpty()) {
      chain = clause.first();
      statements.add(
          new Statement.NoStatement(
              ids.next(ids.label(row)), ids.label(row), clause.span(), "no relation"));
      return;
    }
    if (left.isEmpty()) {
      fail(
          new Misread(
              ProblemId.UNEXPECTED_TOKEN,
              clause.span(),
              "a display that begins with a relation, with none before it to continue",
              "write its left side"),
          clause.span(),
          row,
          steering);
      return;
    }
    Syntax side = left.get();
    for (Syntax.Link link : clause.links()) {
      Span span =
          side.span().start() <= link.operand().span().start()
              ? side.span().to(link.operand().span())
              : clause.span();
      Span place = begins ? span : link.sign().to(link.operand().span());
      try {
        link(side, link, begins, clause, place, row, steering);
      } catch (Misread misread) {
        fail(misread, place, row, steering);
      }
      side = link.operand();
      begins = false;
    }
    chain = Optional.of(side);
  }

  private void fail(Misread misread, Span span, Row row, Steering steering) {
    problems.report(misread.problem());
    statements.add(
        new Statement.Unread(
            ids.next(ids.label(row)),
            ids.label(row),
            span,
            misread.problem(),
            steering.expectation()));
  }

  private void link(
      Syntax left,
      Syntax.Link link,
      boolean begins,
      Clause clause,
      Span span,
      Row row,
      Steering steering) {
    Optional<String> label = ids.label(row);
    Sizes.register(left, context());
    Sizes.register(link.operand(), context());
    if (link.relation() == Relation.IN) {
      statements.add(
          new Statement.NoStatement(ids.next(label), label, span, "a declaration in the text"));
      return;
    }
    boolean equation =
        link.relation() == Relation.EQUAL
            || link.relation() == Relation.DEFINES
            || link.relation() == Relation.EQUIVALENT;
    if (begins && equation && definesDynamics(left, link, span, label)) {
      return;
    }
    if (begins && equation && new NewNames(context()).defines(left, link, steering)) {
      define(left, link, span, label);
      return;
    }
    claim(left, link, clause, span, label, steering);
  }

  // Definitions and dynamics

  private boolean definesDynamics(
      Syntax left, Syntax.Link link, Span span, Optional<String> label) {
    Context context = context();
    Optional<Pattern> moved = Flows.moved(left, context);
    if (moved.isEmpty() || scope.isState(moved.get().name())) {
      return false;
    }
    refusePrime(left, moved.get().name(), context);
    Flows.Equation equation = Flows.equation(left, link.operand(), context, span);
    Scope moving = Flows.moving(scope, List.of(equation));
    Definition velocity = Flows.velocity(equation, Context.of(moving, ledger));
    scope = moving.with(velocity);
    given(velocity, "dynamics", span, label);
    return true;
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

  private void define(Syntax left, Syntax.Link link, Span span, Optional<String> label) {
    Pattern pattern = Pattern.of(left, context()).orElseThrow();
    Definition definition = Definitions.define(pattern, link.operand(), context(), span);
    definition = withoutTime(definition);
    settle();
    scope = scope.with(definition);
    given(definition, "definition", span, label);
    resolvePending();
  }

  /** {@code u(t) = X w(t)} defines u = X w, a value that moves. */
  private Definition withoutTime(Definition definition) {
    Lambda lambda = definition.lambda();
    List<Parameter> others =
        lambda.parameters().stream().filter(p -> !p.name().equals(Name.TIME)).toList();
    if (scope.dynamics().isEmpty() || others.size() == lambda.parameters().size()) {
      return definition;
    }
    Expr time = new Expr.Ref(Name.TIME, List.of(), dev.hence.expr.Shape.SCALAR);
    Expr body = Times.stripped(lambda.body(), time);
    if (Trees.any(body, e -> e.equals(time))) {
      return definition;
    }
    return new Definition(
        definition.name(),
        new Lambda(lambda.indices(), others, body),
        definition.shape(),
        definition.span());
  }

  private void given(Definition definition, String what, Span span, Optional<String> label) {
    definitions.add(definition);
    Lambda lambda = definition.lambda();
    List<Expr> indices =
        lambda.indices().stream().map(letter -> (Expr) new Expr.Index(letter)).toList();
    List<Expr> arguments =
        lambda.parameters().stream()
            .map(p -> (Expr) new Expr.Ref(p.name(), List.of(), p.shape()))
            .toList();
    Expr name =
        arguments.isEmpty()
            ? new Expr.Ref(definition.name(), indices, definition.shape())
            : new Expr.Call(definition.name(), indices, arguments, List.of(), definition.shape());
    statements.add(
        new Statement.Given(ids.next(label), label, span, what, name, lambda.body(), scope));
  }

  /** Reads the dynamics that can be read by now; a failed try leaves no trace. */
  private void resolvePending() {
    for (Flows.Equation equation : List.copyOf(pending)) {
      Ledger scratch = new Ledger();
      try {
        Definition velocity = Flows.velocity(equation, Context.of(scope, scratch));
        if (scratch.variables().isEmpty()) {
          scope = scope.with(velocity);
          definitions.add(velocity);
          pending.remove(equation);
        }
      } catch (Misread notYet) {
        // Tried again after the next definition, and reported at the end of the document.
      }
    }
  }

  // Claims

  private void claim(
      Syntax left,
      Syntax.Link link,
      Clause clause,
      Span span,
      Optional<String> label,
      Steering steering) {
    Context context = context();
    List<Condition> conditions = new ArrayList<>();
    for (dev.hence.read.math.Condition c : clause.conditions()) {
      conditions.addAll(conditions(c));
    }
    Claims.Claim claim = claim(left, link);
    settle();
    Scope full = withAssumed(claim.scope());
    statements.add(
        new Statement.Step(
            ids.next(label),
            label,
            span,
            claim.kind(),
            claim.horizon(),
            claim.left(),
            claim.relation(),
            claim.right(),
            conditions,
            full,
            trial.with(steering.trial()),
            steering.expectation()));
  }

  private List<Condition> conditions(dev.hence.read.math.Condition condition) {
    return switch (condition.kind()) {
      case FOR_ALL, IF, WHERE, PARENTHESISED -> {
        List<Condition> all = new ArrayList<>();
        for (Clause c : condition.clauses()) {
          boolean restricts =
              !c.links().isEmpty()
                  && c.links().stream().allMatch(l -> Relations.of(l.relation()).isPresent())
                  && c.links().stream().noneMatch(l -> l.operand() instanceof Syntax.Sequence);
          if (restricts) {
            all.addAll(new Formulas(context()).conditions(c.first(), c.links(), c.span()));
          }
        }
        yield all;
      }
      case NOTE, OTHERWISE -> {
        ledger.note("the words “" + condition.words() + "” restrict nothing");
        yield List.of();
      }
    };
  }

  /** A claim, with the dynamics that it speaks of read before. */
  private Claims.Claim claim(Syntax left, Syntax.Link link) {
    Claims.Claim claim = new Claims(context()).claim(left, link);
    Reach reach = new Reach(claim.scope());
    List<Flows.Equation> needed =
        pending.stream()
            .filter(
                equation ->
                    reach.any(claim.left(), e -> moves(e, equation))
                        || reach.any(claim.right(), e -> moves(e, equation)))
            .toList();
    needed.forEach(this::resolveNow);
    return needed.isEmpty() ? claim : new Claims(context()).claim(left, link);
  }

  /** Reads dynamics that are needed: letters of which nothing is known by now are numbers. */
  private void resolveNow(Flows.Equation equation) {
    try {
      Definition velocity = Flows.velocity(equation, context());
      settle();
      scope = scope.with(velocity);
      definitions.add(velocity);
      pending.remove(equation);
    } catch (Misread unreadable) {
      throw new Misread(
          ProblemId.NO_DYNAMICS,
          equation.span(),
          "the dynamics speak of names that are not defined before they are needed",
          "define them in `let`, or before the first derivative along the dynamics");
    }
  }

  private static boolean moves(Expr e, Flows.Equation equation) {
    return e instanceof Expr.TimeDerivative
        || e instanceof Expr.At
        || (e instanceof Expr.Ref r && r.name().equals(equation.velocity()));
  }

  private Context context() {
    return Context.of(scope, ledger);
  }

  private void settle() {
    scope = withAssumed(scope);
  }

  private Scope withAssumed(Scope known) {
    Scope full = known;
    for (Declaration.Variable v : ledger.variables()) {
      Name name = v.name();
      if (full.variable(name, 0).isEmpty()) {
        full = full.with(v);
      }
    }
    return full;
  }
}
