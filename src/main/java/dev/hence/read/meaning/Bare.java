package dev.hence.read.meaning;

import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Separator;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements behind another that may as well be its condition: {@code \qquad \sigma_1 = \sigma_2},
 * {@code , \quad x^2 < 1}; and conditions behind several statements, which may be meant for all of
 * them.
 */
final class Bare {
  private Bare() {}

  /** Whether a statement stands behind another of its row, as a condition would. */
  static boolean isBehind(List<Part> parts, int k) {
    if (k == 0 || !parts.get(k - 1).row().equals(parts.get(k).row())) {
      return false;
    }
    Clause clause = parts.get(k).clause();
    return isJoined(clause.separator()) && isBare(clause) && !isBare(parts.get(k - 1).clause());
  }

  private static boolean isJoined(Separator separator) {
    return switch (separator) {
      case SPACE, COMMA, SEMICOLON, WORD, OR -> true;
      case NONE, IMPLIES, IFF -> false;
    };
  }

  private static boolean isBare(Clause clause) {
    if (clause.first().isEmpty() || clause.links().size() != 1) {
      return false;
    }
    Syntax.Link link = clause.links().getFirst();
    return switch (link.relation()) {
      case EQUAL -> isName(clause.first().get()) && isName(link.operand());
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, NOT_EQUAL -> true;
      default -> false;
    };
  }

  /** {@code , \quad 1 < i < n}: said of index letters alone, it can only be a condition. */
  static boolean speaksOfIndices(Clause clause, Context context) {
    boolean ordered =
        clause.first().isPresent()
            && !clause.links().isEmpty()
            && clause.conditions().isEmpty()
            && isJoined(clause.separator())
            && clause.links().stream().allMatch(link -> isOrder(link.relation()));
    if (!ordered) {
      return false;
    }
    List<Syntax> sides = new ArrayList<>(List.of(clause.first().get()));
    clause.links().forEach(link -> sides.add(link.operand()));
    Integers integers = new Integers(context);
    return sides.stream().allMatch(side -> integers.integer(side).isPresent())
        && sides.stream()
            .anyMatch(side -> side instanceof Syntax.Name n && context.isLetter(n.key()));
  }

  private static boolean isOrder(Relation relation) {
    return Relations.of(relation)
        .filter(r -> r.isInequality() || r == dev.hence.expr.Relation.NOT_EQUAL)
        .isPresent();
  }

  private static boolean isName(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n -> true;
      case Syntax.Terms t -> t.terms().size() == 1 && isName(t.terms().getFirst().value());
      default -> Written.of(syntax).isPresent();
    };
  }

  /**
   * Refuses a statement that may be a condition, and the statements before it, which may have it.
   *
   * @throws Misread that asks what it is
   */
  static void refuse(List<Part> parts, TextDefinitions defined, int k) {
    for (int later = k; later < parts.size(); later++) {
      Part part = parts.get(later);
      if (!part.row().equals(parts.get(k).row()) || part.steering().says(Steering.Word.CLAIM)) {
        return;
      }
      if (isBehind(parts, later) && !defined.defines(part.clause())) {
        throw unclear(part);
      }
    }
  }

  /**
   * Refuses a statement behind a comma that may be a condition of the one before it, where both are
   * said to follow from something.
   *
   * @throws Misread that asks what it is
   */
  static void refuseListed(List<Part> parts, int k) {
    Part part = parts.get(k);
    if (part.clause().separator() == Separator.COMMA
        && isBehind(parts, k)
        && !part.steering().says(Steering.Word.CLAIM)) {
      throw unclear(part);
    }
  }

  private static Misread unclear(Part part) {
    return new Misread(
        ProblemId.CONDITION_OR_CLAIM,
        part.clause().span(),
        "this may be a condition of the statement before it, or a claim of its own",
        "put <!-- hence: if … --> or <!-- hence: claim --> before the display");
  }

  /**
   * Refuses a statement of whose condition it is not known whether it is one.
   *
   * @param conditions reads the conditions of a statement
   * @throws Misread that asks what is meant
   */
  static void refuseShared(List<Part> parts, int k, ConditionsOf conditions) {
    Part part = parts.get(k);
    for (int later = k + 1; later < parts.size(); later++) {
      Clause clause = parts.get(later).clause();
      boolean listed =
          parts.get(later).row().equals(part.row())
              && (clause.separator() == Separator.COMMA || clause.separator() == Separator.SPACE);
      if (!listed) {
        return;
      }
      if (!conditions.of(clause).isEmpty() && share(part.clause(), clause)) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            part.clause().span(),
            "the condition at the end of the row may be meant for this statement too",
            "give each statement a row of its own, with its condition");
      }
    }
  }

  /** Reads the conditions of a statement. */
  interface ConditionsOf {
    List<Condition> of(Clause clause);
  }

  private static boolean share(Clause claim, Clause restricted) {
    List<Refused> names = new ArrayList<>();
    restricted.conditions().stream()
        .flatMap(c -> c.clauses().stream())
        .forEach(c -> names.addAll(Refused.mentioned(c, Scope.EMPTY)));
    return claim.first().filter(f -> Refused.mentions(f, names)).isPresent()
        || claim.links().stream().anyMatch(l -> Refused.mentions(l.operand(), names));
  }
}
