package dev.hence.road.symbolic;

/** The times at which the state can be taken. */
sealed interface Moment {
  Moment CURRENT = new Current();
  Moment START = new Start();
  Moment END = new End();

  /** The time of an integral, where its integrand is kept. */
  Moment BOUND = new Running(0);

  /** The present, in a statement about one state. */
  record Current() implements Moment {}

  /** t = 0. */
  record Start() implements Moment {}

  /** t = T, where the trajectory of the statement ends. */
  record End() implements Moment {}

  /**
   * The bound time of an integral along the trajectory.
   *
   * @param depth how many such integrals are open, from 1
   */
  record Running(int depth) implements Moment {}

  /**
   * While a derivative along the dynamics is taken.
   *
   * @param level how many derivatives are open around it
   * @param base the time at which it is taken
   */
  record Flow(int level, Moment base) implements Moment {}
}
