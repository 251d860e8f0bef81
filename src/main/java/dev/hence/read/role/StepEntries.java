package dev.hence.read.role;

import dev.hence.problem.ProblemId;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.IterateScripts;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.iteration.FirstValue;
import dev.hence.read.iteration.Step;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries that say what one step of an iteration makes, and with which values it begins. */
final class StepEntries {
  private static final Set<String> EQUATIONS = Set.of("=", ":=", "equiv");

  private final List<Refusal> refusals = new ArrayList<>();
  private Known known;

  StepEntries(Known known) {
    this.known = known;
  }

  Known known() {
    return known;
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** {@code m_0 = 0} among other entries is a first value where a step makes the other m_t. */
  static boolean isFirst(Clause clause, List<Clause> steps) {
    Optional<String> head = clause.first().flatMap(Names::headOf);
    return isNumbered(clause)
        && head.isPresent()
        && clause.links().stream().allMatch(l -> EQUATIONS.contains(l.sign()))
        && steps.stream().anyMatch(s -> s.first().flatMap(Names::headOf).equals(head));
  }

  private static boolean isNumbered(Clause clause) {
    return clause.first().filter(IterateScripts::isNumbered).isPresent();
  }

  /** Steps, then their first values, for an iterate has a number only once it is one. */
  void read(List<Clause> entries) {
    entries.stream().filter(c -> !isNumbered(c)).forEach(this::step);
    entries.stream().filter(StepEntries::isNumbered).forEach(this::first);
  }

  private void step(Clause clause) {
    boolean assigned = clause.says("assigned");
    boolean equation = clause.links().size() == 1 && EQUATIONS.contains(sign(clause));
    if (clause.first().isEmpty() || !(assigned || equation)) {
      refuse(clause, unclear(clause));
      return;
    }
    Optional<Sides> sides = sides(clause, clause.first().get(), clause.right());
    if (sides.isEmpty()) {
      return;
    }
    Step.Outcome outcome =
        assigned
            ? Step.assignment(sides.get().left(), sides.get().right(), clause.span())
            : Step.equation(sides.get().left(), sides.get().right(), clause.span());
    switch (outcome) {
      case Step.Outcome.Made m -> known = known.with(m.step());
      case Step.Outcome.Unclear u -> refuse(clause, unclear(clause));
      case Step.Outcome.NotLinear n ->
          refuse(
              clause,
              new Refusal.Unparsed(
                  clause.span(),
                  ProblemId.NOT_LINEAR,
                  "This cannot be solved for the newest iterate."));
    }
  }

  private static String sign(Clause clause) {
    return clause.links().getFirst().sign();
  }

  private static Refusal unclear(Clause clause) {
    return new Refusal.Unparsed(
        clause.span(),
        ProblemId.HEADER_BAD_ENTRY,
        "A step is one equation for the newest iterate, x_{k+1} = …, or an assignment.");
  }

  private Optional<Sides> sides(Clause clause, Tree left, Tree right) {
    if (known.mentionsRefused(left) || known.mentionsRefused(right)) {
      refuse(clause, new Refusal.NoMeaning(clause.span(), Known.LOST));
      return Optional.empty();
    }
    return switch (Elaboration.sides(left, right, known.context())) {
      case Outcome.Refused<Sides> r -> {
        refuse(clause, r.refusals().getFirst());
        yield Optional.empty();
      }
      case Outcome.Read<Sides> r -> {
        known = known.taking(r);
        yield Optional.of(r.value());
      }
    };
  }

  /** {@code m_0 = v_0 = 0}: the last side is the value of all others. */
  private void first(Clause clause) {
    List<Tree> sides = new ArrayList<>(List.of(clause.first().orElseThrow()));
    clause.links().forEach(l -> sides.add(l.operand()));
    for (Tree left : sides.subList(0, sides.size() - 1)) {
      Optional<Sides> both = sides(clause, left, sides.getLast());
      Optional<FirstValue> first =
          both.flatMap(
              b -> FirstValue.of(b.left(), b.right(), known.iteration().steps(), clause.span()));
      first.ifPresent(f -> known = known.with(f));
      if (both.isPresent() && first.isEmpty()) {
        refuse(clause, unclear(clause));
      }
    }
  }

  private void refuse(Clause clause, Refusal refusal) {
    refusals.add(refusal);
    clause
        .allNames()
        .forEach(n -> known = known.refusing(Names.headOf(n).map(Set::of).orElse(Names.heads(n))));
  }
}
