package dev.hence.verdict;

import dev.hence.claim.Approach;
import dev.hence.claim.Approach.Strength;
import dev.hence.eval.ApproachProgram;
import dev.hence.eval.Coming;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.Growth;
import dev.hence.eval.GrowthField;
import dev.hence.eval.Result;
import dev.hence.eval.Series;
import dev.hence.eval.SeriesField;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.verdict.Evidence.Certificate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Evaluates counterexamples to limits and orders again: a coefficient of left − right that excludes
 * 0, at a power at which the claim leaves none.
 */
final class ApproachCertifier {
  private static final int DIGITS = 70;
  private static final BigDecimal NOTHING = new BigDecimal("1e-40");
  private static final int HIGHEST_EXPONENT = 40;

  /** Divisors can cost that many orders. */
  private static final int SPARE = 8;

  private final Instance instance;
  private final Approach approach;
  private final ApproachProgram program;
  private final int entries;
  private final int assignments;
  private final List<CompiledRestriction> restrictions;

  ApproachCertifier(Instance instance) {
    this.instance = instance;
    approach = instance.step().approach().orElseThrow();
    program =
        ApproachProgram.compile(
            instance.interpretation(),
            instance.assignments(),
            Goals.expressions(instance),
            approach.parameter().name(),
            Goals.of(approach));
    entries = program.sizes().getFirst();
    assignments = instance.assignments().size();
    restrictions =
        Restriction.of(instance).stream()
            .map(r -> new CompiledRestriction(instance, instance.interpretation(), r))
            .toList();
  }

  Recheck coefficient(Evidence.Counterexample c, Certificate.Coefficient stated) {
    boolean rest = c.component() >= entries;
    Optional<String> objection = objection(c, stated.coming());
    if (objection.isPresent()) {
      return new Recheck.Falls(objection.get());
    }
    if (stated.exponent().compareTo(Rational.of(HIGHEST_EXPONENT)) > 0) {
      return new Recheck.Falls("the order is too high");
    }
    return recomputed(c, stated, assignment(c), rest);
  }

  private int assignment(Evidence.Counterexample c) {
    return c.component() >= entries
        ? c.component() - entries
        : c.component() / (entries / assignments);
  }

  private Optional<String> objection(Evidence.Counterexample c, Coming coming) {
    int most = entries + (approach.remainder().isPresent() ? assignments : 0);
    if (c.component() < 0 || c.component() >= most) {
      return Optional.of("there is no entry " + c.component());
    }
    boolean covered = program.variables().stream().allMatch(v -> ExactPoint.covers(c.point(), v));
    return covered && speaks(c.point(), assignment(c), coming)
        ? Optional.empty()
        : Optional.of("the step does not speak of this point for certain");
  }

  /** That left − right grows exponentially, and faster than the gauge. */
  Recheck growth(Evidence.Counterexample c, Certificate.Growth stated) {
    Optional<String> objection = objection(c, Coming.straight(stated.below()));
    if (objection.isPresent() || c.component() >= entries) {
      return new Recheck.Falls(objection.orElse("what the left side leaves open has no growth"));
    }
    if (approach.strength() == Approach.Strength.NEAR) {
      return new Recheck.Falls("≈ compares with sides that may grow as well");
    }
    SeriesField<Enclosure> series = new SeriesField<>(new Enclosures(DIGITS), SPARE);
    GrowthField<Enclosure> field = new GrowthField<>(series);
    List<Result<Growth<Enclosure>>> all =
        program.growths(series, c.point()::of, Coming.straight(stated.below()));
    Growth<Enclosure> left = all.get(c.component()).get();
    Growth<Enclosure> right = all.get(entries + c.component()).get();
    Growth<Enclosure> difference = field.subtract(left, right);
    Growth<Enclosure> beside = field.divide(difference, all.get(2 * entries + assignment(c)).get());
    return isCertain(beside.factor()) && field.grows(difference) && field.grows(beside)
        ? new Recheck.Stands(
            new Evidence.Counterexample(
                instance,
                c.point(),
                c.component(),
                limit(field, left),
                limit(field, right),
                stated))
        : new Recheck.Falls("the difference does not certainly grow exponentially");
  }

  /**
   * That left − right over what is claimed of it does not stay bounded, or does not vanish, with
   * the parameter at e^{−1/s}: there its logarithm is −1/s.
   */
  Recheck slow(Evidence.Counterexample c, Certificate.Slow stated) {
    Optional<String> objection = objection(c, Coming.straight(stated.below()));
    if (objection.isPresent() || c.component() >= entries || approach.strength() == Strength.NEAR) {
      return new Recheck.Falls(objection.orElse("nothing is claimed of its order"));
    }
    SeriesField<Enclosure> series = new SeriesField<>(new Enclosures(DIGITS), SPARE);
    GrowthField<Enclosure> field = new GrowthField<>(series);
    List<Result<Growth<Enclosure>>> all = program.slowly(series, c.point()::of, stated.below());
    Growth<Enclosure> gauge = all.get(2 * entries + assignment(c)).get();
    Growth<Enclosure> left = all.get(c.component()).get();
    Growth<Enclosure> right = all.get(entries + c.component()).get();
    Growth<Enclosure> beside = field.divide(field.subtract(left, right), gauge);
    int most = approach.strength() == Strength.BIG ? -1 : 0;
    boolean remains = beside.isPlain() ? beside.factor().valuation() <= most : field.grows(beside);
    return isCertain(beside.factor()) && remains
        ? new Recheck.Stands(
            new Evidence.Counterexample(
                instance,
                c.point(),
                c.component(),
                limit(field, field.divide(left, gauge)),
                limit(field, field.divide(right, gauge)),
                stated))
        : new Recheck.Falls("the difference is not certainly of a larger order");
  }

