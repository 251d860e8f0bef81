/**
 * The door from unit tests: AssertJ assertions about derivations, and about code that is to agree
 * with a formula of one.
 *
 * <p>May know: {@code dev.hence} itself, the reports, {@code verdict} and what lies below, and
 * AssertJ.
 */
package dev.hence.assertj;
