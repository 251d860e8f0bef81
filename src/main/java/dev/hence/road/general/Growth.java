package dev.hence.road.general;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Size;
import dev.hence.proof.Letter;
import dev.hence.proof.Proof.Move;
import dev.hence.proof.ProofState;
import dev.hence.proof.Refused;
import dev.hence.proof.Rule;
import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import dev.hence.proof.Time;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;

/**
 * Looks for a linear differential equation that the difference of the sides solves: u′ = M u, for
 * an M that is found by dividing u′ by u as polynomials in an entry of the state, or that stands in
 * an exponential; else u″ = M₀ u + M₁ u′.
 */
final class Growth {
  private static final String OTHER = "u.1";

  private final ProofState state;
  private final Term solution;
  private final Term change;

  /**
   * @param solution in normal form
   * @throws Refused if it does not change smoothly
   */
  Growth(ProofState state, Term solution) {
    this.state = state;
    this.solution = solution;
    this.change = state.change(solution);
  }

  /** Moves, one of which may show that the solution stays 0. */
  SequencedSet<Move> moves() {
    SequencedSet<Move> moves = new LinkedHashSet<>();
    rates(solution, change).forEach(m -> moves.add(uniqueness(List.of(m), List.of())));
    for (Term part : Summands.parts(solution)) {
      if (part instanceof Term.Function f && f.isExponential()) {
        ofExponential(f).ifPresent(moves::add);
      }
    }
    ofLinearFlow().ifPresent(moves::add);
    return moves;
  }

  /**
   * The same of the second order: u″ = M u′, or with entries x and v of states u″ = M₀ u + M₁ u′.
   */
  SequencedSet<Move> movesOfSecondOrder() {
    Term second = state.change(change);
    SequencedSet<Move> moves = new LinkedHashSet<>();
    rates(change, second)
        .forEach(m -> moves.add(uniqueness(List.of(change, Term.ZERO, m), List.of())));
    for (Term.Variable x : Summands.statesAtTheEnd(solution)) {
      for (Term.Variable v : Summands.statesAtTheEnd(change)) {
        if (!x.equals(v)) {
          ofSecondOrder(x, v, second).ifPresent(moves::add);
        }
      }
    }
    return moves;
  }

  private static Move uniqueness(List<Term> terms, List<String> letters) {
    return new Move(0, Rule.UNIQUENESS, List.of(), letters, terms);
  }

  // First order

  /** Numbers M for which u′ = M u may hold. */
  private SequencedSet<Term> rates(Term u, Term du) {
    SequencedSet<Term> rates = new LinkedHashSet<>();
    Summands.statesAtTheEnd(u).forEach(x -> quotient(u, du, x).ifPresent(rates::add));
    for (Term summand : Summands.of(u)) {
      List<Term> exponents = new ArrayList<>();
      Monomial.of(summand).factors().forEach(f -> exponent(f).ifPresent(exponents::add));
      if (!exponents.isEmpty()) {
        rates.add(state.change(new Term.Sum(exponents)));
      }
    }
    return rates;
  }

  /** s, of exp(s); n s, of its n-th power. */
  private static Optional<Term> exponent(Term factor) {
    Term base = factor instanceof Term.Power p ? p.base() : factor;
    int power = factor instanceof Term.Power p ? p.exponent() : 1;
    return base instanceof Term.Elementary e && e.function() == ElementaryFunction.EXP
        ? Optional.of(Term.times(Term.of(power), e.argument()))
        : Optional.empty();
  }

  /** u′ divided by u = p x + r, as polynomials in x: by Horner's scheme at x = −r/p. */
  private Optional<Term> quotient(Term u, Term du, Term.Variable x) {
    Optional<SortedMap<Integer, Term>> divisor = Summands.powers(u, x);
    Optional<SortedMap<Integer, Term>> dividend = Summands.powers(du, x);
    if (divisor.isEmpty() || dividend.isEmpty() || !isLinear(divisor.get())) {
      return Optional.empty();
    }
    Term slope = new Term.Power(divisor.get().get(1), -1);
    Term root = Term.negative(Term.times(divisor.get().getOrDefault(0, Term.ZERO), slope));
    Term coefficient = Term.ZERO;
    List<Term> terms = new ArrayList<>();
    int degree = dividend.get().isEmpty() ? 0 : dividend.get().lastKey();
    for (int k = degree; k > 0; k--) {
      Term next = dividend.get().getOrDefault(k, Term.ZERO);
      coefficient = new Term.Sum(List.of(next, Term.times(root, coefficient)));
      terms.add(Term.times(coefficient, new Term.Power(x, k - 1)));
    }
    return Optional.of(state.normal(Term.times(new Term.Sum(terms), slope)));
  }

