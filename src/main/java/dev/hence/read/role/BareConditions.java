package dev.hence.read.role;

import dev.hence.read.elaborate.Context;
import dev.hence.read.elaborate.Integers;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Tendency;
import dev.hence.read.syntax.Tree;
import java.util.List;
import java.util.Set;

/**
 * Relations behind a statement of the same row with no word between: said of index letters they can
 * only be its condition; of names and numbers they may be a condition or a claim.
 */
final class BareConditions {
  private static final Set<String> ORDERS = Set.of("<", ">", "<=", ">=", "ne", "ll", "gg");

  private BareConditions() {}

  /** {@code , \quad 1 < i < n} behind a statement. */
  private static boolean isOfIndices(List<Clause> clauses, int k, Context context) {
    Clause clause = clauses.get(k);
    boolean ordered =
        isJoined(clauses, k)
            && clause.first().isPresent()
            && !clause.links().isEmpty()
            && clause.words().isEmpty()
            && clause.links().stream().allMatch(l -> ORDERS.contains(l.sign()));
    return ordered && new Integers(context).areIndices(sides(clause));
  }

  /** Whether a statement says nothing but when the one before it holds. */
  static boolean restricts(List<Clause> clauses, int k, Context context) {
    return isRange(clauses, k) || isOfIndices(clauses, k, context) || isTendency(clauses, k);
  }

  /** {@code , \\quad i = 1, \\dots, n} behind a statement. */
  private static boolean isRange(List<Clause> clauses, int k) {
    return isJoined(clauses, k)
        && clauses.get(k).words().isEmpty()
        && Declarations.isRange(clauses.get(k));
  }

  /** {@code , \\quad \\eta \\to 0} behind a statement; one with such words of its own claims it. */
  private static boolean isTendency(List<Clause> clauses, int k) {
    Clause clause = clauses.get(k);
    List<Tendency> said = clause.tendencies();
    return k > 0
        && !clauses.get(k - 1).links().isEmpty()
        && clause.joint().isPlain()
        && clause.words().isEmpty()
        && !said.isEmpty()
        && said.stream().allMatch(Tendency::isPlain);
  }

  private static List<Tree> sides(Clause clause) {
    List<Tree> sides = new java.util.ArrayList<>(List.of(clause.first().orElseThrow()));
    clause.links().forEach(l -> sides.add(l.operand()));
    return sides;
  }

  /** Whether a statement may be the condition of the one before it in its row. */
  static boolean isUnclear(List<Clause> clauses, int k) {
    return isJoined(clauses, k) && isBare(clauses.get(k)) && !isBare(clauses.get(k - 1));
  }

  static boolean isJoined(List<Clause> clauses, int k) {
    return k > 0
        && clauses.get(k).joint().isPlain()
        && clauses.get(k - 1).row() == clauses.get(k).row()
        && !clauses.get(k - 1).links().isEmpty();
  }

  private static boolean isBare(Clause clause) {
    if (clause.first().isEmpty() || clause.links().size() != 1) {
      return false;
    }
    return clause.says("=")
        ? Names.isNameOrNumber(clause.first().get()) && Names.isNameOrNumber(clause.right())
        : ORDERS.contains(clause.links().getFirst().sign());
  }
}
