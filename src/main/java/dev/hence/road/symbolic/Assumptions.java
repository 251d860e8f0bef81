package dev.hence.road.symbolic;

import dev.hence.expr.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The inequalities that restrict the points of a step, as facts about terms. */
final class Assumptions {
  private final Setting setting;
  private final Lowering lowering;

  Assumptions(Setting setting, Lowering lowering) {
    this.setting = setting;
    this.lowering = lowering;
  }

  /**
   * What may be assumed at some values of the indices. Equations are left out, and so is what
   * cannot be lowered or speaks of a state without saying when: to assume less is no mistake.
   */
  List<Conditions.Condition> at(Environment at) {
    List<Conditions.Condition> facts = new ArrayList<>();
    Stream.concat(
            setting.step().scope().assumptions().stream(), setting.step().conditions().stream())
        .forEach(condition -> fact(condition, at).ifPresent(facts::add));
    return facts;
  }

  private Optional<Conditions.Condition> fact(Condition condition, Environment at) {
    if (!condition.left().shape().isScalar()) {
      return Optional.empty();
    }
    try {
      Term left = lowering.number(condition.left(), at);
      Term right = lowering.number(condition.right(), at);
      return fact(condition, left, right).filter(f -> speaksOfItsTime(f.term()));
    } catch (Unsupported | NeedsCase notHere) {
      return Optional.empty();
    }
  }

  private Optional<Conditions.Condition> fact(Condition condition, Term left, Term right) {
    Terms terms = setting.terms();
    return switch (condition.relation()) {
      case GREATER -> fact(terms.minus(left, right), Conditions.Relation.POSITIVE);
      case GREATER_OR_EQUAL -> fact(terms.minus(left, right), Conditions.Relation.NONNEGATIVE);
      case LESS -> fact(terms.minus(right, left), Conditions.Relation.POSITIVE);
      case LESS_OR_EQUAL -> fact(terms.minus(right, left), Conditions.Relation.NONNEGATIVE);
      case NOT_EQUAL -> fact(terms.minus(left, right), Conditions.Relation.NONZERO);
      case EQUAL, APPROXIMATELY -> Optional.empty();
    };
  }

  private static Optional<Conditions.Condition> fact(Term term, Conditions.Relation relation) {
    return term instanceof Term.Constant
        ? Optional.empty()
        : Optional.of(new Conditions.Condition(term, relation, Conditions.Reason.DIVISOR));
  }

  private boolean speaksOfItsTime(Term term) {
    return setting.horizon().isEmpty()
        || setting.trajectory().deepSymbols(List.of(term)).stream()
            .flatMap(symbol -> setting.inputs().state(symbol).stream())
            .noneMatch(place -> place.moment().equals(Moment.CURRENT));
  }
}
