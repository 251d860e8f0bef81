package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a term is defined, and where it has a derivative. */
public final class Conditions {
  private final Terms terms;
  private final Set<Condition> found = new LinkedHashSet<>();
  private final Set<Place> seen = new HashSet<>();

  /** A branch of a {@code select}: what is asked there is asked only where it is taken. */
  private record Branch(Term on, boolean above) {}

  private record Place(Term term, List<Branch> within) {}

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
   * The conditions under which a term is defined and off its kinks, without those that hold
   * certainly. What only one branch of a {@code select} asks for becomes a condition on a {@code
   * select}.
   */
  public static List<Condition> of(Terms terms, Term term) {
    Conditions conditions = new Conditions(terms);
    conditions.collect(term, List.of());
    return List.copyOf(conditions.found);
  }

  private void collect(Term term, List<Branch> within) {
    if (!seen.add(new Place(term, within))) {
      return;
    }
    if (term instanceof Term.Select s) {
      collect(s.on(), within);
      require(s.on(), Relation.NONZERO, Reason.KINK, within);
      collect(s.above(), into(within, new Branch(s.on(), true)));
      collect(s.below(), into(within, new Branch(s.on(), false)));
      return;
    }
    term.children().forEach(child -> collect(child, within));
    switch (term) {
      case Term.Power p -> power(p, within);
      case Term.Apply a -> apply(a.function(), a.argument(), within);
      case Term.OddRoot r -> require(r.base(), Relation.NONZERO, Reason.KINK, within);
      case Term.Select s -> {}
      case Term.Constant c -> {}
      case Term.Pi pi -> {}
      case Term.Symbol s -> {}
      case Term.Sum s -> {}
      case Term.Product p -> {}
      case Term.Opaque o -> {}
    }
  }

  private static List<Branch> into(List<Branch> within, Branch branch) {
    List<Branch> inner = new ArrayList<>(within);
    inner.add(branch);
    return inner;
  }

  private void power(Term.Power power, List<Branch> within) {
    boolean rising = power.exponent().signum() > 0;
    if (!power.exponent().isInteger()) {
      Relation relation = rising ? Relation.NONNEGATIVE : Relation.POSITIVE;
      require(power.base(), relation, Reason.ROOT, within);
    } else if (!rising) {
      require(power.base(), Relation.NONZERO, Reason.DIVISOR, within);
    }
  }

  private void apply(Elementary function, Term u, List<Branch> within) {
    switch (function) {
      case LOG -> require(u, Relation.POSITIVE, Reason.LOGARITHM, within);
      case TAN -> require(terms.apply(Elementary.COS, u), Relation.NONZERO, Reason.DIVISOR, within);
      case ARCSIN, ARCCOS -> within(u, Relation.NONNEGATIVE, within);
      case ARTANH -> within(u, Relation.POSITIVE, within);
      case ARCOSH ->
          require(
              terms.sum(u, terms.constant(-1)),
              Relation.NONNEGATIVE,
              Reason.INVERSE_FUNCTION,
              within);
      case ABS -> require(u, Relation.NONZERO, Reason.KINK, within);
      case EXP, SIN, COS, ARCTAN, SINH, COSH, TANH, ARSINH, ERF -> {}
    }
  }

  /** 1 + u and 1 − u compare so with 0. */
  private void within(Term u, Relation relation, List<Branch> within) {
    require(terms.sum(terms.one(), u), relation, Reason.INVERSE_FUNCTION, within);
    require(terms.minus(terms.one(), u), relation, Reason.INVERSE_FUNCTION, within);
  }

  private void require(Term term, Relation relation, Reason reason, List<Branch> within) {
    Term guarded = term;
    for (Branch branch : within.reversed()) {
      if (term.equals(branch.above() ? branch.on() : terms.negate(branch.on()))) {
        return;
      }
      guarded =
          branch.above()
              ? terms.select(branch.on(), guarded, terms.one())
              : terms.select(branch.on(), terms.one(), guarded);
    }
    Range range = term.range();
    boolean certain =
        switch (relation) {
          case NONZERO -> range.nonzero();
          case POSITIVE -> range.positive();
          case NONNEGATIVE -> range.nonnegative();
        };
    if (!certain) {
      found.add(new Condition(guarded, relation, reason));
    }
  }
}
