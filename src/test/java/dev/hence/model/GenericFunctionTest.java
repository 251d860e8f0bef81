package dev.hence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GenericFunctionTest {
  private static final long SEED = 11;
  private static final Dimensions NO_SIZES = new Dimensions(Map.of());

  @Test
  void ofOneNumberHasSevenFreeCoefficients() {
    double[] c = new Random(SEED).doubles(7, -1, 1).toArray();
    double x = 0.7;
    Compiled compiled = compile(Signatures.entrywise(Shape.SCALAR));
    assertThat(compiled.variables()).hasSize(8).contains("c^{(f)}_1", "c^{(f)}_7");
    compiled.at(point(c, Map.of("x", new double[] {x})));
    double inner = Math.tanh(c[5] * x + c[6]);
    assertThat(compiled.value()[0])
        .isEqualTo(c[0] + c[1] * x + c[2] * x * x + c[3] * x * x * x + c[4] * inner, within(1e-12));
    assertThat(compiled.derivatives().get("x")[0])
        .isEqualTo(
            c[1] + 2 * c[2] * x + 3 * c[3] * x * x + c[4] * c[5] * (1 - inner * inner),
            within(1e-12));
  }

  @Test
  void ofTwoNumbersIsNotSymmetric() {
    double[] c = new Random(SEED).doubles(12, -1, 1).toArray();
    Compiled compiled = compile(Signatures.loss(Shape.SCALAR));
    double[] one = {1};
    double[] two = {2};
    double there = compiled.at(point(c, Map.of("y", one, "u", two))).value()[0];
    double back = compiled.at(point(c, Map.of("y", two, "u", one))).value()[0];
    assertThat(there).isNotEqualTo(back);
  }

  @Test
  void everyOutputHasCoefficientsOfItsOwn() {
    Signature signature = Signatures.entrywise(Shape.vector(Size.fixed(2)));
    Lambda lambda = Catalogue.lambda(new ModelSpec.Generic(), signature, NO_SIZES);
    assertThat(coefficients(lambda)).hasSize(24).doesNotHaveDuplicates();
    assertThat(coefficients(lambda)).last().asString().contains("c^{(f)}_{24}");
  }

  @Test
  void membersOfAFamilyDiffer() {
    Signature signature =
        new Signature(
            new Name("\\phi"),
            List.of("j"),
            List.of(Signatures.slot("x", Shape.SCALAR)),
            Shape.SCALAR,
            OptionalInt.empty());
    Lambda lambda = Catalogue.lambda(new ModelSpec.Generic(), signature, NO_SIZES);
    assertThat(lambda.indices()).containsExactly("j");
    assertThat(coefficients(lambda))
        .first()
        .isEqualTo(
            new Expr.Ref(new Name("c^{(\\phi)}_1"), List.of(new Expr.Index("j")), Shape.SCALAR));
  }

  @Test
  void takesMatricesToMatrices() {
    Shape square = Shape.matrix(Size.fixed(2), Size.fixed(2));
    Lambda lambda =
        Catalogue.lambda(new ModelSpec.Generic(), Signatures.entrywise(square), NO_SIZES);
    assertThat(lambda.body()).isInstanceOf(Expr.Stack.class);
    assertThat(lambda.body().shape()).isEqualTo(square);
    assertThat(Trees.children(lambda.body())).hasSize(4);
  }

  @Test
  void theNumberOfCoefficientsIsBounded() {
    Signature many = Signatures.entrywise(Shape.vector(Size.fixed(20)));
    assertThat(Catalogue.tooLarge(new ModelSpec.Generic(), many, NO_SIZES))
        .contains("generic takes 2040 weights, the limit is 400");
  }

  private static List<Expr> coefficients(Lambda lambda) {
    List<Expr> found = new ArrayList<>();
    Trees.walk(
        lambda.body(),
        e -> {
          if (e instanceof Expr.Ref r && r.name().latex().startsWith("c^")) {
            found.add(r);
          }
        });
    return found;
  }

  private static Map<String, double[]> point(double[] c, Map<String, double[]> arguments) {
    Map<String, double[]> point = new LinkedHashMap<>(arguments);
    IntStream.rangeClosed(1, c.length)
        .forEach(
            k -> point.put("c^{(f)}_" + (k < 10 ? k : "{" + k + "}"), new double[] {c[k - 1]}));
    return point;
  }

  private static Compiled compile(Signature signature) {
    return new Compiled(
        signature, Catalogue.lambda(new ModelSpec.Generic(), signature, NO_SIZES), NO_SIZES);
  }
}
