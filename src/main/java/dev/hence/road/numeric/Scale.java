package dev.hence.road.numeric;

import dev.hence.expr.Rational;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** How large the entries of a point are, and what numbers. Most are exactly doubles. */
enum Scale {
  /** 0, ±1, ±2: where people look first, and where formulas degenerate. */
  SMALL {
    @Override
    Rational real(SplittableRandom random) {
      return Rational.of(random.nextInt(-2, 3));
    }

    @Override
    Rational positive(SplittableRandom random) {
      return Rational.of(random.nextInt(1, 4));
    }
  },
  /** Within ±2, more of them near 0: the sum of three uniform numbers. */
  MODERATE {
    @Override
    Rational real(SplittableRandom random) {
      return Rational.of(third(random) + third(random) + third(random), GRID);
    }

    @Override
    Rational positive(SplittableRandom random) {
      long size = Math.abs(third(random) + third(random) + third(random));
      return Rational.of(size + 1, GRID);
    }

    private long third(SplittableRandom random) {
      return random.nextInt(-170, 171);
    }
  },
  /** From a thousandth to a thousand in size, each order of magnitude alike. */
  WIDE {
    @Override
    Rational real(SplittableRandom random) {
      Rational size = positive(random);
      return random.nextBoolean() ? size : size.negate();
    }

    @Override
    Rational positive(SplittableRandom random) {
      Rational power = Rational.of(2).power(random.nextInt(-10, 7));
      return Rational.of(random.nextInt(1, 16)).times(power);
    }
  },
  /** From a tenth to a hundred and more, about 1, 3, 10, … each alike: where thresholds lie. */
  DECADES {
    @Override
    Rational real(SplittableRandom random) {
      Rational size = positive(random);
      return random.nextBoolean() ? size : size.negate();
    }

    @Override
    Rational positive(SplittableRandom random) {
      Rational size = DECADE.get(random.nextInt(DECADE.size()));
      return size.times(Rational.of(random.nextInt(16, 48), 32));
    }
  },
  /** Fractions with odd denominators, within ±3: of those with even ones, sin(2ᵏ π x) is 0. */
  ODD {
    @Override
    Rational real(SplittableRandom random) {
      Rational size = positive(random);
      return random.nextBoolean() ? size : size.negate();
    }

    @Override
    Rational positive(SplittableRandom random) {
      int denominator = oddDenominator(random);
      return Rational.of(random.nextInt(1, 3 * denominator), denominator);
    }
  },
  /** From a millionth to a million. */
  EXTREME {
    @Override
    Rational real(SplittableRandom random) {
      Rational size = positive(random);
      return random.nextBoolean() ? size : size.negate();
    }

    @Override
    Rational positive(SplittableRandom random) {
      Rational power = Rational.of(10).power(random.nextInt(-6, 6));
      return Rational.of(random.nextInt(1, 11)).times(power);
    }
  };

  private static final int[] ODD_DENOMINATORS = {3, 5, 7, 11};

  /** 3, 5, 7 or 11. */
  static int oddDenominator(SplittableRandom random) {
    return ODD_DENOMINATORS[random.nextInt(ODD_DENOMINATORS.length)];
  }

  private static final List<Rational> DECADE =
      Stream.of(1, 3, 10, 32, 100, 320, 1000).map(tenths -> Rational.of(tenths, 8)).toList();

  private static final long GRID = 256;

  /** A number of either sign. */
  abstract Rational real(SplittableRandom random);

  /** How large integers are drawn: small ones mostly, for powers and sums grow fast. */
  int largestInteger() {
    return switch (this) {
      case SMALL, MODERATE, ODD -> 3;
      case WIDE, EXTREME -> 12;
      case DECADES -> 60;
    };
  }

  /** A number above 0. */
  abstract Rational positive(SplittableRandom random);

  /** The scale of the k-th trajectory: none begins where everything is stiff. */
  static Scale ofTrajectory(int k) {
    Scale scale = ofPoint(k);
    return scale == EXTREME ? MODERATE : scale;
  }

  /** The scale of the k-th point. */
  static Scale ofPoint(int k) {
    if (k < 6) {
      return SMALL;
    }
    return switch (k % 16) {
      case 7, 15 -> WIDE;
      case 3, 11 -> DECADES;
      case 1, 9 -> ODD;
      case 5 -> EXTREME;
      default -> MODERATE;
    };
  }
}
