package dev.hence.mutant;

import dev.hence.claim.ApproachText;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.UnicodePrinter;

/**
 * A step with one slip in it.
 *
 * @param original the step as its author wrote it
 */
public record Mutant(Statement.Step original, Slip slip, Statement.Step step) {
  /** {@code 4.2, sign: θ̇ = …}. */
  public String describe() {
    return original.id() + ", " + slip.text() + ": " + text();
  }

  /** The step with the slip. */
  public String text() {
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(step.scope()));
    return step.approach()
        .map(approach -> ApproachText.of(step, approach, printer))
        .orElseGet(() -> printer.print(step.left(), step.relation(), step.right()));
  }
}
