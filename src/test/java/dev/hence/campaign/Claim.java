package dev.hence.campaign;

import dev.hence.campaign.tree.Tree;
import java.util.List;

/** What a page says. */
public sealed interface Claim {
  record Equal(Tree left, Tree right) implements Claim {}

  /** An order of two numbers. */
  record Compare(Tree left, Relation relation, Tree right) implements Claim {}

  /** The sides differ by no more than a multiple of a power of a letter that goes to 0. */
  record Order(Tree left, Tree right, String letter, int power) implements Claim {}

  /** A value in a limit, from both sides or, of a letter that is positive, from above. */
  record Limit(Tree body, String letter, Target target, Tree value) implements Claim {}

  /** Where all premises hold, so does the conclusion. */
  record Implies(List<Compare> premises, Compare conclusion, Words words) implements Claim {}

  enum Relation {
    EQUAL("="),
    LESS("<"),
    AT_MOST("\\le"),
    GREATER(">"),
    AT_LEAST("\\ge"),
    NOT_EQUAL("\\ne");

    private final String latex;

    Relation(String latex) {
      this.latex = latex;
    }

    String latex() {
      return latex;
    }

    boolean admits(int sign) {
      return switch (this) {
        case EQUAL -> sign == 0;
        case LESS -> sign < 0;
        case AT_MOST -> sign <= 0;
        case GREATER -> sign > 0;
        case AT_LEAST -> sign >= 0;
        case NOT_EQUAL -> sign != 0;
      };
    }
  }

  enum Target {
    ZERO("0"),
    FROM_ABOVE("0^+"),
    INFINITY("\\infty");

    private final String latex;

    Target(String latex) {
      this.latex = latex;
    }

    String latex() {
      return latex;
    }
  }

  /** How premises are joined with the conclusion. */
  enum Words {
    IMPLIES,
    IF,
    FOR_ALL,
    PARENTHESES
  }
}
