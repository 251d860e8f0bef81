package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.elaborate.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of random names, and means, variances and covariances over them. */
final class MeansTest {
  private static Sheet sheet() {
    return Sheet.let(
        "x, \\xi, \\mu \\in \\mathbb{R}^d",
        "\\Sigma \\in \\mathbb{S}^d_{++}",
        "\\sigma, v \\in \\mathbb{R}",
        "i, j = 1, \\dots, n",
        "a_i \\in \\mathbb{R}",
        "0 < q < 1",
        "p \\in \\operatorname{simplex}^n",
        "w \\in \\mathbb{R}^K",
        "b, c = 1, \\dots, K",
        "\\pi_w(b) = \\frac{e^{w_b}}{\\sum_c e^{w_c}}",
        "f(u) \\in \\mathbb{R}",
        "\\xi \\sim \\mathcal N(0, I)",
        "z \\sim \\mathcal N(0, \\sigma^2)",
        "m_i \\sim \\mathrm{Bernoulli}(q)",
        "r \\sim \\mathcal N(z, 1)",
        "y = z + 1");
  }

  private static List<String> read(String display) {
    return sheet().display(display).lines();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " reads ",
      value = {
        // The subscript says over what.
        "\\mathbb{E}_j[a_j] = 0 reads claim: (1/n) ∑ⱼ aⱼ = 0",
        "\\mathbb{E}_{j \\sim p}[a_j] = 0 reads claim: ∑ⱼ pⱼ aⱼ = 0",
        "\\mathbb{E}_{j \\sim \\mathrm{Categorical}(p)}[a_j] = 0 reads claim: ∑ⱼ pⱼ aⱼ = 0",
        "\\mathbb{E}_{i, j \\sim p}[a_i a_j] = 0 reads claim: ∑ⱼ pⱼ ∑ᵢ pᵢ aᵢ aⱼ = 0",
        "\\mathbb{E}_{b \\sim \\pi_w}[w_b] = 0 reads claim: ∑_b π_w(b, w) w_b = 0",
        "\\mathbb{E}_{b \\sim \\pi_w(\\cdot)}[w_b] = 0 reads claim: ∑_b π_w(b, w) w_b = 0",
        "\\mathbb{E}_{s \\sim \\mathcal N(0, 1)}[s^2] = 1 reads claim: 𝔼_{s∼N(0, 1)}[s²] = 1",
        "\\mathbb{E}_{x \\sim \\mathcal N(\\mu, \\Sigma)}[x] = \\mu reads claim: 𝔼_{x∼N(μ, Σ)}[x]"
            + " = μ",
        // Without one all that is random counts, through formulas and through laws.
        "\\mathbb{E}[y] = 1 reads claim: 𝔼_{z∼N(0, σ²)}[y] = 1",
        "\\mathbb{E}[r] = 0 reads claim: 𝔼_{z∼N(0, σ²)}[𝔼_{r∼N(z, 1)}[r]] = 0",
        "\\mathbb{E}\\|\\xi\\|^2 = d reads claim: 𝔼_{ξ∼N(0, I_d)}[‖ξ‖²] = d",
        "\\frac12 \\mathbb{E} z = 0 reads claim: ½ 𝔼_{z∼N(0, σ²)}[z] = 0",
        "E[z^2] = \\sigma^2 reads claim: 𝔼_{z∼N(0, σ²)}[z²] = σ²",
        "\\mathbb{E}[z]^2 = 0 reads claim: 𝔼_{z∼N(0, σ²)}[z]² = 0",
        "\\operatorname{Var}(z) = 1 reads claim: 𝔼_{z∼N(0, σ²)}[(z − 𝔼_{z∼N(0, σ²)}[z])²] = 1",
        "\\operatorname{Cov}(z, y) = 1 reads claim: 𝔼_{z∼N(0, σ²)}[(z − 𝔼_{z∼N(0, σ²)}[z])"
            + " (y − 𝔼_{z∼N(0, σ²)}[y])] = 1",
      })
  void aMeanIsTakenOverWhatIsRandom(String display, String read) {
    assertThat(read(display)).containsExactly(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Nothing is random.
        "\\mathbb{E}[x] = 0",
        "\\mathbb{E}_x[x] = 0",
        // No law, or none of such a value.
        "\\mathbb{E}_{s \\sim \\mathrm{Cauchy}}[s] = 0",
        "\\mathbb{E}_{s \\sim \\mathcal N(0)}[s] = 0",
        "\\mathbb{E}_{s \\sim \\mathcal N(0 \\mid 1)}[s] = 0",
        "\\mathbb{E}_{x \\sim \\mathcal N(0, 1)}[x] = 0",
        "\\mathbb{E}_{x \\sim \\mathrm{Bernoulli}(q)}[x] = 0",
        "\\mathbb{E}_{j \\sim \\mathrm{Uniform}\\{1, \\dots, m\\}}[a_j] = 0",
        "\\mathbb{E}_{j \\sim \\mathcal N(0, 1)}[a_j] = 0",
        // Nothing says that it is a variance, a probability, a distribution.
        "\\mathbb{E}_{s \\sim \\mathcal N(0, v)}[s] = 0",
        "\\mathbb{E}_{s \\sim \\mathrm{Bernoulli}(v)}[s] = v",
        "\\mathbb{E}_{j \\sim a}[a_j] = 0",
        // What is known by a formula is drawn by no other law.
        "\\mathbb{E}_{y \\sim \\mathcal N(0, 1)}[y] = 0",
        // How much is meant, and of how many.
        "\\mathbb{E} z y = 1",
        "\\mathbb{E}[z, y] = 1",
        "\\operatorname{Var}(\\xi) = I",
        "\\operatorname{Var}(z, y) = 1",
        "\\mathbb{E}[z | y] = z",
        "\\mathbb{P}(z > 0) = \\frac12",
      })
  void aMeanThatSaysTooLittleIsNotRead(String display) {
    assertThat(read(display)).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }

