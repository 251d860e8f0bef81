package dev.hence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelsTest {
  private static final long SEED = 20260101;
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Offset<Double> DIFFERENCED = within(1e-8);

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @CsvSource({"1", "2", "5"})
  void linearHasAWeightForEachInputAndABias(int d) {
    compare(new ModelSpec.Linear(), d, d + 1, Oracle::linear);
  }

  @Test
  void polynomialInOneInputRisesByDegree() {
    compare(
        new ModelSpec.Polynomial(3),
        1,
        4,
        (x, w) -> w[0] + x[0] * (w[1] + x[0] * (w[2] + x[0] * w[3])));
  }

  @Test
  void polynomialInTwoInputsHasAllMonomials() {
    compare(new ModelSpec.Polynomial(2), 2, 6, (x, w) -> Oracle.quadratic(x[0], x[1], w));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void aNetworkWithOneHiddenLayer(Activation activation) {
    compare(
        new ModelSpec.Mlp(List.of(3), activation),
        2,
        13,
        (x, w) -> Oracle.mlp(x, w, 3, z -> Oracle.activation(activation, z)));
  }

  @Test
  void aNetworkWithTwoHiddenLayersHasTheSecondOnTopOfTheFirst() {
    compare(
        new ModelSpec.Mlp(List.of(2, 3), Activation.SIGMOID),
        2,
        2 * 3 + 3 * 3 + 4,
        (x, w) -> {
          double[] hidden = new double[2];
          for (int k = 0; k < 2; k++) {
            double z = Oracle.linear(x, Arrays.copyOfRange(w, 3 * k, 3 * k + 3));
            hidden[k] = Oracle.activation(Activation.SIGMOID, z);
          }
          double[] rest = Arrays.copyOfRange(w, 6, w.length);
          return Oracle.mlp(hidden, rest, 3, z -> Oracle.activation(Activation.SIGMOID, z));
        });
  }

  @Test
  void aVectorOfOutputsHasOneAffineOutputForEachComponent() {
    ModelSpec spec = new ModelSpec.Mlp(List.of(2), Activation.TANH);
    Signature signature = Signatures.model(Shape.vector(Size.fixed(2)));
    Dimensions sizes = Signatures.sizes(1, 10);
    assertThat(Catalogue.weights(spec, signature, sizes)).hasValue(10);
    double[] x = {0.3};
    double[] w = doubles(10);
    Compiled compiled = compile(spec, signature, sizes);
    double[] hidden = Arrays.copyOfRange(w, 0, 4);
    for (int component = 0; component < 2; component++) {
      double[] own = Arrays.copyOf(hidden, 7);
      System.arraycopy(w, 4 + 3 * component, own, 4, 3);
      assertThat(compiled.at(Map.of("x", x, "\\theta", w)).value()[component])
          .isEqualTo(Oracle.mlp(x, own, 2, Math::tanh), EXACT);
    }
    assertThat(compiled.derivatives().get("\\theta")).hasSize(20);
  }

  @Test
  void inputsAreTheEntriesOfAllOtherSlotsRowByRow() {
    Signature signature =
        new Signature(
            Signatures.F,
            List.of(),
            List.of(
                Signatures.slot("\\theta", Signatures.P),
                Signatures.slot("A", Shape.matrix(Size.fixed(2), Size.named("d"))),
                Signatures.slot("t", Shape.SCALAR)),
            Shape.SCALAR,
            OptionalInt.of(0));
    Dimensions sizes = Signatures.sizes(2, 6);
    double[] w = doubles(6);
    double value =
        compile(new ModelSpec.Linear(), signature, sizes)
            .at(Map.of("A", new double[] {1, 10, 100, 1000}, "t", new double[] {1e4}, "\\theta", w))
            .value()[0];
    assertThat(value)
        .isEqualTo(w[0] + 10 * w[1] + 100 * w[2] + 1000 * w[3] + 1e4 * w[4] + w[5], within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 9", "3, 3, 20", "6, 4, 210", "400, 1, 401"})
  void countsMonomials(int inputs, int degree, int expected) {
    assertThat(
            Catalogue.weights(
                new ModelSpec.Polynomial(degree),
                Signatures.model(Shape.SCALAR),
                Signatures.sizes(inputs, 1)))
        .hasValue(expected);
  }

  @Test
  void surplusWeightsHaveNoEffectAndMissingOnesAreRefused() {
    Signature signature = Signatures.model(Shape.SCALAR);
    Compiled compiled = compile(new ModelSpec.Linear(), signature, Signatures.sizes(1, 3));
    compiled.at(Map.of("x", doubles(1), "\\theta", doubles(3)));
    assertThat(compiled.derivatives().get("\\theta")[2]).isZero();
    assertThatThrownBy(
            () -> Catalogue.lambda(new ModelSpec.Linear(), signature, Signatures.sizes(3, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 weights needed, not 3");
  }

  @Test
  void theNumberOfWeightsIsBounded() {
    ModelSpec wide = new ModelSpec.Mlp(List.of(64, 64), Activation.TANH);
    assertThat(Catalogue.tooLarge(wide, Signatures.model(Shape.SCALAR), Signatures.sizes(1, 1)))
        .contains("mlp(64, 64, tanh) takes 4353 weights, the limit is 400");
    ModelSpec largest = new ModelSpec.Mlp(List.of(64), Activation.TANH);
    assertThat(Catalogue.tooLarge(largest, Signatures.model(Shape.SCALAR), Signatures.sizes(4, 1)))
        .isEmpty();
  }

  @Test
  void theFormulaKeepsTheNamesOfTheDeclaration() {
    Signature signature = Signatures.model(Shape.SCALAR);
    var lambda = Catalogue.lambda(new ModelSpec.Linear(), signature, Signatures.sizes(1, 2));
    assertThat(lambda.parameters()).isEqualTo(signature.parameters());
    assertThat(lambda.body()).isInstanceOf(Expr.Add.class);
  }

  /** Value and both gradients at five points. */
  private void compare(
      ModelSpec spec, int d, int p, ToDoubleBiFunction<double[], double[]> oracle) {
    Signature signature = Signatures.model(Shape.SCALAR);
    Dimensions sizes = Signatures.sizes(d, p);
    assertThat(Catalogue.weights(spec, signature, sizes)).hasValue(p);
    Compiled compiled = compile(spec, signature, sizes);
    for (int point = 0; point < 5; point++) {
      double[] x = doubles(d);
      double[] w = doubles(p);
      compiled.at(Map.of("x", x, "\\theta", w));
      assertThat(compiled.value())
          .containsExactly(new double[] {oracle.applyAsDouble(x, w)}, EXACT);
      assertThat(compiled.derivatives().get("x"))
          .as("gradient by x, seed %d", SEED)
          .containsExactly(Oracle.gradient(x, at -> oracle.applyAsDouble(at, w)), DIFFERENCED);
      assertThat(compiled.derivatives().get("\\theta"))
          .as("gradient by θ, seed %d", SEED)
          .containsExactly(Oracle.gradient(w, at -> oracle.applyAsDouble(x, at)), DIFFERENCED);
    }
  }

  private static Compiled compile(ModelSpec spec, Signature signature, Dimensions sizes) {
    return new Compiled(signature, Catalogue.lambda(spec, signature, sizes), sizes);
  }

  private double[] doubles(int n) {
    return random.doubles(n, -1.5, 1.5).toArray();
  }
}