  private static boolean isLinear(SortedMap<Integer, Term> powers) {
    return !powers.isEmpty() && powers.lastKey() == 1;
  }

  /** u of which exp(s C) is a part is taken to change by s′ C u. */
  private Optional<Move> ofExponential(Term.Function exponential) {
    List<Letter> entry = state.entry();
    if (entry.size() != 1) {
      return Optional.empty();
    }
    Term speed = state.change(exponential.arguments().getFirst().body());
    Term.Argument core = exponential.arguments().getLast();
    Map<String, Size> place =
        Map.of(
            core.letters().getFirst().name(), Size.letter(entry.getFirst().name()),
            core.letters().getLast().name(), Size.letter(OTHER));
    Term coefficient = Term.times(speed, Terms.with(core.body(), place));
    return Optional.of(uniqueness(List.of(coefficient), List.of(OTHER)));
  }

  /** u of which an entry of a state is a part is taken to change as that state does. */
  private Optional<Move> ofLinearFlow() {
    List<Letter> entry = state.entry();
    if (entry.size() != 1) {
      return Optional.empty();
    }
    Size row = Size.letter(entry.getFirst().name());
    for (Term.Variable x : Summands.statesAtTheEnd(solution)) {
      List<Term> coefficients = new ArrayList<>();
      for (Term summand : Summands.of(change)) {
        column(summand, x).ifPresent(coefficients::add);
      }
      if (x.entry().equals(List.of(row)) && !coefficients.isEmpty()) {
        return Optional.of(uniqueness(List.of(new Term.Sum(coefficients)), List.of(OTHER)));
      }
    }
    return Optional.empty();
  }

  /** a, of Σₖ a x_k, with the other letter in the place of k. */
  private static Optional<Term> column(Term summand, Term.Variable x) {
    List<Letter> bound = new ArrayList<>();
    Term body = summand;
    while (body instanceof Term.Over over) {
      bound.add(over.letter());
      body = over.body();
    }
    for (Term factor : Summands.factors(body)) {
      for (Letter letter : bound) {
        Size column = Size.letter(letter.name());
        boolean fits =
            factor instanceof Term.Variable v
                && v.name().equals(x.name())
                && v.time().equals(Time.END)
                && v.indices().equals(x.indices())
                && v.entry().equals(List.of(column));
        if (fits) {
          List<Term> rest = new ArrayList<>(Summands.factors(body));
          rest.remove(factor);
          Term coefficient =
              Terms.with(new Term.Product(rest), Map.of(letter.name(), Size.letter(OTHER)));
          for (Letter l : bound.reversed()) {
            coefficient = l.equals(letter) ? coefficient : new Term.Over(l, coefficient);
          }
          return Optional.of(coefficient);
        }
      }
    }
    return Optional.empty();
  }

  // Second order

  /** From the coefficients of x and v in u, u′ and u″, which are linear in both. */
  private Optional<Move> ofSecondOrder(Term.Variable x, Term.Variable v, Term second) {
    Optional<Term> xInSolution = coefficient(solution, x);
    Optional<Term> xInChange = coefficient(change, x);
    Optional<Term> vInChange = coefficient(change, v);
    Optional<Term> xInSecond = coefficient(second, x);
    Optional<Term> vInSecond = coefficient(second, v);
    boolean linear =
        xInSolution.filter(c -> !c.equals(Term.ZERO)).isPresent()
            && vInChange.filter(c -> !c.equals(Term.ZERO)).isPresent()
            && xInChange.isPresent()
            && xInSecond.isPresent()
            && vInSecond.isPresent();
    if (!linear) {
      return Optional.empty();
    }
    Term damping = state.normal(Term.times(vInSecond.get(), new Term.Power(vInChange.get(), -1)));
    Term rest = Term.minus(xInSecond.get(), Term.times(damping, xInChange.get()));
    Term stiffness = state.normal(Term.times(rest, new Term.Power(xInSolution.get(), -1)));
    return Optional.of(uniqueness(List.of(change, stiffness, damping), List.of()));
  }

  private Optional<Term> coefficient(Term term, Term.Variable x) {
    return Summands.powers(term, x)
        .filter(p -> p.isEmpty() || p.lastKey() <= 1)
        .map(p -> state.normal(p.getOrDefault(1, Term.ZERO)));
  }
}
