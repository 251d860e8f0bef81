package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Notation;
import dev.hence.verdict.Edit;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Finds the single edits that would make a refuted step hold. */
public final class Diagnosis {
  /** More edits than these would say nothing. */
  private static final int ENOUGH = 3;

  private Diagnosis() {}

  /**
   * The edits under which the step holds, simplest first, at most three.
   *
   * @param failing an instance on which the step fails; an edit that fails there is no remedy
   * @param agrees whether an instance agrees, quickly
   * @param holds whether the roads confirm a step on all its instances
   * @param enough when to stop looking
   */
  public static List<Edit> of(
      Statement.Step step,
      Instance failing,
      Notation notation,
      Predicate<Instance> agrees,
      Predicate<Statement.Step> holds,
      BooleanSupplier enough) {
    List<Edit> edits = new ArrayList<>();
    for (Edits.Candidate candidate : Edits.of(step, notation)) {
      if (edits.size() == ENOUGH || enough.getAsBoolean()) {
        break;
      }
      Statement.Step mended = candidate.mended();
      Instance instance =
          new Instance(mended, failing.interpretation(), failing.choices(), failing.assignments());
      if (agrees.test(instance) && holds.test(mended)) {
        edits.add(new Edit(candidate.what(), Edits.text(mended, notation), step.span()));
      }
    }
    return List.copyOf(edits);
  }
}
