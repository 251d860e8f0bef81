package dev.hence.mutant;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** Drawn values of variables and drawn smooth functions, each when it is first asked for. */
final class Point {
  /** Waves of which an arbitrary function is the sum. */
  private static final int WAVES = 2;

  private final Scope scope;
  private final long seed;
  private final Map<String, Table> drawn = new HashMap<>();

  Point(Scope scope, long seed) {
    this.scope = scope;
    this.seed = seed;
  }

  Table variable(Name name, List<Integer> indices, int rows, int columns) {
    return drawn.computeIfAbsent(
        name.latex() + indices, key -> draw(name, indices, rows, columns, key));
  }

  private Table draw(Name name, List<Integer> indices, int rows, int columns, String key) {
    Optional<Declaration.Variable> declared = scope.variable(name, indices.size());
    Domain domain = declared.map(Declaration.Variable::domain).orElse(Domain.REALS);
    SplittableRandom random = new SplittableRandom(seed ^ ((long) key.hashCode() << 20));
    return switch (domain) {
      case Domain.Interval i -> Table.of(rows, columns, k -> in(i, random));
      case Domain.Finite f ->
          Table.of(rows, columns, k -> decimal(f.values().get(random.nextInt(f.values().size()))));
      case Domain.Integers n ->
          Table.of(
              rows,
              columns,
              k -> new Apfloat(n.from().orElse(1) + random.nextInt(5), Table.DIGITS));
      case Domain.Labels l -> throw new Unjudged("labels");
      case Domain.Special s -> special(s.kind(), rows, columns, random);
    };
  }

  private static Apfloat in(Domain.Interval i, SplittableRandom random) {
    Apfloat share = new Apfloat(random.nextInt(1, 1000), Table.DIGITS).divide(decimal(1000));
    if (i.lower().isPresent() && i.upper().isPresent()) {
      Apfloat low = decimal(i.lower().get());
      return low.add(decimal(i.upper().get()).subtract(low).multiply(share));
    }
    Apfloat positive = share.multiply(decimal(3));
    if (i.lower().isPresent()) {
      return decimal(i.lower().get()).add(positive);
    }
    return i.upper().isPresent()
        ? decimal(i.upper().get()).subtract(positive)
        : positive.multiply(decimal(2)).subtract(decimal(3));
  }

  private static Table special(Domain.Kind kind, int rows, int columns, SplittableRandom random) {
    Table any =
        Table.of(rows, columns, k -> decimal(random.nextInt(-2000, 2000)).divide(decimal(1000)));
    return switch (kind) {
      case SIMPLEX -> {
        Table positive = any.map(x -> ApfloatMath.abs(x).add(Table.ONE));
        Apfloat sum = positive.entries().stream().reduce(Table.ZERO, Apfloat::add);
        yield positive.map(x -> x.divide(sum));
      }
      case ONE_HOT -> {
        int hot = random.nextInt(rows * columns);
        yield Table.of(rows, columns, k -> k == hot ? Table.ONE : Table.ZERO);
      }
      case SYMMETRIC -> any.plus(any.transposed());
      case POSITIVE_SEMIDEFINITE, POSITIVE_DEFINITE ->
          any.times(any.transposed()).plus(Table.identity(rows));
      case INVERTIBLE -> any;
      case ORTHOGONAL, ORTHONORMAL_COLUMNS -> throw new Unjudged("orthogonal matrices");
    };
  }

  /** A smooth function of its arguments, one for each name, member and entry of its value. */
  Apfloat function(String name, List<Table> arguments, int entry) {
    Apfloat sum = Table.ZERO;
    SplittableRandom random = new SplittableRandom(seed ^ ((long) name.hashCode() * 31 + entry));
    for (int wave = 0; wave < WAVES; wave++) {
      Apfloat phase = decimal(random.nextInt(-20, 20)).divide(decimal(10));
      for (Table argument : arguments) {
        for (Apfloat value : argument.entries()) {
          Apfloat slope = decimal(random.nextInt(3, 15)).divide(decimal(10));
          phase = phase.add(slope.multiply(value));
        }
      }
      Apfloat height = decimal(random.nextInt(5, 20)).divide(decimal(10));
      sum = sum.add(height.multiply(Sine.of(phase)));
    }
    return sum;
  }

  private static Apfloat decimal(long value) {
    return new Apfloat(value, Table.DIGITS);
  }

  static Apfloat decimal(Rational value) {
    return new Apfloat(value.numerator(), Table.DIGITS)
        .divide(new Apfloat(value.denominator(), Table.DIGITS));
  }
}
