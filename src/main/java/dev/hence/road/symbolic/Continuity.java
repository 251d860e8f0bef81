package dev.hence.road.symbolic;

import dev.hence.time.Deadline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a term whose derivative along a trajectory is 0 is constant there.
 *
 * <p>It is if it is continuous, or if it is a quotient of analytic functions. It may jump where a
 * branch does, as [θ > 0] does, at a pole inside a function, as arctan(1/θ), or at a pole beside a
 * kink, as |θ|/θ.
 */
final class Continuity {
  private final Terms terms;
  private final Deadline deadline;
  private final Predicate<Term.Symbol> moves;
  private final Set<Place> seen = new HashSet<>();
  private boolean pole;
  private boolean edge;
  private boolean kink;
  private boolean jump;

  private record Place(Term term, boolean inside) {}

  private Continuity(Terms terms, Deadline deadline, Predicate<Term.Symbol> moves) {
    this.terms = terms;
    this.deadline = deadline;
    this.moves = moves;
  }

  /**
   * What stands in the way, for people.
   *
   * @param moves which symbols change along the trajectory
   */
  static Optional<String> obstacle(
      Terms terms, List<Term> list, Predicate<Term.Symbol> moves, Deadline deadline) {
    Continuity continuity = of(terms, list, moves, deadline);
    if (continuity.jump) {
      return Optional.of("a value that may jump along the trajectory");
    }
    return continuity.kink && (continuity.pole || continuity.edge)
        ? Optional.of("a divisor beside a kink")
        : Optional.empty();
  }

  /** Whether terms are continuous and defined wherever the trajectory may go. */
  static boolean everywhere(
      Terms terms, List<Term> list, Predicate<Term.Symbol> moves, Deadline deadline) {
    Continuity continuity = of(terms, list, moves, deadline);
    return !continuity.jump && !continuity.pole && !continuity.edge;
  }

  private static Continuity of(
      Terms terms, List<Term> list, Predicate<Term.Symbol> moves, Deadline deadline) {
    Continuity continuity = new Continuity(terms, deadline, moves);
    list.forEach(term -> continuity.walk(term, false));
    return continuity;
  }

  /**
   * @param inside whether the term stands inside a function or a branch
   */
  private void walk(Term term, boolean inside) {
    if (!seen.add(new Place(term, inside))) {
      return;
    }
    boolean below =
        switch (term) {
          case Term.Power p -> power(p, inside);
          case Term.Apply a -> apply(a, inside);
          case Term.OddRoot r -> {
            kink |= moves(r.base()) && !r.base().range().nonzero();
            yield true;
          }
          case Term.Select s -> {
            select(s);
            yield true;
          }
          case Term.Opaque o -> true;
          case Term.Constant c -> inside;
          case Term.Pi pi -> inside;
          case Term.Symbol s -> inside;
          case Term.Sum s -> inside;
          case Term.Product p -> inside;
        };
    term.children().forEach(child -> walk(child, below));
  }

  private boolean moves(Term term) {
    return Symbols.any(term, moves);
  }

  private boolean power(Term.Power power, boolean inside) {
    Range base = power.base().range();
    if (!power.exponent().isInteger()) {
      edge |= moves(power.base()) && !base.nonnegative();
      kink |= moves(power.base()) && !base.positive();
      return true;
    }
    if (power.exponent().signum() < 0 && !base.nonzero() && moves(power.base())) {
      pole(inside);
    }
    return inside;
  }

  private void pole(boolean inside) {
    pole = true;
    jump |= inside;
  }

  private boolean apply(Term.Apply apply, boolean inside) {
    Term u = apply.argument();
    switch (apply.function()) {
      case EXP, SIN, COS, ARCTAN, SINH, COSH, TANH, ARSINH, ERF -> {}
      case ABS -> kink |= moves(u) && !u.range().nonzero();
      case TAN -> {
        if (moves(u) && !apply.total()) {
          pole(inside);
        }
      }
      case LOG, ARCSIN, ARCCOS, ARCOSH, ARTANH -> edge |= moves(u) && !apply.total();
    }
    return true;
  }

  private void select(Term.Select select) {
    if (moves(select.on()) && !select.on().range().nonzero()) {
      kink = true;
      jump |= !isContinuous(select);
    }
  }

  /** Whether the branches agree where the switch is 0: their difference is a multiple of it. */
  private boolean isContinuous(Term.Select select) {
    Term inverse = terms.power(select.on(), -1);
    Term quotient =
        terms.minus(terms.product(select.above(), inverse), terms.product(select.below(), inverse));
    try {
      Fraction fraction = Factored.of(terms, quotient, deadline).fraction();
      return fraction.monomial().factors().stream().noneMatch(f -> f.exponent() < 0)
          && fraction.powers().values().stream().noneMatch(k -> k < 0);
    } catch (TooLarge | Undefined e) {
      return false;
    }
  }
}
