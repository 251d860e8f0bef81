package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Range;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What dots stand for: {@code x_1, \dots, x_n} are one formula, but for a number in the first that
 * is another number, or a size, in the last.
 *
 * @param first a member
 * @param last the last member
 * @param from what stands in the first
 * @param to what stands in its places in the last
 */
record Series(Expr first, Expr last, Expr from, Expr to, Context context) {
  /**
   * The series that two members begin and end.
   *
   * @param sizes whether it may begin with a size, as factors may
   */
  static Optional<Series> of(Expr first, Expr last, boolean sizes, Context context) {
    List<List<Expr>> ends = new ArrayList<>();
    ends(first, last, ends);
    boolean one = !ends.isEmpty() && ends.stream().distinct().count() == 1;
    return one
        ? Optional.of(new Series(first, last, ends.get(0).get(0), ends.get(0).get(1), context))
            .filter(s -> s.isBounded(sizes))
            .filter(s -> s.term(s.from()).equals(Optional.of(first)))
            .filter(s -> s.term(s.to()).equals(Optional.of(last)))
        : Optional.empty();
  }

  /** The pairs of whole numbers in which two formulas differ. */
  private static void ends(Expr a, Expr b, List<List<Expr>> ends) {
    List<Expr> x = Trees.children(a);
    List<Expr> y = Trees.children(b);
    if (a.equals(b)) {
      return;
    }
    if ((isEnd(a) && isEnd(b)) || x.size() != y.size()) {
      ends.add(List.of(a, b));
      return;
    }
    for (int k = 0; k < x.size(); k++) {
      ends(x.get(k), y.get(k), ends);
    }
  }

  /** A number, or a letter or a size, with a number added perhaps. */
  private static boolean isEnd(Expr expr) {
    return SizeForm.of(expr)
        .map(s -> s.plus(-s.offset()))
        .filter(
            s -> s.terms().stream().allMatch(t -> t.coefficient() == 1 && t.parts().size() == 1))
        .filter(s -> s.terms().size() < 2)
        .isPresent();
  }

  private boolean isBounded(boolean sizes) {
    if (!isEnd(from) || !isEnd(to)) {
      return false;
    }
    Size lower = SizeForm.of(from).orElseThrow();
    Size upper = SizeForm.of(to).orElseThrow();
    return sizes || (lower.isFixed() && (!upper.isFixed() || upper.offset() > lower.offset()));
  }

  /** Whether another series has the same members. */
  boolean isAlike(Series other) {
    return term(other.from()).equals(Optional.of(other.first()));
  }

  /** Whether it begins so much behind another with the same members. */
  boolean continues(Series earlier, int step) {
    Size begin = SizeForm.of(earlier.from()).orElseThrow();
    return SizeForm.of(from).equals(Optional.of(begin.plus(step)));
  }

  Range range() {
    return new Range(from, to);
  }

  /** The member of a number; empty where the first and the last are no members of one formula. */
  Optional<Expr> term(Expr number) {
    return common(first, last, number);
  }

  private Optional<Expr> common(Expr a, Expr b, Expr number) {
    if (a.equals(from) && b.equals(to)) {
      return Optional.of(number);
    }
    if (a.equals(b)) {
      return Optional.of(a);
    }
    List<Expr> x = Trees.children(a);
    List<Expr> y = Trees.children(b);
    List<Expr> parts = new ArrayList<>();
    for (int k = 0; k < x.size() && x.size() == y.size(); k++) {
      common(x.get(k), y.get(k), number).ifPresent(parts::add);
    }
    boolean alike =
        !x.isEmpty()
            && parts.size() == x.size()
            && a.getClass().equals(b.getClass())
            && shaped(Trees.rebuilt(a, y), context).equals(shaped(b, context));
    return alike ? Optional.of(shaped(Trees.rebuilt(a, parts), context)) : Optional.empty();
  }

  /** A member of a family, with the shape that it has by its indices. */
  static Expr shaped(Expr expr, Context context) {
    return switch (expr) {
      case Expr.Ref r when !r.indices().isEmpty() && context.knows(r.name(), r.indices().size()) ->
          new Expr.Ref(
              r.name(),
              r.indices(),
              Tensors.shape(context.type(r.name(), r.indices())).orElse(r.shape()));
      default -> expr;
    };
  }
}
