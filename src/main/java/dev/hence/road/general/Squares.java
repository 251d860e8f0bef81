package dev.hence.road.general;

import dev.hence.expr.Size;
import dev.hence.proof.Letter;
import dev.hence.proof.ProofState;
import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes sums as sums of squares: Σ over pairs of letters of products that are the same in both
 * letters is the sum of the squares of the sums over one of them.
 */
final class Squares {
  private static final int MOST_LETTERS = 6;

  private final ProofState state;

  Squares(ProofState state) {
    this.state = state;
  }

  /** A sum in normal form, each of its terms as a square where it is seen to be one. */
  Term of(Term normal) {
    List<Term> terms = normal instanceof Term.Sum s ? s.terms() : List.of(normal);
    return new Term.Sum(terms.stream().map(t -> square(t).orElse(t)).toList());
  }

  private Optional<Term> square(Term term) {
    List<Letter> letters = new ArrayList<>();
    Term body = term;
    while (body instanceof Term.Over o) {
      letters.add(o.letter());
      body = o.body();
    }
    if (letters.size() < 2 || letters.size() > MOST_LETTERS) {
      return Optional.empty();
    }
    List<Term> factors = body instanceof Term.Product p ? p.factors() : List.of(body);
    return pairings(letters, 0, new HashMap<>()).stream()
        .filter(pairs -> !pairs.isEmpty())
        .sorted(Comparator.comparingInt(pairs -> -pairs.size()))
        .flatMap(pairs -> new Pairing(letters, pairs).square(factors).stream())
        .findFirst();
  }

  /** All ways to pair some letters with others of the same range, first to second. */
  private static List<Map<String, String>> pairings(
      List<Letter> letters, int from, Map<String, String> chosen) {
    if (from == letters.size()) {
      return List.of(new TreeMap<>(chosen));
    }
    Letter letter = letters.get(from);
    List<Map<String, String>> all = new ArrayList<>(pairings(letters, from + 1, chosen));
    if (chosen.containsValue(letter.name()) || chosen.containsKey(letter.name())) {
      return all;
    }
    for (Letter other : letters) {
      boolean free =
          !other.equals(letter)
              && other.sameRange(letter)
              && !chosen.containsKey(other.name())
              && !chosen.containsValue(other.name());
      if (free) {
        Map<String, String> more = new HashMap<>(chosen);
        more.put(letter.name(), other.name());
        all.addAll(pairings(letters, from + 1, more));
      }
    }
    return all;
  }

  /** One way to pair letters. */
  private final class Pairing {
    private final List<Letter> letters;
    private final Map<String, String> pairs;

    Pairing(List<Letter> letters, Map<String, String> pairs) {
      this.letters = letters;
      this.pairs = pairs;
    }

    /** The product as a square, if what holds the second letters is what holds the first. */
    Optional<Term> square(List<Term> factors) {
      List<Term> first = new ArrayList<>();
      List<Term> second = new ArrayList<>();
      List<Term> both = new ArrayList<>();
      List<Term> rest = new ArrayList<>();
      for (Term f : factors) {
        Set<String> free = new HashSet<>(Terms.free(f));
        boolean a = pairs.keySet().stream().anyMatch(free::contains);
        boolean b = pairs.values().stream().anyMatch(free::contains);
        (a && b ? both : a ? first : b ? second : rest).add(f);
      }
      if (both.size() > 1 || first.size() != second.size() || !areTheSame(first, second)) {
        return Optional.empty();
      }
      List<Letter> firsts = letters.stream().filter(l -> pairs.containsKey(l.name())).toList();
      List<Letter> shared =
          letters.stream()
              .filter(l -> !pairs.containsKey(l.name()) && !pairs.containsValue(l.name()))
              .toList();
      if (both.isEmpty()) {
        Term root = over(firsts, new Term.Product(first));
        rest.add(new Term.Power(root, 2));
        return Optional.of(over(shared, new Term.Product(rest)));
      }
      return form(both.getFirst(), first, second, firsts)
          .map(
              form -> {
                rest.add(form);
                return over(shared, new Term.Product(rest));
              });
    }

    /** Σ q(a) M_{ab} q(b). */
    private Optional<Term> form(
        Term matrix, List<Term> first, List<Term> second, List<Letter> firsts) {
      Set<String> free = new HashSet<>(Terms.free(matrix));
      List<Letter> row = firsts.stream().filter(l -> free.contains(l.name())).toList();
      if (row.size() != 1) {
        return Optional.empty();
      }
      Letter column = renamed(row.getFirst());
      List<Letter> others = firsts.stream().filter(l -> !free.contains(l.name())).toList();
      List<Letter> mirrored = others.stream().map(this::renamed).toList();
      Term body =
          new Term.Product(
              List.of(
                  over(others, new Term.Product(first)),
                  matrix,
                  over(mirrored, new Term.Product(second))));
      return Optional.of(new Term.Over(row.getFirst(), new Term.Over(column, body)));
    }

    private Letter renamed(Letter letter) {
      return new Letter(pairs.get(letter.name()), letter.lower(), letter.upper());
    }

    private boolean areTheSame(List<Term> first, List<Term> second) {
      Map<String, Size> names = new HashMap<>();
      pairs.forEach((a, b) -> names.put(a, Size.letter(b)));
      Term moved = Terms.with(new Term.Product(first), names);
      return state.normal(moved).equals(state.normal(new Term.Product(second)));
    }
  }

  private static Term over(List<Letter> letters, Term body) {
    Term sum = body;
    for (Letter letter : letters.reversed()) {
      sum = new Term.Over(letter, sum);
    }
    return sum;
  }

  // Sums whose signs differ

  /** The same term, sums that are quotients written so, and quadratics with their squares. */
  Term improved(Term term) {
    List<Term> parts = Terms.children(term).stream().map(this::improved).toList();
    Term own = parts.isEmpty() ? term : Terms.rebuilt(term, parts);
    return own instanceof Term.Sum s ? quotient(s) : own;
  }

  private Term quotient(Term.Sum sum) {
    Term normal = state.normal(sum);
    Map<Term, Integer> divisors = new LinkedHashMap<>();
    List<Term> terms = normal instanceof Term.Sum s ? s.terms() : List.of(normal);
    for (Term t : terms) {
      for (Term f : t instanceof Term.Product p ? p.factors() : List.of(t)) {
        if (f instanceof Term.Power p && p.exponent() < 0) {
          divisors.merge(p.base(), -p.exponent(), Math::max);
        }
      }
    }
    if (divisors.isEmpty()) {
      return Quadratic.completed(normal).orElse(sum);
    }
    List<Term> times = new ArrayList<>(List.of(normal));
    List<Term> over = new ArrayList<>();
    divisors.forEach(
        (base, exponent) -> {
          times.add(new Term.Power(base, exponent));
          over.add(new Term.Power(base, -exponent));
        });
    Term numerator = state.normal(new Term.Product(times));
    over.addFirst(Quadratic.completed(numerator).orElse(numerator));
    return new Term.Product(over);
  }
}
