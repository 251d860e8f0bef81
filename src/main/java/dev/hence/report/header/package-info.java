/**
 * Writes into the header of a page what was inferred for it and what its author answers.
 *
 * <p>May know: {@code report.trace}, which prints entries, and what lies below.
 */
package dev.hence.report.header;
