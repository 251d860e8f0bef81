package dev.hence.search;

import dev.hence.claim.ApproachText;
import dev.hence.claim.Statement;
import dev.hence.expr.Notation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Edit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Finds the single edits that would make a refuted step hold. */
public final class Diagnosis {
  /** More edits than these would say nothing. */
  private static final int ENOUGH = 3;

  private Diagnosis() {}

  /**
   * The edits under which the step holds, simplest first, at most three; of two that come to the
   * same step only the first.
   *
   * @param holds whether a step agrees on all its instances
   * @param enough when to stop looking
   */
  public static List<Edit> of(
      Statement.Step step,
      Notation notation,
      Predicate<Statement.Step> holds,
      BooleanSupplier enough) {
    List<Edit> edits = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Orders.of(step, candidate -> !enough.getAsBoolean() && holds.test(candidate))
        .ifPresent(s -> edits.add(order(s, notation)));
    for (Edits.Candidate candidate : Edits.of(step, notation)) {
      if (edits.size() == ENOUGH || enough.getAsBoolean()) {
        break;
      }
      String mended = Edits.text(candidate.mended(), notation);
      if (seen.add(mended) && holds.test(candidate.mended())) {
        edits.add(new Edit(candidate.what(), mended, step.span()));
      }
    }
    return List.copyOf(edits);
  }

  private static Edit order(Statement.Step step, Notation notation) {
    String order =
        step.approach().map(a -> ApproachText.order(a, new UnicodePrinter(notation))).orElseThrow();
    return new Edit(
        "say to which order it holds", Edits.text(step, notation), step.span(), Optional.of(order));
  }
}
