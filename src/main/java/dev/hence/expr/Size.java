package dev.hence.expr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The length of a range or of one side of a shape: a polynomial with integer coefficients in named
 * sizes and index letters, such as {@code N}, {@code n−1}, {@code 2n}, {@code nm} or {@code
 * d_{i+1}}. Two sizes are equal if they are the same polynomial.
 *
 * @param terms in canonical order, without zeros; the constant is the term without parts
 */
public record Size(List<Term> terms) {
  /** A product of parts, with its coefficient. */
  public record Term(int coefficient, List<Part> parts) {
    public Term {
      parts =
          parts.size() < 2
              ? List.copyOf(parts)
              : parts.stream().sorted(Comparator.comparing(Part::toString)).toList();
    }

    private String order() {
      return parts.isEmpty() ? "\uffff" : parts.toString();
    }
  }

  /** What a size is made of. */
  public sealed interface Part {
    /** A named size, or the member of a family of sizes. */
    record Named(String name, List<Size> indices) implements Part {
      public Named {
        indices = List.copyOf(indices);
      }

      /** Under what its value is kept; a family has one for all its members. */
      public String key() {
        return new Name(name).key(indices.size());
      }

      @Override
      public String toString() {
        String script = indices.stream().map(Size::toString).collect(Collectors.joining(","));
        return indices.isEmpty()
            ? name
            : name + "_" + (script.length() == 1 ? script : "{" + script + "}");
      }
    }

    /** An index letter. */
    record Letter(String letter) implements Part {
      @Override
      public String toString() {
        return letter;
      }
    }
  }

  public Size {
    terms = canonical(terms);
  }

  public static Size fixed(int value) {
    return new Size(List.of(new Term(value, List.of())));
  }

  /** Where a letter ends that runs on without an end: of its values, as many as of a size. */
  public static Size endless(String letter) {
    return named("{" + letter + "}_{\\max}");
  }

  public static Size named(String name) {
    return member(name, List.of());
  }

  /** A member of a family of sizes, such as d_{i+1}. */
  public static Size member(String name, List<Size> indices) {
    return new Size(List.of(new Term(1, List.of(new Part.Named(name, indices)))));
  }

  public static Size letter(String letter) {
    return new Size(List.of(new Term(1, List.of(new Part.Letter(letter)))));
  }

  private static List<Term> canonical(List<Term> terms) {
    return switch (terms.size()) {
      case 0 -> List.of();
      case 1 -> terms.getFirst().coefficient() == 0 ? List.of() : List.copyOf(terms);
      case 2 -> canonical(terms.getFirst(), terms.getLast());
      default -> collected(terms);
    };
  }

  /** Most sums have two terms, and are made so often that no map is made for them. */
  private static List<Term> canonical(Term a, Term b) {
    if (a.coefficient() == 0 || b.coefficient() == 0) {
      return canonical(List.of(a.coefficient() == 0 ? b : a));
    }
    if (a.parts().equals(b.parts())) {
      int sum = Math.addExact(a.coefficient(), b.coefficient());
      return canonical(List.of(new Term(sum, a.parts())));
    }
    return a.order().compareTo(b.order()) <= 0 ? List.of(a, b) : List.of(b, a);
  }

  private static List<Term> collected(List<Term> terms) {
    Map<List<Part>, Integer> sums = new LinkedHashMap<>();
    terms.forEach(t -> sums.merge(t.parts(), t.coefficient(), Math::addExact));
    return sums.entrySet().stream()
        .filter(e -> e.getValue() != 0)
        .map(e -> new Term(e.getValue(), e.getKey()))
        .sorted(Comparator.comparing(Term::order))
        .toList();
  }

