/**
 * The report as a table in Markdown, for the front page of a collection of derivations.
 *
 * <p>May know: {@code report} and what lies below.
 */
package dev.hence.report.markdown;
