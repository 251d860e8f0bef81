package dev.hence.read.type;

import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The length of one side of a tensor while it may still be unknown: a constant, products of known
 * sizes and unknown sizes, each with an integer coefficient. It is linear in its unknowns: a
 * product of known sizes such as {@code m n} counts as one atom.
 *
 * @param atoms without zeros
 */
public record Extent(SortedMap<Atom, Integer> atoms, int constant) {
  /** What a length is made of. */
  public sealed interface Atom extends Comparable<Atom> {
    /** A product of known sizes and index letters, at least one. */
    record Known(List<Size.Part> parts) implements Atom {
      public Known {
        parts = parts.stream().sorted(Comparator.comparing(Size.Part::toString)).toList();
      }

      @Override
      public String toString() {
        return String.join(" ", parts.stream().map(Size.Part::toString).toList());
      }
    }

    /** A length to be found out. */
    record Open(int number) implements Atom {
      @Override
      public String toString() {
        return "?" + number;
      }
    }

    @Override
    default int compareTo(Atom other) {
      return toString().compareTo(other.toString());
    }
  }

  public Extent {
    SortedMap<Atom, Integer> kept = new TreeMap<>(atoms);
    kept.values().removeIf(c -> c == 0);
    atoms = java.util.Collections.unmodifiableSortedMap(kept);
  }

  public static Extent of(int constant) {
    return new Extent(new TreeMap<>(), constant);
  }

  /** One named size. */
  public static Extent named(String name) {
    return atom(new Atom.Known(List.of(new Size.Part.Named(name, List.of()))));
  }

  static Extent open(int number) {
    return atom(new Atom.Open(number));
  }

  static Extent atom(Atom atom) {
    return new Extent(new TreeMap<>(Map.of(atom, 1)), 0);
  }

  /** A size all of whose parts are known. */
  public static Extent of(Size size) {
    Extent sum = of(0);
    for (Size.Term term : size.terms()) {
      Extent part =
          term.parts().isEmpty() ? of(term.coefficient()) : atom(new Atom.Known(term.parts()));
      sum = sum.plus(part, term.parts().isEmpty() ? 1 : term.coefficient());
    }
    return sum;
  }

  /** The size in which nothing is unknown, if there is none left. */
  public Optional<Size> size() {
    List<Size.Term> terms = new ArrayList<>();
    for (Map.Entry<Atom, Integer> e : atoms.entrySet()) {
      switch (e.getKey()) {
        case Atom.Known k -> terms.add(new Size.Term(e.getValue(), k.parts()));
        case Atom.Open o -> {
          return Optional.empty();
        }
      }
    }
    if (constant != 0) {
      terms.add(new Size.Term(constant, List.of()));
    }
    return Optional.of(new Size(terms));
  }

  public Extent plus(Extent other) {
    return plus(other, 1);
  }

  public Extent minus(Extent other) {
    return plus(other, -1);
  }

  /** The product where one of the two has no unknown; else it is not linear and empty. */
  public Optional<Extent> times(Extent other) {
    if (!isKnown() && !other.isKnown()) {
      return Optional.empty();
    }
    if (!isKnown() || !other.isKnown()) {
      Extent open = isKnown() ? other : this;
      Extent known = isKnown() ? this : other;
      return known.atoms.isEmpty()
          ? Optional.of(of(0).plus(open, known.constant))
          : Optional.empty();
    }
    Extent sum = of(0).plus(of(constant * other.constant));
    sum = sum.plus(withoutConstant(), other.constant).plus(other.withoutConstant(), constant);
    for (Map.Entry<Atom, Integer> a : atoms.entrySet()) {
      for (Map.Entry<Atom, Integer> b : other.atoms.entrySet()) {
        List<Size.Part> parts = new ArrayList<>(((Atom.Known) a.getKey()).parts());
        parts.addAll(((Atom.Known) b.getKey()).parts());
        sum = sum.plus(atom(new Atom.Known(parts)), a.getValue() * b.getValue());
      }
    }
    return Optional.of(sum);
  }

  private Extent withoutConstant() {
    return new Extent(atoms, 0);
  }

  Extent plus(Extent other, int factor) {
    SortedMap<Atom, Integer> sum = new TreeMap<>(atoms);
    other.atoms.forEach((atom, c) -> sum.merge(atom, factor * c, Integer::sum));
    return new Extent(sum, constant + factor * other.constant);
  }

  /** The length divided by a number, if every coefficient can be. */
  Optional<Extent> over(int divisor) {
    boolean divides =
        constant % divisor == 0 && atoms.values().stream().allMatch(c -> c % divisor == 0);
    if (!divides) {
      return Optional.empty();
    }
    SortedMap<Atom, Integer> quotient = new TreeMap<>(atoms);
    quotient.replaceAll((atom, c) -> c / divisor);
    return Optional.of(new Extent(quotient, constant / divisor));
  }

  public boolean isKnown() {
    return atoms.keySet().stream().noneMatch(a -> a instanceof Atom.Open);
  }

  boolean isConstant() {
    return atoms.isEmpty();
  }

  /** The length as a message shows it: {@code n + 1}, {@code 2 d}, {@code ?3}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    atoms.forEach(
        (atom, c) -> {
          text.append(text.isEmpty() ? (c < 0 ? "-" : "") : (c < 0 ? " - " : " + "));
          text.append(Math.abs(c) == 1 ? "" : Math.abs(c) + " ").append(atom);
        });
    if (text.isEmpty()) {
      return "" + constant;
    }
    return constant == 0
        ? text.toString()
        : text + (constant < 0 ? " - " : " + ") + Math.abs(constant);
  }
}
