package dev.hence.road.numeric;

import static dev.hence.verdict.Fixtures.apply;
import static dev.hence.verdict.Fixtures.atEnd;
import static dev.hence.verdict.Fixtures.atStart;
import static dev.hence.verdict.Fixtures.claim;
import static dev.hence.verdict.Fixtures.equation;
import static dev.hence.verdict.Fixtures.integral;
import static dev.hence.verdict.Fixtures.interval;
import static dev.hence.verdict.Fixtures.negative;
import static dev.hence.verdict.Fixtures.number;
import static dev.hence.verdict.Fixtures.power;
import static dev.hence.verdict.Fixtures.sum;
import static dev.hence.verdict.Fixtures.times;
import static dev.hence.verdict.Fixtures.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hence.claim.Domain;
import dev.hence.eval.Variable;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Evidence.Certificate;
import dev.hence.verdict.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is recorded along a trajectory, held against solutions that are known in closed form. */
class CourseTest {
  private static final Expr.Ref W = variable("w");
  private static final Expr LEFT = atEnd(W);

  /** w(T) = w(0) − ∫₀ᵀ w dt, for w' = −w. */
  private static Fixtures.Claim decay() {
    return equation(LEFT, sum(atStart(W), negative(integral(W))))
        .alongTrajectory()
        .moves("w", negative(W));
  }

  private static Optional<Course> course(Fixtures.Claim claim, Expr... parts) {
    return NumericRoad.course(claim.instance(), List.of(parts), Optional.empty(), Settings.DEFAULT);
  }

  private static double start(Course course) {
    return course.point().of(new Variable(W.name(), List.of(), 1, 1)).getFirst().toDouble();
  }

  @Test
  void bothSidesFollowTheExponential() {
    Course course = course(decay()).orElseThrow();
    assertThat(course.ends()).startsWith(0.0).endsWith(2.0).isSorted().hasSizeGreaterThan(50);
    for (int k = 0; k < course.ends().size(); k++) {
      double exact = start(course) * StrictMath.exp(-course.ends().get(k));
      assertThat(course.left().get(k)).isCloseTo(exact, within(1e-10));
      assertThat(course.right().get(k)).isCloseTo(exact, within(1e-10));
    }
    assertThat(course.error()).isLessThan(1e-10);
  }

  @Test
  void partsAreReadOffBesideTheSides() {
    Course course = course(decay(), integral(W), times(number(3), atStart(W))).orElseThrow();
    for (int k = 0; k < course.ends().size(); k++) {
      double exact = -start(course) * StrictMath.expm1(-course.ends().get(k));
      assertThat(course.parts().get(0).get(k)).isCloseTo(exact, within(1e-10));
      assertThat(course.parts().get(1).get(k)).isEqualTo(3 * start(course));
    }
  }

  /** The velocity may depend on the time: each piece of the way must begin when the last ended. */
  @Test
  void timeRunsOnFromPieceToPiece() {
    Expr time = variable("t");
    Course course =
        course(equation(LEFT, LEFT).alongTrajectory().moves("w", times(number(2), time)))
            .orElseThrow();
    for (int k = 0; k < course.ends().size(); k++) {
      double t = course.ends().get(k);
      assertThat(course.left().get(k)).isCloseTo(start(course) + t * t, within(1e-10));
    }
  }

  @Test
  void theSameGivesTheSame() {
    assertThat(course(decay(), integral(W))).isEqualTo(course(decay(), integral(W)));
  }

  /** w' = w² from w ≥ 2 on grows beyond all bounds at 1/w(0) at the latest. */
  @Test
  void endsBeforeASolutionIsLost() {
    Domain large = new Domain.Interval(Optional.of(Rational.of(2)), true, Optional.empty(), false);
    Course course =
        course(
                equation(LEFT, sum(atStart(W), integral(power(W, 2))))
                    .alongTrajectory()
                    .moves("w", power(W, 2))
                    .declare("w", large))
            .orElseThrow();
    assertThat(course.ends().getLast()).isLessThan(1 / start(course)).isPositive();
    for (int k = 0; k < course.ends().size(); k++) {
      double exact = 1 / (1 / start(course) - course.ends().get(k));
      assertThat(course.left().get(k)).isCloseTo(exact, within(1e-8 * exact));
    }
  }

  @Test
  void endsWhileTheStateIsInItsDomain() {
    Course course = course(decay().declare("w", interval(1, 2))).orElseThrow();
    assertThat(start(course) * StrictMath.exp(-course.ends().getLast())).isGreaterThanOrEqualTo(1);
  }

  @Test
  void saysNothingWhereTheStatementSaysNothing() {
    Course course =
        course(
                decay()
                    .declare("w", interval(1, 2))
                    .moves("w", number(0))
                    .where(Fixtures.END, Relation.GREATER, number(1)))
            .orElseThrow();
    for (int k = 0; k < course.ends().size(); k++) {
      boolean said = course.ends().get(k) > 1;
      assertThat(Double.isFinite(course.left().get(k))).isEqualTo(said);
    }
  }

  @Test
  void saysNothingBeforeTheFirstEndThatIsAllowed() {
    Course course = course(decay().declare("T", interval(1, 2))).orElseThrow();
    assertThat(course.left().getFirst()).isNaN();
    assertThat(course.left().getLast()).isFinite();
  }

  @Test
  void beginsAtACounterexample() {
    Fixtures.Claim wrong = equation(LEFT, atStart(W)).alongTrajectory().moves("w", negative(W));
    Evidence.Counterexample found =
        (Evidence.Counterexample)
            NumericRoad.examine(wrong.instance(), Settings.DEFAULT).getFirst();
    assertThat(found.certificate()).isInstanceOf(Certificate.Jet.class);
    Course.Start start = new Course.Start(found.point(), found.component());
    Course course =
        NumericRoad.course(wrong.instance(), List.of(), Optional.of(start), Settings.DEFAULT)
            .orElseThrow();
    assertThat(course.point()).isEqualTo(found.point());
    assertThat(course.left().getLast())
        .isCloseTo(course.right().getLast() * StrictMath.exp(-2), within(1e-10));
  }

  /** Of two entries the one is told that moves. */
  @Test
  void tellsTheLiveliestEntry() {
    Expr.Ref member = Fixtures.member("a", "j");
    Expr right = times(member, apply(ElementaryFunction.EXP, negative(Fixtures.END)));
    Course course =
        course(
                claim(right, Relation.EQUAL, right)
                    .alongTrajectory()
                    .moves("w", negative(W))
                    .forEach("j", 2))
            .orElseThrow();
    List<Double> first = starts(course);
    int larger = Math.abs(first.get(0)) >= Math.abs(first.get(1)) ? 0 : 1;
    assertThat(course.component()).isEqualTo(larger);
  }

  private static List<Double> starts(Course course) {
    return IntStream.rangeClosed(1, 2)
        .mapToObj(
            j ->
                course
                    .point()
                    .of(new Variable(Fixtures.member("a", "j").name(), List.of(j), 1, 1))
                    .getFirst()
                    .toDouble())
        .toList();
  }

  @Test
  void statementsAboutNoTimesHaveNone() {
    assertThat(course(equation(W, W))).isEmpty();
  }
}
