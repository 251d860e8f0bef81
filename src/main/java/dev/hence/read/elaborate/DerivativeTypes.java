package dev.hence.read.elaborate;

import dev.hence.read.type.Type;
import java.util.Optional;

/** Of what type a derivative is: a gradient is of the type of the variable. */
final class DerivativeTypes {
  private DerivativeTypes() {}

  /** The type, where both are known and there is one. */
  static Optional<Type> of(Type body, Type variable) {
    if (Tensors.isReal(body)) {
      return Optional.of(variable.plain());
    }
    if (Tensors.isReal(variable)) {
      return Optional.of(body.plain());
    }
    if (Tensors.isVector(body) && Tensors.isVector(variable)) {
      return Optional.of(Tensors.matrix(Tensors.rows(body), Tensors.rows(variable)));
    }
    if (Tensors.isVector(body) && Tensors.isRow(variable)) {
      return Optional.of(Tensors.matrix(Tensors.rows(body), Tensors.columns(variable)));
    }
    return Tensors.isRow(body) && Tensors.isVector(variable)
        ? Optional.of(Tensors.matrix(Tensors.rows(variable), Tensors.columns(body)))
        : Optional.empty();
  }
}
