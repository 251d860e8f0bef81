package dev.hence.road.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.eval.Variable;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.verdict.Fixtures;
import dev.hence.verdict.Membership;
import dev.hence.verdict.Point;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplerTest {
  private static final Name A = new Name("A");

  private static Sampler sampler(Domain domain, int rows, int columns, long seed) {
    Scope scope =
        Scope.EMPTY.with(
            new Declaration.Variable(A, List.of(), Shape.SCALAR, domain, false, Fixtures.NOWHERE));
    return new Sampler(List.of(variable(rows, columns)), scope, seed);
  }

  private static Variable variable(int rows, int columns) {
    return new Variable(A, List.of(), rows, columns);
  }

  static Stream<Domain> domains() {
    return Stream.concat(
        Stream.of(
            Domain.REALS,
            Domain.POSITIVE,
            Fixtures.interval(0, 1),
            new Domain.Interval(
                Optional.of(Rational.of(-1, 3)), false, Optional.of(Rational.of(1, 7)), false),
            new Domain.Interval(Optional.empty(), false, Optional.of(Rational.of(-5)), true),
            new Domain.Finite(List.of(Rational.of(-1), Rational.ONE)),
            new Domain.Integers(Optional.of(2)),
            new Domain.Integers(Optional.empty())),
        Stream.of(Domain.Kind.values()).map(Domain.Special::new));
  }

  @ParameterizedTest
  @MethodSource("domains")
  void everyPointLiesInItsDomain(Domain domain) {
    boolean square =
        domain instanceof Domain.Special s && s.kind() != Domain.Kind.ORTHONORMAL_COLUMNS;
    Variable variable = variable(3, square ? 3 : 2);
    Sampler sampler = sampler(domain, variable.rows(), variable.columns(), 7);
    Set<Point> distinct = new HashSet<>();
    for (int k = 0; k < 200; k++) {
      Point point = sampler.point(k);
      assertThat(Membership.holds(domain, variable, point.of(variable)))
          .as("point %d: %s", k, point.text())
          .isTrue();
      distinct.add(point);
    }
    assertThat(distinct).hasSizeGreaterThan(5);
  }

  @Test
  void aPointDependsOnTheSeedAndItsNumberAlone() {
    Sampler one = sampler(Domain.REALS, 3, 1, 5);
    Sampler other = sampler(Domain.REALS, 3, 1, 5);
    Point ninth = one.point(9);
    IntStream.range(0, 9).forEach(other::point);
    assertThat(other.point(9)).isEqualTo(ninth);
    assertThat(sampler(Domain.REALS, 3, 1, 6).point(9)).isNotEqualTo(ninth);
  }

  @Test
  void beginsWithDistinctSmallIntegers() {
    Variable variable = variable(4, 1);
    List<Rational> entries = sampler(Domain.REALS, 4, 1, 3).point(0).of(variable);
    assertThat(entries).doesNotHaveDuplicates().allMatch(Rational::isInteger);
    assertThat(entries).allMatch(e -> Math.abs(e.intValueExact()) <= 3);
  }

  @Test
  void realNumbersAreOfManySizesAndDenominators() {
    Variable variable = variable(1, 1);
    Sampler sampler = sampler(Domain.REALS, 1, 1, 3);
    List<Rational> drawn =
        IntStream.range(0, 400).mapToObj(k -> sampler.point(k).of(variable).getFirst()).toList();
    for (int denominator : new int[] {3, 5, 7, 11}) {
      assertThat(drawn).anyMatch(e -> e.denominator().intValue() == denominator);
    }
    assertThat(drawn).anyMatch(e -> Math.abs(e.toDouble()) >= 100_000);
    assertThat(drawn).anyMatch(e -> e.signum() != 0 && Math.abs(e.toDouble()) < 0.00002);
    assertThat(drawn.stream().filter(e -> Math.abs(e.toDouble()) <= 3).count()).isGreaterThan(270);
  }

  @Test
  void orthogonalMatricesOfBothDeterminantsAreDrawn() {
    Variable variable = variable(2, 2);
    Sampler sampler = sampler(new Domain.Special(Domain.Kind.ORTHOGONAL), 2, 2, 1);
    Set<Integer> signs = new HashSet<>();
    for (int k = 0; k < 50; k++) {
      List<Rational> q = sampler.point(k).of(variable);
      signs.add(q.get(0).times(q.get(3)).minus(q.get(1).times(q.get(2))).signum());
    }
    assertThat(signs).containsExactlyInAnyOrder(-1, 1);
  }
}
