package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a term is defined, and where it has a derivative. */
public final class Conditions {
  private final Terms terms;
  private final Set<Condition> found = new LinkedHashSet<>();
  private final Set<Term> seen = new HashSet<>();

  /** How a term of a condition compares with 0. */
  public enum Relation {
    NONZERO,
    POSITIVE,
    NONNEGATIVE
  }

  /** What asks for a condition. */
  public enum Reason {
    DIVISOR,
    LOGARITHM,
    ROOT,
    INVERSE_FUNCTION,
    KINK
  }

  /**
   * A condition on the free symbols.
   *
   * @param term what is compared with 0
   * @param relation how
   * @param reason why
   */
  public record Condition(Term term, Relation relation, Reason reason) {
    @Override
    public String toString() {
      return switch (relation) {
        case NONZERO -> term + " ≠ 0";
        case POSITIVE -> term + " > 0";
        case NONNEGATIVE -> term + " ≥ 0";
      };
    }
  }

  private Conditions(Terms terms) {
    this.terms = terms;
  }

  /**
   * The conditions under which a term is defined and off its kinks, without those that hold certainly.
   */
  public static List<Condition> of(Terms terms, Term term) {
    Conditions conditions = new Conditions(terms);
    conditions.collect(term);
    return List.copyOf(conditions.found);
  }

  private void collect(Term term) {
    if (!seen.add(term)) {
      return;
    }
    term.children().forEach(this::collect);
    switch (term) {
      case Term.Power p -> power(p);
      case Term.Apply a -> apply(a.function(), a.argument());
      case Term.Select s -> require(s.on(), Relation.NONZERO, Reason.KINK);
      case Term.Constant c -> {}
      case Term.Pi pi -> {}
      case Term.Symbol s -> {}
      case Term.Sum s -> {}
      case Term.Product p -> {}
      case Term.OddRoot r -> require(r.base(), Relation.NONZERO, Reason.KINK);
      case Term.Opaque o -> {}
    }
  }

  private void power(Term.Power power) {
    boolean rising = power.exponent().signum() > 0;
    if (!power.exponent().isInteger()) {
      require(power.base(), rising ? Relation.NONNEGATIVE : Relation.POSITIVE, Reason.ROOT);
    } else if (!rising) {
      require(power.base(), Relation.NONZERO, Reason.DIVISOR);
    }
  }

  private void apply(Elementary function, Term u) {
    switch (function) {
      case LOG -> require(u, Relation.POSITIVE, Reason.LOGARITHM);
      case TAN ->
          require(terms.apply(Elementary.COS, u), Relation.NONZERO, Reason.DIVISOR);
      case ARCSIN, ARCCOS -> require(gap(u), Relation.NONNEGATIVE, Reason.INVERSE_FUNCTION);
      case ARTANH -> require(gap(u), Relation.POSITIVE, Reason.INVERSE_FUNCTION);
      case ARCOSH ->
          require(
              terms.sum(u, terms.constant(-1)), Relation.NONNEGATIVE, Reason.INVERSE_FUNCTION);
      case ABS -> require(u, Relation.NONZERO, Reason.KINK);
      case EXP, SIN, COS, ARCTAN, SINH, COSH, TANH, ARSINH, ERF -> {}
    }
  }

  /** 1 − u². */
  private Term gap(Term u) {
    return terms.minus(terms.one(), terms.power(u, Rational.of(2)));
  }

  private void require(Term term, Relation relation, Reason reason) {
    Range range = term.range();
    boolean certain =
        switch (relation) {
          case NONZERO -> range.nonzero();
          case POSITIVE -> range.positive();
          case NONNEGATIVE -> range.nonnegative();
        };
    if (!certain) {
      found.add(new Condition(term, relation, reason));
    }
  }
}
