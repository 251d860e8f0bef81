package dev.hence.proof;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Domain.Interval;
import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.List;
import java.util.Optional;

/**
 * The facts that declarations state about variables. They state none about names that move or are
 * defined.
 */
record Facts(Scope scope, Optional<Name> horizon) {
  private Optional<Declaration.Variable> declared(Term atom) {
    return atom instanceof Term.Variable v
            && v.copy() == 0
            && !scope.isState(v.name())
            && scope.definition(v.name(), v.indices().size()).isEmpty()
        ? scope.variable(v.name(), v.indices().size())
        : Optional.empty();
  }

  private boolean is(Term atom, Domain.Kind... kinds) {
    return declared(atom)
        .filter(d -> d.domain() instanceof Domain.Special s && List.of(kinds).contains(s.kind()))
        .isPresent();
  }

  /** Whether the entries (i, j) and (j, i) of its matrix are the same. */
  boolean isSymmetric(Term.Variable v) {
    return v.entry().size() == 2
        && is(
            v,
            Domain.Kind.SYMMETRIC,
            Domain.Kind.POSITIVE_SEMIDEFINITE,
            Domain.Kind.POSITIVE_DEFINITE);
  }

  /** Whether it is an entry of a vector whose entries, numbered by a letter, sum to 1. */
  boolean sumsToOne(Term atom, Letter letter) {
    return is(atom, Domain.Kind.SIMPLEX, Domain.Kind.ONE_HOT)
        && atom instanceof Term.Variable v
        && v.entry().equals(List.of(Size.letter(letter.name())))
        && v.indices().stream().noneMatch(s -> s.letters().contains(letter.name()))
        && declared(v).orElseThrow().shape() instanceof Shape.Vector vector
        && vector.size().letters().isEmpty()
        && letter.lower().equals(Size.fixed(1))
        && letter.upper().equals(vector.size());
  }

  /** Whether its matrix is positive semidefinite, with as many rows as a letter has values. */
  boolean isSemidefinite(Term.Variable v, Letter letter) {
    return is(v, Domain.Kind.POSITIVE_SEMIDEFINITE, Domain.Kind.POSITIVE_DEFINITE)
        && declared(v).orElseThrow().shape() instanceof Shape.Matrix m
        && m.rows().letters().isEmpty()
        && letter.lower().equals(Size.fixed(1))
        && letter.upper().equals(m.rows());
  }

  /** Whether T is declared to be positive. */
  boolean isLaterThanStart() {
    return Intervals.isPositive(interval(new Term.Clock(Time.END)));
  }

  /** Between which numbers a variable, or the end of time, is declared to lie. */
  Interval interval(Term atom) {
    Optional<Declaration.Variable> known =
        atom instanceof Term.Clock c && c.time().equals(Time.END)
            ? horizon.flatMap(name -> scope.variable(name, 0))
            : declared(atom);
    boolean time = atom instanceof Term.Variable v && isClock(v);
    return known.map(v -> interval(v.domain())).orElse(time ? Intervals.POSITIVE : Intervals.ALL);
  }

  /** Whether it is the time of dynamics, which begin at 0. */
  private boolean isClock(Term.Variable v) {
    return v.copy() == 0 && scope.isClock(v.name());
  }

  private static Interval interval(Domain domain) {
    return switch (domain) {
      case Interval i -> i;
      case Domain.Finite f -> finite(f.values());
      case Domain.Integers n ->
          n.from().map(from -> Intervals.from(Rational.of(from), true)).orElse(Intervals.ALL);
      case Domain.Labels l -> Intervals.ALL;
      case Domain.Special s ->
          switch (s.kind()) {
            case SIMPLEX, ONE_HOT -> Intervals.UNIT;
            case SYMMETRIC,
                POSITIVE_SEMIDEFINITE,
                POSITIVE_DEFINITE,
                INVERTIBLE,
                ORTHOGONAL,
                ORTHONORMAL_COLUMNS ->
                Intervals.ALL;
          };
    };
  }

  private static Interval finite(List<Rational> values) {
    return values.isEmpty()
        ? Intervals.ALL
        : values.stream().map(Intervals::point).reduce(Intervals::hull).orElseThrow();
  }

  /** Whether it is surely a positive number. */
  boolean isPositive(Term atom) {
    return switch (atom) {
      case Term.Numeral n -> n.value().signum() > 0;
      case Term.Whole w -> w.value().letters().isEmpty() && isPlain(w.value());
      case Term.Opaque o -> o.kind().equals("π");
      case Term.Elementary e ->
          switch (e.function()) {
            case EXP, COSH -> true;
            case SQRT -> isPositive(e.argument());
            default -> false;
          };
      case Term.Variable v -> Intervals.isPositive(interval(v));
      default -> false;
    };
  }

  private static boolean isPlain(Size size) {
    return size.terms().size() == 1
        && size.offset() == 0
        && size.terms().getFirst().coefficient() > 0;
  }
}
