package dev.hence.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * An integral whose integrand has branches, taken apart where its variable goes from one to the
 * other: ∫₀¹ 𝟙[x &gt; s] f(s) ds is ∫₀ˣ f(s) ds for x in (0, 1). Each part is smooth there, and
 * the place moves with what it depends on, so that derivatives of the integral are right: one under
 * the integral alone lacks what a moving jump adds. Conditions that do not change linearly with the
 * variable stay as they are.
 */
final class KinkedIntegral<S> {
  /** How many conditions an integral is taken apart at. */
  private static final int MOST = 3;

  private final Field<S> field;
  private final BiFunction<Field<S>, S, Tensor<S>> integrand;

  /**
   * @param integrand its values in some numbers at a value of the variable
   */
  KinkedIntegral(Field<S> field, BiFunction<Field<S>, S, Tensor<S>> integrand) {
    this.field = field;
    this.integrand = integrand;
  }

  Tensor<S> between(S lower, S upper) {
    return between(lower, upper, Map.of());
  }

  private Tensor<S> between(S lower, S upper, Map<S, Boolean> forced) {
    ForcedField<S> numbers = new ForcedField<>(field, forced);
    try {
      Tensor<S> whole = whole(lower, upper, numbers);
      return kink(numbers, forced).map(k -> apart(lower, upper, forced, k)).orElse(whole);
    } catch (EvaluationException undivided) {
      return apart(lower, upper, forced, kink(numbers, forced).orElseThrow(() -> undivided));
    }
  }

  private Tensor<S> whole(S lower, S upper, ForcedField<S> numbers) {
    AtomicReference<Tensor<S>> shape = new AtomicReference<>();
    List<S> entries =
        field.integrals(
            lower,
            upper,
            x -> {
              numbers.begin(x);
              shape.set(integrand.apply(numbers, x));
              return shape.get().entries();
            });
    return new Tensor<>(shape.get().rows(), shape.get().columns(), entries);
  }

  private Optional<ForcedField.Kink<S>> kink(ForcedField<S> numbers, Map<S, Boolean> forced) {
    return forced.size() < MOST ? numbers.kink() : Optional.empty();
  }

  private Tensor<S> apart(S lower, S upper, Map<S, Boolean> forced, ForcedField.Kink<S> kink) {
    Map<S, Boolean> above = with(forced, kink.condition(), true);
    Map<S, Boolean> below = with(forced, kink.condition(), false);
    Line<S> line = kink.line();
    S place = field.negate(field.divide(line.intercept(), line.slope()));
    if (line.sign() != 0) {
      boolean rises = line.sign() > 0;
      return joined(lower, upper, place, rises ? below : above, rises ? above : below);
    }
    Tensor<S> rising = joined(lower, upper, place, below, above);
    Tensor<S> falling = joined(lower, upper, place, above, below);
    Tensor<S> still =
        chosen(line.intercept(), between(lower, upper, above), between(lower, upper, below));
    S fall = field.negate(line.slope());
    return chosen(line.slope(), chosen(fall, still, rising), falling);
  }

  private Map<S, Boolean> with(Map<S, Boolean> forced, S condition, boolean positive) {
    Map<S, Boolean> more = new HashMap<>(forced);
    more.put(condition, positive);
    return more;
  }

  /** One branch up to a place, the other from there on, wherever the place lies. */
  private Tensor<S> joined(
      S lower, S upper, S place, Map<S, Boolean> first, Map<S, Boolean> second) {
    Tensor<S> before = between(smaller(lower, place), smaller(upper, place), first);
    Tensor<S> after = between(larger(lower, place), larger(upper, place), second);
    return before.zip(after, field::add);
  }

  private S smaller(S a, S b) {
    return field.choose(field.subtract(a, b), () -> b, () -> a);
  }

  private S larger(S a, S b) {
    return field.choose(field.subtract(a, b), () -> a, () -> b);
  }

  private Tensor<S> chosen(S condition, Tensor<S> ifNonnegative, Tensor<S> ifNegative) {
    return ifNonnegative.zip(ifNegative, (x, y) -> field.choose(condition, () -> x, () -> y));
  }
}
