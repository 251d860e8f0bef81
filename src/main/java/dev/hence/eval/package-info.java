/**
 * The arithmetic in which expressions are evaluated, and the one evaluator that certifies: exact
 * rationals, enclosures of rising precision, derivatives and Taylor series over either, and a
 * straight-line {@link dev.hence.eval.Program} for the many evaluations that only screen.
 *
 * <p>May know: {@code expr}. Uses nothing that a road computed.
 */
package dev.hence.eval;
