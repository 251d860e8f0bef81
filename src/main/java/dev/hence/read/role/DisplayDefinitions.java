package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.read.elaborate.Dependences;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.NumberedMember;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.role.Roles.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The definitions of one display, each read as soon as what it speaks of is known. */
final class DisplayDefinitions {
  private final Steering steering;
  private final List<Definition> all = new ArrayList<>();
  private final List<Clause> waiting = new ArrayList<>();
  private final IdentityHashMap<Clause, Definition> made = new IdentityHashMap<>();
  private final IdentityHashMap<Clause, List<Refusal>> failed = new IdentityHashMap<>();
  private final IdentityHashMap<Clause, List<Clause>> parts = new IdentityHashMap<>();
  private Known known;

  DisplayDefinitions(Known known, Steering steering) {
    this.known = known;
    this.steering = steering;
  }

  Known known() {
    return known;
  }

  List<Definition> toList() {
    return List.copyOf(all);
  }

  /** What in a clause defines: {@code c = \bar a = \frac1n \sum_i a_i} gives two names. */
  List<Clause> parts(Clause clause) {
    return parts.getOrDefault(clause, List.of(clause)).stream()
        .takeWhile(c -> made.containsKey(c) || failed.containsKey(c))
        .toList();
  }

  Optional<Definition> of(Clause clause) {
    return Optional.ofNullable(made.get(clause));
  }

  /** Why what would define cannot be read; empty for what does not define. */
  Optional<List<Refusal>> refusals(Clause clause) {
    return Optional.ofNullable(failed.get(clause));
  }

  /**
   * Values of names come before their logarithms and entries, which are claims then.
   *
   * @param entries of the comment that may speak of what is defined here
   */
  void read(List<Clause> clauses, List<Clause> entries) {
    waiting.addAll(entries);
    Set<String> named = new HashSet<>();
    settle(first(clauses.stream().filter(this::isValue).flatMap(this::parted), named));
    Stream<Clause> said = clauses.stream().filter(c -> !isValue(c)).filter(this::defines);
    List<Clause> others = first(said, named);
    settle(others);
    if (!waiting.isEmpty()) {
      List<Clause> late = List.copyOf(waiting);
      waiting.clear();
      late.forEach(this::define);
      settle(others.stream().filter(c -> !made.containsKey(c)).toList());
    }
  }

  /** The first of all that give a formula to a name: another claims something of it. */
  private List<Clause> first(Stream<Clause> clauses, Set<String> named) {
    return clauses
        .filter(c -> side(c).filter(s -> named.add(s.name().key(s.indices().size()))).isPresent())
        .toList();
  }

  /** The clause, if it defines, and before it the same from its next sides on, as far as these. */
  private Stream<Clause> parted(Clause clause) {
    List<Clause> all = new ArrayList<>();
    while (all.size() < clause.links().size() && defines(clause.from(all.size()))) {
      all.add(clause.from(all.size()));
    }
    parts.put(clause, List.copyOf(all));
    return all.reversed().stream();
  }

  private boolean isValue(Clause clause) {
    return side(clause).filter(LeftSide::saysValue).isPresent();
  }

  private void settle(List<Clause> clauses) {
    List<Clause> left = new ArrayList<>(clauses);
    boolean more = true;
    while (more) {
      int before = left.size() + waiting.size();
      Set<String> awaited = new HashSet<>();
      waiting.forEach(e -> awaited.addAll(Names.heads(e.first().orElseThrow())));
      left.removeIf(c -> !Names.speaksOf(c.right(), awaited) && define(c));
      waiting.removeIf(this::enter);
      more = left.size() + waiting.size() < before;
    }
  }

  /** Takes an entry of the comment once all that it speaks of is known. */
  private boolean enter(Clause entry) {
    Optional<LeftSide> side = entry.first().flatMap(f -> LeftSide.of(f, known.context()));
    if (side.isPresent()
        && Elaboration.definition(side.get(), entry.right(), known.context())
            instanceof Outcome.Read<Definition> r
        && r.inferred().isEmpty()) {
      known = known.defining(r.value(), entry.first().orElseThrow());
      return true;
    }
    return false;
  }

  private boolean isMember(Clause clause) {
    return clause
        .first()
        .flatMap(NumberedMember::of)
        .filter(m -> m.isDeclared(known.context()))
        .isPresent();
  }

  private Optional<LeftSide> side(Clause clause) {
    return clause.first().flatMap(f -> LeftSide.ofEquation(f, known.context()));
  }

  private boolean defines(Clause clause) {
    return clause.joint().isPlain() && LineRoles.of(clause, known, steering) == Role.DEFINITION;
  }

  private boolean define(Clause clause) {
    Optional<LeftSide> side = side(clause);
    if (side.isEmpty()) {
      return false;
    }
    Optional<Refusal> refusal =
        known.mentionsRefused(clause.right()) || isLost(clause)
            ? Optional.of(new Refusal.NoMeaning(clause.span(), Known.LOST))
            : isMember(clause)
                ? Optional.of(new Refusal.NoMeaning(clause.span(), MemberEntries.ALONE))
                : redefined(side.get());
    if (refusal.isPresent()) {
      failed.put(clause, refusal.stream().toList());
      return false;
    }
    return define(clause, side.get());
  }

  /** Whether a formula of the name is lost, so that this may be a claim about it. */
  private boolean isLost(Clause clause) {
    return !clause.says(":=")
        && clause.first().flatMap(Names::headOf).filter(known.refused()::contains).isPresent();
  }

  private boolean define(Clause clause, LeftSide side) {
    Known inside = Restrictions.of(clause, steering, known).known();
    return switch (Elaboration.definition(side, clause.right(), inside.context())) {
      case Outcome.Read<Definition> r -> {
        failed.remove(clause);
        made.put(clause, r.value());
        all.add(r.value());
        known = inside.taking(r).defining(r.value(), clause.first().orElseThrow()).settled();
        yield true;
      }
      case Outcome.Refused<Definition> r -> {
        failed.put(clause, r.refusals());
        yield false;
      }
    };
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
}
