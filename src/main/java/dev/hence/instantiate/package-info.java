/**
 * Makes instances of a step: chooses sizes, models, losses and data, by what the author wrote under
 * {@code try} or by defaults, and finds the values of the free indices for which the step speaks.
 *
 * <p>May know: {@code model}, {@code verdict} and below.
 */
package dev.hence.instantiate;
