package dev.hence.proof;

import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Walking, rebuilding and substituting. Nothing is ever put under a binder that would catch it. */
public final class Terms {
  private Terms() {}

  /** The parts, in a fixed order: what a place counts. */
  public static List<Term> children(Term term) {
    return switch (term) {
      case Term.Numeral n -> List.of();
      case Term.Whole w -> List.of();
      case Term.Clock c -> List.of();
      case Term.Variable v -> List.of();
      case Term.Delta d -> List.of();
      case Term.Below b -> List.of();
      case Term.Function f -> bodies(f.arguments());
      case Term.Sum s -> s.terms();
      case Term.Product p -> p.factors();
      case Term.Power p -> List.of(p.base());
      case Term.Elementary e -> List.of(e.argument());
      case Term.Opaque o -> o.parts();
      case Term.Over o -> List.of(o.body());
      case Term.Integral i -> List.of(i.lower(), i.upper(), i.body());
      case Term.Derivative d -> List.of(d.body());
      case Term.Let l -> List.of(l.value(), l.body());
    };
  }

  /** Most functions have one argument, and are looked into so often that no stream is made. */
  private static List<Term> bodies(List<Term.Argument> arguments) {
    if (arguments.size() == 1) {
      return List.of(arguments.getFirst().body());
    }
    return arguments.stream().map(Term.Argument::body).toList();
  }

