package dev.hence.road.numeric;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws exact members of declared domains. */
final class Draw {
  private static final int STEPS = 64;

  private final SplittableRandom random;
  private final Scale scale;

  Draw(SplittableRandom random, Scale scale) {
    this.random = random;
    this.scale = scale;
  }

  /** The entries of a variable, row-major. */
  List<Rational> entries(Variable variable, Domain domain) {
    return switch (domain) {
      case Domain.Interval i -> many(variable.size(), () -> within(i));
      case Domain.Finite f ->
          many(variable.size(), () -> f.values().get(random.nextInt(f.values().size())));
      case Domain.Integers i -> many(variable.size(), () -> integer(i));
      case Domain.Labels l -> throw new IllegalStateException("labels are chosen, not drawn");
      case Domain.Special s -> special(s.kind(), variable.rows(), variable.columns());
    };
  }

  private static List<Rational> many(int count, java.util.function.Supplier<Rational> draw) {
    return Stream.generate(draw).limit(count).toList();
  }

  private Rational integer(Domain.Integers domain) {
    int most = scale.largestInteger();
    return domain
        .from()
        .map(from -> Rational.of((long) from + random.nextInt(most + 2)))
        .orElseGet(() -> Rational.of(random.nextInt(-most, most + 1)));
  }

  private Rational within(Domain.Interval interval) {
    if (interval.lower().isEmpty()) {
      return interval.upper().isEmpty()
          ? scale.real(random)
          : interval.upper().get().minus(distance(interval.upperIncluded()));
    }
    if (interval.upper().isEmpty()) {
      return interval.lower().get().plus(distance(interval.lowerIncluded()));
    }
    Rational lower = interval.lower().get();
    Rational width = interval.upper().get().minus(lower);
    return lower.plus(width.times(share(interval)));
  }

  /** How far from the end of an unbounded interval; the end itself is seldom drawn. */
  private Rational distance(boolean endIncluded) {
    return endIncluded && random.nextInt(8) == 0 ? Rational.ZERO : scale.positive(random);
  }

  /** Where in a bounded interval, from 0 to 1. */
  private Rational share(Domain.Interval interval) {
    if (scale == Scale.ODD) {
      int parts = Scale.oddDenominator(random);
      return Rational.of(random.nextInt(1, parts), parts);
    }
    if (scale == Scale.EXTREME) {
      Rational little = Rational.of(10).power(-random.nextInt(1, 7));
      return random.nextBoolean() ? little : Rational.ONE.minus(little);
    }
    int step = scale == Scale.SMALL ? STEPS / 4 * random.nextInt(5) : random.nextInt(STEPS + 1);
    boolean allowed =
        (step > 0 || interval.lowerIncluded()) && (step < STEPS || interval.upperIncluded());
    return Rational.of(allowed ? step : random.nextInt(1, STEPS), STEPS);
  }

  private List<Rational> special(Domain.Kind kind, int rows, int columns) {
    return switch (kind) {
      case SIMPLEX -> simplex(rows * columns);
      case ONE_HOT -> oneHot(rows * columns, random.nextInt(rows * columns));
      case SYMMETRIC -> symmetric(RationalMatrix.of(rows, rows, this::real)).entries();
      case POSITIVE_SEMIDEFINITE -> gram(rows, random.nextInt(1, rows + 1)).entries();
      case POSITIVE_DEFINITE -> {
        Rational least = scale == Scale.SMALL ? Rational.ONE : Rational.of(1, 4);
        yield gram(rows, rows).plus(RationalMatrix.identity(rows).times(least)).entries();
      }
      case INVERTIBLE -> invertible(rows).entries();
      case ORTHOGONAL -> orthogonal(rows).entries();
      case ORTHONORMAL_COLUMNS -> orthogonal(rows).firstColumns(columns).entries();
    };
  }

  private Rational real() {
    return scale.real(random);
  }

  /** Positive shares of 1, seldom a corner. */
  private List<Rational> simplex(int n) {
    if (scale == Scale.SMALL && random.nextInt(4) == 0) {
      return oneHot(n, random.nextInt(n));
    }
    int whole = Integer.highestOneBit(n) * 256;
    List<Integer> cuts = new ArrayList<>(IntStream.range(1, whole).boxed().toList());
    Collections.shuffle(cuts, new java.util.Random(random.nextLong()));
    List<Integer> ends = new ArrayList<>(cuts.subList(0, n - 1));
    ends.add(whole);
    Collections.sort(ends);
    List<Rational> shares = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      shares.add(Rational.of(ends.get(k) - (k == 0 ? 0 : ends.get(k - 1)), whole));
    }
    return shares;
  }

  private static List<Rational> oneHot(int n, int hot) {
    return IntStream.range(0, n).mapToObj(k -> k == hot ? Rational.ONE : Rational.ZERO).toList();
  }

  /** The entries on and above the diagonal decide. */
  private static RationalMatrix symmetric(RationalMatrix m) {
    int n = m.rows();
    return RationalMatrix.of(n, n, k -> m.get(Math.min(k / n, k % n), Math.max(k / n, k % n)));
  }

  /** A·Aᵀ for A with n rows, of a rank at most. */
  private RationalMatrix gram(int n, int rank) {
    RationalMatrix a = RationalMatrix.of(n, rank, this::real);
    return a.times(a.transposed());
  }

  private RationalMatrix invertible(int n) {
    RationalMatrix m = RationalMatrix.of(n, n, this::real);
    while (m.inverse().isEmpty()) {
      m = m.plus(RationalMatrix.identity(n));
    }
    return m;
  }

  /**
   * Cayley's (I − S)(I + S)⁻¹ of a skew S is orthogonal with rational entries; I + S is always
   * invertible. Turning the signs of rows reaches the orthogonal matrices of determinant −1 too.
   */
  private RationalMatrix orthogonal(int n) {
    RationalMatrix draws = RationalMatrix.of(n, n, () -> Rational.of(random.nextInt(-4, 5), 2));
    RationalMatrix upper =
        RationalMatrix.of(n, n, k -> k / n < k % n ? draws.get(k / n, k % n) : Rational.ZERO);
    RationalMatrix skew = upper.plus(upper.transposed().times(Rational.of(-1)));
    RationalMatrix identity = RationalMatrix.identity(n);
    RationalMatrix rotation =
        identity
            .plus(skew.times(Rational.of(-1)))
            .times(identity.plus(skew).inverse().orElseThrow());
    int signs = random.nextInt(1 << Math.min(n, 16));
    return RationalMatrix.of(
        n,
        n,
        k -> {
          Rational entry = rotation.get(k / n, k % n);
          return ((signs >> (k / n)) & 1) == 0 ? entry : entry.negate();
        });
  }
}
