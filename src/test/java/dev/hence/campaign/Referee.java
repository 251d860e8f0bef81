package dev.hence.campaign;

import dev.hence.campaign.tree.Grid;
import dev.hence.campaign.tree.Oracle;
import dev.hence.campaign.tree.Point;
import dev.hence.campaign.tree.Tree;
import dev.hence.campaign.tree.UndefinedException;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Says by the oracle whether a claim holds at a point. */
final class Referee {
  /** What is found at a point. */
  enum Finding {
    HOLDS,
    FAILS,
    /** A premise fails, or the left side has no value. */
    OUTSIDE,
    /** Only the right side has no value. */
    RIGHT_UNDEFINED,
    /** Too near to tell. */
    UNCLEAR
  }

  private static final int DIGITS = 50;
  private static final Apfloat SAME = new Apfloat("1e-10", DIGITS);
  private static final Apfloat DIFFERENT = new Apfloat("1e-6", DIGITS);
  private static final Apfloat TIE = new Apfloat("1e-20", DIGITS);
  private static final Apfloat LARGE = new Apfloat("1e10", DIGITS);

  private Referee() {}

  static Finding at(Claim claim, Point point) {
    return switch (claim) {
      case Claim.Equal e -> equal(e.left(), e.right(), point);
      case Claim.Compare c -> compare(c, point);
      case Claim.Order o -> order(o, point);
      case Claim.Limit l -> limit(l, point);
      case Claim.Implies i -> implies(i, point);
    };
  }

  private static Finding equal(Tree left, Tree right, Point point) {
    Grid l;
    try {
      l = Oracle.value(left, point);
    } catch (UndefinedException | ArithmeticException e) {
      return Finding.OUTSIDE;
    }
    Grid r;
    try {
      r = Oracle.value(right, point);
    } catch (UndefinedException | ArithmeticException e) {
      return Finding.RIGHT_UNDEFINED;
    }
    if (r.entries().size() == 1 && r.number().signum() == 0) {
      r = Grid.zero(l.rows(), l.columns());
    }
    Apfloat scale = l.size().add(r.size()).add(new Apfloat(1, DIGITS));
    Apfloat difference = l.minus(r).size().divide(scale);
    return difference.compareTo(SAME) < 0
        ? Finding.HOLDS
        : difference.compareTo(DIFFERENT) > 0 ? Finding.FAILS : Finding.UNCLEAR;
  }

  private static Finding compare(Claim.Compare compare, Point point) {
    Apfloat left;
    try {
      left = Oracle.value(compare.left(), point).number();
    } catch (UndefinedException | ArithmeticException e) {
      return Finding.OUTSIDE;
    }
    try {
      Apfloat right = Oracle.value(compare.right(), point).number();
      Apfloat difference = left.subtract(right);
      int sign = ApfloatMath.abs(difference).compareTo(TIE) < 0 ? 0 : difference.signum();
      boolean strict =
          compare.relation() == Claim.Relation.LESS || compare.relation() == Claim.Relation.GREATER;
      if (sign == 0 && strict && calls(compare.left())) {
        return Finding.UNCLEAR;
      }
      return compare.relation().admits(sign) ? Finding.HOLDS : Finding.FAILS;
    } catch (UndefinedException | ArithmeticException e) {
      return Finding.RIGHT_UNDEFINED;
    }
  }

  /** Whether something in it is not rational, so that a tie may be none. */
  private static boolean calls(Tree tree) {
    return tree instanceof Tree.Call || tree.children().stream().anyMatch(Referee::calls);
  }

  private static Finding implies(Claim.Implies implies, Point point) {
    for (Claim.Compare premise : implies.premises()) {
      if (compare(premise, point) != Finding.HOLDS) {
        return Finding.OUTSIDE;
      }
    }
    Claim.Compare conclusion = implies.conclusion();
    return conclusion.relation() == Claim.Relation.EQUAL
        ? equal(conclusion.left(), conclusion.right(), point)
        : compare(conclusion, point);
  }

  /** The difference over the power, at two sizes of the letter. */
  private static Finding order(Claim.Order order, Point point) {
    try {
      Apfloat near = ratio(order, point, "1e-7");
      Apfloat nearer = ratio(order, point, "1e-11");
      Apfloat limit = near.multiply(new Apfloat(50, DIGITS)).add(new Apfloat("1e-3", DIGITS));
      if (nearer.compareTo(limit) < 0) {
        return Finding.HOLDS;
      }
      Apfloat growth = near.multiply(new Apfloat(1000, DIGITS));
      return nearer.compareTo(growth) > 0 && near.compareTo(new Apfloat("1e-3", DIGITS)) > 0
          ? Finding.FAILS
          : Finding.UNCLEAR;
    } catch (UndefinedException | ArithmeticException e) {
      return Finding.OUTSIDE;
    }
  }

  private static Apfloat ratio(Claim.Order order, Point point, String size) {
    Apfloat h = new Apfloat(size, DIGITS);
    Point near = point.with(order.letter(), Grid.of(h));
    Grid difference = Oracle.value(order.left(), near).minus(Oracle.value(order.right(), near));
    return difference.size().divide(ApfloatMath.pow(h, order.power()));
  }

  private static Finding limit(Claim.Limit limit, Point point) {
    try {
      Apfloat value = Oracle.value(limit.value(), point).number();
      Apfloat small = new Apfloat("1e-10", DIGITS);
      return switch (limit.target()) {
        case FROM_ABOVE -> near(limit, point, small, value);
        case INFINITY -> near(limit, point, LARGE, value);
        case ZERO -> {
          Finding above = near(limit, point, small, value);
          Finding below = near(limit, point, small.negate(), value);
          yield above == Finding.FAILS ? above : below == Finding.FAILS ? below : above;
        }
      };
    } catch (UndefinedException | ArithmeticException e) {
      return Finding.OUTSIDE;
    }
  }

  private static Finding near(Claim.Limit limit, Point point, Apfloat at, Apfloat value) {
    Apfloat found = Oracle.value(limit.body(), point.with(limit.letter(), Grid.of(at))).number();
    Apfloat scale = ApfloatMath.abs(value).add(new Apfloat(1, DIGITS));
    Apfloat difference = ApfloatMath.abs(found.subtract(value)).divide(scale);
    return difference.compareTo(new Apfloat("1e-4", DIGITS)) < 0
        ? Finding.HOLDS
        : difference.compareTo(new Apfloat("1e-2", DIGITS)) > 0 ? Finding.FAILS : Finding.UNCLEAR;
  }
}
