package dev.hence.mutant;

import dev.hence.claim.Statement;

/**
 * A step with one slip in it.
 *
 * @param original the step as its author wrote it
 */
public record Mutant(Statement.Step original, Slip slip, Statement.Step step) {}
