package dev.hence.proof;

import dev.hence.claim.Domain.Interval;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Quadratic forms Σ q(a) M_{ab} q(b) of matrices that are declared positive semidefinite. */
final class Semidefinite {
  private final NormalForm form;
  private final Bounds bounds;

  Semidefinite(NormalForm form, Bounds bounds) {
    this.form = form;
    this.bounds = bounds;
  }

  boolean isForm(Term.Over outer) {
    if (!(outer.body() instanceof Term.Over inner)
        || !(inner.body() instanceof Term.Product product)
        || !outer.letter().sameRange(inner.letter())
        || outer.letter().name().equals(inner.letter().name())) {
      return false;
    }
    Size row = Size.letter(outer.letter().name());
    Size column = Size.letter(inner.letter().name());
    List<Term> matrix = new ArrayList<>();
    List<Term> left = new ArrayList<>();
    List<Term> right = new ArrayList<>();
    for (Term f : product.factors()) {
      boolean a = Terms.speaksOf(f, outer.letter().name());
      boolean b = Terms.speaksOf(f, inner.letter().name());
      boolean neither = !a && !b;
      if (neither && !isNonnegative(bounds.of(f))) {
        return false;
      }
      if (!neither) {
        (a && b ? matrix : a ? left : right).add(f);
      }
    }
    return matrix.size() == 1
        && matrix.getFirst() instanceof Term.Variable m
        && form.facts().isSemidefinite(m, outer.letter())
        && (m.entry().equals(List.of(row, column)) || m.entry().equals(List.of(column, row)))
        && m.indices().stream().noneMatch(s -> s.letters().contains(outer.letter().name()))
        && m.indices().stream().noneMatch(s -> s.letters().contains(inner.letter().name()))
        && form.areEqual(
            Terms.with(new Term.Product(left), Map.of(outer.letter().name(), column)),
            new Term.Product(right));
  }

  private static boolean isNonnegative(Interval i) {
    return Intervals.isNonnegative(i);
  }
}
