package dev.hence.read.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Divergences, Laplacians, and gradients of what is made of functions of one vector. */
final class FieldOperatorsTest {
  private static List<String> read(String display) {
    return Sheet.let(
            "x, y \\in \\mathbb{R}^d",
            "U(x), V(x), g(x, y) \\in \\mathbb{R}",
            "F(x) \\in \\mathbb{R}^d",
            "H(x) \\in \\mathbb{R}^3",
            "p(x) = e^{-U(x)}",
            "a \\in \\mathbb{R}")
        .display(display)
        .lines();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " reads ",
      value = {
        "0 = \\nabla \\cdot F reads claim: 0 = tr(∂F(x)/∂x)",
        "0 = a \\nabla_x \\cdot F(x) reads claim: 0 = a tr(∂F(x)/∂x)",
        "0 = \\nabla \\cdot (V F) reads claim: 0 = tr(∂/∂x (V(x) F(x)))",
        "0 = \\operatorname{div} F reads claim: 0 = tr(∂F(x)/∂x)",
        "0 = \\operatorname{div}_x(V F) reads claim: 0 = tr(∂/∂x (V(x) F(x)))",
        "0 = a \\Delta U reads claim: 0 = a tr(∇²_x U(x))",
        "0 = \\Delta (U V) reads claim: 0 = tr(∇²_x (U(x) V(x)))",
        "0 = \\Delta_x U(x) reads claim: 0 = tr(∇²_x U(x))",
        "0 = \\Delta_x g(x, y) reads claim: 0 = tr(∇²_x g(x, y))",
        "0 = \\nabla (U V) reads claim: 0 = ∇_x (U(x) V(x))",
        "0 = a + \\nabla^2 p reads claim: 0 = a + tr(∇²p(x))",
        "0 = a + 2 \\nabla^2 p reads claim: 0 = a + tr(2 ∇²p(x))",
      })
  void whatFollowsIsDerivedByTheOneVector(String display, String read) {
    assertThat(read(display)).containsExactly(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // By what is not said.
        "0 = \\nabla \\cdot g(x, y)",
        "0 = \\nabla (U(x) V(y))",
        "0 = \\Delta (x^\\top x)",
        // Of what is no vector as long as the variable, and of what is no number.
        "0 = \\nabla \\cdot U",
        "0 = \\nabla \\cdot H",
        "0 = \\Delta (U F)",
        // A change of a number.
        "0 = \\Delta a",
        // One in every entry, or the identity.
        "0 = 1 + \\nabla^2 p",
        "0 = a + \\nabla F",
      })
  void whatDoesNotFitIsNotRead(String display) {
    assertThat(read(display)).allSatisfy(line -> assertThat(line).startsWith("unread: "));
  }
}
