package dev.hence.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TexPrinterTest {
  private static final Shape PARAMETERS = Shape.vector(Size.named("p"));
  private static final Expr.Ref THETA = new Expr.Ref(new Name("\\theta"), List.of(), PARAMETERS);
  private static final Expr.Ref X =
      new Expr.Ref(new Name("x"), List.of(), Shape.vector(Size.named("d")));
  private static final Expr.Ref A = ref("a");
  private static final Expr.Ref B = ref("b");
  private static final Expr.Ref T = ref("T");
  private static final Expr J = new Expr.Index("j");
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr TWO = new Expr.Literal(Rational.of(2));
  private static final Range SAMPLES = new Range(ONE, new Expr.SizeOf(Size.named("N")));

  /** θ moves, everything else is fixed; j is declared, and a function g. */
  private static final Notation NOTATION =
      new Notation() {
        @Override
        public boolean isState(Name name) {
          return name.equals(THETA.name());
        }

        @Override
        public boolean isFixed(Name name, int indices) {
          return !isState(name);
        }

        @Override
        public List<Parameter> parameters(Name function, int indices) {
          return function.equals(new Name("g"))
              ? List.of(new Parameter(new Name("u"), Shape.SCALAR))
              : List.of();
        }

        @Override
        public Optional<Range> range(String letter) {
          return letter.equals("j") ? Optional.of(SAMPLES) : Optional.empty();
        }
      };

  private static String print(Expr expr) {
    return new TexPrinter(NOTATION).print(expr);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "x', x'",
        "\\hat{x}, \\hat{x}",
        "\\boldsymbol{w}, \\boldsymbol{w}",
        "K_{\\theta}, K_\\theta",
        "\\eta_{PHB}, \\eta_{PHB}",
        "w^{(r)}, w^{(r)}",
        "x^{\\ast}, x^\\ast",
      })
  void keepsNamesAsTheyWereWritten(String name, String expected) {
    assertThat(TexPrinter.print(new Name(name))).isEqualTo(expected);
  }

  @Test
  void writesMembers() {
    assertThat(print(ref("x", J))).isEqualTo("x_j");
    assertThat(print(ref("A", new Expr.Index("i"), J))).isEqualTo("A_{i j}");
    assertThat(print(ref("x", new Expr.Add(List.of(J, ONE))))).isEqualTo("x_{j+1}");
    assertThat(print(ref("w^{()}", J))).isEqualTo("w^{(j)}");
    assertThat(print(new Expr.Power(ref("w^{\\star}"), TWO))).isEqualTo("(w^\\star)^2");
  }

  @Test
  void writesTheStateWhereTheAuthorDoes() {
    assertThat(print(new Expr.At(call("f", X, THETA), T))).isEqualTo("f(x; \\theta_T)");
    assertThat(print(new Expr.At(call("K_{\\theta}", X, X, THETA), ref("t"))))
        .isEqualTo("K_{\\theta_t}(x, x)");
    assertThat(print(new Expr.TimeDerivative(call("f", X, THETA))))
        .isEqualTo("\\frac{d}{dt} f(x; \\theta)");
    assertThat(print(new Expr.TimeDerivative(THETA))).isEqualTo("\\frac{d\\theta}{dt}");
  }

  @Test
  void writesDerivatives() {
    assertThat(print(new Expr.Derivative(call("f", X, THETA), THETA)))
        .isEqualTo("\\nabla_\\theta f(x; \\theta)");
    assertThat(print(new Expr.Derivative(new Expr.Power(A, TWO), A)))
        .isEqualTo("\\frac{\\partial}{\\partial a} (a^2)");
    Expr slope = new Expr.Call(new Name("\\ell"), List.of(), List.of(A, B), List.of(1), A.shape());
    assertThat(print(slope)).isEqualTo("\\ell'(a, b)");
  }

  @Test
  void setsParenthesesThatGrow() {
    Expr sum = new Expr.Sum(false, "j", SAMPLES, List.of(), ref("a", J));
    assertThat(print(sum)).isEqualTo("\\sum_j a_j");
    assertThat(print(new Expr.Multiply(sum, B))).isEqualTo("\\left( \\sum_j a_j \\right) b");
    assertThat(print(new Expr.Sum(false, "i", SAMPLES, List.of(), A))).isEqualTo("\\sum_{i=1}^N a");
    assertThat(print(new Expr.Multiply(A, new Expr.Add(List.of(A, B))))).isEqualTo("a (a + b)");
    assertThat(print(new Expr.Multiply(new Expr.Divide(ONE, TWO), A))).isEqualTo("\\frac{1}{2} a");
    assertThat(print(new Expr.Integral(new Name("t"), new Expr.Literal(Rational.ZERO), T, A)))
        .isEqualTo("\\int_0^T a \\, dt");
  }

  /** Behind the name of a function, parentheses hold its arguments. */
  @Test
  void setsADotBehindWhatMayBeCalled() {
    Expr sum = new Expr.Add(List.of(A, B));
    assertThat(print(new Expr.Multiply(ref("g"), sum))).isEqualTo("g \\cdot (a + b)");
    assertThat(print(new Expr.Multiply(new Expr.Multiply(A, ref("g")), sum)))
        .isEqualTo("a g \\cdot (a + b)");
    assertThat(print(new Expr.Multiply(THETA, sum))).isEqualTo("\\theta \\cdot (a + b)");
    assertThat(print(new Expr.Multiply(new Expr.Divide(ref("g"), A), sum)))
        .isEqualTo("\\frac{g}{a} (a + b)");
  }

  private static Expr.Ref ref(String name, Expr... indices) {
    return new Expr.Ref(new Name(name), List.of(indices), Shape.SCALAR);
  }

  private static Expr call(String name, Expr... arguments) {
    return new Expr.Call(new Name(name), List.of(), List.of(arguments), List.of(), Shape.SCALAR);
  }
}
