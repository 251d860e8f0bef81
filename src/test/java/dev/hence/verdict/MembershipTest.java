package dev.hence.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {
  private static boolean holds(Domain domain, int rows, int columns, String entries) {
    Variable variable = new Variable(new Name("A"), List.of(), rows, columns);
    return Membership.holds(
        domain,
        variable,
        Arrays.stream(entries.split(" ", -1)).map(MembershipTest::rational).toList());
  }

  private static Rational rational(String text) {
    List<String> parts = Arrays.asList(text.split("/", -1));
    long denominator = parts.size() == 1 ? 1 : Long.parseLong(parts.get(1));
    return Rational.of(Long.parseLong(parts.getFirst()), denominator);
  }

  @ParameterizedTest(name = "{0} {1}×{2} [{3}]: {4}")
  @CsvSource({
    "SIMPLEX, 3, 1, 1/2 1/3 1/6, true",
    "SIMPLEX, 3, 1, 1/2 1/3 1/5, false",
    "SIMPLEX, 2, 1, 3/2 -1/2, false",
    "ONE_HOT, 3, 1, 0 1 0, true",
    "ONE_HOT, 3, 1, 0 0 0, false",
    "ONE_HOT, 2, 1, 1/2 1/2, false",
    "SYMMETRIC, 2, 2, 1 2 2 3, true",
    "SYMMETRIC, 2, 2, 1 2 3 4, false",
    "POSITIVE_SEMIDEFINITE, 2, 2, 1 1 1 1, true",
    "POSITIVE_SEMIDEFINITE, 2, 2, 0 1 1 5, false",
    "POSITIVE_SEMIDEFINITE, 2, 2, 1 2 2 1, false",
    "POSITIVE_SEMIDEFINITE, 2, 2, 1 0 2 1, false",
    "POSITIVE_DEFINITE, 2, 2, 2 1 1 2, true",
    "POSITIVE_DEFINITE, 2, 2, 1 1 1 1, false",
    "POSITIVE_DEFINITE, 2, 2, 1 2 2 1, false",
    "INVERTIBLE, 2, 2, 0 1 1 0, true",
    "INVERTIBLE, 2, 2, 1 2 2 4, false",
    "ORTHOGONAL, 2, 2, 3/5 4/5 -4/5 3/5, true",
    "ORTHOGONAL, 2, 2, 1 1 0 1, false",
    "ORTHONORMAL_COLUMNS, 3, 1, 2/3 2/3 1/3, true",
    "ORTHONORMAL_COLUMNS, 3, 1, 1 1 1, false"
  })
  void knowsSpecialKinds(Domain.Kind kind, int rows, int columns, String entries, boolean member) {
    assertThat(holds(new Domain.Special(kind), rows, columns, entries)).isEqualTo(member);
  }

  @Test
  void knowsIntervalsSetsAndIntegers() {
    assertThat(holds(Domain.POSITIVE, 1, 1, "1/100")).isTrue();
    assertThat(holds(Domain.POSITIVE, 1, 1, "0")).isFalse();
    assertThat(holds(Fixtures.interval(0, 1), 2, 1, "0 1")).isTrue();
    assertThat(holds(Fixtures.interval(0, 1), 2, 1, "0 2")).isFalse();
    Domain labels = new Domain.Finite(List.of(Rational.of(-1), Rational.ONE));
    assertThat(holds(labels, 2, 1, "1 -1")).isTrue();
    assertThat(holds(labels, 1, 1, "0")).isFalse();
    Domain natural = new Domain.Integers(Optional.of(0));
    assertThat(holds(natural, 1, 1, "3")).isTrue();
    assertThat(holds(natural, 1, 1, "-3")).isFalse();
    assertThat(holds(natural, 1, 1, "1/2")).isFalse();
  }
}
