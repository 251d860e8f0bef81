package dev.hence.read.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What formulas mean, by the names around them: header, displays, and what is understood. */
class ReadingTest {
  private static final String MODEL =
      """
      let:
        - x, x', x_j \\in \\mathbb{R}^d
        - y_j \\in \\mathbb{R}
        - i, j = 1, \\dots, N
        - \\theta \\in \\mathbb{R}^p
        - f(x; \\theta) \\in \\mathbb{R}
        - \\ell(y, u) \\in \\mathbb{R}
        - T > 0
      flow: \\dot\\theta = -\\nabla_\\theta L\
      """;

  private static final String LOSS = "L(\\theta) = \\sum_j \\ell(y_j, f(x_j;\\theta))";

  private static final String VECTORS =
      """
      let:
        - a, b \\in \\mathbb{R}^n
        - A \\in \\mathbb{R}^{n\\times n}
        - M \\in \\mathbb{R}^{m\\times n}
        - g(z) \\in \\mathbb{R}
        - h(u, v) \\in \\mathbb{R}\
      """;

  record Case(String header, List<String> displays, String last) {}

  private static Arguments of(String header, String last, String... displays) {
    return Arguments.of(new Case(header, List.of(displays), last));
  }

  static List<Arguments> understood() {
    return List.of(
        // calls and products
        of(VECTORS, "pointwise: g(s + 1) = s", "g(s+1) = s"),
        of("let: r > 0", "pointwise: r · (s + 1) = s", "r(s+1) = s"),
        of(VECTORS, "pointwise: g(s)² = s", "g(s)^2 = s"),
        of(VECTORS, "pointwise: h(1, 2) g(s) = s", "h(1,2)g(s) = s"),
        // shapes
        of(VECTORS, "pointwise: aᵀ b = ⟨a, b⟩", "a^\\top b = a \\cdot b"),
        of(VECTORS, "pointwise: ⟨a, b⟩ = aᵀ b", "\\langle a, b \\rangle = a^T b"),
        of(VECTORS, "pointwise: ‖a‖² = aᵀ a", "\\|a\\|^2 = a^{\\mathrm{T}} a"),
        of(VECTORS, "pointwise: A a = 0", "A a = 0"),
        of(VECTORS, "pointwise: a₁ = b₂", "a_1 = b_2"),
        of(VECTORS, "pointwise: a bᵀ = A", "a b^\\top = A"),
        // functions without parentheses
        of("", "pointwise: sin(2 s) = 2 sin(s) cos(s)", "\\sin 2s = 2 \\sin s \\cos s"),
        of("", "pointwise: exp(s) = exp(s)", "e^s = \\exp(s)"),
        of("", "pointwise: sin(s)² + cos(s)² = 1", "\\sin^2 s + \\cos^2 s = 1"),
        of("", "pointwise: log(s) = s", "\\ln s = s"),
        // derivatives
        of(VECTORS, "pointwise: g′(s) = s", "g'(s) = s"),
        of(VECTORS, "pointwise: ∂g(s)/∂s = s", "\\frac{d}{ds} g(s) = s"),
        of(VECTORS, "pointwise: ∂₂h(1, s) = s", "\\frac{\\partial h}{\\partial v}(1, s) = s"),
        of(VECTORS, "pointwise: ∇_a (aᵀ b) = b", "\\nabla_a (a^\\top b) = b"),
        of(
            MODEL,
            "pointwise: dθ/dt = −∇_θ L(θ)",
            LOSS,
            "\\frac{d\\theta}{dt} = -\\nabla_\\theta L(\\theta)"),
        of(MODEL, "pointwise: d/dt f(x; θ) = 0", LOSS, "\\frac{d}{dt} f(x;\\theta) = 0"),
        of(MODEL, "pointwise: d/dt f(x; θ) = 0", LOSS, "\\frac{d f_\\theta(x)}{dt} = 0"),
        of(MODEL, "pointwise: d/dt f(x; θ) = 0", LOSS, "\\frac{d}{dt} f(x;\\theta_t) = 0"),
        of(MODEL, "pointwise: d/dt f(x; θ) = 0", LOSS, "\\frac{\\partial}{\\partial t} f_t(x) = 0"),
        of(
            MODEL,
            "pointwise: (∇_θ f(x; θ))ᵀ ∇_θ f(x′; θ) = 0",
            LOSS,
            "\\nabla_\\theta f(x;\\theta)^\\top \\nabla_\\theta f(x';\\theta) = 0"),
        of(MODEL, "pointwise: ℓ′(yⱼ, f(xⱼ; θ)) = 0", LOSS, "\\ell'(y_j, f(x_j;\\theta)) = 0"),
        of(MODEL, "pointwise: dθ̇/dt = θ̇", LOSS, "\\ddot\\theta = \\dot\\theta"),
        // times
        of(
            MODEL,
            "trajectory: f(x; θ_T) − f(x; θ₀) = ∫₀ᵀ (d/dt f(x; θ))|ₜ dt",
            LOSS,
            "f(x;\\theta_T) - f(x;\\theta_0) = \\int_0^T \\frac{d}{dt} f(x;\\theta_t) \\, dt"),
        of(MODEL, "trajectory: f(x; θ_T) = f(x; θ₀)", LOSS, "f_{\\theta_T}(x) = f(x; \\theta(0))"),
        // definitions
        of("", "definition: q := 3 s + 1", "q = 3s + 1"),
        of("", "pointwise: q = 3 s", "q = 3s", "q = 3s"),
        of("", "definition: σ^{2} := 3 a", "\\sigma^2 = 3a"),
        of(VECTORS, "definition: q(z) := z²", "q(z) = z^2"),
        of(
            MODEL,
            "definition: K_θ(x, x′) := ⟨∇_θ f(x; θ), ∇_θ f(x′; θ)⟩",
            LOSS,
            "K_\\theta(x,x') = \\langle \\nabla_\\theta f(x;\\theta), \\nabla_\\theta f(x';\\theta)"
                + "\\rangle"),
        of(MODEL, "definition: uⱼ := f(xⱼ; θ)", LOSS, "u_j = f(x_j;\\theta)"),
        // chains and clauses
        of("", "pointwise: 2 s = s + s", "q = 2s = s + s"),
        of("", "pointwise: q = 4", "q = 4", "q = 4 \\qquad r = 5", "q = 4"),
        of("", "pointwise: 2 s = s + s", "q = 2s", "= s + s"),
        of("", "pointwise: 2 s = s + s", "\\begin{aligned} q &= 2s \\\\ &= s + s \\end{aligned}"),
        // independence and inequalities
        of(
            VECTORS,
            "independence: aᵀ b = (aᵀ b)|_{a=ã}",
            "a^\\top b \\text{ does not depend on } a"),
        of("", "inequality: s² ≥ 0", "s^2 \\ge 0"),
        of("", "no statement: no relation", "s^2"));
  }

