package dev.hence.campaign.tree;

import dev.hence.campaign.tree.Tree.Operation;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Evaluates formulas at 50 digits. Derivatives and integrals are {@link Calculus}. */
public final class Oracle {
  private static final int LARGEST_EXPONENT = 400;

  private Oracle() {}

  /**
   * The value of a formula.
   *
   * @throws UndefinedException where it has none
   */
  public static Grid value(Tree tree, Point point) {
    return switch (tree) {
      case Tree.Rational n -> Grid.of(number(n));
      case Tree.Pi pi -> Grid.of(ApfloatMath.pi(Grid.DIGITS));
      case Tree.Letter l -> letter(l.name(), point);
      case Tree.Named n -> value(n.value(), point);
      case Tree.Member m -> member(m, point);
      case Tree.Entry e -> entry(e, point);
      case Tree.Iterate i -> iterate(i.name(), whole(i.step(), point), point);
      case Tree.At a -> moving(a.name(), point.at(value(a.time(), point).number()));
      case Tree.Sum s ->
          s.terms().stream().map(t -> value(t, point)).reduce(Grid::plus).orElse(Grid.of(0));
      case Tree.Product p ->
          p.factors().stream().map(t -> value(t, point)).reduce(Grid::times).orElse(Grid.of(1));
      case Tree.Negative n -> value(n.of(), point).map(Apfloat::negate);
      case Tree.Quotient q -> value(q.top(), point).over(value(q.bottom(), point));
      case Tree.Power p -> power(p, point);
      case Tree.Call c -> value(c.argument(), point).map(c.function()::at);
      case Tree.Applied a -> applied(a, point);
      case Tree.Of o -> of(o.operation(), value(o.argument(), point));
      case Tree.Entrywise e -> value(e.left(), point).entrywise(value(e.right(), point));
      case Tree.Identity i -> Grid.identity(integer(letter(i.size(), point)));
      case Tree.Big b -> big(b, point);
      case Tree.Delta d -> Grid.of(whole(d.left(), point) == whole(d.right(), point) ? 1 : 0);
      case Tree.Derivative d -> Calculus.derivative(d, point);
      case Tree.Rate r -> Calculus.rate(r.body(), point);
      case Tree.Integral i -> Calculus.integral(i, point);
      case Tree.Mean m -> Calculus.mean(m, point);
      case Tree.Cases c ->
          value(
              value(c.low(), point).number().compareTo(value(c.high(), point).number()) < 0
                  ? c.then()
                  : c.otherwise(),
              point);
    };
  }

  private static Apfloat number(Tree.Rational n) {
    Apfloat top = new Apfloat(n.numerator(), Grid.DIGITS);
    return n.denominator().equals(BigInteger.ONE)
        ? top
        : top.divide(new Apfloat(n.denominator(), Grid.DIGITS));
  }

  static int whole(Tree tree, Point point) {
    return integer(value(tree, point));
  }

  private static int integer(Grid value) {
    Apfloat number = value.number();
    if (!number.isInteger()) {
      throw new UndefinedException("no whole number: " + number);
    }
    return number.intValueExact();
  }

  private static Grid letter(String name, Point point) {
    return point
        .value(name)
        .orElseGet(() -> name.equals(World.TIME) ? Grid.of(point.now()) : moving(name, point));
  }

  private static Grid moving(String name, Point point) {
    Tree formula = point.world().moving().get(name);
    if (formula == null) {
      throw new IllegalStateException("nothing gives a value to " + name);
    }
    return value(formula, point.at(point.now()));
  }

  private static Grid member(Tree.Member member, Point point) {
    Grid family = letter(member.family(), point);
    return family.column(whole(member.index(), point) - 1);
  }

  private static Grid entry(Tree.Entry entry, Point point) {
    Grid of = value(entry.of(), point);
    int row = whole(entry.indices().getFirst(), point) - 1;
    int column = entry.indices().size() > 1 ? whole(entry.indices().get(1), point) - 1 : 0;
    return Grid.of(of.at(row, column));
  }

  private static Grid iterate(String name, int step, Point point) {
    Optional<Grid> before = point.value(name + " after " + step);
    if (before.isPresent()) {
      return before.get();
    }
    World.Recursion recursion = point.world().iterates().get(name);
    if (step < 0) {
      throw new UndefinedException("no iterate before the first");
    }
    Point known = point.with(name + " after 0", value(recursion.first(), point));
    for (int k = 0; k < step; k++) {
      Grid next = value(recursion.next(), known.with(recursion.index(), Grid.of(k)));
      known = known.with(name + " after " + (k + 1), next);
    }
    return known.value(name + " after " + step).orElseThrow();
  }

  private static Grid power(Tree.Power power, Point point) {
    Grid base = value(power.base(), point);
    Apfloat exponent = value(power.exponent(), point).number();
    if (!exponent.isInteger()) {
      if (base.number().signum() <= 0) {
        throw new UndefinedException("a broken power of a number that is not positive");
      }
      return Grid.of(ApfloatMath.pow(base.number(), exponent));
    }
    int times = exponent.intValueExact();
    if (Math.abs(times) > LARGEST_EXPONENT) {
      throw new UndefinedException("a large exponent");
    }
    Grid factor = times < 0 ? of(Operation.INVERSE, base) : base;
    Grid result = Grid.identity(base.rows());
    for (int k = 0; k < Math.abs(times); k++) {
      result = result.times(factor);
    }
    return result;
  }

  private static Grid applied(Tree.Applied applied, Point point) {
    Tree body = point.world().functions().get(applied.function());
    Point inside = point;
    List<Tree> arguments = applied.arguments();
    for (int k = 0; k < arguments.size(); k++) {
      inside = inside.with("argument" + k, value(arguments.get(k), point));
    }
    for (int k = 0; k < applied.primes(); k++) {
      body = new Tree.Derivative(false, World.argument(0), body);
    }
    return value(body, inside);
  }

  private static Grid of(Operation operation, Grid argument) {
    return switch (operation) {
      case TRANSPOSE -> argument.transpose();
      case INVERSE -> argument.inverse();
      case TRACE -> argument.trace();
      case DETERMINANT -> argument.determinant();
      case NORM -> argument.squaredNorm().map(Elementary.SQRT::at);
    };
  }

  private static Grid big(Tree.Big big, Point point) {
    int from = whole(big.from(), point);
    int to = whole(big.to(), point);
    if (from > to + 1) {
      throw new UndefinedException("the range ends before it begins");
    }
    Grid result = null;
    for (int k = from; k <= to; k++) {
      Grid value = value(big.body(), point.with(big.index(), Grid.of(k)));
      result = result == null ? value : big.product() ? result.times(value) : result.plus(value);
    }
    return result == null ? Grid.of(big.product() ? 1 : 0) : result;
  }
}
