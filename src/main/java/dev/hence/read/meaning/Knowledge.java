package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.iteration.FirstValue;
import dev.hence.read.iteration.Step;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is known at one place of a document; it grows as the document is read on. */
final class Knowledge {
  private final Ledger ledger;
  private final List<Flows.Equation> pending;
  private final List<Refused> refused;
  private final List<Step> steps;
  private final List<Tendency> tending;
  private final List<FirstValue> starts;
  private final Set<Name> doubtful = new HashSet<>();
  private Scope scope;

  private Knowledge(
      Scope scope,
      Ledger ledger,
      List<Flows.Equation> pending,
      List<Refused> refused,
      List<Step> steps,
      List<Tendency> tending,
      List<FirstValue> starts) {
    this.scope = scope;
    this.ledger = ledger;
    this.pending = new ArrayList<>(pending);
    this.refused = new ArrayList<>(refused);
    this.steps = new ArrayList<>(steps);
    this.tending = new ArrayList<>(tending);
    this.starts = new ArrayList<>(starts);
  }

  /** Nothing yet. */
  static Knowledge none(Ledger ledger) {
    return new Knowledge(
        Scope.EMPTY, ledger, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The same, from where it goes on with it, but knows of none of it here. */
  Knowledge apart() {
    return new Knowledge(scope, ledger.apart(), pending, refused, steps, tending, starts)
        .doubting(doubtful);
  }

  /** The same for a part of what is read here: what it takes for granted is taken here too. */
  Knowledge inside() {
    return new Knowledge(scope, ledger, pending, refused, steps, tending, starts)
        .doubting(doubtful);
  }

  private Knowledge doubting(Set<Name> names) {
    doubtful.addAll(names);
    return this;
  }

  /**
   * Remembers that an equation may say what a declared name is, and that nobody knows: u = −K x of
   * a control. Until it is settled, nothing can be said of what moves with it.
   */
  void doubt(Name name) {
    doubtful.add(name);
  }

  /** The names of which this is not known. */
  List<Name> doubtful() {
    return doubtful.stream().filter(name -> scope.definition(name, 0).isEmpty()).sorted().toList();
  }

  Scope scope() {
    return scope;
  }

  Ledger ledger() {
    return ledger;
  }

  List<Flows.Equation> pending() {
    return List.copyOf(pending);
  }

  List<Refused> refused() {
    return refused;
  }

  /** The steps of iterations. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Where letters are assumed to go. */
  List<Tendency> tending() {
    return List.copyOf(tending);
  }

  void tends(Tendency tendency) {
    tending.add(tendency);
  }

  /**
   * Takes an argument of a function for what it was given, if that is why something could not be
   * read: whether it may be read now.
   */
  boolean reshapes(Misread misread) {
    misread
        .reshaped()
        .ifPresent(
            f -> {
              ledger.note("the arguments of " + f.name() + " are taken to be what it is given");
              become(scope.with(f));
            });
    return misread.reshaped().isPresent();
  }

  /** The values with which iterations start. */
  List<FirstValue> starts() {
    return List.copyOf(starts);
  }

  /** Adds the first values of an iteration; they replace others of the same iterates. */
  void starts(List<FirstValue> more) {
    for (FirstValue start : more) {
      starts.removeIf(s -> s.state().equals(start.state()) && s.at() == start.at());
      starts.add(start);
    }
  }

  /**
   * Adds a step; it replaces another of the same iterates, and their first values. What is assigned
   * before it has its new value in it.
   */
  void step(Step step) {
    if (steps.removeIf(other -> other.state().equals(step.state()))) {
      starts.removeIf(start -> start.state().equals(step.state()));
    }
    Step later = step.after(steps);
    steps.add(later);
    scope = scope.with(later.next());
  }

  Context context() {
    return Context.of(scope, ledger);
  }

  /** Remembers that what says what this is could not be read, unless something else says it. */
  void refuse(Syntax left) {
    Refused.defined(left, context()).ifPresent(refused::add);
  }

  /** The same where it has a formula already, which holds no more. */
  void forget(Syntax left) {
    Refused.redefined(left).filter(r -> hasFormula(new Name(r.key()))).ifPresent(refused::add);
  }

  private boolean hasFormula(Name name) {
    return scope.definition(name, 0).isPresent() || scope.definition(name, 1).isPresent();
  }

  /** Adds dynamics that are to be read once all their names are known; now, if they are. */
  void await(List<Flows.Equation> flow) {
    List<Name> moved = flow.stream().map(e -> e.state().name()).toList();
    pending.removeIf(e -> moved.contains(e.state().name()));
    pending.addAll(flow);
    resolvePending();
  }

  void become(Scope more) {
    scope = more;
  }

  /** Puts what was taken for granted into the scope. */
  void settle() {
    scope = withAssumed(scope);
  }

  Scope withAssumed(Scope known) {
    Scope full = known;
    for (Declaration.Variable v : ledger.variables()) {
      if (full.variable(v.name(), 0).isEmpty()) {
        full = full.with(v);
      }
    }
    return full;
  }

  void define(Definition definition) {
    scope = new Demands(scope).with(definition);
  }

  /**
   * Reads the dynamics that can be read by now, and defines their velocities; a failed try leaves
   * no trace.
   */
  List<Definition> resolvePending() {
    List<Definition> velocities = new ArrayList<>();
    for (Flows.Equation equation : List.copyOf(pending)) {
      Ledger scratch = ledger.scratch();
      try {
        Definition velocity = Flows.velocity(equation, Context.of(scope, scratch));
        if (scratch.variables().isEmpty()) {
          scope = scope.with(velocity);
          velocities.add(velocity);
          pending.remove(equation);
        }
      } catch (Misread notYet) {
        // Tried again after the next definition, and reported at the end of the document.
      }
    }
    return velocities;
  }

  /**
   * Reads dynamics that are needed now: letters of which nothing is known are numbers.
   *
   * @param span of what needs them
   * @throws Misread if they cannot be read
   */
  void resolve(Flows.Equation equation, Span span) {
    try {
      Definition velocity = Flows.velocity(equation, context());
      settle();
      scope = scope.with(velocity);
      pending.remove(equation);
    } catch (Misread unreadable) {
      if (unreadable.problem().id() != ProblemId.UNKNOWN_NAME) {
        throw Refused.lost("\\dot{" + equation.state().name() + "}", span);
      }
      throw new Misread(
          ProblemId.NO_DYNAMICS,
          equation.span(),
          "the dynamics speak of names that are not defined before they are needed",
          "define them in `let`, or before the first derivative along the dynamics");
    }
  }

  /**
   * Takes over definitions that were made in a part with names of its own, but for those that speak
   * of these names.
   */
  void absorb(List<Definition> definitions, Set<String> ownNames) {
    Set<String> own = new HashSet<>(ownNames);
    for (Definition d : definitions) {
      String key = d.name().key(d.lambda().indices().size());
      if (Trees.any(d.lambda().body(), speaksOf(own))) {
        own.add(key);
      } else if (!own.contains(key)) {
        scope = scope.with(d);
      }
    }
    resolvePending();
  }

  /** Whether a node of a formula is one of some names, see {@link dev.hence.expr.Name#key}. */
  static Predicate<Expr> speaksOf(Set<String> keys) {
    return node -> key(node).filter(keys::contains).isPresent();
  }

  private static Optional<String> key(Expr node) {
    return switch (node) {
      case Expr.Ref r -> Optional.of(r.name().key(r.indices().size()));
      case Expr.Call c -> Optional.of(c.function().key(c.indices().size()));
      case Expr.Index i -> Optional.of(i.letter());
      default -> Optional.empty();
    };
  }
}
