package dev.hence.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import dev.hence.text.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecParserTest {
  private static final Span SPAN = new Span(3, 9);

  private final Problems problems = new Problems();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "polynomial(1)",
        "polynomial(8)",
        "mlp(1, relu)",
        "mlp(64, softplus)",
        "mlp(2, 3, sin)",
        "mlp(2, 3, 4, tanh)",
        "squared",
        "logistic",
        "huber",
        "generic",
        "tanh",
        "sigmoid",
        "cubic",
        "identity"
      })
  void readsWhatItPrints(String text) {
    assertThat(parse(text)).map(ModelSpec::text).contains(text);
    assertThat(problems.toList()).isEmpty();
  }

  @Test
  void spacesDoNotMatter() {
    assertThat(parse("  mlp ( 3,tanh )  ")).map(ModelSpec::text).contains("mlp(3, tanh)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "liner | there is no model or function “liner” | did you mean linear?",
        "Tanh | there is no model or function “Tanh” | did you mean tanh?",
        "mpl(3, tanh) | there is no model or function “mpl” | did you mean mlp?",
        "mlp(3, tahn) | there is no activation “tahn” | did you mean tanh?",
        "mlp(3, squared) | there is no activation “squared” | did you mean square?",
        "transformer | there is no model or function “transformer” | known are linear",
        "x^2 + 1 | there is no model or function “x^2 + 1” | known are linear",
        "mlp(3, tanh) + 1 | there is no model or function | known are",
        "mlp((3), tanh) | there is no model or function | known are"
      })
  void unknownNamesSayWhatIsKnown(String text, String message, String help) {
    assertThat(parse(text)).isEmpty();
    Problem problem = only(ProblemId.UNKNOWN_MODEL);
    assertThat(problem.message()).startsWith(message);
    assertThat(problem.help()).startsWith(help);
    assertThat(problem.span()).isEqualTo(SPAN);
  }

  @Test
  void theListOfWhatIsKnownIsComplete() {
    parse("?");
    assertThat(only(ProblemId.UNKNOWN_MODEL).help())
        .isEqualTo(
            "known are linear, polynomial, mlp, squared, logistic, huber, generic, tanh, sigmoid,"
                + " softplus, relu, sin, cos, exp, square, cubic, identity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "polynomial",
        "polynomial()",
        "polynomial(0)",
        "polynomial(9)",
        "polynomial(-1)",
        "polynomial(2, 3)",
        "polynomial(99999999999999999999)",
        "mlp",
        "mlp()",
        "mlp(3)",
        "mlp(tanh)",
        "mlp(0, tanh)",
        "mlp(65, tanh)",
        "mlp(3.5, tanh)",
        "mlp(, tanh)",
        "mlp(2, 2, 2, 2, tanh)",
        "linear(2)",
        "squared()"
      })
  void wrongSettingsAreNamed(String text) {
    assertThat(parse(text)).isEmpty();
    only(ProblemId.BAD_TRY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "(", ")", "()", ",", "mlp(", "mlp)", "mlp(3, tanh", "ℓ", "\0"})
  void survives(String text) {
    assertThat(parse(text)).isEmpty();
    assertThat(problems.toList()).hasSize(1);
  }

  @Test
  void longTextsAreShortenedInTheMessage() {
    assertThat(parse("𝔵".repeat(10_000))).isEmpty();
    assertThat(only(ProblemId.UNKNOWN_MODEL).message())
        .isEqualTo("there is no model or function “" + "𝔵".repeat(40) + "…”");
  }

  private Optional<ModelSpec> parse(String text) {
    return SpecParser.parse(text, SPAN, problems);
  }

  private Problem only(ProblemId id) {
    assertThat(problems.toList()).singleElement().extracting(Problem::id).isEqualTo(id);
    return problems.toList().getFirst();
  }
}
