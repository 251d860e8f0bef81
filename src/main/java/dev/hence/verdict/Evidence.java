package dev.hence.verdict;

import dev.hence.algebra.RealNumber;
import dev.hence.eval.Coming;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import java.util.List;
import java.util.Optional;

/** What a road found out about one instance. Never a verdict. */
public sealed interface Evidence {
  Instance instance();

  /** Found by the general road: about every instance, whichever it is reported on. */
  sealed interface General extends Evidence {}

  /**
   * A proof was found. It is worth nothing until the judge has replayed it.
   *
   * @param instance one of the step's
   */
  record Proof(Instance instance, dev.hence.proof.Proof proof) implements General {}

  /** Found by the symbolic road. */
  sealed interface Symbolic extends Evidence {}

  /** Found by the numeric road. */
  sealed interface Numeric extends Evidence {}

  /**
   * Symja reduced the difference of the sides to 0, or showed an inequality by squares.
   *
   * @param method how, for people: {@code Expand}, {@code Together}, {@code sum of squares}
   * @param conditions side conditions met on the way, in readable mathematics
   * @param written what was compared on the way, in the order in which it was; of what was compared
   *     for many entries or values of an index, one
   */
  record SymbolicZero(
      Instance instance, String method, List<String> conditions, List<Written> written)
      implements Symbolic {
    public SymbolicZero {
      conditions = List.copyOf(conditions);
      written = List.copyOf(written);
    }

    /** Without what was compared. */
    public SymbolicZero(Instance instance, String method, List<String> conditions) {
      this(instance, method, conditions, List.of());
    }
  }

  /**
   * Two scalar expressions, in readable mathematics, as they were compared.
   *
   * @param of what they are, in words with mathematics between dollar signs, as {@code their
   *     derivatives in $T$}; empty for the sides of the step
   * @param place which of many: an entry, the values of indices; empty where there is but one
   * @param relation in which they were seen to stand; if it is an inequality, the one expression
   *     was held against 0, and the other is another form of it
   * @param where what stands for a part of them, as {@code u = tanh(x)}
   * @param terms how many terms left − right has at most when it is multiplied out; 0 where both
   *     sides are one expression
   * @param method how that was seen
   */
  record Written(
      String of,
      String place,
      Relation relation,
      String left,
      String right,
      List<String> where,
      int terms,
      String method) {
    public Written {
      where = List.copyOf(where);
    }
  }

  /** The symbolic road could not settle the instance. */
  record SymbolicOpen(Instance instance, String reason) implements Symbolic {}

  /**
   * Both sides were evaluated and agree, or the inequality was nowhere violated.
   *
   * @param points evaluated in doubles, both sides defined
   * @param certified of those, points at which enclosures of the difference contained 0 and shrank
   * @param lost points outside the domain, at a kink or beyond overflow
   * @param worst the largest |left − right| relative to the sizes of the terms
   * @param untaken conditions of branches that may be taken, but were at no point evaluated
   * @param search of an inequality: how a violation was sought
   */
  record PointAgreement(
      Instance instance,
      int points,
      int certified,
      Lost lost,
      double worst,
      List<String> untaken,
      Optional<Search> search)
      implements Numeric {
    public PointAgreement {
      untaken = List.copyOf(untaken);
    }

    /** Agreement in which every branch was taken. */
    public PointAgreement(Instance instance, int points, int certified, Lost lost, double worst) {
      this(instance, points, certified, lost, worst, List.of(), Optional.empty());
    }
  }

  /**
   * The premises were solved: they hold at single numbers and on intervals, and so does the step at
   * each of these numbers and all over each interval, as exact signs show. If they hold nowhere,
   * they contradict each other.
   *
   * @param partial whether the left side has no value on some of the intervals
   */
  record Solved(Instance instance, int points, int pieces, boolean partial) implements Numeric {
    /** Whether the premises contradict each other, so that the step says nothing. */
    public boolean isVacuous() {
      return points + pieces == 0;
    }
  }

  /**
   * A search for a violation of an inequality that found none.
   *
   * @param starts how many points were climbed from
   * @param closest the least of the side that is to be larger − the other; in doubles
   * @param at where that was
   */
  record Search(int starts, double closest, Point at) {}

  /** Points that could not be evaluated, by reason. */
  record Lost(int domain, int kink, int overflow) {
    public int total() {
      return domain + kink + overflow;
    }
  }

  /**
   * Both sides agree along integrated trajectories, within the estimated integration error.
   *
   * @param worst the largest residual over all trajectories at the tightest tolerance
   * @param tolerances the relative tolerances used
   * @param remarks what people should know: stiff or exploding trajectories that were left out
   * @param untaken conditions of branches that may be taken, but were on no trajectory
   * @param resting what is said to begin with a value, and kept it on all trajectories
   */
  record TrajectoryAgreement(
      Instance instance,
      int trajectories,
      List<String> integrators,
      List<Double> tolerances,
      double worst,
      List<String> remarks,
      List<String> untaken,
      List<String> resting)
      implements Numeric {
    public TrajectoryAgreement {
      untaken = List.copyOf(untaken);
      resting = List.copyOf(resting);
      integrators = List.copyOf(integrators);
      tolerances = List.copyOf(tolerances);
      remarks = List.copyOf(remarks);
    }

    /** Agreement in which every branch was taken, and everything moved. */
    public TrajectoryAgreement(
        Instance instance,
        int trajectories,
        List<String> integrators,
        List<Double> tolerances,
        double worst,
        List<String> remarks) {
      this(instance, trajectories, integrators, tolerances, worst, remarks, List.of(), List.of());
    }
  }