  /** That the right side is undefined near the target, and the left side is not. */
  Recheck rightUndefined(Evidence.Counterexample c) {
    for (boolean below : new boolean[] {false, true}) {
      boolean side = c.component() < entries && objection(c, Coming.straight(below)).isEmpty();
      if (side) {
        UndefinedApproach near = new UndefinedApproach(instance, program, c.point(), below);
        Optional<Evidence.Counterexample> found = near.check(c.component(), entries);
        if (found.isPresent()) {
          return new Recheck.Stands(found.get());
        }
      }
    }
    return new Recheck.Falls("it is not certain that only the right side is undefined there");
  }

  private static boolean isCertain(Series<Enclosure> factor) {
    return !factor.isZeroSoFar() && factor.leading().excludesZero();
  }

  /** What a side goes to. */
  private static String limit(GrowthField<Enclosure> field, Growth<Enclosure> side) {
    Series<Enclosure> factor = side.factor();
    if (factor.isZeroSoFar()) {
      boolean vanishes = factor.isExact() || (side.isPlain() && factor.start() > 0);
      return vanishes ? "0" : "undetermined";
    }
    if (field.grows(side) || (side.isPlain() && factor.start() < 0)) {
      return factor.leading().sign() > 0 ? "∞" : "-∞";
    }
    return side.isPlain() && factor.start() == 0 ? Numbers.text(factor.leading()) : "0";
  }

  private boolean speaks(Point point, int assignment, Coming coming) {
    List<Point> near = Goals.near(instance, point, coming);
    return !near.isEmpty()
        && near.stream().allMatch(p -> restrictions.stream().allMatch(r -> r.holds(p, assignment)));
  }

  private Recheck recomputed(
      Evidence.Counterexample c, Certificate.Coefficient stated, int assignment, boolean rest) {
    int root = stated.exponent().denominator().intValueExact();
    int exponent = stated.exponent().numerator().intValueExact();
    SeriesField<Enclosure> field =
        new SeriesField<>(
            new Enclosures(DIGITS),
            Math.max(1, exponent + 1) + SPARE * root * stated.coming().highest());
    List<Result<Series<Enclosure>>> all =
        program.run(field, c.point()::of, stated.coming().rooted(root));
    Series<Enclosure> gauge = all.get(2 * entries + assignment).get();
    Series<Enclosure> left =
        all.get(rest ? 2 * entries + assignments + assignment : c.component()).get();
    Series<Enclosure> right = rest ? field.zero() : all.get(entries + c.component()).get();
    Enclosure difference = field.coefficient(field.subtract(left, right), exponent);
    if (!difference.excludesZero()) {
      return new Recheck.Falls("the coefficient is not certainly different from 0");
    }
    if (!forbids(exponent, gauge, all, c.component())) {
      return new Recheck.Falls("the claim allows a term of this order");
    }
    List<String> texts =
        Numbers.apart(field.coefficient(left, exponent), field.coefficient(right, exponent));
    return new Recheck.Stands(
        new Evidence.Counterexample(
            instance, c.point(), c.component(), texts.get(0), texts.get(1), stated));
  }

  /** Whether a term of this order contradicts the claim. */
  private boolean forbids(
      int exponent, Series<Enclosure> gauge, List<Result<Series<Enclosure>>> all, int component) {
    return switch (approach.strength()) {
      case BIG -> valuation(gauge).stream().anyMatch(v -> exponent < v);
      case LITTLE -> valuation(gauge).stream().anyMatch(v -> exponent <= v);
      case NEAR -> forbidsNear(exponent, all, component);
    };
  }

  /** The order of a series, if it is certain. */
  private static OptionalInt valuation(Series<Enclosure> series) {
    return !series.isZeroSoFar() && series.leading().excludesZero()
        ? OptionalInt.of(series.valuation())
        : OptionalInt.empty();
  }

  /** ≈ is certainly wrong where the difference is no smaller than a side of it. */
  private boolean forbidsNear(int exponent, List<Result<Series<Enclosure>>> all, int component) {
    Expr right = instance.step().right();
    boolean nothing = right instanceof Expr.Literal l && l.value().signum() == 0;
    if (nothing || right instanceof Expr.Filled) {
      return exponent <= 0;
    }
    int width = entries / assignments;
    int first = component / width * width;
    for (int k = first; k < first + width; k++) {
      Series<Enclosure> a = all.get(k).get();
      Series<Enclosure> b = all.get(entries + k).get();
      boolean smaller = start(a) < exponent || start(b) < exponent;
      if (smaller) {
        return false;
      }
    }
    return true;
  }

  /** From which power on there is anything that is not 0 to many digits. */
  private static int start(Series<Enclosure> series) {
    for (int k = 0; k < series.coefficients().size(); k++) {
      Enclosure coefficient = series.coefficients().get(k);
      if (coefficient.excludesZero() || coefficient.radius().compareTo(NOTHING) > 0) {
        return series.valuation() + k;
      }
    }
    return series.order();
  }
}
