/**
 * What a derivation says: declarations, domains, definitions, dynamics, and the statements in their
 * order.
 *
 * <p>May know: {@code expr}, {@code problem}, {@code text}.
 */
package dev.hence.claim;
