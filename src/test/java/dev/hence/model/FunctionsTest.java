package dev.hence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionsTest {
  private static final long SEED = 7;
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Offset<Double> DIFFERENCED = within(1e-8);
  private static final Shape PAIR = Shape.vector(Size.fixed(2));
  private static final Dimensions NO_SIZES = new Dimensions(Map.of());

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @EnumSource(Activation.class)
  void activations(Activation activation) {
    Compiled compiled =
        compile(new ModelSpec.Entrywise(activation), Signatures.entrywise(Shape.SCALAR));
    for (int point = 0; point < 20; point++) {
      double[] x = random.doubles(1, -3, 3).toArray();
      compiled.at(Map.of("x", x));
      double value = Oracle.activation(activation, x[0]);
      assertThat(compiled.value()[0]).isEqualTo(value, EXACT);
      assertThat(compiled.derivatives().get("x"))
          .as("at %s, seed %d", x[0], SEED)
          .containsExactly(
              Oracle.gradient(x, at -> Oracle.activation(activation, at[0])), DIFFERENCED);
    }
  }

  @Test
  void anActivationOfAVectorActsEntryByEntry() {
    Compiled compiled =
        compile(new ModelSpec.Entrywise(Activation.SIGMOID), Signatures.entrywise(PAIR));
    double[] x = {0.5, -2};
    double a = Oracle.activation(Activation.SIGMOID, 0.5);
    double b = Oracle.activation(Activation.SIGMOID, -2);
    assertThat(compiled.at(Map.of("x", x)).value()).containsExactly(new double[] {a, b}, EXACT);
    assertThat(compiled.derivatives().get("x"))
        .containsExactly(new double[] {a * (1 - a), 0, 0, b * (1 - b)}, EXACT);
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void losses(Loss loss) {
    Compiled compiled = compile(new ModelSpec.LossOf(loss), Signatures.loss(Shape.SCALAR));
    for (int point = 0; point < 20; point++) {
      double[] yu = random.doubles(2, -2, 2).toArray();
      compiled.at(Map.of("y", new double[] {yu[0]}, "u", new double[] {yu[1]}));
      assertThat(compiled.value()[0]).isEqualTo(Oracle.loss(loss, yu[0], yu[1]), EXACT);
      double[] gradient = Oracle.gradient(yu, at -> Oracle.loss(loss, at[0], at[1]));
      assertThat(compiled.derivatives().get("y")[0]).isEqualTo(gradient[0], DIFFERENCED);
      assertThat(compiled.derivatives().get("u")[0]).isEqualTo(gradient[1], DIFFERENCED);
    }
  }

  @Test
  void huberIsQuadraticWithinOneAndLinearBeyond() {
    Compiled compiled = compile(new ModelSpec.LossOf(Loss.HUBER), Signatures.loss(Shape.SCALAR));
    for (double[] example :
        new double[][] {{0.5, 0.125, 0.5}, {3, 2.5, 1}, {-3, 2.5, -1}, {-0.5, 0.125, -0.5}}) {
      compiled.at(Map.of("y", new double[] {1}, "u", new double[] {1 + example[0]}));
      assertThat(compiled.value()[0]).isEqualTo(example[1]);
      assertThat(compiled.derivatives().get("u")[0]).isEqualTo(example[2]);
    }
  }

  @Test
  void huberIsNoKinkWhereTheResidualVanishes() {
    Compiled compiled = compile(new ModelSpec.LossOf(Loss.HUBER), Signatures.loss(Shape.SCALAR));
    compiled.at(Map.of("y", new double[] {1}, "u", new double[] {1}));
    assertThat(compiled.kinks()).isZero();
  }

  @Test
  void theSquaredLossOfVectorsIsHalfTheSquaredDistance() {
    Compiled compiled = compile(new ModelSpec.LossOf(Loss.SQUARED), Signatures.loss(PAIR));
    compiled.at(Map.of("y", new double[] {1, 2}, "u", new double[] {4, -2}));
    assertThat(compiled.value()[0]).isEqualTo(12.5);
    assertThat(compiled.derivatives().get("u")).containsExactly(3, -4);
  }

  @Test
  void refusesWhatDoesNotFit() {
    refuse(new ModelSpec.LossOf(Loss.LOGISTIC), Signatures.loss(PAIR), "a loss of two numbers");
    refuse(
        new ModelSpec.LossOf(Loss.SQUARED),
        Signatures.entrywise(Shape.SCALAR),
        "two arguments of one shape");
    refuse(new ModelSpec.Entrywise(Activation.TANH), Signatures.loss(Shape.SCALAR), "one argument");
    refuse(new ModelSpec.Linear(), Signatures.loss(Shape.SCALAR), "no slot for weights");
  }

  private static void refuse(ModelSpec spec, Signature signature, String why) {
    assertThat(Catalogue.misfit(spec, signature))
        .hasValueSatisfying(w -> assertThat(w).contains(why));
    assertThatThrownBy(() -> Catalogue.lambda(spec, signature, NO_SIZES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Compiled compile(ModelSpec spec, Signature signature) {
    return new Compiled(signature, Catalogue.lambda(spec, signature, NO_SIZES), NO_SIZES);
  }
}
