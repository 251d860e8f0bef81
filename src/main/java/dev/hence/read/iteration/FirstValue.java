package dev.hence.read.iteration;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value with which an iteration starts: {@code v_0 = 0}.
 *
 * @param state the family of iterates
 * @param indices of the iterate, letters but for the number of its step
 * @param place of that number
 * @param at the number
 */
public record FirstValue(Name state, List<Expr> indices, int place, int at, Expr value, Span span) {
  /** The value that an equation gives to an iterate with a number, of which a step makes others. */
  public static Optional<FirstValue> of(Expr left, Expr value, List<Step> steps, Span span) {
    if (!(left instanceof Expr.Ref member) || steps.stream().noneMatch(s -> s.isMember(member))) {
      return Optional.empty();
    }
    return place(member)
        .map(
            k ->
                new FirstValue(
                    member.name(),
                    member.indices(),
                    k,
                    Shifted.number(member.indices().get(k)).orElseThrow(),
                    value,
                    span));
  }

  /** {@code v_0 = 0} under `assume`. */
  static Optional<FirstValue> assumed(Condition condition, Step step) {
    return condition.relation() == Relation.EQUAL
            && condition.left() instanceof Expr.Ref ref
            && step.isMember(ref)
            && place(ref).filter(k -> k == step.place().orElseThrow()).isPresent()
        ? Optional.of(
            new FirstValue(
                step.state(),
                ref.indices(),
                place(ref).get(),
                Shifted.number(step.index(ref)).orElseThrow(),
                condition.right(),
                step.next().span()))
        : Optional.empty();
  }

  /** Which index is a number, if one is and all others are letters. */
  static Optional<Integer> place(Expr.Ref ref) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < ref.indices().size(); k++) {
      if (Shifted.number(ref.indices().get(k)).isPresent()) {
        numbers.add(k);
      } else if (!(ref.indices().get(k) instanceof Expr.Index)) {
        return Optional.empty();
      }
    }
    return numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
  }
}
