package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.expr.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private final Terms t = new Terms();
  private final Term.Symbol x = t.symbol("x");
  private final Term.Symbol y = t.symbol("y");
  private final Term.Symbol p = t.symbol("p", Domain.POSITIVE);

  private List<String> of(Term term) {
    return Conditions.of(t, term).stream().map(Conditions.Condition::toString).toList();
  }

  @Test
  void asksForDivisorsLogarithmsAndRoots() {
    assertThat(of(t.quotient(x, y))).containsExactly("y ≠ 0");
    assertThat(of(t.log(t.sum(x, y)))).containsExactly("x + y > 0");
    assertThat(of(t.sqrt(x))).containsExactly("x ≥ 0");
    assertThat(of(t.power(x, Rational.of(-1, 2)))).containsExactly("x > 0");
    assertThat(of(t.apply(Elementary.TAN, x))).containsExactly("cos(x) ≠ 0");
    assertThat(of(t.apply(Elementary.ARTANH, x))).containsExactly("x + 1 > 0", "−x + 1 > 0");
    assertThat(of(t.abs(x))).containsExactly("x ≠ 0");
  }

  @Test
  void saysEachOnce() {
    assertThat(of(t.sum(t.quotient(x, y), t.exp(t.power(y, -1)), t.power(y, -3))))
        .containsExactly("y ≠ 0");
  }

  @Test
  void leavesOutWhatIsCertain() {
    Term one = t.one();
    assertThat(of(t.power(t.sum(one, t.power(x, 2)), -1))).isEmpty();
    assertThat(of(t.log(t.sum(one, t.exp(t.negate(x)))))).isEmpty();
    assertThat(of(t.log(t.product(p, t.exp(x))))).isEmpty();
    assertThat(of(t.log(t.minus(one, t.power(t.sum(one, t.exp(x)), -1))))).isEmpty();
    assertThat(of(t.sqrt(t.sum(t.power(x, 2), t.power(y, 4))))).isEmpty();
    assertThat(of(t.log(t.minus(one, t.power(t.tanh(x), 2))))).isEmpty();
    assertThat(of(t.apply(Elementary.ARCSIN, t.apply(Elementary.SIN, x)))).isEmpty();
  }

  @Test
  void asksInABranchOnlyWhereItIsTaken() {
    assertThat(of(t.select(y, t.log(x), x)))
        .containsExactlyInAnyOrder("y ≠ 0", "(x if y > 0, else 1) > 0");
    assertThat(of(t.select(x, t.log(x), t.log(t.negate(x))))).containsExactly("x ≠ 0");
  }

  @Test
  void findsWhatFoldingCouldHide() {
    assertThat(of(t.minus(t.power(x, -1), t.power(x, -1)))).containsExactly("x ≠ 0");
    assertThat(of(t.product(t.sqrt(x), t.sqrt(x)))).containsExactly("x ≥ 0");
  }
}
