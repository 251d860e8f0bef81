package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import java.util.Optional;

/**
 * An edit that is not known to mend anything yet.
 *
 * @param rank how unlikely the slip is that it takes back: the lowest is tried first
 * @param what for people: {@code change the sign of the right side}
 * @param mended the step as it would then read
 * @param change what of it is another; empty where that is the relation
 * @param binds whether an index letter for which the step spoke is bound by it
 */
public record Candidate(
    int rank, String what, Statement.Step mended, Optional<Change> change, boolean binds) {
  /**
   * A part of a side, and what takes its place.
   *
   * @param right whether it is a part of the right side
   */
  public record Change(Expr old, Expr now, boolean right) {}
}
