package dev.hence.assertj;

import static dev.hence.assertj.HenceAssertions.assertThat;
import static dev.hence.assertj.HenceAssertions.assertThatFunction;
import static dev.hence.assertj.HenceAssertions.assertThatNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hence.Hence;
import dev.hence.RandomInstance;
import dev.hence.Side;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Code that people write, right and nearly right, beside its formula. */
final class CodeAssertTest {
  private static final String SOFTMAX = "assertj/softmax.md";

  private static double[] softmax(double[] z) {
    double largest = Arrays.stream(z).max().orElseThrow();
    double sum = Arrays.stream(z).map(x -> Math.exp(x - largest)).sum();
    return Arrays.stream(z).map(x -> Math.exp(x - largest) / sum).toArray();
  }

  /** Of scores, then labels. */
  private static double[] gradient(double[] zy) {
    int n = zy.length / 2;
    double[] p = softmax(Arrays.copyOf(zy, n));
    return IntStream.range(0, n).mapToDouble(i -> p[i] - zy[n + i]).toArray();
  }

  private static double[] gradientWithAWrongSign(double[] zy) {
    return Arrays.stream(gradient(zy)).map(g -> -g).toArray();
  }

  /** Wrong for one class only, and where its score is high. */
  private static double[] clipped(double[] z) {
    double[] p = softmax(z);
    p[0] = Math.min(p[0], 0.999);
    return p;
  }

  private static double one(double[] z) {
    return Arrays.stream(softmax(z)).sum();
  }

  private static String message(ThrowingCallable assertion) {
    AssertionFailedError error = catchThrowableOfType(AssertionFailedError.class, assertion);
    assertThat((Throwable) error).as("nothing failed").isNotNull();
    return error.getMessage();
  }

  @Test
  void codeThatComputesTheFormulaAgrees() {
    assertThatFunction(CodeAssertTest::softmax).agreesWith(SOFTMAX, "1", Side.RIGHT);
    assertThatFunction(CodeAssertTest::one).agreesWith(SOFTMAX, "5", Side.LEFT);
    assertThatFunction(CodeAssertTest::gradient)
        .taking("z", "y")
        .atPoints(200)
        .agreesWith(SOFTMAX, "3", Side.RIGHT);
    assertThatFunction(CodeAssertTest::gradient)
        .taking("z", "y")
        .agreesWith(SOFTMAX, "3", Side.LEFT);
  }

  @Test
  void aWrongSignIsShownAtASimplePointWithBothValues() {
    String message =
        message(
            () ->
                assertThatFunction(CodeAssertTest::gradientWithAWrongSign)
                    .taking("z", "y")
                    .agreesWith(SOFTMAX, "3", Side.RIGHT));
    assertThat(message)
        .contains(
            "expected the code to agree with the right side of step 3 of assertj/softmax.md",
            "at       seed 1, #",
            "C = 2: z = (0, 0), y = (0, 1)",
            "code     entry 1: -0.5",
            "formula  entry 1: 0.5",
            "they differ by 1.00, and 5.00e-10 is allowed: 1.00e-09 times 0.500");
  }

  @Test
  void codeThatIsWrongInACornerIsFound() {
    assertThat(
            message(
                () ->
                    assertThatFunction(CodeAssertTest::clipped)
                        .agreesWith(SOFTMAX, "1", Side.RIGHT)))
        .contains("code     entry 1: 0.999");
  }

  @Test
  void theToleranceIsTheCallers() {
    Code.ToNumber rough = z -> one(z) + 1e-6;
    assertThat(rough).taking("z").withinRelative(1e-5).agreesWith(SOFTMAX, "5", Side.RIGHT);
    assertThat(message(() -> assertThat(rough).agreesWith(SOFTMAX, "5", Side.LEFT)))
        .contains("1.00e-09 is allowed");
  }

  @Test
  void notANumberDoesNotAgree() {
    Code.ToNumber nothing = z -> Double.NaN;
    assertThat(message(() -> assertThat(nothing).agreesWith(SOFTMAX, "5", Side.LEFT)))
        .contains("code     NaN");
    Code.ToNumbers tooFew = z -> new double[] {z[0]};
    assertThat(message(() -> assertThat(tooFew).agreesWith(SOFTMAX, "1", Side.RIGHT)))
        .contains("code     1 numbers", "formula  2 numbers");
  }

  @Test
  void argumentsMayBeTakenByName() {
    Code.OfNames inner =
        at -> {
          double[] theta = at.vector("θ");
          double sum = 0;
          for (double[] x : at.members("x")) {
            for (int k = 0; k < theta.length; k++) {
              sum += x[k] * theta[k];
            }
          }
          return new double[] {sum};
        };
    assertThatNamed(inner).agreesWith(SOFTMAX, "6", Side.LEFT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThatNamed(at -> at.vector("w")).agreesWith(SOFTMAX, "6", Side.LEFT))
        .withMessageStartingWith("there is no w, only ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Hence.derivation(SOFTMAX).instances("6", 1).list(20).forEach(at -> at.scalar("θ")))
        .withMessageMatching("θ has shape \\d × 1: ask for it with vector or matrix");
  }

  @Test
  void theOrderOfSeveralArgumentsMustBeSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> assertThatFunction(CodeAssertTest::gradient).agreesWith(SOFTMAX, "3", Side.RIGHT))
        .withMessageContaining("the formula depends on z, y");
  }

  @Test
  void theSameSeedGivesTheSamePoints() {
    RandomInstance first = Hence.derivation(SOFTMAX).instances("3", 7).list(5).getLast();
    RandomInstance again = Hence.derivation(SOFTMAX).instances("3", 7).list(5).getLast();
    assertThat(first).hasToString(again.toString());
    assertThat(first.values(Side.LEFT)).isEqualTo(again.values(Side.LEFT));
  }
}
