package dev.hence.verdict;

import dev.hence.eval.Dual;
import dev.hence.eval.DualField;
import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.expr.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A state of one number under a field without a zero from where it begins to another place: it goes
 * there, passes it, and never comes back.
 */
final class Passing {
  private static final int DIGITS = 30;

  /** So many pieces the way is cut into at most. */
  private static final int MOST_PIECES = 400;

  /** How much further each place is, on the way out and on the way to 0. */
  private static final Rational FURTHER = Rational.of(2);

  private static final int PLACES = 24;
  private static final Rational HALF = Rational.of(1, 2);

  private final Motion motion;
  private final List<Rational> end;
  private final Enclosures field = new Enclosures(DIGITS);

  /** The piece of the way that is looked at, as far as it goes. */
  private record Piece(Rational from, Rational to) {}

  Passing(Motion motion, List<Rational> end) {
    this.motion = motion;
    this.end = end;
  }

  boolean staysApart(int component) {
    if (motion.size() != 1 || motion.integrals() != 0) {
      return false;
    }
    Rational start = motion.start().getFirst();
    int direction = velocity(field.of(start));
    return direction != 0
        && places(start, direction).stream()
            .anyMatch(
                place -> differsBeyond(place, direction, component) && isPassed(start, place));
  }

  /** The start, where the integration ended, and places further on. */
  private List<Rational> places(Rational start, int direction) {
    List<Rational> places = new ArrayList<>(List.of(start, end.getFirst()));
    Rational out = Rational.ONE;
    Rational in = end.getFirst();
    for (int k = 0; k < PLACES; k++) {
      places.add(direction > 0 ? start.plus(out) : start.minus(out));
      in = in.times(HALF);
      places.add(in);
      out = out.times(FURTHER);
    }
    Comparator<Rational> onwards =
        direction > 0 ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return places.stream().filter(p -> onwards.compare(p, start) >= 0).sorted(onwards).toList();
  }

  /** The sign of the velocity all over an enclosure; 0 if it is not told. */
  private int velocity(Enclosure state) {
    try {
      Enclosure velocity = motion.velocity(field, List.of(state)).getFirst();
      return velocity.excludesZero() ? velocity.sign() : 0;
    } catch (EvaluationException unclear) {
      return 0;
    }
  }

  /** Whether the field has no zero between two places. */
  private boolean isPassed(Rational start, Rational place) {
    List<Piece> pieces = new ArrayList<>();
    boolean up = start.compareTo(place) <= 0;
    pieces.add(up ? new Piece(start, place) : new Piece(place, start));
    for (int seen = 0; seen < MOST_PIECES; seen++) {
      if (pieces.isEmpty()) {
        return true;
      }
      Piece piece = pieces.removeLast();
      if (velocity(field.between(piece.from(), piece.to())) == 0) {
        Rational middle = piece.from().plus(piece.to()).times(HALF);
        pieces.add(new Piece(piece.from(), middle));
        pieces.add(new Piece(middle, piece.to()));
      }
    }
    return false;
  }

  /** Whether left − right is not 0 at a place, and goes further away from 0 with the state. */
  private boolean differsBeyond(Rational place, int direction, int component) {
    if (!motion.isAffine(field, place, component)) {
      return false;
    }
    try {
      DualField<Enclosure> duals = new DualField<>(field, 1);
      Dual<Enclosure> state = duals.variable(field.of(place), 0);
      Dual<Enclosure> difference = motion.difference(duals, List.of(state), List.of(), component);
      Enclosure slope = duals.partial(difference, 0);
      return difference.value().excludesZero()
          && slope.excludesZero()
          && slope.sign() * direction == difference.value().sign();
    } catch (EvaluationException unclear) {
      return false;
    }
  }
}
