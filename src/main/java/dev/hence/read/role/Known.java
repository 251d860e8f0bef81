package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.UnicodePrinter;
import dev.hence.read.elaborate.Context;
import dev.hence.read.elaborate.Dependences;
import dev.hence.read.elaborate.Draws;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Layout;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Squares;
import dev.hence.read.elaborate.Tendency;
import dev.hence.read.iteration.FirstValue;
import dev.hence.read.iteration.Iteration;
import dev.hence.read.iteration.Step;
import dev.hence.read.role.Sections.Part;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known at one place of the document.
 *
 * @param pending how something moves, where its formula could not be read yet
 * @param refused names whose entries could not be read: nothing that mentions one is read
 * @param sizes letters at the ends of ranges
 * @param tending where letters are said to go
 * @param iteration what steps make
 * @param draws how random names are drawn
 * @param asked names of which the author was asked whether an equation defines them
 * @param layout of derivatives
 * @param notes every default that was taken, as sentences
 */
record Known(
    Scope scope,
    List<Flow> pending,
    Set<String> refused,
    Set<String> sizes,
    List<Tendency> tending,
    Iteration iteration,
    Draws draws,
    Set<Name> asked,
    Layout layout,
    Set<String> notes) {
  /** Stands for every name among those that are refused. */
  static final String ANY = "";

  /** Why what speaks of such a name is not read. */
  static final String LOST = "a name whose entry is not read";

  static final Known NOTHING =
      new Known(
          Scope.EMPTY,
          List.of(),
          Set.of(),
          Set.of(),
          List.of(),
          Iteration.NONE,
          Draws.NONE,
          Set.of(),
          Layout.GRADIENT,
          Set.of());

  Known {
    pending = List.copyOf(pending);
    refused = Set.copyOf(refused);
    sizes = Set.copyOf(sizes);
    tending = List.copyOf(tending);
    asked = Set.copyOf(asked);
    notes = Collections.unmodifiableSet(new LinkedHashSet<>(notes));
  }

  Context context() {
    return Context.of(scope, sizes, draws, layout);
  }

  /** Whether a formula speaks of a name whose entry is lost. */
  boolean mentionsRefused(Tree tree) {
    Set<String> names = new HashSet<>(Names.heads(tree));
    boolean any = refused.contains(ANY) && !names.isEmpty();
    names.retainAll(refused);
    return any || !names.isEmpty();
  }

  /** With a name of which the author is asked whether an equation defines it. */
  Known asking(Name name) {
    Set<Name> all = new HashSet<>(asked);
    all.add(name);
    return new Known(scope, pending, refused, sizes, tending, iteration, draws, all, layout, notes);
  }

  /** Whether a value rests on a name whose formula the author is asked for. */
  boolean restsOnAsked(Expr value) {
    Dependence reach = new Dependence(scope);
    return asked.stream()
        .filter(name -> scope.definition(name, 0).isEmpty())
        .anyMatch(name -> reach.mentions(value, name) || movesBy(value, name, reach));
  }

  private boolean movesBy(Expr value, Name name, Dependence reach) {
    return reach.any(value, e -> e instanceof Expr.TimeDerivative || e instanceof Expr.At)
        && scope.dynamics().stream()
            .flatMap(d -> d.velocities().values().stream())
            .anyMatch(v -> reach.mentions(v.body(), name));
  }

  /** With letters that are said to go somewhere. */
  Known tending(List<Tendency> said) {
    List<Tendency> all = new ArrayList<>(tending);
    all.addAll(said);
    return new Known(scope, pending, refused, sizes, all, iteration, draws, asked, layout, notes);
  }

  /** With a step, and what it makes. */
  Known with(Step step) {
    Iteration more = iteration.with(step);
    Scope made = scope.with(more.steps().getLast().next());
    return new Known(made, pending, refused, sizes, tending, more, draws, asked, layout, notes);
  }

  /** With a value with which an iteration begins. */
  Known with(FirstValue first) {
    return new Known(
        scope,
        pending,
        refused,
        sizes,
        tending,
        iteration.with(first),
        draws,
        asked,
        layout,
        notes);
  }

  /** With what is said of how names are drawn. */
  Known drawing(Draws said) {
    return new Known(
        scope, pending, refused, sizes, tending, iteration, said, asked, layout, notes);
  }

  Known laidOut(Layout other) {
    return new Known(
        scope, pending, refused, sizes, tending, iteration, draws, asked, other, notes);
  }

  Known with(Scope newScope) {
    return new Known(
        newScope, pending, refused, sizes, tending, iteration, draws, asked, layout, notes);
  }

  Known with(Definition definition) {
    return with(scope.with(definition));
  }

  /**
   * With what an equation defines, and with what was declared of its name; of a square with its
   * root too, which is at least 0.
   */
  Known defining(Definition definition, Tree left) {
    Known known = with(Demands.with(definition, scope));
    return Squares.root(definition, left, context()).map(known::with).orElse(known);
  }

  /** With what a part defines that has names of its own, and without what is lost there. */
  Known absorbing(List<Definition> definitions, Part part, Known inside) {
    Known all = this;
    Set<String> own = new HashSet<>(part.names());
    for (Definition d : definitions) {
      String key = d.name().key(d.lambda().indices().size());
      if (Dependences.speaksOf(d, own)) {
        own.add(key);
      } else if (!own.contains(key)) {
        all = all.with(d);
      }
    }
    Set<String> lost = new HashSet<>(inside.refused());
    lost.removeAll(part.known().refused());
    return all.refusing(lost).settled();
  }

  Known awaiting(List<Flow> flows) {
    return new Known(scope, flows, refused, sizes, tending, iteration, draws, asked, layout, notes);
  }

  Known withSizes(Set<String> ends) {
    Set<String> all = new HashSet<>(sizes);
    all.addAll(ends);
    return new Known(scope, pending, refused, all, tending, iteration, draws, asked, layout, notes);
  }

  Known refusing(Set<String> names) {
    Set<String> all = new HashSet<>(refused);
    all.addAll(names);
    return new Known(scope, pending, all, sizes, tending, iteration, draws, asked, layout, notes);
  }

  /** Without what was refused of names of which something else is said now. */
  Known allowing(Set<String> names) {
    Set<String> fewer = new HashSet<>(refused);
    fewer.removeAll(names);
    return new Known(scope, pending, fewer, sizes, tending, iteration, draws, asked, layout, notes);
  }

  /** With names that nothing declares and that were used. */
  Known assuming(List<Declaration.Variable> inferred) {
    Scope all = scope;
    List<String> told = new ArrayList<>();
    for (Declaration.Variable v : inferred) {
      if (all.variable(v.name(), v.indices().size()).isEmpty()) {
        all = all.with(v);
        String kind = v.shape().isScalar() ? "real number" : v.shape().toString();
        told.add(v.name().latex() + " is taken to be a " + kind);
      }
    }
    return with(all).noting(told);
  }

  /** With what a reading takes for granted. */
  Known taking(Outcome.Read<?> read) {
    return noting(read.notes().defaults()).assuming(read.inferred());
  }

  /** With a value at the start that trajectories have from here on. */
  Known beginning(Sides value) {
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(scope));
    String begins = printer.print(value.left()) + " = " + printer.print(value.right());
    return noting(List.of("trajectories begin with " + begins));
  }

  /** With sentences on what is taken for granted. */
  Known noting(List<String> more) {
    if (notes.containsAll(more)) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(notes);
    all.addAll(more);
    return new Known(scope, pending, refused, sizes, tending, iteration, draws, asked, layout, all);
  }

  /** Takes up how things move, as far as the formulas can be read by now. */
  Known settled() {
    Known known = this;
    List<Flow> left = new ArrayList<>();
    for (Flow flow : pending) {
      var outcome = flow.formula(known.context());
      if (outcome instanceof Outcome.Read<Definition> r && r.inferred().isEmpty()) {
        known = known.with(r.value());
      } else {
        left.add(flow);
      }
    }
    return known.awaiting(left);
  }

  /**
   * Takes up how things move where a claim is due: what their formulas speak of and nothing
   * declares by now is inferred.
   */
  Known forced() {
    Known known = settled();
    List<Flow> left = new ArrayList<>();
    for (Flow flow : known.pending()) {
      if (flow.formula(known.context()) instanceof Outcome.Read<Definition> r) {
        known = known.taking(r).with(r.value());
      } else {
        left.add(flow);
      }
    }
    return known.awaiting(left);
  }

  /** Whether a name may be given a formula: it has none, and nothing moves it. */
  boolean isWithoutFormula(LeftSide left) {
    int indices = left.indices().size();
    boolean moves =
        scope
            .dynamics()
            .map(d -> d.velocities().get(left.name()))
            .filter(velocity -> velocity.indices().size() == indices)
            .isPresent();
    return scope.definition(left.name(), indices).isEmpty() && !moves;
  }
}
