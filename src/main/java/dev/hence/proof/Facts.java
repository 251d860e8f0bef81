package dev.hence.proof;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.Optional;

/** What declarations say of variables. What moves in a derivative is bound by none of it. */
record Facts(Scope scope) {
  private Optional<Declaration.Variable> declared(Term atom) {
    return atom instanceof Term.Variable v && v.copy() == 0 && !scope.isState(v.name())
        ? scope.variable(v.name(), v.indices().size())
        : Optional.empty();
  }

  private boolean is(Term atom, Domain.Kind... kinds) {
    return declared(atom)
        .filter(
            d ->
                d.domain() instanceof Domain.Special s
                    && java.util.List.of(kinds).contains(s.kind()))
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
        && v.entry().equals(java.util.List.of(Size.letter(letter.name())))
        && v.indices().stream().noneMatch(s -> s.letters().contains(letter.name()))
        && declared(v).orElseThrow().shape() instanceof Shape.Vector vector
        && vector.size().letters().isEmpty()
        && letter.lower().equals(Size.fixed(1))
        && letter.upper().equals(vector.size());
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
      case Term.Variable v ->
          declared(v)
              .filter(d -> d.domain() instanceof Domain.Interval i && isAboveZero(i))
              .isPresent();
      default -> false;
    };
  }

  private static boolean isPlain(Size size) {
    return size.terms().size() == 1
        && size.offset() == 0
        && size.terms().getFirst().coefficient() > 0;
  }

  private static boolean isAboveZero(Domain.Interval i) {
    return i.lower().isPresent()
        && (i.lower().get().signum() > 0
            || (i.lower().get().equals(Rational.ZERO) && !i.lowerIncluded()));
  }
}