  /** The same node with other parts. */
  public static Term rebuilt(Term term, List<Term> parts) {
    return switch (term) {
      case Term.Numeral n -> n;
      case Term.Whole w -> w;
      case Term.Clock c -> c;
      case Term.Variable v -> v;
      case Term.Delta d -> d;
      case Term.Below b -> b;
      case Term.Function f -> {
        List<Term.Argument> arguments = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
          arguments.add(new Term.Argument(f.arguments().get(k).letters(), parts.get(k)));
        }
        yield new Term.Function(f.name(), f.indices(), f.partials(), arguments, f.entry());
      }
      case Term.Sum s -> new Term.Sum(parts);
      case Term.Product p -> new Term.Product(parts);
      case Term.Power p -> new Term.Power(parts.getFirst(), p.exponent());
      case Term.Elementary e -> new Term.Elementary(e.function(), parts.getFirst());
      case Term.Opaque o -> new Term.Opaque(o.kind(), parts);
      case Term.Over o -> new Term.Over(o.letter(), parts.getFirst());
      case Term.Integral i ->
          new Term.Integral(i.variable(), parts.get(0), parts.get(1), parts.get(2));
      case Term.Derivative d -> new Term.Derivative(parts.getFirst(), d.target());
      case Term.Let l -> new Term.Let(l.name(), l.copy(), l.letters(), parts.get(0), parts.get(1));
    };
  }

  /** The term with a value in place of each part that is equal to another term. */
  public static Term replaced(Term term, Term old, Term value) {
    if (term.equals(old)) {
      return value;
    }
    List<Term> parts = children(term);
    return parts.isEmpty()
        ? term
        : rebuilt(term, parts.stream().map(part -> replaced(part, old, value)).toList());
  }

  /** Whether the term or a part of it satisfies a predicate. */
  public static boolean any(Term term, Predicate<Term> predicate) {
    if (predicate.test(term)) {
      return true;
    }
    for (Term part : children(term)) {
      if (any(part, predicate)) {
        return true;
      }
    }
    return false;
  }

  /** The letters that a node binds in its part with this number. */
  static List<Letter> binds(Term term, int part) {
    return switch (term) {
      case Term.Over o -> List.of(o.letter());
      case Term.Function f -> f.arguments().get(part).letters();
      case Term.Let l -> part == 0 ? l.letters() : List.of();
      default -> List.of();
    };
  }

  /** All letters in it, free and bound. */
  static Set<String> letters(Term term) {
    Set<String> all = new LinkedHashSet<>();
    collect(term, all);
    return all;
  }

  private static void collect(Term term, Set<String> all) {
    sizes(term).forEach(s -> all.addAll(s.letters()));
    List<Term> parts = children(term);
    for (int k = 0; k < parts.size(); k++) {
      binds(term, k).forEach(l -> all.add(l.name()));
      collect(parts.get(k), all);
    }
  }

  /** The letters that are free in it, in the order in which they come. */
  public static Set<String> free(Term term) {
    Set<String> all = new LinkedHashSet<>();
    sizes(term).forEach(s -> all.addAll(s.letters()));
    List<Term> parts = children(term);
    for (int k = 0; k < parts.size(); k++) {
      Set<String> inside = free(parts.get(k));
      binds(term, k).forEach(l -> inside.remove(l.name()));
      all.addAll(inside);
    }
    return all;
  }

  /** Whether a letter is free in it: asked so often that no sets are made for it. */
  static boolean speaksOf(Term term, String letter) {
    return switch (term) {
      case Term.Numeral n -> false;
      case Term.Clock c -> false;
      case Term.Whole w -> w.value().speaksOf(letter);
      case Term.Variable v ->
          Size.speaksOf(v.indices(), letter) || Size.speaksOf(v.entry(), letter);
      case Term.Delta d -> d.left().speaksOf(letter) || d.right().speaksOf(letter);
      case Term.Below b -> b.left().speaksOf(letter) || b.right().speaksOf(letter);
      case Term.Function f -> speaksOf(f, letter);
      case Term.Sum s -> anySpeaksOf(s.terms(), letter);
      case Term.Product p -> anySpeaksOf(p.factors(), letter);
      case Term.Power p -> speaksOf(p.base(), letter);
      case Term.Elementary e -> speaksOf(e.argument(), letter);
      case Term.Opaque o -> anySpeaksOf(o.parts(), letter);
      case Term.Over o -> speaksOf(List.of(o.letter()), o.body(), letter);
      case Term.Integral i ->
          speaksOf(i.lower(), letter) || speaksOf(i.upper(), letter) || speaksOf(i.body(), letter);
      case Term.Derivative d ->
          speaksOf(d.body(), letter)
              || (d.target() instanceof Term.Entry e && speaksOf(e.variable(), letter));
      case Term.Let l -> speaksOf(l.letters(), l.value(), letter) || speaksOf(l.body(), letter);
    };
  }

  private static boolean speaksOf(Term.Function f, String letter) {
    for (Term.Partial p : f.partials()) {
      if (Size.speaksOf(p.entry(), letter)) {
        return true;
      }
    }
    for (Term.Argument a : f.arguments()) {
      if (speaksOf(a.letters(), a.body(), letter)) {
        return true;
      }
    }
    return Size.speaksOf(f.indices(), letter) || Size.speaksOf(f.entry(), letter);
  }

  /**
   * Whether a letter is in the ranges of some that are bound, or free in what they are bound in.
   */
  private static boolean speaksOf(List<Letter> bound, Term body, String letter) {
    boolean caught = false;
    for (Letter l : bound) {
      if (l.lower().speaksOf(letter) || l.upper().speaksOf(letter)) {
        return true;
      }
      caught |= l.name().equals(letter);
    }
    return !caught && speaksOf(body, letter);
  }

  private static boolean anySpeaksOf(List<Term> terms, String letter) {
    for (Term term : terms) {
      if (speaksOf(term, letter)) {
        return true;
      }
    }
    return false;
  }

  /** The integers that stand in the node itself. */
  public static List<Size> sizes(Term term) {
    List<Size> sizes = new ArrayList<>();
    switch (term) {
      case Term.Whole w -> sizes.add(w.value());
      case Term.Variable v -> {
        sizes.addAll(v.indices());
        sizes.addAll(v.entry());
      }
      case Term.Delta d -> sizes.addAll(List.of(d.left(), d.right()));
      case Term.Below b -> sizes.addAll(List.of(b.left(), b.right()));
      case Term.Function f -> {
        sizes.addAll(f.indices());
        sizes.addAll(f.entry());
        f.partials().forEach(p -> sizes.addAll(p.entry()));
        f.arguments().forEach(a -> a.letters().forEach(l -> ends(l, sizes)));
      }
      case Term.Over o -> ends(o.letter(), sizes);
      case Term.Derivative d -> {
        if (d.target() instanceof Term.Entry e) {
          sizes.addAll(sizes(e.variable()));
        }
      }
      case Term.Let l -> l.letters().forEach(x -> ends(x, sizes));
      default -> {}
    }
    return sizes;
  }

  private static void ends(Letter letter, List<Size> sizes) {
    sizes.add(letter.lower());
    sizes.add(letter.upper());
  }

  /**
   * The term with integers in place of free letters; itself if it speaks of none of them.
   *
   * @throws Refused if a binder would catch a letter of one of them
   */
  public static Term with(Term term, Map<String, Size> values) {
    return Substituting.in(term, values);
  }

  /**
   * The term with leaves changed.
   *
   * @param free letters that are free in what is put in
   * @throws Refused if a binder above a changed leaf would catch one of them
   */
  static Term leaves(Term term, UnaryOperator<Term> change, Set<String> free) {
    List<Term> parts = children(term);
    if (parts.isEmpty()) {
      return change.apply(term);
    }
    List<Term> changed = new ArrayList<>(parts.size());
    for (int k = 0; k < parts.size(); k++) {
      Term part = leaves(parts.get(k), change, free);
      boolean caught = binds(term, k).stream().anyMatch(l -> free.contains(l.name()));
      if (caught && !part.equals(parts.get(k))) {
        throw new Refused(Refused.Reason.CAPTURE, "a bound letter");
      }
      changed.add(part);
    }
    return changed.equals(parts) ? term : rebuilt(term, changed);
  }

  /** The term with one time in place of another. */
  static Term at(Term term, Time old, Time time) {
    return leaves(
        term,
        leaf ->
            switch (leaf) {
              case Term.Variable v when v.time().equals(old) ->
                  new Term.Variable(v.name(), v.copy(), v.indices(), v.entry(), time);
              case Term.Clock c when c.time().equals(old) -> new Term.Clock(time);
              default -> leaf;
            },
        Set.of());
  }

  /** Whether it speaks of a time. */
  static boolean speaksOf(Term term, Time time) {
    return any(
        term,
        t ->
            (t instanceof Term.Variable v && v.time().equals(time))
                || (t instanceof Term.Clock c && c.time().equals(time)));
  }
}
