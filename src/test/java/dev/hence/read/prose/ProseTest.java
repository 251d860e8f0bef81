package dev.hence.read.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sentences say, one at a time: each letter in them is used in a display behind. */
class ProseTest {
  private static Page page(String sentence) {
    List<Page.Part> parts = new ArrayList<>();
    parts.add(new Page.Words(Source.of(sentence), false));
    Set<Symbol> letters = new LinkedHashSet<>();
    for (Sentence s : Sentences.of(new Page(parts))) {
      for (Item item : s.items()) {
        if (item instanceof Item.Inline inline) {
          letters.addAll(inline.formula().letters());
        }
      }
    }
    StringBuilder display = new StringBuilder("0");
    letters.forEach(letter -> display.append(", ").append(letter.latex()));
    letters.forEach(letter -> display.append(", ").append(letter.letter()));
    parts.add(new Page.Display(0, Source.of(display.toString())));
    return new Page(parts);
  }

  private static List<String> entries(String sentence) {
    return Prose.of(page(sentence), List.of()).entries().stream()
        .map(e -> e.key() + ": " + e.text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where $x \\in \\mathbb{R}^d$ | let: x \\in \\mathbb{R}^d",
        "Let $X$ be an $n \\times d$ matrix. | let: X \\in \\mathbb{R}^{n \\times d}",
        "a $k$-dimensional vector $b$ | let: b \\in \\mathbb{R}^{k}",
        "Let $u$ and $v$ be vectors in $\\mathbb{R}^n$. | let: u \\in \\mathbb{R}^n;"
            + " let: v \\in \\mathbb{R}^n",
        "a symmetric positive-definite matrix $A$ of size $n \\times n$ |"
            + " let: A \\in \\mathbb{S}^{n}_{++}",
        "where $A \\in \\mathbb{R}^{n \\times n}$ is symmetric | let: A \\in \\mathbb{S}^{n}",
        "$B \\in \\mathbb{R}^{m \\times m}$ is positive semidefinite. |"
            + " let: B \\in \\mathbb{S}^{m}_+",
        "$Q \\in \\mathbb{R}^{m \\times m}$ is orthogonal. | let: Q \\in \\mathrm{O}(m)",
        "The matrix $G \\in \\mathbb{R}^{m \\times m}$ is invertible. |"
            + " let: G \\in \\mathrm{GL}(m)",
        "where $c > 0$ is a constant | let: c > 0",
        "with $0 < p < 1$ | let: 0 < p < 1",
        "with learning rate $\\eta$ | let: \\eta > 0",
        "$\\gamma$ is positive. | let: \\gamma > 0",
        "where $a$ is a scalar | let: a \\in \\mathbb{R}",
        "Let $a$, $b$ and $c$ be real numbers. | let: a \\in \\mathbb{R}; let: b \\in \\mathbb{R};"
            + " let: c \\in \\mathbb{R}",
        "for $i = 1, \\dots, n$ | let: i = 1, \\dots, n",
        "where $j \\in \\{1, \\ldots, m\\}$ | let: j = 1, \\dots, m",
        "Let $\\alpha = 1 - \\beta$. | let: \\alpha = 1 - \\beta",
        "where $\\sigma$ is the sigmoid | let: \\sigma(z) = \\frac{1}{1 + e^{-z}}",
        "the logistic function $g$ | let: g(z) = \\frac{1}{1 + e^{-z}}",
        "Under gradient flow $\\dot\\theta = -\\nabla L$ | flow: \\dot\\theta = -\\nabla L",
        "the ODE $\\frac{dx}{dt} = -x$ | flow: \\frac{dx}{dt} = -x",
        "We assume that $\\lVert x \\rVert \\le 1$. | assume: \\lVert x \\rVert \\le 1",
        "training starts at $w_0 = 0$ | assume: w_0 = 0"
      })
  void isDeclared(String sentence, String entries) {
    assertThat(String.join("; ", entries(sentence))).isEqualTo(entries);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If $x \\in \\mathbb{R}^d$ were known, we could go on.",
        "Suppose for contradiction that $a > 0$ is a constant; this cannot be.",
        "The matrix $A$ is not symmetric.",
        "For example, let $n = 3$.",
        "Let $x = 0$.",
        "The inverse of $A$ is positive definite.",
        "$v$ is a vector field.",
        "$s$ is a scalar function of time.",
        "$M$ is a matrix norm.",
        "There exists a constant $c > 0$.",
        "For some constant $c > 0$ this holds.",
        "for $x > 0$ the root is real",
        "When $p$ is positive, the sum converges.",
        "Without a symmetric matrix $A$ nothing works.",
        "The eigenvector $v$ belongs to it.",
        "the gradient vector $g$",
        "a random vector $x$",
        "Here $x$ is constant in time.",
        "Let $a = b = c$.",
        "with $u = v$ we get the same",
        "$f$ is symmetric in its arguments.",
        "the positive vector $x$",
        "The number of samples $n$ is large.",
        "we could assume that $a = 1$",
        "unlike gradient flow $\\dot x = -x$",
        "the matrix $A B$ and the scalar $a + b$",
        "$A$ is positive or symmetric.",
        "it is usually assumed that $x > 0$ is a constant",
        "where $x \\in \\mathcal{X}$",
        "the vector of $x$"
      })
  void isNotBelieved(String sentence) {
    assertThat(entries(sentence)).isEmpty();
  }

  @Test
  void twoSentencesThatContradictDeclareNothing() {
    Prose prose = Prose.of(page("Let $u \\in \\mathbb{R}^d$. Here $u$ is a scalar."), List.of());
    assertThat(prose.entries()).isEmpty();
    assertThat(prose.conflicts()).hasSize(1);
  }

  @Test
  void twoSentencesThatAgreeDeclareOnce() {
    assertThat(entries("Let $u \\in \\mathbb{R}^d$. The vector $u \\in \\mathbb{R}^{d}$ moves."))
        .containsExactly("let: u \\in \\mathbb{R}^d");
  }

  @Test
  void theHeaderWins() {
    Prose prose =
        Prose.of(page("where $x > 0$ is a constant"), List.of(Source.of("x \\in \\mathbb{R}")));
    assertThat(prose.entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Setting the gradient to zero gives | STATIONARITY",
        "We set the derivative with respect to $w$ equal to zero: | STATIONARITY",
        "subject to | CONSTRAINT",
        "subject to the constraints | CONSTRAINT",
        "we assume that | ASSUMPTION",
        "with the initial conditions | START"
      })
  void isAnnounced(String words, Cue.Role role) {
    assertThat(cues(words)).extracting(Cue::role).containsExactly(role);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Setting the gradient to zero and solving for $w$ gives",
        "The gradient is",
        "It is not subject to",
        "Instead of setting the gradient to zero, we note that",
        "Setting $a$ to zero gives",
        "we assume nothing, yet"
      })
  void isNotAnnounced(String words) {
    assertThat(cues(words)).isEmpty();
  }

  private static List<Cue> cues(String words) {
    Page page =
        new Page(
            List.of(
                new Page.Words(Source.of(words), false),
                new Page.Display(0, Source.of("2 w - a = 0"))));
    return Prose.of(page, List.of()).cues();
  }
}
