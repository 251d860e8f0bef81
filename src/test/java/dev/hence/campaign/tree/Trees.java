package dev.hence.campaign.tree;

import dev.hence.campaign.tree.Tree.Operation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes formulas; what is 0 or 1 in a sum or a product is left out. */
public final class Trees {
  public static final Tree ZERO = number(0);
  public static final Tree ONE = number(1);
  public static final Tree TWO = number(2);

  private Trees() {}

  public static Tree number(long value) {
    return fraction(value, 1);
  }

  public static Tree fraction(long top, long bottom) {
    BigInteger gcd = BigInteger.valueOf(top).gcd(BigInteger.valueOf(bottom));
    BigInteger sign = BigInteger.valueOf(Long.signum(bottom));
    return new Tree.Rational(
        BigInteger.valueOf(top).divide(gcd).multiply(sign),
        BigInteger.valueOf(bottom).divide(gcd).multiply(sign));
  }

  public static Tree letter(String name) {
    return new Tree.Letter(name);
  }

  public static Tree member(String family, Tree index) {
    return new Tree.Member(family, index);
  }

  public static Tree entry(Tree of, Tree... indices) {
    return new Tree.Entry(of, List.of(indices));
  }

  static boolean isNumber(Tree tree, long value) {
    return tree.equals(number(value));
  }

  public static Tree sum(List<Tree> terms) {
    List<Tree> rest = new ArrayList<>();
    Optional<Tree.Rational> number = Optional.empty();
    for (Tree term : flat(terms)) {
      if (term instanceof Tree.Rational n) {
        number = Optional.of(number.map(m -> added(m, n)).orElse(n));
      } else {
        rest.add(term);
      }
    }
    number.filter(n -> !isNumber(n, 0)).ifPresent(rest::add);
    return rest.isEmpty() ? ZERO : rest.size() == 1 ? rest.getFirst() : new Tree.Sum(rest);
  }

  private static List<Tree> flat(List<Tree> terms) {
    return terms.stream()
        .flatMap(t -> t instanceof Tree.Sum s ? s.terms().stream() : Stream.of(t))
        .toList();
  }

  private static Tree.Rational added(Tree.Rational a, Tree.Rational b) {
    BigInteger top =
        a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator()));
    BigInteger bottom = a.denominator().multiply(b.denominator());
    BigInteger gcd = top.gcd(bottom);
    return new Tree.Rational(top.divide(gcd), bottom.divide(gcd));
  }

  public static Tree sum(Tree... terms) {
    return sum(List.of(terms));
  }

  public static Tree minus(Tree left, Tree right) {
    return sum(left, negative(right));
  }

  public static Tree negative(Tree tree) {
    return switch (tree) {
      case Tree.Rational n -> new Tree.Rational(n.numerator().negate(), n.denominator());
      case Tree.Negative n -> n.of();
      case Tree.Sum s -> sum(s.terms().stream().map(Trees::negative).toList());
      default -> new Tree.Negative(tree);
    };
  }

  public static Tree times(List<Tree> factors) {
    List<Tree> rest = new ArrayList<>();
    boolean negative = false;
    for (Tree factor : factors) {
      Tree plain = factor;
      if (plain instanceof Tree.Negative n) {
        negative = !negative;
        plain = n.of();
      } else if (isNumber(plain, -1)) {
        negative = !negative;
        plain = ONE;
      }
      if (isNumber(plain, 0)) {
        return ZERO;
      }
      if (plain instanceof Tree.Product p) {
        rest.addAll(p.factors());
      } else if (!isNumber(plain, 1)) {
        rest.add(plain);
      }
    }
    Tree product =
        rest.isEmpty() ? ONE : rest.size() == 1 ? rest.getFirst() : new Tree.Product(rest);
    return negative ? negative(product) : product;
  }

  public static Tree times(Tree... factors) {
    return times(List.of(factors));
  }

  public static Tree over(Tree top, Tree bottom) {
    return isNumber(bottom, 1) || isNumber(top, 0) ? top : new Tree.Quotient(top, bottom);
  }

  public static Tree power(Tree base, long exponent) {
    return exponent == 0 ? ONE : exponent == 1 ? base : new Tree.Power(base, number(exponent));
  }

  public static Tree power(Tree base, Tree exponent) {
    return new Tree.Power(base, exponent);
  }

  public static Tree call(Elementary function, Tree argument) {
    return new Tree.Call(function, argument);
  }

  public static Tree apply(String function, Tree... arguments) {
    return new Tree.Applied(function, 0, List.of(arguments));
  }

  public static Tree prime(String function, Tree argument) {
    return new Tree.Applied(function, 1, List.of(argument));
  }

  public static Tree transpose(Tree tree) {
    return of(Operation.TRANSPOSE, tree);
  }

  public static Tree inverse(Tree tree) {
    return of(Operation.INVERSE, tree);
  }

  public static Tree of(Operation operation, Tree tree) {
    return new Tree.Of(operation, tree);
  }

  /** The square of the norm. */
  public static Tree square(Tree tree) {
    return power(of(Operation.NORM, tree), 2);
  }

  public static Tree total(String index, Tree from, Tree to, Tree body) {
    return new Tree.Big(false, index, from, to, body);
  }

  public static Tree product(String index, Tree from, Tree to, Tree body) {
    return new Tree.Big(true, index, from, to, body);
  }

  public static Tree derivative(Tree by, Tree body) {
    return new Tree.Derivative(false, by, body);
  }

  public static Tree gradient(Tree by, Tree body) {
    return new Tree.Derivative(true, by, body);
  }

  /** With another formula in the place of a letter. */
  public static Tree substitute(Tree tree, String letter, Tree by) {
    if (tree instanceof Tree.Letter l && l.name().equals(letter)) {
      return by;
    }
    List<Tree> children = tree.children().stream().map(c -> substitute(c, letter, by)).toList();
    return children.isEmpty() ? tree : tree.with(children);
  }
}
