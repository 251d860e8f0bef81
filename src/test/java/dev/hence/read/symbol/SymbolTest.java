package dev.hence.read.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hence.read.symbol.Mark.Label;
import dev.hence.read.symbol.Mark.Numbered;
import dev.hence.read.symbol.Mark.Place;
import dev.hence.read.symbol.Mark.Primes;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SymbolTest {
  private static final Symbol W = Symbol.of("w");

  @Test
  void fontsAndAccentsMakeOtherNames() {
    assertThat(W.in(new Font(Font.Style.PLAIN, true))).isNotEqualTo(W);
    assertThat(W.with(Accent.HAT)).isNotEqualTo(W);
    assertThat(W.with(Accent.HAT).with(Accent.DOT).latex()).isEqualTo("\\dot{\\hat{w}}");
    assertThat(Symbol.of("L").in(new Font(Font.Style.CALLIGRAPHIC, true)).latex())
        .isEqualTo("\\boldsymbol{\\mathcal{L}}");
  }

  @Test
  void aStyleInsideAnotherStaysAndBoldnessAddsUp() {
    Font bold = new Font(Font.Style.PLAIN, true);
    Font script = new Font(Font.Style.CALLIGRAPHIC, false);
    Font roman = new Font(Font.Style.ROMAN, false);
    assertThat(script.inside(bold)).isEqualTo(new Font(Font.Style.CALLIGRAPHIC, true));
    assertThat(script.inside(roman)).isEqualTo(script);
  }

  @Test
  void theOrderInWhichMarksAreWrittenDoesNotCount() {
    Mark label = new Label(Place.LOW, List.of(Symbol.of("h"), Symbol.of("x")));
    Mark number = new Numbered(Place.HIGH, 2, true);
    assertThat(W.with(label).with(number)).isEqualTo(W.with(number).with(label));
    assertThat(W.with(number).with(label).latex()).isEqualTo("w_{h x}^{(2)}");
  }

  @Test
  void aLabelIsNoNumberAndParenthesesCount() {
    assertThat(W.with(new Numbered(Place.LOW, 1, false)))
        .isNotEqualTo(W.with(new Numbered(Place.LOW, 1, true)))
        .isNotEqualTo(W.with(new Numbered(Place.HIGH, 1, false)))
        .isNotEqualTo(W.with(new Label(Place.LOW, List.of(Symbol.of("1")))));
  }

  @Test
  void primesAreCountedTogether() {
    assertThat(W.with(new Primes(1)).with(new Primes(1))).isEqualTo(W.with(new Primes(2)));
    assertThat(W.with(new Primes(2)).latex()).isEqualTo("w''");
  }

  @Test
  void marksAreAskedForByTheirKind() {
    Symbol q = Symbol.of("q").with(new Mark.Bar(1)).with(new Primes(1));
    assertThat(q.mark(Mark.Bar.class)).contains(new Mark.Bar(1));
    assertThat(q.without(Mark.Bar.class)).isEqualTo(Symbol.of("q").with(new Primes(1)));
    assertThat(q.bare()).isEqualTo(Symbol.of("q"));
    assertThat(q.mark(Mark.Without.class)).isEmpty();
  }

  @Test
  void whatIsFoundWithoutAMemberIsNoNegativeIndex() {
    Symbol leftOut = W.with(new Mark.Without(Symbol.of("i")));
    assertThat(leftOut.latex()).isEqualTo("w_{-i}");
    assertThat(leftOut).isNotEqualTo(W.with(new Mark.Sign(Place.LOW, "-i")));
  }

  @Test
  void nothingIsNoSymbolAndNoLabel() {
    assertThatThrownBy(() -> Symbol.of(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Label(Place.LOW, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Primes(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnderscoreInAWordIsEscaped() {
    assertThat(Symbol.of("train_loss").in(new Font(Font.Style.ROMAN, false)).latex())
        .isEqualTo("\\mathrm{train\\_loss}");
  }
}
