package dev.hence.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnicodePrinterTest {
  private static final Shape PARAMETERS = Shape.vector(Size.named("p"));
  private static final Expr ONE = number(1);
  private static final Expr TWO = number(2);
  private static final Expr A = scalar("a");
  private static final Expr B = scalar("b");
  private static final Expr C = scalar("c");
  private static final Expr.Ref THETA = new Expr.Ref(new Name("\\theta"), List.of(), PARAMETERS);
  private static final Expr T = scalar("T");
  private static final Expr SMALL_T = scalar("t");
  private static final Expr J = new Expr.Index("j");
  private static final Range SAMPLES = new Range(ONE, new Expr.SizeOf(Size.named("N")));

  /** θ moves, u is defined through it, everything else is fixed. */
  private static final Notation NOTATION =
      new Notation() {
        @Override
        public boolean isState(Name name) {
          return name.latex().equals("\\theta");
        }

        @Override
        public boolean isFixed(Name name, int indices) {
          return !isState(name) && !name.latex().equals("u");
        }

        @Override
        public boolean isBound(Name name, int indices, Name variable) {
          return !name.latex().equals("u");
        }

        @Override
        public Optional<Range> range(String letter) {
          return letter.equals("j") ? Optional.of(SAMPLES) : Optional.empty();
        }
      };

  private static String print(Expr expr) {
    return new UnicodePrinter(NOTATION).print(expr);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "x, x",
        "x', x′",
        "\\theta, θ",
        "\\varphi, φ",
        "\\phi, ϕ",
        "\\hat{x}, x̂",
        "\\dot{\\hat{x}}, x̂̇",
        "\\dot{y_{3}}, y\u0307₃",
        "\\mathcal{L}, ℒ",
        "\\mathcal{A}, 𝒜",
        "\\mathbb{1}, 𝟙",
        "\\boldsymbol{w}, 𝐰",
        "\\boldsymbol{\\theta}, 𝛉",
        "\\boldsymbol{\\mathcal{L}}, 𝓛",
        "\\hat{\\boldsymbol{y}}, 𝐲̂",
        "\\ell, ℓ",
        "K_{\\theta}, K_θ",
        "\\sigma_B, σ_B",
        "x_{i}, xᵢ",
        "x_{0}, x₀",
        "\\eta_{PHB}, η_{PHB}",
        "K^{g}, K^{g}",
        "w^{(r)}, w⁽ʳ⁾",
        "x^{\\ast}, x*",
        "x^{+}, x⁺",
        "\\mathrm{const}, const",
        "\\widehat, widehat",
        "\\hat{AB}, hat(AB)",
        "\\foo{x}, foo(x)",
        "x_, x_{}",
        "{x, x",
      })
  void printsNames(String latex, String expected) {
    assertThat(UnicodePrinter.print(new Name(latex))).isEqualTo(expected);
  }

  @Test
  void printsMembersOfFamilies() {
    assertThat(print(ref("x", J))).isEqualTo("xⱼ");
    assertThat(print(ref("A", new Expr.Index("i"), J))).isEqualTo("Aᵢⱼ");
    assertThat(print(ref("A", ONE, TWO))).isEqualTo("A_{1,2}");
    assertThat(print(ref("x", new Expr.Add(List.of(J, ONE))))).isEqualTo("xⱼ₊₁");
    assertThat(print(ref("x", new Expr.Index("c")))).isEqualTo("x_c");
    assertThat(print(ref("w", ref("y", J)))).isEqualTo("w_{yⱼ}");
    assertThat(print(ref("K_{\\theta}", J))).isEqualTo("(K_θ)ⱼ");
    assertThat(UnicodePrinter.print(new Name("x"), List.of(12))).isEqualTo("x₁₂");
  }

  @Test
  void setsParenthesesOnlyWhereTheyMatter() {
    assertThat(print(add(A, add(B, C)))).isEqualTo("a + b + c");
    assertThat(print(add(A, minus(add(B, C))))).isEqualTo("a − (b + c)");
    assertThat(print(add(minus(A), minus(B)))).isEqualTo("−a − b");
    assertThat(print(minus(minus(A)))).isEqualTo("−(−a)");
    assertThat(print(minus(times(A, B)))).isEqualTo("−a b");
    assertThat(print(times(minus(A), B))).isEqualTo("(−a) b");
    assertThat(print(times(A, minus(B)))).isEqualTo("a · (−b)");
    assertThat(print(times(A, times(B, C)))).isEqualTo("a b c");
    assertThat(print(times(add(A, B), add(A, C)))).isEqualTo("(a + b) (a + c)");
    assertThat(print(times(TWO, add(A, B)))).isEqualTo("2 (a + b)");
    assertThat(print(times(A, TWO))).isEqualTo("a · 2");
    assertThat(print(times(over(ONE, A), B))).isEqualTo("(1/a) b");
    assertThat(print(over(A, times(B, C)))).isEqualTo("a/(b c)");
    assertThat(print(over(times(A, B), C))).isEqualTo("(a b)/c");
    assertThat(print(over(over(A, B), C))).isEqualTo("(a/b)/c");
    assertThat(print(times(over(ONE, TWO), A))).isEqualTo("½ a");
    assertThat(print(times(A, over(ONE, TWO)))).isEqualTo("a · ½");
    assertThat(print(power(over(ONE, TWO), TWO))).isEqualTo("(½)²");
    assertThat(print(over(TWO, number(4)))).isEqualTo("2/4");
  }

  @Test
  void printsPowersAndRoots() {
    assertThat(print(power(A, number(-1)))).isEqualTo("a⁻¹");
    assertThat(print(power(A, minus(number(12))))).isEqualTo("a⁻¹²");
    assertThat(print(power(A, new Expr.Index("n")))).isEqualTo("aⁿ");
    assertThat(print(power(A, T))).isEqualTo("a^T");
    assertThat(print(power(A, add(B, ONE)))).isEqualTo("a^(b + 1)");
    assertThat(print(power(power(A, TWO), B))).isEqualTo("(a²)ᵇ");
    assertThat(print(power(minus(A), TWO))).isEqualTo("(−a)²");
    assertThat(print(power(number(-1), TWO))).isEqualTo("(−1)²");
    assertThat(print(new Expr.Root(TWO, 2))).isEqualTo("√2");
    assertThat(print(times(new Expr.Root(A, 2), B))).isEqualTo("(√a) b");
    assertThat(print(new Expr.Root(add(A, B), 5))).isEqualTo("⁵√(a + b)");
    assertThat(print(new Expr.Apply(ElementaryFunction.SQRT, A))).isEqualTo("√a");
    assertThat(print(new Expr.Apply(ElementaryFunction.EXP, minus(A)))).isEqualTo("exp(−a)");
    assertThat(print(new Expr.MatrixExponential(minus(times(matrix("K"), SMALL_T)))))
        .isEqualTo("e^(−K t)");
  }

  @Test
  void printsNumbers() {
    assertThat(UnicodePrinter.print(Rational.of(-1, 4))).isEqualTo("−0.25");
    assertThat(UnicodePrinter.print(Rational.of(1, 3))).isEqualTo("1/3");
    assertThat(print(times(A, new Expr.Literal(Rational.of(1, 3))))).isEqualTo("a · (1/3)");
    assertThat(print(new Expr.SizeOf(Size.named("N").plus(-1)))).isEqualTo("N − 1");
  }

  @Test
  void printsVectorsAndMatrices() {
    Expr x = vector("x");
    Expr y = vector("y");
    Expr product = times(new Expr.Transpose(x), y);
    assertThat(print(product)).isEqualTo("xᵀ y");
    assertThat(print(times(times(matrix("A"), matrix("B")), x))).isEqualTo("A B x");
    assertThat(print(times(matrix("A"), times(matrix("B"), x)))).isEqualTo("A B x");
    assertThat(print(times(x, product))).isEqualTo("x · (xᵀ y)");
    assertThat(print(new Expr.Transpose(times(matrix("A"), x)))).isEqualTo("(A x)ᵀ");
    assertThat(print(new Expr.Transpose(new Expr.Transpose(x)))).isEqualTo("(xᵀ)ᵀ");
    assertThat(print(new Expr.Hadamard(times(matrix("A"), x), y))).isEqualTo("(A x) ⊙ y");
    assertThat(print(times(A, new Expr.Hadamard(x, y)))).isEqualTo("a · (x ⊙ y)");
    assertThat(print(power(new Expr.Norm(add(x, y)), TWO))).isEqualTo("‖x + y‖²");
    assertThat(print(new Expr.Norm(times(new Expr.Norm(x), y)))).isEqualTo("norm(‖x‖ y)");
    assertThat(print(new Expr.Abs(add(new Expr.Abs(A), B)))).isEqualTo("abs(|a| + b)");
    assertThat(print(new Expr.Inner(x, add(x, y)))).isEqualTo("⟨x, x + y⟩");
    assertThat(print(new Expr.Entry(x, List.of(ONE)))).isEqualTo("x₁");
    assertThat(print(new Expr.Entry(add(x, y), List.of(J)))).isEqualTo("(x + y)ⱼ");
    Expr.Ref z = new Expr.Ref(new Name("z"), List.of(), x.shape());
    Expr gradient = new Expr.Derivative(scalar("L"), z);
    assertThat(print(gradient)).isEqualTo("∇_z L");
    assertThat(print(new Expr.Entry(gradient, List.of(J)))).isEqualTo("∂L/∂zⱼ");
    Expr ofSquare = new Expr.Derivative(power(new Expr.Norm(z), TWO), z);
    assertThat(print(new Expr.Entry(ofSquare, List.of(J)))).isEqualTo("∂/∂zⱼ ‖z‖²");
    assertThat(print(add(new Expr.Entry(ofSquare, List.of(J)), A))).isEqualTo("∂/∂zⱼ ‖z‖² + a");
    assertThat(print(new Expr.Identity(Size.named("n")))).isEqualTo("Iₙ");
    Shape column = Shape.vector(Size.fixed(2));
    Shape square = Shape.matrix(Size.fixed(2), Size.fixed(2));
    assertThat(print(new Expr.Stack(List.of(A, B), column))).isEqualTo("[a; b]");
    assertThat(print(new Expr.Stack(List.of(A, B, C, ONE), square))).isEqualTo("[a, b; c, 1]");
    assertThat(print(new Expr.Filled(Rational.ONE, column))).isEqualTo("𝟏");
    assertThat(print(new Expr.Family(List.of("j"), List.of(SAMPLES), ref("y", J), column)))
        .isEqualTo("[yⱼ]ⱼ");
  }

  @Test
  void printsSumsAndIntegrals() {
    Expr term = times(A, ref("x", J));
    assertThat(print(sum("j", SAMPLES, term))).isEqualTo("∑ⱼ a xⱼ");
    assertThat(print(sum("i", SAMPLES, term))).isEqualTo("∑ᵢ₌₁ᴺ a xⱼ");
    assertThat(print(sum("c", SAMPLES, term))).isEqualTo("∑_{c=1}^N a xⱼ");
    assertThat(print(add(sum("j", SAMPLES, term), B))).isEqualTo("∑ⱼ a xⱼ + b");
    assertThat(print(sum("j", SAMPLES, add(term, B)))).isEqualTo("∑ⱼ (a xⱼ + b)");
    assertThat(print(times(sum("j", SAMPLES, term), B))).isEqualTo("(∑ⱼ a xⱼ) b");
    assertThat(print(times(times(A, sum("j", SAMPLES, term)), B))).isEqualTo("(a ∑ⱼ a xⱼ) b");
    Condition other = new Condition(J, Relation.NOT_EQUAL, ref("y"));
    Condition below = new Condition(J, Relation.LESS, ref("y"));
    assertThat(print(new Expr.Sum(false, "j", SAMPLES, List.of(other), A))).isEqualTo("∑_{j≠y} a");
    Range two = new Range(ONE, TWO);
    assertThat(print(new Expr.Sum(true, "j", two, List.of(other, below), A)))
        .isEqualTo("∏_{j=1…2, j≠y, j<y} a");
    Expr integral = new Expr.Integral(new Name("t"), number(0), T, add(A, B));
    assertThat(print(integral)).isEqualTo("∫₀ᵀ (a + b) dt");
    assertThat(print(over(integral, A))).isEqualTo("(∫₀ᵀ (a + b) dt)/a");
    assertThat(print(times(integral, A))).isEqualTo("(∫₀ᵀ (a + b) dt) a");
  }

  @Test
  void printsTimes() {
    assertThat(print(new Expr.At(THETA, number(0)))).isEqualTo("θ₀");
    assertThat(print(new Expr.At(THETA, T))).isEqualTo("θ_T");
    assertThat(print(new Expr.At(THETA, SMALL_T))).isEqualTo("θₜ");
    assertThat(print(new Expr.At(scalar("u"), T))).isEqualTo("u(T)");
    assertThat(print(new Expr.At(model(), T))).isEqualTo("f(x; θ_T)");
    assertThat(print(new Expr.At(times(model(), A), T))).isEqualTo("f(x; θ_T) a");
    assertThat(print(new Expr.At(call("u", A), T))).isEqualTo("u(a)|_{t=T}");
    assertThat(print(new Expr.At(new Expr.TimeDerivative(THETA), SMALL_T))).isEqualTo("(dθ/dt)|ₜ");
    assertThat(print(new Expr.At(times(new Expr.At(THETA, number(0)), scalar("u")), T)))
        .isEqualTo("θ₀ u(T)");
  }

  @Test
  void tellsAGradientAtATimeFromTheGradientOfAValueAtATime() {
    assertThat(print(new Expr.At(new Expr.Derivative(model(), THETA), T)))
        .isEqualTo("∇_θ f(x; θ_T)");
    assertThat(print(new Expr.Derivative(new Expr.At(model(), T), THETA)))
        .isEqualTo("∇_θ [f(x; θ_T)]");
    Expr inside = call("f", vector("x"), new Expr.At(THETA, T));
    assertThat(print(new Expr.Derivative(inside, THETA))).isEqualTo("∇_θ [f(x; θ_T)]");
    assertThat(print(new Expr.At(new Expr.Derivative(scalar("u"), THETA), T)))
        .isEqualTo("(∇_θ u)|_{t=T}");
  }

  @Test
  void printsDerivatives() {
    Expr.Ref v = scalar("v");
    assertThat(print(new Expr.Derivative(scalar("E"), v))).isEqualTo("∂E/∂v");
    assertThat(print(new Expr.Derivative(power(v, TWO), v))).isEqualTo("∂/∂v v²");
    assertThat(print(new Expr.Derivative(times(A, v), v))).isEqualTo("∂/∂v (a v)");
    assertThat(print(times(new Expr.Derivative(scalar("E"), v), A))).isEqualTo("(∂E/∂v) a");
    assertThat(print(new Expr.Derivative(model(), THETA))).isEqualTo("∇_θ f(x; θ)");
    assertThat(print(new Expr.Derivative(sum("j", SAMPLES, A), THETA))).isEqualTo("∇_θ ∑ⱼ a");
    assertThat(print(times(new Expr.Derivative(model(), THETA), A))).isEqualTo("(∇_θ f(x; θ)) a");
    assertThat(print(new Expr.TimeDerivative(THETA))).isEqualTo("dθ/dt");
    assertThat(print(new Expr.TimeDerivative(model()))).isEqualTo("d/dt f(x; θ)");
    assertThat(print(new Expr.TimeDerivative(times(A, B)))).isEqualTo("d/dt (a b)");
    assertThat(print(new Expr.Substituted(power(v, TWO), v, add(A, B)))).isEqualTo("(v²)|_{v=a+b}");
  }

  @Test
  void writesAValueIntoTheArgumentsWhereThatSaysTheSame() {
    Expr.Ref v = scalar("v");
    assertThat(print(new Expr.Substituted(call("g", v, B), v, A))).isEqualTo("g(a, b)");
    assertThat(print(new Expr.Substituted(call("u", v), v, A))).isEqualTo("u(v)|_{v=a}");
    assertThat(print(new Expr.Substituted(call("g", B), v, A))).isEqualTo("g(b)|_{v=a}");
    assertThat(print(new Expr.Substituted(call("g", v, power(v, TWO)), v, A)))
        .isEqualTo("g(v, v²)|_{v=a}");
    assertThat(print(new Expr.Substituted(call("g", v, scalar("u")), v, A)))
        .isEqualTo("g(v, u)|_{v=a}");
  }

  @Test
  void printsDerivativesBySlots() {
    assertThat(print(call("\\ell", List.of(1), A, B))).isEqualTo("ℓ′(a, b)");
    assertThat(print(call("\\ell", List.of(1, 1), A, B))).isEqualTo("ℓ″(a, b)");
    assertThat(print(call("\\ell", List.of(0), A, B))).isEqualTo("∂₁ℓ(a, b)");
    assertThat(print(call("\\ell", List.of(0, 1), A, B))).isEqualTo("∂₁∂₂ℓ(a, b)");
    assertThat(print(call("g", List.of(0), A))).isEqualTo("g′(a)");
    assertThat(print(call("f", List.of(1), vector("x"), THETA))).isEqualTo("∂₂f(x; θ)");
  }

  @Test
  void printsACallAndAProductDifferently() {
    assertThat(print(call("x", add(A, B)))).isEqualTo("x(a + b)");
    assertThat(print(times(scalar("x"), add(A, B)))).isEqualTo("x · (a + b)");
  }

  @Test
  void printsRelations() {
    assertThat(new UnicodePrinter(NOTATION).print(A, Relation.LESS_OR_EQUAL, number(0)))
        .isEqualTo("a ≤ 0");
    Condition condition = new Condition(A, Relation.NOT_EQUAL, B);
    assertThat(print(new Expr.Cases(condition, ONE, TWO))).isEqualTo("(1 if a ≠ b, else 2)");
    assertThat(print(new Expr.Extremum(true, List.of(A, B)))).isEqualTo("max(a, b)");
  }

  private static Expr number(long value) {
    return new Expr.Literal(Rational.of(value));
  }

  private static Expr.Ref scalar(String name) {
    return ref(name);
  }

  private static Expr.Ref ref(String name, Expr... indices) {
    return new Expr.Ref(new Name(name), List.of(indices), Shape.SCALAR);
  }

  private static Expr vector(String name) {
    return new Expr.Ref(new Name(name), List.of(), Shape.vector(Size.named("n")));
  }

  private static Expr matrix(String name) {
    Shape square = Shape.matrix(Size.named("n"), Size.named("n"));
    return new Expr.Ref(new Name(name), List.of(), square);
  }

  private static Expr model() {
    return call("f", vector("x"), THETA);
  }

  private static Expr call(String name, Expr... arguments) {
    return call(name, List.of(), arguments);
  }

  private static Expr call(String name, List<Integer> slots, Expr... arguments) {
    return new Expr.Call(new Name(name), List.of(), List.of(arguments), slots, Shape.SCALAR);
  }

  private static Expr add(Expr... terms) {
    return new Expr.Add(List.of(terms));
  }

  private static Expr minus(Expr body) {
    return new Expr.Negate(body);
  }

  private static Expr times(Expr left, Expr right) {
    return new Expr.Multiply(left, right);
  }

  private static Expr over(Expr numerator, Expr denominator) {
    return new Expr.Divide(numerator, denominator);
  }

  private static Expr power(Expr base, Expr exponent) {
    return new Expr.Power(base, exponent);
  }

  private static Expr sum(String letter, Range range, Expr body) {
    return new Expr.Sum(false, letter, range, List.of(), body);
  }
}
