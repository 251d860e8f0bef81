package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether two rectangles are equal entry by entry; stops at the first entry that is not seen to be.
 */
final class Equality {
  private final Terms terms;
  private final List<Conditions.Condition> assumed;
  private final Deadline deadline;
  private final Setting setting;
  private final int depth;

  Equality(Setting setting, List<Conditions.Condition> assumed) {
    this(setting, assumed, 0);
  }

  private Equality(Setting setting, List<Conditions.Condition> assumed, int depth) {
    this.setting = setting;
    this.terms = setting.terms();
    this.assumed = List.copyOf(assumed);
    this.deadline = setting.deadline();
    this.depth = depth;
  }

  /** The same for what a proof of an equality asks in its turn. */
  Equality deeper() {
    return new Equality(setting, assumed, depth + 1);
  }

  /** Whether two terms differ at a sample point: a hint where not to look further. */
  boolean looksDifferent(Term left, Term right) {
    return !left.equals(right) && Sampling.of(left, right, assumed).unequal() > 0;
  }

  /** Whether a sample point was found at which a term is defined. */
  boolean isSomewhereDefined(Term term) {
    return term.total() || Sampling.of(term, term, assumed).evaluable() > 0;
  }

  Finding decide(Rectangle left, Rectangle right) {
    List<Finding> parts = new ArrayList<>();
    for (int k = 0; k < left.entries().size(); k++) {
      Finding part = decide(left.entries().get(k), right.entries().get(k));
      if (!part.isSettled()) {
        return part;
      }
      parts.add(part.at(left.place(k)));
    }
    return Finding.all(parts);
  }

  Finding decide(Term left, Term right) {
    if (left.equals(right) && left.total()) {
      return Finding.sameTerm(left);
    }
    if (deadline.passed()) {
      return new Finding.Open("the time ran out");
    }
    Finding plain = reduced(left, right);
    return plain.isSettled()
        ? plain
        : new FundamentalTheorem(setting, this, depth).decide(left, right).orElse(plain);
  }

  private Finding reduced(Term left, Term right) {
    return switch (ZeroTest.decide(terms, left, right, assumed, deadline.share(1))) {
      case Reduction.Zero(String method, Optional<Given> given) ->
          new Finding.Settled(List.of(method), given.stream().toList());
      case Reduction.NotReduced(String remainder) ->
          new Finding.Open("not reduced to 0: " + Texts.cut(remainder));
      case Reduction.OutOfBudget(String reason) -> new Finding.Open(reason);
    };
  }
}