  /** Whether it is a number. */
  public boolean isFixed() {
    for (Term term : terms) {
      if (!term.parts().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** What is added to the named sizes, or the number itself. */
  public int offset() {
    return terms.stream()
        .filter(t -> t.parts().isEmpty())
        .mapToInt(Term::coefficient)
        .findFirst()
        .orElse(0);
  }

  /** The name of a size that is a plain name, or one with a number added. */
  public Optional<String> name() {
    List<Term> others = terms.stream().filter(t -> !t.parts().isEmpty()).toList();
    return others.size() == 1
            && others.getFirst().coefficient() == 1
            && others.getFirst().parts().size() == 1
            && others.getFirst().parts().getFirst() instanceof Part.Named n
            && n.indices().isEmpty()
        ? Optional.of(n.name())
        : Optional.empty();
  }

  /** Under what the values of the named sizes in it are kept, see {@link Part.Named#key}. */
  public SequencedSet<String> keys() {
    SequencedSet<String> keys = new LinkedHashSet<>();
    for (Term term : terms) {
      for (Part part : term.parts()) {
        if (part instanceof Part.Named n) {
          keys.add(n.key());
          n.indices().forEach(i -> keys.addAll(i.keys()));
        }
      }
    }
    return keys;
  }

  /** The index letters in it. */
  public SequencedSet<String> letters() {
    SequencedSet<String> letters = new LinkedHashSet<>();
    for (Term term : terms) {
      for (Part part : term.parts()) {
        switch (part) {
          case Part.Letter l -> letters.add(l.letter());
          case Part.Named n -> n.indices().forEach(i -> letters.addAll(i.letters()));
        }
      }
    }
    return letters;
  }

  /** Whether an index letter is in it. */
  public boolean speaksOf(String letter) {
    for (Term term : terms) {
      for (Part part : term.parts()) {
        boolean speaks =
            switch (part) {
              case Part.Letter l -> l.letter().equals(letter);
              case Part.Named n -> speaksOf(n.indices(), letter);
            };
        if (speaks) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an index letter is in one of some sizes. */
  public static boolean speaksOf(List<Size> sizes, String letter) {
    for (Size size : sizes) {
      if (size.speaksOf(letter)) {
        return true;
      }
    }
    return false;
  }

  public Size plus(int more) {
    return plus(fixed(more));
  }

  public Size plus(Size other) {
    if (terms.isEmpty() || other.terms.isEmpty()) {
      return terms.isEmpty() ? other : this;
    }
    List<Term> all = new ArrayList<>(terms);
    all.addAll(other.terms);
    return new Size(all);
  }

  public Size times(Size other) {
    List<Term> products = new ArrayList<>();
    for (Term a : terms) {
      for (Term b : other.terms) {
        List<Part> parts = new ArrayList<>(a.parts());
        parts.addAll(b.parts());
        products.add(new Term(Math.multiplyExact(a.coefficient(), b.coefficient()), parts));
      }
    }
    return new Size(products);
  }

  /** Whether it is one letter or one named size and nothing else, as most are. */
  private boolean isPart() {
    return terms.size() == 1
        && terms.getFirst().coefficient() == 1
        && terms.getFirst().parts().size() == 1;
  }

  /** The same with sizes in place of index letters; itself if none of them is in it. */
  public Size with(Map<String, Size> letters) {
    if (!speaksOfAny(letters.keySet())) {
      return this;
    }
    if (isPart()) {
      return with(terms.getFirst().parts().getFirst(), letters);
    }
    Size sum = fixed(0);
    for (Term term : terms) {
      Size product = fixed(term.coefficient());
      for (Part part : term.parts()) {
        product = product.times(with(part, letters));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  private static boolean speaks(Part part, Set<String> letters) {
    return switch (part) {
      case Part.Letter l -> letters.contains(l.letter());
      case Part.Named n -> {
        for (Size index : n.indices()) {
          if (index.speaksOfAny(letters)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  /** Whether one of some index letters is in it. */
  public boolean speaksOfAny(Set<String> letters) {
    for (Term term : terms) {
      for (Part part : term.parts()) {
        if (speaks(part, letters)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Size with(Part part, Map<String, Size> letters) {
    return switch (part) {
      case Part.Letter l ->
          letters.containsKey(l.letter()) ? letters.get(l.letter()) : letter(l.letter());
      case Part.Named n ->
          member(n.name(), n.indices().stream().map(i -> i.with(letters)).toList());
    };
  }

  /**
   * The value; empty if a size or a letter in it has none.
   *
   * @param sizes by {@link Part.Named#key}; of a family how it is filled, see {@link SizeFamily}
   * @throws ArithmeticException if it is too large
   */
  public OptionalInt value(Map<String, Integer> sizes, Map<String, Integer> letters) {
    int sum = 0;
    for (Term term : terms) {
      int product = term.coefficient();
      for (Part part : term.parts()) {
        OptionalInt value = value(part, sizes, letters);
        if (value.isEmpty()) {
          return OptionalInt.empty();
        }
        product = Math.multiplyExact(product, value.getAsInt());
      }
      sum = Math.addExact(sum, product);
    }
    return OptionalInt.of(sum);
  }

  private static OptionalInt value(
      Part part, Map<String, Integer> sizes, Map<String, Integer> letters) {
    return switch (part) {
      case Part.Letter l -> optional(letters, l.letter());
      case Part.Named n when n.indices().isEmpty() -> optional(sizes, n.key());
      case Part.Named n -> {
        List<Integer> indices = new ArrayList<>();
        n.indices().forEach(i -> i.value(sizes, letters).ifPresent(indices::add));
        yield indices.size() == n.indices().size() && sizes.containsKey(n.key())
            ? OptionalInt.of(SizeFamily.member(sizes.get(n.key()), indices))
            : OptionalInt.empty();
      }
    };
  }

  private static OptionalInt optional(Map<String, Integer> values, String key) {
    return values.containsKey(key) ? OptionalInt.of(values.get(key)) : OptionalInt.empty();
  }

  @Override
  public String toString() {
    if (isPart()) {
      return terms.getFirst().parts().getFirst().toString();
    }
    StringBuilder text = new StringBuilder();
    for (Term term : terms) {
      int size = Math.abs(term.coefficient());
      text.append(term.coefficient() < 0 ? "−" : text.isEmpty() ? "" : "+");
      text.append(size == 1 && !term.parts().isEmpty() ? "" : Integer.toString(size));
      text.append(term.parts().stream().map(Part::toString).collect(Collectors.joining("·")));
    }
    return text.isEmpty() ? "0" : text.toString();
  }
}
