/**
 * Makes what was found easier to read and to mend: counterexamples are shrunk to small numbers, and
 * the single edits of a refuted step are made, the likeliest slip first. Whoever asks says what
 * still counts as a counterexample, and under which edit a step holds.
 *
 * <p>May know: {@code verdict} and below.
 */
package dev.hence.search;
