package dev.hence.read.elaborate;

import dev.hence.read.type.Type;
import java.util.Optional;

/** What a factor must be, where the other factor and the product are known. */
final class OpenFactors {
  private OpenFactors() {}

  /** Settles the factor that is open, if one type alone is possible for it. */
  static boolean force(Type left, Type right, Type product, Inference inference) {
    boolean known = !Tensors.isOpen(product) && (!Tensors.isOpen(left) || !Tensors.isOpen(right));
    if (!known) {
      return false;
    }
    Type open = Tensors.isOpen(left) ? left : right;
    Optional<Type> forced =
        Tensors.isOpen(right)
            ? behind(left, product)
            : behind(Tensors.transposed(right), Tensors.transposed(product))
                .map(Tensors::transposed);
    forced.ifPresent(
        type -> inference.same(open, type, dev.hence.text.Span.at(0), Refusal.Where.PRODUCT));
    return forced.isPresent();
  }

  /** The second factor; a number or a square matrix where the product is like the first. */
  private static Optional<Type> behind(Type first, Type product) {
    if (Tensors.isVector(first)) {
      return Tensors.isMatrix(product)
          ? Optional.of(Tensors.row(Tensors.columns(product)))
          : Optional.of(Type.real());
    }
    boolean alike =
        Tensors.isMatrix(product) && Tensors.columns(first).equals(Tensors.columns(product));
    if (alike) {
      return Optional.empty();
    }
    return Optional.of(
        Tensors.isMatrix(product)
            ? Tensors.matrix(Tensors.columns(first), Tensors.columns(product))
            : Type.vector(Tensors.columns(first)));
  }
}
