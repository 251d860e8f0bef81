/**
 * The report as JSON, for programs.
 *
 * <p>May know: {@code report} and what lies below, and Jackson.
 */
package dev.hence.report.json;
