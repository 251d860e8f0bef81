/**
 * Slips of the pen in steps, and an oracle that says whether a slip changes the meaning. The oracle
 * evaluates formulas by a few plain rules of its own, in decimals of 50 digits with difference
 * quotients for derivatives: it shares nothing with what makes the verdicts.
 *
 * <p>May know: {@code claim} and what lies below, and Apfloat.
 */
package dev.hence.mutant;
