package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.Motion;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries that say how names move, and what values they have at the start or at the end. */
final class FlowEntries {
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final List<Clause> values = new ArrayList<>();
  private final Motion motion;
  private Known known;

  FlowEntries(Known known, Motion motion) {
    this.known = known;
    this.motion = motion;
  }

  Known known() {
    return known;
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** The equations of motion, whose formulas are not read yet. */
  List<Flow> flows() {
    return List.copyOf(flows);
  }

  /** What the entries say before any name has a meaning. */
  static Motion motion(List<Clause> entries, Known known) {
    List<Tree> lefts = entries.stream().flatMap(c -> c.first().stream()).toList();
    List<Tree> sides = entries.stream().flatMap(c -> c.trees().stream()).toList();
    return Motion.of(lefts, sides, known.context());
  }

  /** Makes the names of the equations move; what gives a value is kept. */
  void move(List<Clause> entries, Declarations declarations) {
    List<Definition> primes = new ArrayList<>();
    for (Clause clause : entries) {
      Optional<Flow> flow = Flow.entry(clause, known.context());
      flow.ifPresentOrElse(flows::add, () -> values.add(clause));
      flow.flatMap(f -> f.prime(clause, known.context())).ifPresent(primes::add);
    }
    Scope moving = Flow.moving(known.scope(), flows);
    if (!flows.isEmpty()) {
      moving = Solutions.declared(moving, declarations.solutions(), declarations.clock());
      moving = Arbitrary.moving(moving, declarations.timed());
    }
    for (Definition prime : primes) {
      moving = moving.with(prime);
    }
    known = known.with(moving);
  }

  /** The values, once all that they speak of is known. */
  void give(Known now) {
    known = now;
    values.forEach(this::value);
  }

  private void value(Clause clause) {
    Optional<Tree> left =
        clause.says("=") && clause.names().isEmpty() ? clause.first() : Optional.empty();
    if (left.isEmpty()) {
      refuse(clause, unclear(clause.span()));
      return;
    }
    if (isArbitrary(left.get(), clause.right())) {
      return;
    }
    if (known.mentionsRefused(left.get()) || known.mentionsRefused(clause.right())) {
      refuse(clause, new Refusal.NoMeaning(clause.span(), Known.LOST));
      return;
    }
    switch (Elaboration.sides(left.get(), clause.right(), known.context())) {
      case Outcome.Refused<Sides> r -> refuse(clause, r.refusals().getFirst());
      case Outcome.Read<Sides> r -> {
        known = known.taking(r);
        switch (given(r.value(), clause.span())) {
          case Outcome.Read<Scope> s -> known = known.with(s.value());
          case Outcome.Refused<Scope> s -> refuse(clause, s.refusals().getFirst());
        }
      }
    }
  }

  private Outcome<Scope> given(Sides sides, Span span) {
    Starts starts = new Starts(known.scope(), span);
    Optional<Name> begins = starts.name(sides.left());
    if (begins.isPresent()) {
      return starts.with(begins.get(), sides);
    }
    return Endings.with(known.scope(), sides)
        .<Outcome<Scope>>map(s -> new Outcome.Read<>(s, List.of()))
        .orElseGet(() -> new Outcome.Refused<>(List.of(unclear(span))));
  }

  /**
   * {@code u(t_0, p) = u_0(p)}: an arbitrary function of the parameters is what every solution is
   * at the start. It is not known by its own name, for it is that solution.
   */
  private boolean isArbitrary(Tree left, Tree right) {
    Scope scope = known.scope();
    Optional<Motion.Value> value =
        Motion.value(left).filter(v -> motion.isStart(v.arguments().getFirst()));
    Optional<List<Name>> on =
        value
            .flatMap(v -> Names.bare(v.name()))
            .flatMap(n -> scope.dynamics().map(d -> d.parameters().get(n)));
    Optional<LeftSide> function =
        LeftSide.of(right, known.context())
            .filter(f -> scope.function(f.name(), f.indices().size()).isPresent());
    boolean arbitrary =
        on.isPresent()
            && function.isPresent()
            && names(value.get().arguments().subList(1, value.get().arguments().size()))
                .equals(on.get())
            && function.get().slots().stream().map(LeftSide.Slot::name).toList().equals(on.get());
    if (arbitrary) {
      known = known.refusing(Set.of(function.get().name().latex()));
    }
    return arbitrary;
  }

  private static List<Name> names(List<Tree> trees) {
    return trees.stream().flatMap(t -> Names.bare(t).stream()).toList();
  }

  private static Refusal unclear(Span span) {
    return new Refusal.Unparsed(
        span,
        ProblemId.HEADER_BAD_ENTRY,
        "This says neither how something moves nor what it is at the start or at the end.");
  }

  /** Nothing that moves is known then. */
  private void refuse(Clause clause, Refusal refusal) {
    refusals.add(refusal);
    Set<String> lost = new HashSet<>();
    clause.allNames().forEach(n -> lost.addAll(Names.heads(n)));
    known.scope().dynamics().map(Dynamics::velocities).stream()
        .flatMap(v -> v.keySet().stream())
        .forEach(n -> lost.add(n.latex()));
    known = known.refusing(lost);
  }
}
