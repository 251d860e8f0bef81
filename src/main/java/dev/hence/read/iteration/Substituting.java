package dev.hence.read.iteration;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes an integer expression for an index letter, wherever the letter is not bound. */
public record Substituting(String letter, Expr value) {
  /** A letter plus a number for the letter. */
  public static Substituting shift(String letter, int by) {
    return new Substituting(letter, new Shifted(letter, 0).plus(by));
  }

  public Expr of(Expr expr) {
    if (expr instanceof Expr.Index i && i.letter().equals(letter)) {
      return value;
    }
    Optional<Expr> index = shifted(expr);
    if (index.isPresent()) {
      return index.get();
    }
    List<Expr> parts = Trees.children(expr);
    if (parts.isEmpty()) {
      return expr;
    }
    int outside = bound(expr).contains(letter) ? 2 : parts.size();
    List<Expr> changed = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      changed.add(k < outside ? of(parts.get(k)) : parts.get(k));
    }
    return shaped(Trees.rebuilt(expr, changed));
  }

  /** {@code k + 1} as a letter plus a number again, where it is one. */
  private Optional<Expr> shifted(Expr expr) {
    return expr instanceof Expr.Add
        ? Shifted.of(expr)
            .filter(s -> s.letter().equals(letter))
            .flatMap(s -> Shifted.of(value).map(v -> v.plus(s.shift())))
        : Optional.empty();
  }

  private static Set<String> bound(Expr expr) {
    return switch (expr) {
      case Expr.Sum s -> Set.of(s.letter());
      case Expr.Family f -> Set.copyOf(f.letters());
      default -> Set.of();
    };
  }

  /** Sizes that depend on the letter depend on the value. */
  private Expr shaped(Expr expr) {
    Optional<Size> size = SizeForm.of(value);
    if (size.isEmpty()) {
      return expr;
    }
    Map<String, Size> letters = Map.of(letter, size.get());
    return switch (expr) {
      case Expr.Ref r -> new Expr.Ref(r.name(), r.indices(), r.shape().with(letters));
      case Expr.Call c ->
          new Expr.Call(
              c.function(), c.indices(), c.arguments(), c.slots(), c.shape().with(letters));
      case Expr.Filled f -> new Expr.Filled(f.value(), f.shape().with(letters));
      case Expr.Identity i ->
          new Expr.Identity(Shape.vector(i.size()).with(letters).sizes().getFirst());
      default -> expr;
    };
  }

  /** A whole number as an expression. */
  public static Expr literal(int k) {
    return new Expr.Literal(Rational.of(k));
  }
}
