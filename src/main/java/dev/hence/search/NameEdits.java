package dev.hence.search;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Another index, another name, another size. */
final class NameEdits implements Editor {
  private final Pool pool;
  private final UnicodePrinter printer;

  NameEdits(Pool pool, UnicodePrinter printer) {
    this.pool = pool;
    this.printer = printer;
  }

  @Override
  public void at(Spot spot, Offers offers) {
    switch (spot.node()) {
      case Expr.Ref r -> {
        indices(
            r,
            r.indices(),
            spot,
            offers,
            is ->
                pool.hasShape(r.name(), is, r.shape()) ? new Expr.Ref(r.name(), is, r.shape()) : r);
        names(r, spot, offers);
      }
      case Expr.Call c ->
          indices(
              c,
              c.indices(),
              spot,
              offers,
              is ->
                  c.slots().isEmpty() && !pool.hasShape(c.function(), is, c.shape())
                      ? c
                      : new Expr.Call(c.function(), is, c.arguments(), c.slots(), c.shape()));
      case Expr.Entry e ->
          indices(e, e.indices(), spot, offers, is -> new Expr.Entry(e.body(), is));
      case Expr.SizeOf s -> sizes(s, spot, offers);
      case Expr.Index i -> letters(i, spot, offers);
      default -> {}
    }
  }

  private interface Rebuilt {
    Expr with(List<Expr> indices);
  }

  private void indices(Expr node, List<Expr> indices, Spot spot, Offers offers, Rebuilt rebuilt) {
    for (int k = indices.size() - 1; k >= 0; k--) {
      for (Expr other : others(indices.get(k), spot)) {
        List<Expr> changed = new ArrayList<>(indices);
        changed.set(k, other);
        write(rank(indices.get(k), other), node, rebuilt.with(changed), offers);
      }
    }
  }

  private static int rank(Expr index, Expr other) {
    return index instanceof Expr.Literal
        ? Rank.NAME
        : other instanceof Expr.Index ? Rank.TOKEN : Rank.MOVED;
  }

  /** Other letters, and the numbers before and behind. */
  private static List<Expr> others(Expr index, Spot spot) {
    List<Expr> others = new ArrayList<>();
    spot.letters().forEach(letter -> others.add(new Expr.Index(letter)));
    moved(index, 1).ifPresent(others::add);
    moved(index, -1).ifPresent(others::add);
    others.removeIf(index::equals);
    return others;
  }

  private void names(Expr.Ref ref, Spot spot, Offers offers) {
    if (!Pool.isOfOneShape(ref.shape())) {
      return;
    }
    boolean state = isState(ref.name());
    for (Expr.Ref other : pool.names(ref.shape(), spot)) {
      boolean same =
          other.name().equals(ref.name()) && other.indices().size() == ref.indices().size();
      if (!same) {
        int rank = Pool.areKin(other.name(), ref.name()) ? Rank.TOKEN : Rank.NAME;
        int far =
            (pool.isMentioned(other.name()) ? 0 : Rank.FAR)
                + (state || isState(other.name()) ? 5 : 0);
        write(rank + far, ref, other, offers);
      }
    }
    for (Expr.Ref member : pool.numbered(ref)) {
      write(Rank.TOKEN, ref, member, offers);
    }
    if (ref.shape().isScalar()) {
      for (Size size : pool.sizes()) {
        if (spot.letters().containsAll(size.letters())) {
          write(Rank.OTHER_NAME, ref, new Expr.SizeOf(size), offers);
        }
      }
    }
  }

  private boolean isState(Name name) {
    return pool.step().scope().isState(name);
  }

  private void sizes(Expr.SizeOf s, Spot spot, Offers offers) {
    for (Size other : pool.sizes()) {
      if (!other.equals(s.size()) && spot.letters().containsAll(other.letters())) {
        write(Rank.TOKEN, s, new Expr.SizeOf(other), offers);
      }
    }
    for (int by : List.of(1, -1)) {
      moved(s, by).ifPresent(other -> write(Rank.MOVED, s, other, offers));
    }
  }

  private void letters(Expr.Index index, Spot spot, Offers offers) {
    others(index, spot).forEach(other -> write(Rank.MOVED, index, other, offers));
  }

  private void write(int rank, Expr old, Expr now, Offers offers) {
    offers.offer(rank, "write " + printer.print(now) + " for " + printer.print(old), now);
  }

  /** An integer, by so much more. */
  static Optional<Expr> moved(Expr integer, int by) {
    return SizeForm.of(integer)
        .map(size -> written(size.plus(by)))
        .or(() -> integer instanceof Expr.Ref r ? Optional.of(named(r, by)) : Optional.empty());
  }

  private static Expr named(Expr.Ref integer, int by) {
    return Forms.plus(integer, by > 0 ? Forms.ONE : new Expr.Negate(Forms.ONE));
  }

  /** What is added first, then what is taken away. */
  private static Expr written(Size size) {
    if (size.isFixed()) {
      return SizeForm.expr(size);
    }
    List<Expr> terms =
        size.terms().stream()
            .sorted(Comparator.comparing(t -> t.coefficient() < 0))
            .map(t -> SizeForm.expr(new Size(List.of(t))))
            .map(NameEdits::signed)
            .toList();
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }

  private static Expr signed(Expr term) {
    return term instanceof Expr.Literal l && l.value().signum() < 0
        ? new Expr.Negate(new Expr.Literal(l.value().negate()))
        : term;
  }
}
