package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.expr.Condition;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is assumed where something else is claimed. {@code \frac{\partial L}{\partial w} = w - x = 0
 * \implies w = x}: what the derivative is, is claimed of every point; that it vanishes is assumed.
 * As premises both would make what follows true where the derivative is wrong.
 */
final class Premises {
  private Premises() {}

  /** All but the last relation of a premise that sets a derivative to 0. */
  static Optional<Clause> claimed(Clause clause) {
    return setsToZero(clause)
        ? Optional.of(
            clause.with(clause.first(), clause.links().subList(0, clause.links().size() - 1)))
        : Optional.empty();
  }

  /** The last relation of such a premise; any other premise as it is. */
  static Clause assumed(Clause clause) {
    int last = clause.links().size() - 1;
    return setsToZero(clause)
        ? clause.with(
            Optional.of(clause.links().get(last - 1).operand()), List.of(clause.links().get(last)))
        : clause;
  }

  private static boolean setsToZero(Clause clause) {
    return clause.links().size() > 1
        && endsInZero(clause)
        && isDerived(clause.first().orElseThrow());
  }

  /** Whether it says that all its sides are 0. */
  static boolean endsInZero(Clause clause) {
    return !clause.links().isEmpty()
        && clause.links().stream().allMatch(l -> l.sign().equals("="))
        && isZero(clause.links().getLast().operand());
  }

  private static boolean isZero(Tree side) {
    return switch (side) {
      case Tree.Leaf l -> l.token().meaning().equals("0");
      case Tree.Styled s -> isZero(s.body());
      case Tree.Braced b -> isZero(b.content());
      case Tree.Scripted s -> isZero(s.base());
      default -> false;
    };
  }

  private static boolean isDerived(Tree tree) {
    return switch (tree) {
      case Tree.Derivative d -> true;
      case Tree.Choice c -> c.readings().stream().anyMatch(Premises::isDerived);
      case Tree.Application a when isPrimed(a.function()) -> true;
      default -> tree.inner().stream().anyMatch(Premises::isDerived);
    };
  }

  private static boolean isPrimed(Tree function) {
    return function instanceof Tree.Scripted s
        && s.scripts().stream().anyMatch(x -> x.primes() > 0);
  }

  /** What statements say, as premises. */
  static Outcome<List<Condition>> read(List<Clause> clauses, Known known) {
    List<Condition> all = new ArrayList<>();
    List<Declaration.Variable> inferred = new ArrayList<>();
    for (Clause clause : clauses) {
      Tree chain = assumed(clause).chain().orElseThrow();
      if (known.mentionsRefused(chain)) {
        return lost(clause.span());
      }
      switch (Elaboration.conditions(chain, known.assuming(inferred).context())) {
        case Outcome.Read<List<Condition>> r -> {
          inferred.addAll(r.inferred());
          switch (new Quantified(known).of(clause, r.value())) {
            case Outcome.Read<List<Condition>> q -> all.addAll(q.value());
            case Outcome.Refused<List<Condition>> q -> {
              return q;
            }
          }
        }
        case Outcome.Refused<List<Condition>> r -> {
          return r;
        }
      }
    }
    return new Outcome.Read<>(all, inferred);
  }

  private static Outcome<List<Condition>> lost(Span span) {
    return new Outcome.Refused<>(List.of(new Refusal.NoMeaning(span, Known.LOST)));
  }
}
