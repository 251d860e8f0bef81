package dev.hence.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas in sentences about what is taken for granted; they stand between dollar signs here. */
class SentenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\theta is taken to be a real number | $\\theta$ is taken to be a real number",
        "a is taken to be a real number | $a$ is taken to be a real number",
        "x' is taken to be a real number | $x'$ is taken to be a real number",
        "\\ell' is the derivative of the loss | $\\ell'$ is the derivative of the loss",
        "z \\sim \\mathcal{N} ( 0, \\sigma^{2}) is normal | $z \\sim \\mathcal{N} ( 0,"
            + " \\sigma^{2})$ is normal",
        "z \\sim \\mathcal{N} ( 0, 1) is normal | $z \\sim \\mathcal{N} ( 0, 1)$ is normal",
        "j \\sim \\mathrm{Uniform} \\{ 1, \\dots, N\\} takes all its values | $j \\sim"
            + " \\mathrm{Uniform} \\{ 1, \\dots, N\\}$ takes all its values",
        "x^{+}_{k} stands for the newest iterate of the step of x | $x^{+}_{k}$ stands for the"
            + " newest iterate of the step of $x$",
        "times are counted from t_{0}, which is 0 then | times are counted from $t_{0}$, which is"
            + " 0 then",
        "an empty place in a matrix is 0 | an empty place in a matrix is 0",
        "trajectories begin with v₀ = 0 | trajectories begin with v₀ $= 0$",
        "a derivative by e moves e by itself; held fixed: d | a derivative by $e$ moves $e$ by"
            + " itself; held fixed: $d$",
        "the words restrict nothing. | the words restrict nothing.",
      })
  void findsFormulas(String sentence, String shown) {
    String html = Sentence.html(sentence);
    assertThat(
            html.replaceAll("<span class=\"tex\">(.*?)</span>", "\\$$1\\$").replace("&#39;", "'"))
        .isEqualTo(shown);
  }
}
