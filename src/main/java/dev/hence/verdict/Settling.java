package dev.hence.verdict;

import dev.hence.eval.EvaluationException;
import dev.hence.eval.TrajectoryProgram;
import dev.hence.expr.Rational;
import java.util.List;

/**
 * Where a trajectory goes in the end, shown by the field that moves it. That a state hardly moves
 * shows nothing: e^(-1/w) moves it as good as never, and yet to 0.
 */
public final class Settling {
  private Settling() {}

  /**
   * Whether an entry of the sides stays apart for ever: since the state is in the basin of a zero
   * of the field at which the sides differ, or since it has to pass a place beyond which they do.
   *
   * @param point the data, and the states at the start
   * @param end what an integration came to: the entries of all states, then the integrals
   */
  public static boolean staysApart(
      TrajectoryProgram program, Point point, List<Rational> end, int component) {
    Motion motion = new Motion(program, point);
    if (!motion.isAutonomous() || end.size() != motion.size() + motion.integrals()) {
      return false;
    }
    try {
      return new Attraction(motion, end).staysApart(component)
          || new Passing(motion, end).staysApart(component);
    } catch (EvaluationException unclear) {
      return false;
    }
  }
}
