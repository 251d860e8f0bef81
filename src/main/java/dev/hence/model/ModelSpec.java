package dev.hence.model;

import java.util.List;
import java.util.stream.Collectors;

/** An entry of the catalogue with its settings: what one value under {@code try} asks for. */
public sealed interface ModelSpec {
  /** As it is written under {@code try}, in its canonical form: {@code mlp(3, tanh)}. */
  String text();

  /** A model: one of the function's slots holds its weights, the others its inputs. */
  sealed interface Weighted extends ModelSpec {}

  /** Affine in the inputs and in the weights: one bias for each output. */
  record Linear() implements Weighted {
    @Override
    public String text() {
      return "linear";
    }
  }

  /** All monomials of the inputs up to a total degree, each with a weight. */
  record Polynomial(int degree) implements Weighted {
    public static final int MAX_DEGREE = 8;

    @Override
    public String text() {
      return "polynomial(" + degree + ")";
    }
  }

  /**
   * A network with one or more hidden layers and an affine output.
   *
   * @param widths the number of units of each hidden layer
   */
  record Mlp(List<Integer> widths, Activation activation) implements Weighted {
    public static final int MAX_WIDTH = 64;
    public static final int MAX_LAYERS = 3;

    public Mlp {
      widths = List.copyOf(widths);
    }

    @Override
    public String text() {
      return widths.stream()
          .map(Object::toString)
          .collect(Collectors.joining(", ", "mlp(", ", " + activation.text() + ")"));
    }
  }

  /** A function of one number; of one vector, matrix or row entry by entry. */
  record Entrywise(Activation activation) implements ModelSpec {
    @Override
    public String text() {
      return activation.text();
    }
  }

  /** A loss of a target, the first slot, and an output, the second. */
  record LossOf(Loss loss) implements ModelSpec {
    @Override
    public String text() {
      return loss.text();
    }
  }

  /** A family with free coefficients that stands for an arbitrary smooth function of any slots. */
  record Generic() implements ModelSpec {
    @Override
    public String text() {
      return "generic";
    }
  }
}
