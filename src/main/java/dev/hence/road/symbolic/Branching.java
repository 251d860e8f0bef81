package dev.hence.road.symbolic;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.List;
import java.util.Optional;

/** Conditions that choose between values, and the largest or smallest of several. */
final class Branching {
  private final Lowering lowering;
  private final Setting setting;
  private final Terms terms;

  Branching(Lowering lowering, Setting setting) {
    this.lowering = lowering;
    this.setting = setting;
    this.terms = setting.terms();
  }

  /** Whether conditions on indices hold. */
  boolean holds(List<Condition> conditions, Environment at) {
    for (Condition condition : conditions) {
      Optional<Boolean> decided = decided(condition, at);
      if (decided.isEmpty()) {
        throw new Unsupported("a sum whose terms are chosen by more than its indices");
      }
      if (!decided.get()) {
        return false;
      }
    }
    return true;
  }

  Rectangle cases(Expr.Cases cases, Environment at) {
    Condition condition = cases.condition();
    Optional<Boolean> decided = decided(condition, at);
    if (decided.isPresent()) {
      return lowering.of(decided.get() ? cases.then() : cases.otherwise(), at);
    }
    Term on = difference(condition, at);
    Rectangle then = lowering.of(cases.then(), at);
    Rectangle otherwise = lowering.of(cases.otherwise(), at);
    return switch (condition.relation()) {
      case GREATER, GREATER_OR_EQUAL -> then.zip(otherwise, (a, b) -> terms.select(on, a, b));
      case LESS, LESS_OR_EQUAL -> then.zip(otherwise, (a, b) -> terms.select(on, b, a));
      case EQUAL, NOT_EQUAL, APPROXIMATELY ->
          throw new Unsupported("a value chosen by whether two real numbers are equal");
    };
  }

  /** Whether a condition holds, where that can be told for all points at once. */
  private Optional<Boolean> decided(Condition condition, Environment at) {
    if (condition.relation() == Relation.EQUAL || condition.relation() == Relation.NOT_EQUAL) {
      askForCases(condition.left(), at);
      askForCases(condition.right(), at);
    }
    return difference(condition, at) instanceof Term.Constant c
        ? holds(condition.relation(), c.value())
        : Optional.empty();
  }

  private void askForCases(Expr side, Environment at) {
    if (side instanceof Expr.Ref ref) {
      Member member = new Member(ref.name(), lowering.integers(ref.indices(), at));
      Optional<List<Rational>> values = setting.domains().values(member);
      if (values.isPresent() && !(lowering.number(ref, at) instanceof Term.Constant)) {
        throw NeedsCase.ofNumber(member, values.get());
      }
    }
  }

  private Term difference(Condition condition, Environment at) {
    return terms.minus(
        lowering.number(condition.left(), at), lowering.number(condition.right(), at));
  }

  private static Optional<Boolean> holds(Relation relation, Rational difference) {
    int sign = difference.signum();
    return switch (relation) {
      case EQUAL -> Optional.of(sign == 0);
      case NOT_EQUAL -> Optional.of(sign != 0);
      case LESS -> Optional.of(sign < 0);
      case LESS_OR_EQUAL -> Optional.of(sign <= 0);
      case GREATER -> Optional.of(sign > 0);
      case GREATER_OR_EQUAL -> Optional.of(sign >= 0);
      case APPROXIMATELY -> Optional.empty();
    };
  }

  Term extremum(Expr.Extremum extremum, Environment at) {
    return best(
        extremum.largest(), extremum.options().stream().map(o -> lowering.number(o, at)).toList());
  }

  /** The largest or the smallest of some terms. */
  Term best(boolean largest, List<Term> options) {
    Term best = options.getFirst();
    for (Term option : options.subList(1, options.size())) {
      Term on = terms.minus(best, option);
      best = largest ? terms.select(on, best, option) : terms.select(on, option, best);
    }
    return best;
  }
}
