/**
 * Makes what was found easier to read: counterexamples are shrunk to small numbers. Whoever asks
 * says what still counts as a counterexample.
 *
 * <p>May know: {@code verdict} and below.
 */
package dev.hence.search;
