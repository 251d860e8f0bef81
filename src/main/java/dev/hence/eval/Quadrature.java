package dev.hence.eval;

import dev.hence.expr.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Definite integrals with a rigorous remainder. On a part [m − h, m + h] of the interval the
 * integrand is Σ_{k<n} c_k (u − m)^k + c_n(ξ) (u − m)^n with n even, so that its integral is Σ_{k
 * even} 2 c_k h^{k+1}/(k+1), the last coefficient taken over the whole part (Moore, Interval
 * Analysis, §8). Parts on which that is not sharp are halved.
 *
 * @param <S> enclosures, or series of them
 */
final class Quadrature<S> {
  /** The digits that are computed with. */
  static final int DIGITS = 40;

  /** Where fewer digits are asked for, fewer are found. */
  private static final int FEW = 100;

  private static final double COARSE = 1e-8;
  private static final double FINE = 1e-18;
  private static final int LOW_ORDER = 10;
  private static final int HIGH_ORDER = 20;
  private static final double HALVES = 2;
  private static final int MOST_AT_ONCE = 3;
  private static final int MOST_PARTS = 256;
  private static final int SMALLEST = 12;

  private final Field<S> field;
  private final SeriesField<S> series;
  private final int order;
  private final double tolerance;

  /** For few digits. */
  Quadrature(Field<S> field) {
    this(field, 0);
  }

  /**
   * @param digits more of them ask for a sharper result
   */
  Quadrature(Field<S> field, int digits) {
    this.field = field;
    order = digits < FEW ? LOW_ORDER : HIGH_ORDER;
    tolerance = digits < FEW ? COARSE : FINE;
    series = new SeriesField<>(field, order + 1);
  }

  /** A part of [0, 1] in which lies what is left to integrate: {@code place·2^-depth}. */
  private record Part(long place, int depth) {
    Rational middle() {
      return Rational.of(2 * place + 1).dividedBy(Rational.of(2).power(depth + 1));
    }

    Rational half() {
      return Rational.ONE.dividedBy(Rational.of(2).power(depth + 1));
    }

    /** Parts so small that a remainder of so high an order would have lost an excess. */
    List<Part> split(double excess, int order) {
      double powers = Math.log(Math.max(2, excess)) / Math.log(2) / order;
      int deeper = (int) Math.clamp(Math.ceil(powers), 1, MOST_AT_ONCE);
      return LongStream.range(place << deeper, (place + 1) << deeper)
          .mapToObj(k -> new Part(k, depth + deeper))
          .toList();
    }
  }

  /**
   * The integral of lower + s·(upper − lower) over s from 0 to 1.
   *
   * @throws EvaluationException {@code INDETERMINATE} if the parts become too many or too small,
   *     {@code DOMAIN} if the integrand has no value on a whole part
   */
  S integral(S lower, S upper, Program integrand, List<S> captured) {
    S span = field.subtract(upper, lower);
    if (field.isZero(span)) {
      return field.zero();
    }
    Deque<Part> open = new ArrayDeque<>(new Part(0, 0).split(HALVES, order));
    S total = field.zero();
    for (int parts = 0; !open.isEmpty(); parts++) {
      Part part = open.pop();
      if (parts > MOST_PARTS || part.depth() > SMALLEST) {
        throw EvaluationException.indeterminate("an integral that is not found closely enough");
      }
      Function<S, Series<S>> values = s -> values(s, lower, span, integrand, captured);
      Optional<S> rest = remainder(part, values);
      double excess = rest.map(r -> excess(r, part)).orElse(HALVES);
      Optional<S> found =
          excess <= 1
              ? polynomial(part, values).map(p -> field.add(p, rest.orElseThrow()))
              : Optional.empty();
      if (found.isPresent()) {
        total = field.add(total, found.get());
      } else {
        part.split(excess, order).reversed().forEach(open::push);
      }
    }
    return field.multiply(span, total);
  }

  /** How far a remainder is from being sharp, as a factor. */
  private double excess(S rest, Part part) {
    return field.uncertainty(rest) / (tolerance * part.half().toDouble());
  }

  private Optional<S> remainder(Part part, Function<S, Series<S>> integrand) {
    Rational m = part.middle();
    Rational h = part.half();
    try {
      Series<S> everywhere = integrand.apply(field.between(m.minus(h), m.plus(h)));
      return Optional.of(term(everywhere, h, order));
    } catch (EvaluationException e) {
      return switch (e.reason()) {
        case INDETERMINATE, OVERFLOW, KINK -> Optional.empty();
        case DOMAIN, UNSUPPORTED, INEXACT -> throw e;
      };
    }
  }

  private Optional<S> polynomial(Part part, Function<S, Series<S>> integrand) {
    try {
      Series<S> middle = integrand.apply(field.of(part.middle()));
      S sum = field.zero();
      for (int k = 0; k < order; k += 2) {
        sum = field.add(sum, term(middle, part.half(), k));
      }
      return Optional.of(sum);
    } catch (EvaluationException noSeriesInTheMiddle) {
      return Optional.empty();
    }
  }

  /** 2 c_k h^{k+1}/(k+1). */
  private S term(Series<S> values, Rational h, int k) {
    if (values.start() < 0) {
      throw EvaluationException.indeterminate("a pole");
    }
    Rational weight = Rational.of(2, k + 1L).times(h.power(k + 1));
    return field.multiply(series.coefficient(values, k), field.of(weight));
  }

  /** The integrand at lower + (s + T)·span as a series in T. */
  private Series<S> values(S s, S lower, S span, Program integrand, List<S> captured) {
    S start = field.add(lower, field.multiply(s, span));
    List<Series<S>> inputs = new ArrayList<>();
    inputs.add(series.polynomial(List.of(start, span)));
    captured.forEach(c -> inputs.add(series.constant(c)));
    return integrand.run(series, inputs).getFirst();
  }
}
