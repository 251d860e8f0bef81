package dev.hence.road.symbolic;

import dev.hence.claim.Statement;
import dev.hence.eval.Interpretation;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.UnicodePrinter;
import dev.hence.time.Deadline;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lowering of one obligation works with.
 *
 * @param horizon the name of the time at which the trajectory of the statement ends
 */
record Setting(
    Statement.Step step,
    Interpretation interpretation,
    Optional<Name> horizon,
    Terms terms,
    MatrixAlgebra algebra,
    InputDomains domains,
    Inputs inputs,
    InputValues values,
    Trajectory trajectory,
    Sources sources,
    Deadline deadline) {

  /** Whether a name that has no formula is the time. */
  boolean isTime(Name name) {
    return name.equals(Name.TIME) && !interpretation.velocities().isEmpty();
  }

  /**
   * @param fixed variables that a case fixes
   * @param polynomials whether exponentials of matrices are written as polynomials in them
   */
  static Setting of(
      Instance instance,
      Map<Member, List<Rational>> fixed,
      boolean polynomials,
      Deadline deadline) {
    Terms terms = new Terms();
    MatrixAlgebra algebra = new MatrixAlgebra(terms);
    InputDomains domains = new InputDomains(instance.step());
    Interpretation interpretation = instance.interpretation();
    Optional<Name> horizon = instance.step().horizon();
    String end = horizon.map(UnicodePrinter::print).orElse("t");
    Inputs inputs = new Inputs(terms, domains, interpretation::isState, end);
    InputValues values = new InputValues(terms, algebra, inputs, domains, instance, fixed);
    return new Setting(
        instance.step(),
        interpretation,
        horizon,
        terms,
        algebra,
        domains,
        inputs,
        values,
        new Trajectory(terms, inputs, algebra, polynomials),
        new Sources(),
        deadline);
  }
}
