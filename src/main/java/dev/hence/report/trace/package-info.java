/**
 * The proof trace: a document told again, with what was found out about each of its steps. One
 * model, which formats write; the words that they share.
 *
 * <p>May know: {@code report} and what lies below.
 */
package dev.hence.report.trace;
