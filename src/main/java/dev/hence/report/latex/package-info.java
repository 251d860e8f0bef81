/**
 * The proof trace as LaTeX, for the appendix of a paper.
 *
 * <p>Nothing of a document is copied. A display is taken apart into commands of a fixed table and
 * put together anew; what holds anything else is shown as text, every character of it escaped. So
 * no command can come through that does more than print mathematics.
 *
 * <p>May know: {@code report.trace}, {@code report} and what lies below.
 */
package dev.hence.report.latex;
