/**
 * Problems as values: what is wrong with a document, where, and what would help.
 *
 * <p>A problem is a fault of the input. A fault of Hence is an exception. May know: {@code text}.
 */
package dev.hence.problem;
