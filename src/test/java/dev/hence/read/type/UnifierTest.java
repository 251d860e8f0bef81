package dev.hence.read.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.claim.Domain;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.type.Mismatch.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UnifierTest {
  private static final Extent N = Extent.named("n");
  private static final Extent D = Extent.named("d");
  private static final Extent ONE = Extent.of(1);

  private final Unifier unifier = new Unifier();

  @Test
  void anUnknownTypeBecomesWhatItsUseForces() {
    Type.Unknown x = unifier.unknown();
    assertFits(x, Type.vector(N));
    assertThat(unifier.known(x)).isEqualTo(Type.vector(N));
    assertThat(reason(x, Type.real())).isInstanceOf(Reason.Kinds.class);
  }

  @Test
  void twoUnknownsBecomeOne() {
    Type.Unknown x = unifier.unknown();
    Type.Unknown y = unifier.unknown();
    assertFits(x, y);
    assertFits(y, x);
    assertFits(y, Type.real());
    assertThat(unifier.known(x)).isEqualTo(Type.real());
  }

  @Test
  void aMismatchNamesBothTypesAndSettlesNothing() {
    Extent rows = unifier.unknownExtent();
    Type left = Type.matrix(rows, D);
    Type right = Type.matrix(N, N);
    Mismatch mismatch = unifier.unify(left, right).orElseThrow();
    assertThat(mismatch.reason()).isEqualTo(new Reason.Lengths(D, N));
    assertThat(mismatch.words()).isEqualTo("ℝ^{n × d} does not fit ℝ^{n × n}: d is not n.");
    assertThat(unifier.known(rows)).isEqualTo(rows);
  }

  @Test
  void aVectorIsNoNumberAndNoMatrixOfOneColumn() {
    assertThat(unifier.unify(Type.vector(N), Type.real()).orElseThrow().words())
        .isEqualTo("ℝ^{n} does not fit ℝ.");
    assertThat(reason(Type.vector(N), Type.matrix(N, ONE))).isEqualTo(new Reason.Sides(1, 2));
  }

  @Test
  void whatIsDeclaredOfOneNameIsNotForcedOnAnother() {
    Type.Unknown x = unifier.unknown();
    assertFits(x, new Type.Real(Domain.POSITIVE));
    assertThat(unifier.known(x)).isEqualTo(Type.real());
    assertFits(new Type.Real(Domain.POSITIVE), Type.real());
  }

  @Test
  void functionsAreComparedArgumentByArgument() {
    Type.Unknown value = unifier.unknown();
    Type f = new Type.Function(List.of(Type.vector(D), Type.real()), value);
    assertFits(f, new Type.Function(List.of(Type.vector(D), Type.real()), Type.vector(N)));
    assertThat(unifier.known(value)).isEqualTo(Type.vector(N));
    assertThat(reason(f, new Type.Function(List.of(Type.vector(D)), Type.vector(N))))
        .isEqualTo(new Reason.Arity(2, 1));
    assertThat(reason(f, new Type.Function(List.of(Type.real(), Type.real()), value)))
        .isEqualTo(new Reason.Kinds(Type.vector(D), Type.real()));
  }

  @Test
  void noTypeIsAPartOfItself() {
    Type.Unknown f = unifier.unknown();
    Type.Unknown x = unifier.unknown();
    assertFits(f, new Type.Function(List.of(Type.real()), x));
    assertThat(reason(x, f)).isInstanceOf(Reason.Endless.class);
  }

  @Test
  void lawsSetsTimesAndIndicesHaveKindsOfTheirOwn() {
    Type.Unknown outcome = unifier.unknown();
    assertFits(new Type.Law(outcome), new Type.Law(Type.vector(D)));
    assertThat(unifier.known(outcome)).isEqualTo(Type.vector(D));
    assertFits(new Type.Set(outcome), new Type.Set(Type.vector(D)));
    assertThat(reason(new Type.Law(outcome), new Type.Set(outcome)))
        .isInstanceOf(Reason.Kinds.class);
    assertThat(reason(new Type.Time(), Type.real())).isInstanceOf(Reason.Kinds.class);
    assertFits(new Type.Time(), new Type.Time());
    assertFits(new Type.Index(ONE, N), new Type.Index(ONE, N));
    assertThat(reason(new Type.Index(ONE, N), new Type.Index(ONE, D)))
        .isEqualTo(new Reason.Lengths(N, D));
  }

  @Test
  void aLengthIsSolvedForItsUnknown() {
    Extent u = unifier.unknownExtent();
    assertThat(unifier.unify(u.plus(ONE), N)).isEmpty();
    assertThat(unifier.known(u)).isEqualTo(N.minus(ONE));
    Extent half = unifier.unknownExtent();
    assertThat(unifier.unify(half.plus(half), N.plus(N))).isEmpty();
    assertThat(unifier.known(half)).isEqualTo(N);
  }

  @Test
  void aLengthIsAtLeastOne() {
    Extent u = unifier.unknownExtent();
    assertThat(unifier.unify(u.plus(ONE), ONE)).isPresent();
    assertThat(unifier.unify(u.plus(ONE), Extent.of(2))).isEmpty();
    assertThat(unifier.known(u)).isEqualTo(ONE);
  }

  @Test
  void twoUnknownLengthsWaitForEachOther() {
    Extent u = unifier.unknownExtent();
    Extent v = unifier.unknownExtent();
    assertThat(unifier.unify(u.plus(u).plus(v).plus(v).plus(v), N)).isEmpty();
    assertThat(unifier.open()).hasSize(1);
    assertThat(unifier.unify(v, Extent.of(2))).isEmpty();
    assertThat(unifier.unify(N, N)).isEmpty();
    assertThat(unifier.open()).hasSize(1);
    assertThat(unifier.unify(u, D)).isPresent();
  }

  @Test
  void whatWaitedIsSettledOnceEnoughIsKnown() {
    Extent u = unifier.unknownExtent();
    Extent v = unifier.unknownExtent();
    assertThat(unifier.unify(u.plus(u), v.plus(v).plus(v))).isEmpty();
    assertThat(unifier.open()).hasSize(1);
    assertThat(unifier.unify(v, N.plus(N))).isEmpty();
    assertThat(unifier.known(u)).isEqualTo(N.plus(N).plus(N));
    assertThat(unifier.open()).isEmpty();
  }

  @Test
  void aProductOfKnownSizesIsOneAtom() {
    Extent product = N.times(D).orElseThrow();
    assertThat(product).isEqualTo(D.times(N).orElseThrow());
    assertThat(unifier.unify(product, N.plus(D))).isPresent();
    Extent u = unifier.unknownExtent();
    assertThat(unifier.unify(u.plus(product), product.plus(N))).isEmpty();
    assertThat(unifier.known(u)).isEqualTo(N);
    assertThat(unifier.unknownExtent().times(N)).isEmpty();
    assertThat(unifier.unknownExtent().times(Extent.of(3))).isPresent();
    assertThat(N.plus(ONE).times(N.minus(ONE)).orElseThrow())
        .isEqualTo(N.times(N).orElseThrow().minus(ONE));
  }

  @Test
  void aChoiceIsTakenBack() {
    Type.Unknown x = unifier.unknown();
    Extent u = unifier.unknownExtent();
    int mark = unifier.mark();
    assertFits(x, Type.matrix(u, D));
    assertThat(unifier.unify(u, N)).isEmpty();
    unifier.undo(mark);
    assertThat(unifier.known(x)).isEqualTo(x);
    assertThat(unifier.known(u)).isEqualTo(u);
    assertFits(x, Type.real());
  }

  @Test
  void shapesAreTypesAndBack() {
    Size n = Size.named("n");
    for (Shape shape :
        List.of(
            Shape.SCALAR,
            new Shape.Vector(n),
            new Shape.Row(n),
            new Shape.Matrix(n, Size.named("d")),
            new Shape.Vector(n.plus(Size.fixed(-1))))) {
      assertThat(Type.of(shape).shape()).isEqualTo(Optional.of(shape));
    }
    assertThat(unifier.unknown().shape()).isEmpty();
    assertThat(Type.vector(unifier.unknownExtent()).shape()).isEmpty();
  }

  private void assertFits(Type left, Type right) {
    assertThat(unifier.unify(left, right)).isEmpty();
  }

  private Reason reason(Type left, Type right) {
    return unifier.unify(left, right).orElseThrow().reason();
  }
}
