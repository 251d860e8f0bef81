package dev.hence.road.general;

import dev.hence.expr.Size;
import dev.hence.proof.Letter;
import dev.hence.proof.Refused;
import dev.hence.proof.Term;
import dev.hence.proof.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the factors of one summand among those of another: which letters stand for which, and what
 * is left.
 */
final class Matching {
  private static final String UNKNOWN = "?";

  private final List<Letter> free;
  private final Monomial pattern;
  private final Monomial target;

  /** What was found: values of the free letters of the pattern, and what the target has besides. */
  record Found(List<Size> values, List<Letter> letters, List<Term> rest) {}

  /**
   * @param free letters of the pattern that may have any value
   */
  Matching(List<Letter> free, Monomial pattern, Monomial target) {
    this.free = free;
    Map<String, Size> names = new HashMap<>();
    free.forEach(l -> names.put(l.name(), unknown(l.name())));
    pattern.letters().forEach(l -> names.put(l.name(), unknown(l.name())));
    this.pattern = pattern.renamed(names);
    this.target = target;
  }

  private static Size unknown(String name) {
    return Size.letter(UNKNOWN + name);
  }

  Optional<Found> first() {
    return pattern.factors().isEmpty() ? Optional.empty() : from(0, Map.of(), target.factors());
  }

  private Optional<Found> from(int k, Map<String, Size> known, List<Term> left) {
    if (k == pattern.factors().size()) {
      return found(known, left);
    }
    for (int n = 0; n < left.size(); n++) {
      Optional<Term> rest = quotient(left.get(n), pattern.factors().get(k));
      Map<String, Size> more = new HashMap<>(known);
      if (rest.isPresent() && same(base(pattern.factors().get(k)), base(left.get(n)), more)) {
        List<Term> others = new ArrayList<>(left);
        others.set(n, rest.get());
        Optional<Found> found = from(k + 1, more, others);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Term base(Term factor) {
    return factor instanceof Term.Power p ? p.base() : factor;
  }

  private static int exponent(Term factor) {
    return factor instanceof Term.Power p ? p.exponent() : 1;
  }

  /** What is left of a power when one with the same base is taken out. */
  private static Optional<Term> quotient(Term all, Term part) {
    int left = exponent(all) - exponent(part);
    boolean fits = exponent(part) > 0 ? left >= 0 : left <= 0;
    return fits
        ? Optional.of(left == 0 ? Term.ONE : new Term.Power(base(all), left))
        : Optional.empty();
  }

  private static boolean same(Term wanted, Term given, Map<String, Size> known) {
    collect(wanted, given, known);
    try {
      return Terms.with(wanted, known).equals(given);
    } catch (Refused captured) {
      return false;
    }
  }

  private static void collect(Term wanted, Term given, Map<String, Size> known) {
    List<Size> mine = Terms.sizes(wanted);
    List<Size> others = Terms.sizes(given);
    for (int k = 0; k < Math.min(mine.size(), others.size()); k++) {
      Size left = mine.get(k).with(known);
      List<String> unknown =
          left.letters().stream().filter(name -> name.startsWith(UNKNOWN)).toList();
      if (unknown.size() == 1) {
        Size rest = left.plus(Size.letter(unknown.getFirst()).times(Size.fixed(-1)));
        if (!rest.letters().contains(unknown.getFirst())) {
          known.put(unknown.getFirst(), others.get(k).plus(rest.times(Size.fixed(-1))));
        }
      }
    }
    List<Term> parts = Terms.children(wanted);
    List<Term> otherParts = Terms.children(given);
    for (int k = 0; k < Math.min(parts.size(), otherParts.size()); k++) {
      collect(parts.get(k), otherParts.get(k), known);
    }
  }

  /** All letters have values, and those that the pattern sums over are summed over alone. */
  private Optional<Found> found(Map<String, Size> known, List<Term> left) {
    List<Size> values = new ArrayList<>();
    for (Letter letter : free) {
      Size value = known.get(UNKNOWN + letter.name());
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
    }
    Set<String> summed = new HashSet<>();
    for (Letter letter : pattern.letters()) {
      Optional<Letter> own =
          target.letters().stream()
              .filter(l -> Size.letter(l.name()).equals(known.get(letter.name())))
              .findFirst();
      boolean fits =
          own.isPresent()
              && own.get().lower().equals(letter.lower().with(known))
              && own.get().upper().equals(letter.upper().with(known))
              && summed.add(own.get().name());
      if (!fits) {
        return Optional.empty();
      }
    }
    List<Letter> letters =
        target.letters().stream().filter(l -> !summed.contains(l.name())).toList();
    return summed.stream().anyMatch(name -> isUsed(name, values, letters, left))
        ? Optional.empty()
        : Optional.of(new Found(values, letters, left));
  }

  private static boolean isUsed(
      String name, List<Size> values, List<Letter> letters, List<Term> left) {
    return Size.speaksOf(values, name)
        || letters.stream().anyMatch(l -> l.lower().speaksOf(name) || l.upper().speaksOf(name))
        || left.stream().anyMatch(t -> Terms.free(t).contains(name));
  }
}
