package dev.hence.model;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The values of the named sizes of an instance, as far as they are known. */
public record Dimensions(Map<String, Integer> sizes) {
  public Dimensions {
    sizes = Map.copyOf(sizes);
  }

  public boolean knows(Size size) {
    return size.value(sizes, Map.of()).isPresent();
  }

  /** Whether every size of a shape is known. */
  public boolean knows(Shape shape) {
    return sizesOf(shape).stream().allMatch(this::knows);
  }

  /**
   * The value of a size.
   *
   * @throws IllegalArgumentException if its name has none
   */
  public int of(Size size) {
    return of(size, Map.of());
  }

  /**
   * The value of a size that may depend on index letters.
   *
   * @throws IllegalArgumentException if a name or a letter in it has none
   */
  public int of(Size size, Map<String, Integer> letters) {
    return size.value(sizes, letters)
        .orElseThrow(() -> new IllegalArgumentException("size " + size + " has no value"));
  }

  /** The number of entries of a value of this shape. */
  public int count(Shape shape) {
    return sizesOf(shape).stream().mapToInt(this::of).reduce(1, Math::multiplyExact);
  }

  /** The sizes of a shape, rows before columns. */
  public static List<Size> sizesOf(Shape shape) {
    return shape.sizes();
  }

  /** The entries of a name, each as an expression, row-major. */
  public List<Expr> entries(Expr.Ref ref) {
    if (ref.shape().isScalar()) {
      return List.of(ref);
    }
    List<Expr> entries = new ArrayList<>();
    int columns = ref.shape() instanceof Shape.Matrix m ? of(m.columns()) : 0;
    for (int k = 0; k < count(ref.shape()); k++) {
      List<Expr> at =
          columns == 0
              ? List.of(Formulas.number(k + 1))
              : List.of(Formulas.number(k / columns + 1), Formulas.number(k % columns + 1));
      entries.add(new Expr.Entry(ref, at));
    }
    return entries;
  }
}
