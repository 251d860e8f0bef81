/**
 * Iterations as values: the steps that make iterates, the values that they begin with, and what a
 * claim says that speaks of iterates. It works on expressions; how a step is written is the matter
 * of those who read it.
 *
 * <p>May know: {@code claim} and below.
 */
package dev.hence.read.iteration;
