package dev.hence.road.numeric;

import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Result;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Decides a relation at exact points, in enclosures of rising precision. */
final class ExactCheck {
  private static final List<Enclosures> PRECISIONS =
      List.of(new Enclosures(60), new Enclosures(200), new Enclosures(500));

  /** How much an enclosure of 0 must shrink from one precision to the next. */
  private static final BigDecimal SHRINKING = new BigDecimal("1e-60");

  /** Integrals are found to a part of the digits. */
  private static final BigDecimal SHRINKING_INTEGRAL = new BigDecimal("1e-9");

  private static final BigDecimal SHARP_INTEGRAL = new BigDecimal("1e-16");

  private final PointProgram program;
  private final Relation relation;
  private final Optional<Rational> tolerance;
  private final int components;

  /**
   * @param program computes all entries of the left side, then all of the right side
   * @param tolerance by how much the sides may differ
   */
  ExactCheck(PointProgram program, Relation relation, Optional<Rational> tolerance) {
    this.program = program;
    this.relation = relation;
    this.tolerance = tolerance;
    this.components = program.sizes().getFirst();
  }

  Trial at(Position position) {
    return new Trial(position);
  }

  /** One point; what was computed for one entry serves the others. */
  final class Trial {
    private final Position position;
    private final Run[] runs = new Run[PRECISIONS.size()];

    private Trial(Position position) {
      this.position = position;
    }

    private Run run(int precision) {
      if (runs[precision] == null) {
        runs[precision] = new Run(PRECISIONS.get(precision), position);
      }
      return runs[precision];
    }

    Finding component(int component) {
      Optional<BigDecimal> before = Optional.empty();
      Finding last = new Finding.Lost(Finding.Loss.KINK);
      int most = program.program().integrates() ? 2 : PRECISIONS.size();
      for (int precision = 0; precision < most; precision++) {
        Run run = run(precision);
        Optional<Finding> decided = run.decided(component);
        if (decided.isPresent()) {
          return decided.get();
        }
        Optional<BigDecimal> radius = run.radius(component);
        if (radius.isPresent() && before.isPresent() && shrinks(before.get(), radius.get())) {
          return agreement(component, PRECISIONS.get(precision).digits());
        }
        before = radius;
      }
      return last;
    }

    private boolean shrinks(BigDecimal before, BigDecimal now) {
      return program.program().integrates()
          ? now.compareTo(SHARP_INTEGRAL) <= 0
              || now.compareTo(before.multiply(SHRINKING_INTEGRAL)) <= 0
          : now.compareTo(before.multiply(SHRINKING)) <= 0;
    }

    /** The sides agree to many digits: enough where equality will do, else only if it is exact. */
    private Finding agreement(int component, int digits) {
      if (tolerance.isPresent()) {
        return new Finding.Lost(Finding.Loss.KINK);
      }
      if (Certain.equalitySuffices(relation)) {
        return new Finding.Agrees(digits);
      }
      List<Result<Rational>> exact = position.exactly(program);
      Optional<Rational> left = exact.get(component).value();
      Optional<Rational> right = exact.get(components + component).value();
      return left.isPresent() && left.equals(right)
          ? new Finding.Violated(Numbers.text(left.get()), Numbers.text(right.get()))
          : new Finding.Lost(Finding.Loss.KINK);
    }
  }

  /** All entries in one precision. */
  private final class Run {
    private final Enclosures field;
    private final List<Result<Enclosure>> results;

    Run(Enclosures field, Position position) {
      this.field = field;
      results = position.enclosed(program, field);
    }

    private Optional<Enclosure> difference(int component) {
      Optional<Enclosure> left = results.get(component).value();
      Optional<Enclosure> right = results.get(components + component).value();
      return left.flatMap(l -> right.map(r -> field.subtract(l, r)));
    }

    Optional<BigDecimal> radius(int component) {
      return difference(component).map(Enclosure::radius);
    }

    Optional<Finding> decided(int component) {
      Result<Enclosure> left = results.get(component);
      Result<Enclosure> right = results.get(components + component);
      if (left instanceof Result.Failure<Enclosure> failure) {
        return loss(failure.cause().reason());
      }
      if (right instanceof Result.Failure<Enclosure> failure) {
        return failure.cause().reason() == EvaluationException.Reason.DOMAIN
            ? Optional.of(
                new Finding.RightUndefined(Numbers.text(left.get()), failure.cause().getMessage()))
            : loss(failure.cause().reason());
      }
      Enclosure difference = difference(component).orElseThrow();
      Certain told =
          tolerance
              .map(t -> Certain.within(t, difference))
              .orElseGet(() -> Certain.of(relation, difference));
      return switch (told) {
        case HOLDS -> Optional.of(new Finding.Holds());
        case VIOLATED -> {
          List<String> texts = Numbers.apart(left.get(), right.get());
          yield Optional.of(new Finding.Violated(texts.get(0), texts.get(1)));
        }
        case OPEN -> Optional.empty();
      };
    }

    private Optional<Finding> loss(EvaluationException.Reason reason) {
      return switch (reason) {
        case DOMAIN -> Optional.of(new Finding.Lost(Finding.Loss.DOMAIN));
        case KINK -> Optional.of(new Finding.Lost(Finding.Loss.KINK));
        case OVERFLOW, UNSUPPORTED -> Optional.of(new Finding.Lost(Finding.Loss.OVERFLOW));
        case INDETERMINATE, INEXACT -> Optional.empty();
      };
    }
  }
}
