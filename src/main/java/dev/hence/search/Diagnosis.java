package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Notation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the single edits that would make a refuted step hold. */
public final class Diagnosis {
  /** More edits than these would say nothing. */
  private static final int ENOUGH = 3;

  /** Bounds that are too large are many. */
  private static final int MANY = 8;

  /** A bound that is everywhere so much larger, relatively, is loose. */
  private static final double LOOSE = 0.05;

  /** What is known of a step that an edit leads to. */
  public interface Trial {
    /** Whether a quick look speaks against it. */
    boolean drops(Candidate candidate);

    /** Whether it agrees on all that is tried. */
    boolean holds(Candidate candidate);

    /**
     * How much an inequality leaves to spare where it is tightest, relative to the larger side: 0
     * where the sides meet, 1 and more where one of them might as well be 0.
     */
    double slack(Candidate candidate);
  }

  private Diagnosis() {}

  /**
   * The edits under which the step holds, the likeliest first, at most three; of two that come to
   * the same step only the first. An inequality that is nowhere tight after an edit comes behind
   * one that is, and one whose sides never have the same sign is none: to write something much
   * larger is no way to mend a bound.
   *
   * @param beside the other steps of the document, the nearest first
   * @param enough when to stop looking
   */
  public static List<Candidate> of(
      Statement.Step step,
      List<Statement.Step> beside,
      Notation notation,
      Trial trial,
      BooleanSupplier enough) {
    boolean bound = step.relation().isInequality();
    List<Candidate> tight = new ArrayList<>();
    List<Candidate> loose = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Candidate candidate : Edits.of(step, beside, notation)) {
      if (tight.size() == ENOUGH || loose.size() == MANY || enough.getAsBoolean()) {
        break;
      }
      if (!trial.drops(candidate)
          && seen.add(Edits.text(candidate.mended(), notation))
          && trial.holds(candidate)) {
        double slack = bound ? trial.slack(candidate) : 0;
        if (slack < 1) {
          (slack > LOOSE ? loose : tight).add(candidate);
        }
      }
    }
    return Stream.concat(tight.stream(), loose.stream()).limit(ENOUGH).toList();
  }

  /**
   * A step that holds to some order in a small number as it stands, with that order.
   *
   * @param holds whether a step agrees on all that is tried
   */
  public static Optional<Statement.Step> order(
      Statement.Step step, Predicate<Statement.Step> holds) {
    return Orders.of(step, holds);
  }

  /** A step on one line. */
  public static String text(Statement.Step step, Notation notation) {
    return Edits.text(step, notation);
  }
}
