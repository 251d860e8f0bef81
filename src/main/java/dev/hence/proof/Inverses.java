package dev.hence.proof;

import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.proof.Monomial.Factor;
import dev.hence.proof.Polynomial.Summand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * M M⁻¹ = M⁻¹ M = I in components: Σₖ M_{xk} M⁻¹_{kq} = δ_{xq}. Of a sum M = L + R a product that
 * holds L and M⁻¹ is I − R M⁻¹ instead.
 */
final class Inverses {
  private final NormalForm form;
  private final Products products;
  private final Cancellation cancellation;

  Inverses(NormalForm form, Products products, Cancellation cancellation) {
    this.form = form;
    this.products = products;
    this.cancellation = cancellation;
  }

  /** Of the inverse, exponential or power of a symmetric matrix, (i, j) and (j, i) are the same. */
  static Term.Function sorted(NormalForm form, Term.Function f) {
    Term.Argument m = f.arguments().getLast();
    String row = m.letters().getFirst().name();
    String column = m.letters().getLast().name();
    Map<String, Size> exchanged = Map.of(row, Size.letter(column), column, Size.letter(row));
    List<Size> back = f.entry().reversed();
    boolean turned = back.toString().compareTo(f.entry().toString()) < 0;
    return turned && form.areEqual(Terms.with(m.body(), exchanged), m.body())
        ? new Term.Function(f.name(), f.indices(), f.partials(), f.arguments(), back)
        : f;
  }

  /** The product without a matrix and its inverse, if it holds both. */
  Optional<Polynomial> contracted(
      List<Letter> letters, List<Factor> factors, int k, Rational coefficient) {
    Term.Function inverse = (Term.Function) factors.get(k).atom();
    if (factors.get(k).exponent() != 1) {
      return Optional.empty();
    }
    for (boolean right : new boolean[] {false, true}) {
      Size inner = inverse.entry().get(right ? 1 : 0);
      for (Letter letter : letters) {
        if (inner.equals(Size.letter(letter.name()))) {
          Optional<Polynomial> less =
              new Contraction(letters, factors, k, letter, right).of(coefficient);
          if (less.isPresent()) {
            return less;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** One attempt: over which letter, and whether the matrix stands to the right of its inverse. */
  private final class Contraction {
    private final List<Letter> letters;
    private final List<Factor> others;
    private final Factor inverse;
    private final Letter inner;
    private final Letter shared;
    private final Letter outer;
    private final Size end;
    private final List<Summand> matrix;

    Contraction(List<Letter> letters, List<Factor> factors, int k, Letter inner, boolean right) {
      Term.Function f = (Term.Function) factors.get(k).atom();
      Term.Argument m = f.arguments().getFirst();
      this.letters = letters;
      this.others = new ArrayList<>(factors);
      this.others.remove(k);
      this.inverse = factors.get(k);
      this.inner = inner;
      this.shared = m.letters().get(right ? 0 : 1);
      this.outer = m.letters().get(right ? 1 : 0);
      this.end = f.entry().get(right ? 0 : 1);
      this.matrix = form.of(m.body()).summands();
    }

    Optional<Polynomial> of(Rational coefficient) {
      Optional<Summand> leading = leading();
      if (leading.isEmpty()
          || !inner.sameRange(shared)
          || end.equals(Size.letter(inner.name()))
          || !isFull()) {
        return Optional.empty();
      }
      Ranges known = form.ranges().with(letters);
      Monomial own = products.opened(leading.get().monomial());
      for (Size place : places()) {
        if (!known.isInside(place, outer) || place.letters().contains(inner.name())) {
          continue;
        }
        for (Map<String, Size> names : Cancellation.matches(own.letters(), letters)) {
          if (names.containsValue(Size.letter(inner.name()))) {
            continue;
          }
          Map<String, Size> all = new HashMap<>(names);
          all.put(shared.name(), Size.letter(inner.name()));
          all.put(outer.name(), place);
          Optional<List<Factor>> rest = cancellation.rest(own, all, others);
          Map<String, Size> gone = new HashMap<>(names);
          gone.put(inner.name(), Size.letter(inner.name()));
          if (rest.isPresent() && Cancellation.areGone(gone, letters, rest.get())) {
            Rational times = coefficient.dividedBy(leading.get().coefficient());
            return Optional.of(without(gone, rest.get(), place, leading.get(), times));
          }
        }
      }
      return Optional.empty();
    }

    /** Whether the ranges of rows and columns are those of a whole square matrix. */
    private boolean isFull() {
      return shared.sameRange(outer) && shared.lower().equals(Size.fixed(1));
    }

    /** The part of the matrix with the most factors that its indices stand in. */
    private Optional<Summand> leading() {
      List<Summand> most =
          matrix.stream()
              .filter(s -> matrix.stream().allMatch(o -> weight(o) <= weight(s)))
              .toList();
      return most.size() == 1 && weight(most.getFirst()) > 0
          ? Optional.of(most.getFirst())
          : Optional.empty();
    }

    private int weight(Summand s) {
      int weight = 0;
      for (Factor f : s.monomial().factors()) {
        Set<String> free = Terms.free(f.atom());
        boolean counts =
            !(f.atom() instanceof Term.Delta)
                && (free.contains(shared.name()) || free.contains(outer.name()));
        weight += counts ? Math.abs(f.exponent()) : 0;
      }
      return weight;
    }

    private Set<Size> places() {
      Set<Size> places = new LinkedHashSet<>();
      others.forEach(f -> collect(f.atom(), places));
      return places;
    }

    private static void collect(Term term, Set<Size> places) {
      places.addAll(Terms.sizes(term));
      Terms.children(term).forEach(part -> collect(part, places));
    }

    private Polynomial without(
        Map<String, Size> gone, List<Factor> rest, Size place, Summand leading, Rational times) {
      List<Letter> left =
          letters.stream().filter(l -> !gone.containsValue(Size.letter(l.name()))).toList();
      List<Polynomial> parts = new ArrayList<>();
      List<Factor> same = new ArrayList<>(rest);
      same.add(Factor.of(new Term.Delta(place, end), 1));
      parts.add(products.of(List.of(), same, times));
      Map<String, Size> at = Map.of(shared.name(), Size.letter(inner.name()), outer.name(), place);
      for (Summand other : matrix) {
        if (!other.equals(leading)) {
          Monomial own = products.opened(other.monomial());
          List<Letter> inside = new ArrayList<>(own.letters());
          inside.add(inner);
          List<Factor> more = new ArrayList<>(rest);
          more.add(inverse);
          own.factors().forEach(f -> more.add(Factor.of(Terms.with(f.atom(), at), f.exponent())));
          parts.add(products.of(inside, more, times.times(other.coefficient()).negate()));
        }
      }
      return products.summed(left, Polynomial.sum(parts));
    }
  }
}
