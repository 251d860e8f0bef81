package dev.hence.verdict;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Law;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Size;
import dev.hence.expr.SizeFamily;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.expr.WrittenNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The natural numbers over which a step quantifies without a bound: step counts, numbers of terms,
 * sizes that also stand as numbers. Instances choose some of their values, and say nothing of the
 * others: the sum of 1/i over i ≤ m is below 4 for every m up to 30.
 *
 * <p>An index that only says which member of a family is meant is none of them, nor is a size that
 * is a factor only, as in a mean. A condition of the step only leaves some values out: a claim that
 * treats all members alike says the same of those that stay.
 */
public final class Unbounded {
  private final Scope scope;

  /** The definitions that are being gone through, and those that lead to themselves. */
  private final Set<String> open = new HashSet<>();

  private final Set<String> recursive = new HashSet<>();

  private final Map<String, SequencedSet<String>> known = new HashMap<>();

  private Unbounded(Scope scope) {
    this.scope = scope;
  }

  /** How a natural number gets its value in an instance. */
  public enum Kind {
    /** A free index letter: a size bounds it. */
    LETTER,
    SIZE,
    /** A declared variable: an instance may define it, or leave it to be drawn. */
    VARIABLE
  }

  /**
   * A natural number without a bound.
   *
   * @param name for people
   * @param key of the size that it is or by which it is bounded, or of the variable
   */
  public record Natural(String name, String key, Kind kind) {}

  /**
   * Those of a step that have values in its instances. A variable that is drawn, or is a letter of
   * algebra, has none.
   */
  static List<Natural> of(Statement.Step step, List<Instance> instances) {
    return of(step).stream()
        .filter(
            n ->
                switch (n.kind()) {
                  case LETTER, SIZE -> true;
                  case VARIABLE ->
                      instances.stream()
                          .anyMatch(i -> i.interpretation().definitions().containsKey(n.key()));
                })
        .toList();
  }

  /** Whether a step was tried on values of natural numbers alone. */
  public static boolean among(Statement.Step step, List<Instance> instances) {
    return !of(step, instances).isEmpty();
  }

