package dev.hence.instantiate;

import dev.hence.model.Activation;
import dev.hence.model.Catalogue;
import dev.hence.model.Loss;
import dev.hence.model.ModelSpec;
import dev.hence.model.Signature;
import java.util.ArrayList;
import java.util.List;

/** The sizes, models and losses that are tried where the author names none. */
final class Defaults {
  /** The values of a size. */
  static final List<Integer> SIZES = List.of(1, 2, 3);

  /** The values of a size where no instance is possible with {@link #SIZES}, as for x_5. */
  static final List<Integer> MORE_SIZES = List.of(1, 2, 3, 4, 5, 6);

  private Defaults() {}

  /**
   * The entries of the catalogue that stand for a function. It is arbitrary and smooth, so wherever
   * its kind does not say enough, {@code generic} is among them: what holds for squared and
   * logistic loss alone (that they are convex, say) does not hold for every ℓ.
   *
   * @param free whether the length of the weights can be chosen to fit
   */
  static List<ModelSpec> of(Signature signature, boolean free) {
    List<ModelSpec> specs = new ArrayList<>();
    if (signature.weights().isPresent()) {
      specs.add(new ModelSpec.Linear());
      specs.add(new ModelSpec.Polynomial(2));
      specs.add(new ModelSpec.Mlp(List.of(2), Activation.TANH));
      if (free) {
        return specs;
      }
    } else if (Catalogue.isLoss(signature)) {
      specs.add(new ModelSpec.LossOf(Loss.SQUARED));
      if (signature.parameters().getFirst().shape().isScalar()) {
        specs.add(new ModelSpec.LossOf(Loss.LOGISTIC));
      }
    }
    specs.add(new ModelSpec.Generic());
    if (Catalogue.isEntrywise(signature)
        && signature.indices().isEmpty()
        && signature.result().isScalar()) {
      specs.add(new ModelSpec.Entrywise(Activation.TANH));
    }
    return specs;
  }
}
