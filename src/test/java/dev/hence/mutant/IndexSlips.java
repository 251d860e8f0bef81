package dev.hence.mutant;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The slips that a proof in index notation could make where its rules are wrong. */
public final class IndexSlips {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);
  private static final Expr ONE = new Expr.Literal(Rational.ONE);

  private final Statement.Step step;
  private final Map<List<Expr>, Mutant> mutants = new LinkedHashMap<>();

  private IndexSlips(Statement.Step step) {
    this.step = step;
  }

  /** All mutants of a step, each once. */
  public static List<Mutant> of(Statement.Step step) {
    IndexSlips slips = new IndexSlips(step);
    Set<String> letters = Letters.free(step);
    slips.inside(step.left(), letters, (slip, left) -> slips.add(slip, left, step.right()));
    slips.inside(step.right(), letters, (slip, right) -> slips.add(slip, step.left(), right));
    return List.copyOf(slips.mutants.values());
  }

  private void add(Slip slip, Expr left, Expr right) {
    boolean unchanged = left.equals(step.left()) && right.equals(step.right());
    if (!unchanged) {
      mutants.putIfAbsent(
          List.of(left, right), new Mutant(step, slip, step.with(left, step.relation(), right)));
    }
  }

  private void inside(Expr expr, Set<String> letters, BiConsumer<Slip, Expr> sink) {
    here(expr, letters, sink);
    List<Expr> parts = Trees.children(expr);
    for (int k = 0; k < parts.size(); k++) {
      if (expr instanceof Expr.Derivative && k == 1) {
        continue;
      }
      int at = k;
      Set<String> below = new HashSet<>(letters);
      below.addAll(Letters.boundIn(expr, k));
      inside(
          parts.get(k),
          below,
          (slip, part) -> {
            List<Expr> changed = new ArrayList<>(parts);
            changed.set(at, part);
            rebuilt(expr, changed).ifPresent(whole -> sink.accept(slip, whole));
          });
    }
  }

  private static Optional<Expr> rebuilt(Expr expr, List<Expr> parts) {
    try {
      Expr whole = Trees.rebuilt(expr, parts);
      return whole.shape().equals(expr.shape()) ? Optional.of(whole) : Optional.empty();
    } catch (NoSuchElementException misfit) {
      return Optional.empty();
    }
  }

  private void here(Expr expr, Set<String> letters, BiConsumer<Slip, Expr> sink) {
    switch (expr) {
      case Expr.Cases c when c.condition().relation() == Relation.EQUAL ->
          sink.accept(Slip.DELTA, c.then());
      case Expr.Sum s when s.adds() -> {
        ranges(s, sink);
        captured(s, letters, sink);
        moved(s, sink);
      }
      case Expr.Call c when c.slots().size() == 1 -> slots(c, sink);
      case Expr.Add a -> start(a, sink);
      default -> {}
    }
  }

  private static void ranges(Expr.Sum s, BiConsumer<Slip, Expr> sink) {
    Expr next = new Expr.Add(List.of(s.range().lower(), ONE));
    Expr last = new Expr.Add(List.of(s.range().upper(), new Expr.Negate(ONE)));
    sink.accept(Slip.RANGE, over(s, new Range(next, s.range().upper()), s.body()));
    sink.accept(Slip.RANGE, over(s, new Range(s.range().lower(), last), s.body()));
  }

  private static Expr over(Expr.Sum s, Range range, Expr body) {
    return new Expr.Sum(s.fold(), s.letter(), range, s.conditions(), body);
  }

  /** A letter from outside, called like the bound one. */
  private static void captured(Expr.Sum s, Set<String> letters, BiConsumer<Slip, Expr> sink) {
    Expr bound = new Expr.Index(s.letter());
    for (String letter : letters.stream().sorted().toList()) {
      boolean used = Letters.free(s.body()).contains(letter) && !letter.equals(s.letter());
      if (used) {
        sink.accept(Slip.CAPTURE, over(s, s.range(), Letters.at(s.body(), letter, bound)));
      }
    }
  }

  /** Σ a b as Σ a · Σ b, and as (Σ a) b where b alone means something. */
  private static void moved(Expr.Sum s, BiConsumer<Slip, Expr> sink) {
    if (s.body() instanceof Expr.Multiply(Expr a, Expr b)
        && Letters.free(a).contains(s.letter())
        && Letters.free(b).contains(s.letter())) {
      try {
        Expr product = new Expr.Multiply(over(s, s.range(), a), over(s, s.range(), b));
        if (product.shape().equals(s.shape())) {
          sink.accept(Slip.MOVED_SUM, product);
        }
      } catch (NoSuchElementException misfit) {
        // what cannot be written down cannot be a slip
      }
    }
  }

  private static void slots(Expr.Call c, BiConsumer<Slip, Expr> sink) {
    int slot = c.slots().getFirst();
    for (int other = 0; other < c.arguments().size(); other++) {
      boolean alike = c.arguments().get(other).shape().equals(c.arguments().get(slot).shape());
      if (other != slot && alike) {
        List<Integer> slots = List.of(other);
        sink.accept(
            Slip.SLOT, new Expr.Call(c.function(), c.indices(), c.arguments(), slots, c.shape()));
      }
    }
  }

  /** A sum without the term that is taken at the start. */
  private static void start(Expr.Add a, BiConsumer<Slip, Expr> sink) {
    for (int k = 0; k < a.terms().size(); k++) {
      boolean atStart =
          Trees.any(a.terms().get(k), e -> e instanceof Expr.At at && at.time().equals(ZERO));
      if (atStart) {
        List<Expr> rest = new ArrayList<>(a.terms());
        rest.remove(k);
        sink.accept(Slip.START, rest.size() == 1 ? rest.getFirst() : new Expr.Add(rest));
      }
    }
  }
}