  /** Those of a step, in the order in which they are met. */
  public static List<Natural> of(Statement.Step step) {
    Unbounded search = new Unbounded(step.scope());
    SequencedSet<String> names = new LinkedHashSet<>();
    List<Expr> sides = new ArrayList<>(List.of(step.left(), step.right()));
    sides.forEach(side -> names.addAll(search.numbers(side)));
    Set<String> free = FreeLetters.of(sides);
    List<Natural> naturals = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith(LETTER)) {
        String letter = name.substring(LETTER.length());
        Range range = step.scope().ranges().get(letter);
        if (range != null && free.contains(letter)) {
          sizes(range.upper()).forEach(key -> naturals.add(new Natural(letter, key, Kind.LETTER)));
        }
      } else if (name.startsWith(VARIABLE)) {
        String key = name.substring(VARIABLE.length());
        naturals.add(
            new Natural(
                UnicodePrinter.print(step.scope().variables().get(key).name()),
                key,
                Kind.VARIABLE));
      } else {
        naturals.add(
            new Natural(UnicodePrinter.print(new Name(SizeFamily.name(name))), name, Kind.SIZE));
      }
    }
    return naturals.stream().distinct().toList();
  }

  /** Before an index letter; a size has no such name. */
  private static final String LETTER = "letter ";

  private static final String VARIABLE = "variable ";

  private static SequencedSet<String> sizes(Expr end) {
    SequencedSet<String> keys = new LinkedHashSet<>();
    SizeForm.of(end).ifPresent(size -> keys.addAll(size.keys()));
    return keys;
  }

  /** The letters and sizes whose value, and not only what they point at, enters an expression. */
  private SequencedSet<String> numbers(Expr expr) {
    SequencedSet<String> found = new LinkedHashSet<>();
    switch (expr) {
      case Expr.Index i -> found.add(LETTER + i.letter());
      case Expr.SizeOf s -> {
        found.addAll(s.size().keys());
        s.size().letters().forEach(letter -> found.add(LETTER + letter));
      }
      case Expr.Ref r -> {
        String key = r.name().key(r.indices().size());
        if (r.indices().isEmpty() && isNatural(key)) {
          found.add(VARIABLE + key);
        }
        defined(key, r.indices(), found);
      }
      case Expr.Call c -> {
        c.arguments().forEach(argument -> found.addAll(numbers(argument)));
        defined(c.function().key(c.indices().size()), c.indices(), found);
      }
      case Expr.Entry e -> found.addAll(numbers(e.body()));
      case Expr.Sum s -> {
        SequencedSet<String> inside = numbers(s.body());
        s.conditions().forEach(c -> inside.addAll(compared(c, true)));
        bound(s.letter(), s.range(), inside);
        found.addAll(inside);
      }
      case Expr.Family f -> {
        SequencedSet<String> inside = numbers(f.body());
        for (int k = f.letters().size() - 1; k >= 0; k--) {
          bound(f.letters().get(k), f.ranges().get(k), inside);
        }
        found.addAll(inside);
      }
      case Expr.Expectation e -> {
        SequencedSet<String> inside = law(e.law(), e.body());
        for (int k = e.letters().size() - 1; k >= 0; k--) {
          bound(e.letters().get(k), e.ranges().get(k), inside);
        }
        found.addAll(inside);
      }
      case Expr.Cases c -> {
        found.addAll(compared(c.condition(), false));
        found.addAll(numbers(c.then()));
        found.addAll(numbers(c.otherwise()));
      }
      case Expr.Multiply m -> found.addAll(product(m));
      case Expr.Divide d -> found.addAll(product(d));
      case Expr.Identity i -> {}
      case Expr.Filled f -> {}
      default -> Trees.children(expr).forEach(part -> found.addAll(numbers(part)));
    }
    return found;
  }

  /**
   * A bound letter that stands as a number makes numbers of the ends of its range. What runs on
   * without an end is one at the end of a range in any case.
   */
  private void bound(String letter, Range range, SequencedSet<String> inside) {
    boolean counts = inside.remove(LETTER + letter);
    SequencedSet<String> ends = numbers(range.lower());
    ends.addAll(numbers(range.upper()));
    ends.stream()
        .filter(end -> counts || end.startsWith(VARIABLE) || isEndless(end))
        .forEach(inside::add);
  }

  private boolean isEndless(String end) {
    String letter = end.startsWith(LETTER) ? end.substring(LETTER.length()) : "";
    Range range = scope.ranges().get(letter);
    return range != null && range.upper().equals(new Expr.SizeOf(Size.endless(letter)));
  }

  /** Of finitely many values each is a summand, and its probability a factor. */
  private SequencedSet<String> law(Law law, Expr body) {
    SequencedSet<String> found = new LinkedHashSet<>();
    switch (law) {
      case Law.Gaussian g -> {
        found.addAll(numbers(body));
        g.parts().forEach(part -> found.addAll(numbers(part)));
      }
      case Law.Finite f -> {
        found.addAll(numbers(new Expr.Multiply(f.weight(), body)));
        found.addAll(numbers(f.value()));
        bound(f.letter(), f.range(), found);
      }
    }
    return found;
  }

  private boolean isNatural(String key) {
    Declaration.Variable variable = scope.variables().get(key);
    return variable != null && variable.domain() instanceof Domain.Integers;
  }

  /** What two indices have in common is no number; how they are ordered is one. */
  private SequencedSet<String> compared(Condition c, boolean ofSum) {
    SequencedSet<String> both = new LinkedHashSet<>();
    if (c.relation().isInequality() && !ofSum) {
      both.addAll(numbers(c.left()));
      both.addAll(numbers(c.right()));
    }
    return both;
  }

  /** Goes into a formula; a recursion makes numbers of the indices by which it goes down. */
  private void defined(String key, List<Expr> indices, SequencedSet<String> found) {
    Definition definition = scope.definitions().get(key);
    if (definition == null) {
      return;
    }
    if (open.contains(key)) {
      recursive.add(key);
      return;
    }
    SequencedSet<String> inside = new LinkedHashSet<>(inside(key, definition.lambda().body()));
    for (int k = 0; k < indices.size(); k++) {
      if (inside.remove(LETTER + definition.lambda().indices().get(k))) {
        found.addAll(numbers(indices.get(k)));
      }
    }
    found.addAll(inside);
  }

  /** The numbers in a formula; those of one that leads to what is gone through are not all yet. */
  private SequencedSet<String> inside(String key, Expr formula) {
    SequencedSet<String> before = known.get(key);
    if (before != null) {
      return before;
    }
    open.add(key);
    SequencedSet<String> inside = numbers(formula);
    open.remove(key);
    if (recursive.contains(key)) {
      Trees.walk(
          formula,
          e -> {
            if (e instanceof Expr.Cases c) {
              inside.addAll(numbers(c.condition().left()));
            }
          });
    }
    if (Collections.disjoint(recursive, open)) {
      known.put(key, inside);
    }
    return inside;
  }

  /** Sizes that are factors beside something that varies are left out. */
  private SequencedSet<String> product(Expr product) {
    List<Expr> factors = new ArrayList<>();
    flatten(product, factors);
    boolean varies = factors.stream().anyMatch(Unbounded::varies);
    SequencedSet<String> found = new LinkedHashSet<>();
    factors.stream()
        .filter(factor -> !(varies && isSize(factor)))
        .forEach(factor -> found.addAll(numbers(factor)));
    return found;
  }

  private static void flatten(Expr expr, List<Expr> factors) {
    switch (expr) {
      case Expr.Multiply m -> {
        flatten(m.left(), factors);
        flatten(m.right(), factors);
      }
      case Expr.Divide d -> {
        flatten(d.numerator(), factors);
        flatten(d.denominator(), factors);
      }
      case Expr.Negate n -> flatten(n.body(), factors);
      default -> factors.add(expr);
    }
  }

  private static boolean varies(Expr factor) {
    return Trees.any(factor, e -> e instanceof Expr.Ref || e instanceof Expr.Call);
  }

  private static boolean isSize(Expr factor) {
    return switch (factor) {
      case Expr.SizeOf s -> s.size().letters().isEmpty();
      case Expr.Power p -> isSize(p.base()) && WrittenNumber.of(p.exponent()).isPresent();
      case Expr.Root r -> isSize(r.body());
      default -> false;
    };
  }
}