  @ParameterizedTest
  @MethodSource
  void understood(Case c) {
    var derivation = Understood.read(c.header(), c.displays().toArray(String[]::new));
    assertThat(Understood.problems(derivation)).isEmpty();
    assertThat(Understood.lines(derivation).getLast()).isEqualTo(c.last());
  }

  private static Arguments bad(String header, String problem, String... displays) {
    return Arguments.of(new Case(header, Arrays.asList(displays), problem));
  }

  static List<Arguments> refused() {
    return List.of(
        bad("", "AMBIGUOUS 2:7", "a/b c = 1"),
        bad("", "AMBIGUOUS 2:10", "\\sin a b = 1"),
        bad("", "UNKNOWN_NAME 2:17", "\\mathcal{K} = K(x) + 1", "q = 1"),
        bad("", "UNKNOWN_NAME 2:3", "K(s) + 1 = 2"),
        bad("", "UNKNOWN_NAME 2:7", "1 + x_j = 2"),
        bad("", "CIRCULAR_DEFINITION 2:7", "q = q + 1"),
        bad("", "NO_DYNAMICS 2:3", "\\frac{d}{dt} s = 1"),
        bad(VECTORS, "SHAPE_MISMATCH 10:5", "a b = 1"),
        bad(VECTORS, "SHAPE_MISMATCH 10:3", "a + s = b"),
        bad(VECTORS, "SHAPE_MISMATCH 10:5", "M M = 1"),
        bad(VECTORS, "DERIVATIVE_UNCLEAR 10:3", "h'(1, 2) = 1"),
        bad(VECTORS, "WRONG_ARITY 10:3", "g(1, 2) = 1"),
        bad(VECTORS, "DEFINE_OR_CLAIM 10:3", "a = b"),
        bad(MODEL, "TIME_UNCLEAR 16:3", LOSS, "\\frac{\\partial f(x;\\theta)}{\\partial t} = 0"),
        bad(
            MODEL,
            "DERIVATIVE_UNCLEAR 19:3",
            "u_j = f(x_j;\\theta)",
            "R = \\sum_j \\ell(y_j, u_j) + \\|\\theta\\|^2",
            "\\frac{\\partial R}{\\partial\\theta} = 0"),
        bad(MODEL, "DERIVATIVE_UNCLEAR 16:3", LOSS, "\\theta' = -\\nabla_\\theta L"),
        bad(MODEL, "REFUSED_ENTRY 13:3", "\\frac{d}{dt} f(x;\\theta) = 0"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Case c) {
    var derivation = Understood.read(c.header(), c.displays().toArray(String[]::new));
    assertThat(Understood.problems(derivation)).contains(c.last());
  }
}
