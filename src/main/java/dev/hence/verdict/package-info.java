/**
 * From evidence to verdicts. Roads return evidence; only the {@link dev.hence.verdict.Judge} makes
 * verdicts, and it evaluates every counterexample again itself.
 *
 * <p>May know: {@code proof}, {@code eval} and below.
 */
package dev.hence.verdict;