  @Test
  void anIndexMayBeAnArgumentOfAFamilyAlone() {
    assertThat(read("\\pi_w(b) = 1")).containsExactly("claim: π_w(b, w) = 1");
    assertThat(read("f(b) = 1")).containsExactly("claim: f(b) = 1");
    assertThat(read("2 a(j) = 1")).containsExactly("claim: 2 aⱼ = 1");
  }

  @Test
  void entriesAreDrawnOneByOne() {
    Sheet sheet =
        Sheet.let(
                "W \\in \\mathbb{R}^{2 \\times 2}",
                "k, l = 1, \\dots, 2",
                "W_{kl} \\sim \\mathcal N(0, 1)",
                "v \\in \\mathbb{R}^3",
                "v \\sim \\mathrm{Rademacher}")
            .display("\\mathbb{E}[W] = 0")
            .display("\\mathbb{E}[v^\\top v] = 3");
    assertThat(sheet.lines())
        .containsExactly("claim: 𝔼_{Wₖₗ∼N(0, 1)}[W] = 0", "claim: 𝔼_{vᵢ}[vᵀ v] = 3");
  }

  @Test
  void aLawGivesALetterItsRange() {
    Sheet sheet =
        Sheet.let("j \\sim \\{1, \\dots, N\\}", "a_j \\in \\mathbb{R}")
            .display("\\mathbb{E}[a_j] = 0");
    assertThat(sheet.lines()).containsExactly("claim: (1/N) ∑ⱼ aⱼ = 0");
  }

  @Test
  void aMeanIsOverAllThatStepsDraw() {
    Sheet sheet =
        Sheet.let(
                "g_t, m_t \\in \\mathbb{R}",
                "t = 1, 2, \\dots",
                "\\beta \\in (0, 1)",
                "g_t \\sim \\mathcal N(0, 1)")
            .key("step", "m_t = \\beta m_{t-1} + g_t", "m_0 = 0")
            .display("\\mathbb{E}[m_t] = 0");
    assertThat(sheet.lines().getFirst()).startsWith("claim: 𝔼_{gₜ∼N(0, 1)}[mₜ] = 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s \\sim \\mathcal N(0, v)",
        "s \\sim \\mathrm{Cauchy}",
        "s \\sim \\mathcal N(0, h)",
        "A_{ij} \\sim \\mathcal N(0, 1)",
        "g(x) \\sim \\mathcal N(0, 1)",
      })
  void anEntryThatIsNoLawIsRefused(String entry) {
    var read =
        Sheet.let(
                "i, j = 1, \\dots, n",
                "v, x \\in \\mathbb{R}",
                "A \\in \\mathbb{R}^{2 \\times 3}",
                entry)
            .display("s + A + g = 0")
            .read();
    assertThat(read.refused()).extracting(Refusal::words).isNotEmpty();
    assertThat(read.lines()).allSatisfy(line -> assertThat(line.refusal()).isPresent());
  }

  private static List<String> divergence(String... displays) {
    Sheet sheet =
        Sheet.let(
            "q, p \\in \\operatorname{simplex}^n",
            "z \\in \\mathbb{R}^n",
            "K \\in \\mathbb{R}",
            "i = 1, \\dots, n",
            "b_i > 0",
            "h_i = \\frac{e^{z_i}}{\\sum_{j=1}^n e^{z_j}}");
    for (String display : displays) {
      sheet.display(display);
    }
    return sheet.lines();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\operatorname{KL}(q \\| p) = 0",
        "\\text{KL}[q \\parallel p] = 0",
        "D_{KL}(q \\,\\middle\\|\\, p) = 0",
        "KL(q || p) = 0",
      })
  void aDivergenceIsASumOverAllValues(String display) {
    assertThat(divergence(display)).containsExactly("claim: ∑ⱼ₌₁ⁿ qⱼ log(qⱼ/pⱼ) = 0");
  }

  @Test
  void aFamilyIsADistributionByItsFormula() {
    assertThat(divergence("0 = \\operatorname{KL}(p \\| h)"))
        .containsExactly("claim: 0 = ∑ⱼ₌₁ⁿ pⱼ log(pⱼ/hⱼ)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\operatorname{KL}(q \\| z) = 0",
        "\\operatorname{KL}(q \\| b) = 0",
        "\\operatorname{KL}(K \\| K) = 0",
        "\\operatorname{KL}(q, p \\| p) = 0",
        "\\operatorname{KL}(q, p) = 0",
        "(q \\| p) = 0",
        "\\max(K \\| K) = K",
      })
  void whatIsNoDivergenceOfTwoDistributionsIsNotRead(String display) {
    assertThat(divergence(display)).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }

  @Test
  void aDivergenceIsDefinedAnewByASignThatDefines() {
    assertThat(
            divergence(
                "\\operatorname{KL}(q \\| p) := \\sum_{k=1}^n p_k q_k",
                "\\operatorname{KL}(p \\| q) = 1"))
        .containsExactly("definition: KL(q, p) = ∑ₖ₌₁ⁿ pₖ qₖ", "claim: KL(p, q) = 1");
  }
}
