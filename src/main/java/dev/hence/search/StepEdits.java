package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Slips by one step: the iterate before or after, a sum or a power that is one too long or short.
 */
final class StepEdits {
  /** Takes an edit: what it does, the changed part, the part, and where it stands. */
  interface Taker {
    void edit(String what, Expr changed, Expr old, Function<Expr, Statement.Step> place);
  }

  private final Taker taker;
  private final UnicodePrinter printer;

  StepEdits(Taker taker, UnicodePrinter printer) {
    this.taker = taker;
    this.printer = printer;
  }

  void change(Expr expr, Function<Expr, Statement.Step> place) {
    switch (expr) {
      case Expr.Ref r -> members(r, place);
      case Expr.Power p -> powers(p, place);
      case Expr.Sum s when isOfOneShape(s.body().shape()) -> ends(s, place);
      default -> {}
    }
  }

  private void members(Expr.Ref ref, Function<Expr, Statement.Step> place) {
    for (int k = 0; k < ref.indices().size() && isOfOneShape(ref.shape()); k++) {
      for (int by : List.of(1, -1)) {
        List<Expr> indices = new ArrayList<>(ref.indices());
        Optional<Expr> other = moved(ref.indices().get(k), by);
        if (other.isPresent()) {
          indices.set(k, other.get());
          replace(new Expr.Ref(ref.name(), indices, ref.shape()), ref, place);
        }
      }
    }
  }

  private void powers(Expr.Power power, Function<Expr, Statement.Step> place) {
    for (int by : List.of(1, -1)) {
      moved(power.exponent(), by)
          .ifPresent(e -> replace(new Expr.Power(power.base(), e), power, place));
    }
  }

  private void ends(Expr.Sum sum, Function<Expr, Statement.Step> place) {
    for (int by : List.of(1, -1)) {
      moved(sum.range().upper(), by)
          .ifPresent(end -> ranged(sum, new Range(sum.range().lower(), end), place));
      moved(sum.range().lower(), by)
          .ifPresent(end -> ranged(sum, new Range(end, sum.range().upper()), place));
    }
  }

  private void ranged(Expr.Sum sum, Range range, Function<Expr, Statement.Step> place) {
    Expr other = new Expr.Sum(sum.fold(), sum.letter(), range, sum.conditions(), sum.body());
    replace(other, sum, place);
  }

  private void replace(Expr other, Expr old, Function<Expr, Statement.Step> place) {
    taker.edit("write " + printer.print(other) + " for " + printer.print(old), other, old, place);
  }

  /** An integer that is no mere number, so much more. */
  private static Optional<Expr> moved(Expr integer, int by) {
    return SizeForm.of(integer)
        .filter(size -> !size.isFixed() || integer instanceof Expr.Literal)
        .map(size -> written(size.plus(by)));
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
            .map(StepEdits::signed)
            .toList();
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }

  private static Expr signed(Expr term) {
    return term instanceof Expr.Literal l && l.value().signum() < 0
        ? new Expr.Negate(new Expr.Literal(l.value().negate()))
        : term;
  }

  private static boolean isOfOneShape(Shape shape) {
    return shape.sizes().stream().allMatch(size -> size.letters().isEmpty());
  }
}
