package dev.hence.search;

import dev.hence.expr.Expr;

/** Takes the edits of one place. */
interface Offers {
  /** Another node at the place. */
  void offer(int rank, String what, Expr changed);

  /** The same where an index letter of the step becomes bound. */
  void binding(int rank, String what, Expr changed);
}
