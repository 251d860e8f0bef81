package dev.hence.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.Variable;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private final Enclosures field = new Enclosures(60);

  @Test
  void printsShortRationalsAsTheyAre() {
    assertThat(Numbers.text(Rational.of(-4))).isEqualTo("−4");
    assertThat(Numbers.text(Rational.of(-1, 2))).isEqualTo("−1/2");
    assertThat(Numbers.text(Rational.of(262537412640768744L))).isEqualTo("262537412640768744");
    assertThat(Numbers.text(Rational.of(123456, 234567))).isEqualTo("0.5263144432");
  }

  @Test
  void printsLargeAndSmallNumbersWithAPowerOfTen() {
    assertThat(Numbers.text(Rational.of(new BigDecimal("-1.25e-20")))).isEqualTo("−1.25·10⁻²⁰");
    assertThat(Numbers.text(3.5e20)).isEqualTo("3.5·10²⁰");
    assertThat(Numbers.text(0.1)).isEqualTo("0.1");
    assertThat(Numbers.text(Double.NaN)).isEqualTo("undefined");
    assertThat(Numbers.text(0.0)).isEqualTo("0");
  }

  @Test
  void showsAsManyDigitsAsItTakesToSeeTheDifference() {
    Enclosure e = field.apply(ElementaryFunction.EXP, field.one());
    Enclosure close = field.add(e, field.of(Rational.of(new BigDecimal("1e-20"))));
    assertThat(Numbers.apart(e, close))
        .containsExactly("2.71828182845904523536029", "2.71828182845904523537029");
    assertThat(Numbers.apart(e, field.of(2))).containsExactly("2.71828", "2");
    Rational tiny = Rational.of(new BigDecimal("5.4e-176"));
    Enclosure below = new Enclosure.Exact(Rational.ONE.minus(tiny));
    assertThat(Numbers.apart(below, field.apply(ElementaryFunction.EXP, field.zero())))
        .containsExactly("1 − 5.4·10⁻¹⁷⁶", "1");
  }

  @Test
  void printsPointsAsPeopleWriteThem() {
    SequencedMap<Variable, List<Rational>> values = new LinkedHashMap<>();
    values.put(new Variable(new Name("w"), List.of(), 1, 1), List.of(Rational.ONE));
    values.put(
        new Variable(new Name("x"), List.of(2), 2, 1), List.of(Rational.of(-1), Rational.of(1, 2)));
    values.put(
        new Variable(new Name("A"), List.of(), 2, 2),
        List.of(Rational.ONE, Rational.ZERO, Rational.ZERO, Rational.of(3)));
    assertThat(new Point(values).text()).isEqualTo("w = 1, x_{2} = (−1, 1/2), A = [1, 0; 0, 3]");
  }
}
