package dev.hence.road.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.time.Deadline;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final Deadline LATER = Deadline.in(Duration.ofMinutes(1));

  private final Terms t = new Terms();
  private final Term.Symbol x = t.symbol("x");
  private final Term.Symbol y = t.symbol("y");

  @Test
  void tellsPolynomialsApart() {
    Term square = t.power(t.sum(x, y), 2);
    Term expanded = t.sum(t.power(x, 2), t.product(t.constant(2), x, y), t.power(y, 2));
    assertThat(Screen.free().equal(square, expanded)).isTrue();
    assertThat(Screen.free().equal(square, t.sum(expanded, t.constant(1)))).isFalse();
    assertThat(Screen.free().equal(t.product(x, t.power(x, -1)), t.one())).isTrue();
  }

  @Test
  void knowsRelations() {
    Relation root = new Relation.Algebraic(y, 2, Polynomial.of(x));
    Screen screen = Screen.on(List.of(root), LATER).orElseThrow();
    assertThat(screen.equal(t.power(y, 4), t.power(x, 2))).isTrue();
    assertThat(screen.equal(t.power(y, 3), t.power(x, 2))).isFalse();
    assertThat(Screen.free().equal(t.power(y, 4), t.power(x, 2))).isFalse();
  }

  @Test
  void knowsRootsOfNumbers() {
    for (int n = 2; n < 12; n++) {
      Polynomial value = Polynomial.of(dev.hence.expr.Rational.of(n));
      assertThat(Screen.on(List.of(new Relation.Algebraic(x, 2, value)), LATER)).isPresent();
    }
  }

  @Test
  void seesWhatNeedNotBeLookedInto() {
    Term u = t.sum(x, y);
    Term left = t.product(u, t.sum(u, t.one()));
    Term right = t.sum(t.power(u, 2), t.product(u, t.one()));
    Term once = t.sum(t.power(u, 2), x, y);
    assertThat(Screen.free().equal(left, t.sum(t.power(u, 2), u), Set.of(u))).isFalse();
    assertThat(Screen.free().equal(left, once, Set.of())).isTrue();
    assertThat(right).isSameAs(once);
  }

  @Test
  void multipliesModuloItsPrimes() {
    for (int i = 0; i < PrimeField.COUNT; i++) {
      PrimeField field = PrimeField.number(i);
      BigInteger p = BigInteger.valueOf(field.p());
      assertThat(p.isProbablePrime(40)).isTrue();
      java.util.SplittableRandom random = new java.util.SplittableRandom(i);
      for (int k = 0; k < 2000; k++) {
        long a = random.nextLong(field.p());
        long b = k % 2 == 0 ? field.p() - 1 - k : random.nextLong(field.p());
        BigInteger expected = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).mod(p);
        assertThat(field.times(a, b)).isEqualTo(expected.longValue());
      }
      assertThat(field.root(field.power(5, 6), 6).stream().map(r -> field.power(r, 6)).findAny())
          .hasValue(field.power(5, 6));
    }
  }
}