  /**
   * The difference of the sides became as small as is claimed in a limit.
   *
   * @param points at which the lower coefficients of the difference in the parameter vanish, as far
   *     as enclosures of two precisions can say
   * @param vanishing the powers of the parameter, or of its distance to the target, below which
   *     everything vanishes at all of these points; empty if the difference is 0 as far as was
   *     looked
   * @param observed the order seen under refinement; empty if the difference is 0 there, or cannot
   *     be evaluated
   */
  record OrderAgreement(
      Instance instance,
      int points,
      Optional<Rational> vanishing,
      Optional<Observed> observed,
      Lost lost)
      implements Numeric {}

  /**
   * Trajectories were followed for a long time, and the sides came together, or went on doing so.
   *
   * @param end how long
   * @param distance the largest |left − right| that was left then, relative to the sides
   * @param remarks what people should know: trajectories that were left out
   */
  record LongRunAgreement(
      Instance instance, int trajectories, double end, double distance, List<String> remarks)
      implements Numeric {
    public LongRunAgreement {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * An order seen under refinement.
   *
   * @param order the least over some points, of the quotient of the last two differences
   * @param sizes how many sizes of the parameter were looked at, each half of the one before
   */
  record Observed(double order, int sizes) {}

  /**
   * The numeric road could not evaluate enough: no evaluable point, assumptions that none meets.
   */
  record NumericOpen(Instance instance, String reason) implements Numeric {}

  /**
   * The left side has no value on the instance, so that the step says nothing there: at none of the
   * points that were tried, some of them looked at exactly, and in none of its entries.
   */
  record Undefined(Instance instance, int points) implements Numeric {}

  /**
   * What is assumed holds nowhere on the instance, so that the step says nothing there.
   *
   * @param why for people
   */
  record Unsatisfied(Instance instance, String why) implements Numeric {}

  /**
   * A point, inside the domain, at which the sides differ.
   *
   * @param point every variable of the step; for a trajectory the initial state and the data
   * @param component which entry of the sides differs, row-major from 0
   * @param left the left side there, in decimals for people (for a jet, its coefficient)
   * @param right the right side there, likewise, or {@code undefined}
   */
  record Counterexample(
      Instance instance,
      Point point,
      int component,
      String left,
      String right,
      Certificate certificate)
      implements Numeric {}

  /** What makes a counterexample certain. */
  sealed interface Certificate {
    /** An enclosure of left − right at the point excludes 0. */
    record Enclosed() implements Certificate {}

    /**
     * The premises hold at a number that need not be rational, and the step does not, as exact
     * signs show; the point is near it.
     */
    record Solution(RealNumber at) implements Certificate {}

    /**
     * Close to the point lies for certain one at which the assumed equations hold, and an enclosure
     * of left − right there excludes 0.
     */
    record Nearby() implements Certificate {}

    /** The left side is defined at the point and around it, the right side is not. */
    record RightUndefined(String why) implements Certificate {}

    /**
     * The coefficient of T^order in the Taylor series of left − right excludes 0, all lower ones
     * are 0. Or, for sides that are to differ, the series is known to be 0 altogether, for nothing
     * moves.
     */
    record Jet(int order) implements Certificate {}

    /**
     * In a limit: of the series of left − right in the distance of the parameter to its target, a
     * coefficient that should vanish excludes 0.
     *
     * @param exponent the power that it belongs to; for a target at infinity, of the inverse; along
     *     a curve, of its parameter
     * @param coming how the parameter comes, at the distance s itself or along a curve
     */
    record Coefficient(Rational exponent, Coming coming) implements Certificate {}

    /**
     * In a limit: left − right grows exponentially, faster than every power of the parameter, and
     * than what is claimed.
     *
     * @param below whether the parameter comes from below
     */
    record Growth(boolean below) implements Certificate {}

    /**
     * In a limit, where logarithms of the parameter leave no series: with the parameter at the
     * distance e^{−1/s} from its target, left − right over what is claimed of it goes to infinity,
     * or to something else than 0, as s goes to 0.
     *
     * @param below whether the parameter comes from below
     */
    record Slow(boolean below) implements Certificate {}

    /**
     * Numerical, not certified: the residual exceeds the estimated error of integration at least a
     * thousandfold.
     */
    record Integrated(double end, double residual, double error) implements Certificate {}

    /**
     * In a limit in time, numerical, not certified: where the state and the integrals are at some
     * time. From there the field leads to where the sides differ, and leaves them there.
     *
     * @param state the entries of all states, then the integrals
     */
    record Settled(double end, List<Rational> state) implements Certificate {
      public Settled {
        state = List.copyOf(state);
      }
    }

    /**
     * In a limit in time, numerical, not certified: left − right at times each twice the one
     * before, whose extrapolated limit is not 0.
     *
     * @param end the last of these times
     * @param differences the values there, in the order of the times
     */
    record Extrapolated(double end, List<Double> differences) implements Certificate {
      public Extrapolated {
        differences = List.copyOf(differences);
      }
    }
  }

  /** The doubles disagree and nothing could certify who is right. */
  record Disagreement(Instance instance, String where) implements Numeric {}
}
