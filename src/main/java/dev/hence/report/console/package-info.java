/**
 * The report as a person reads it in a terminal.
 *
 * <p>May know: {@code report} and what lies below.
 */
package dev.hence.report.console;
