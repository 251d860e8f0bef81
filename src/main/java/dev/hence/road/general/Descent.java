package dev.hence.road.general;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.proof.Letter;
import dev.hence.proof.ProofState;
import dev.hence.proof.Refused;
import dev.hence.proof.Term;
import dev.hence.proof.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The squares of speeds: what falls along the flow of its own gradient falls as fast as the square
 * of that, which can no longer be seen when it is multiplied out.
 */
final class Descent {
  private final Scope scope;
  private final ProofState state;

  Descent(Scope scope, ProofState state) {
    this.scope = scope;
    this.state = state;
  }

  /**
   * ‖θ̇‖² for each state θ of which a term speaks, as often as the term seems to hold it, and for
   * all of them together.
   */
  List<Term> squares(Term normal) {
    List<Term> squares = new ArrayList<>();
    for (Time time : List.of(Time.NOW, Time.END)) {
      List<Term> here = new ArrayList<>();
      for (Name name :
          scope.dynamics().map(Dynamics::velocities).orElse(java.util.Map.of()).keySet().stream()
              .sorted()
              .toList()) {
        if (Summands.parts(normal).stream().anyMatch(t -> isState(t, name, time))) {
          square(name, time).ifPresent(here::add);
        }
      }
      if (here.size() > 1) {
        squares.add(new Term.Sum(here));
      }
      here.forEach(square -> squares.add(Term.times(times(square, normal), square)));
    }
    return squares;
  }

  private static boolean isState(Term term, Name name, Time time) {
    return term instanceof Term.Variable v
        && v.name().equals(name)
        && v.indices().isEmpty()
        && v.time().equals(time);
  }

  private Optional<Term> square(Name name, Time time) {
    Optional<Declaration.Variable> declared = scope.variable(name, 0);
    if (declared.isEmpty()) {
      return Optional.empty();
    }
    List<Letter> letters = new ArrayList<>();
    for (Size size : declared.get().shape().sizes()) {
      letters.add(Letter.entry("v." + letters.size(), size));
    }
    List<Size> entry = letters.stream().map(l -> Size.letter(l.name())).toList();
    try {
      Term speed = state.speed(new Term.Variable(name, 0, List.of(), entry, time));
      return Optional.of(Monomial.over(letters, List.of(new Term.Power(speed, 2))));
    } catch (Refused noSpeed) {
      return Optional.empty();
    }
  }

  /** How often a term holds a square, by the first of the summands that both have; else once. */
  private Term times(Term square, Term term) {
    for (Term part : Summands.of(state.normal(square))) {
      Monomial own = Monomial.of(part);
      for (Term summand : Summands.of(term)) {
        Monomial other = Monomial.of(summand);
        if (own.letters().equals(other.letters()) && own.factors().equals(other.factors())) {
          return new Term.Numeral(other.coefficient().dividedBy(own.coefficient()));
        }
      }
    }
    return Term.ONE;
  }
}
