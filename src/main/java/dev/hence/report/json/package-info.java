/**
 * The report as JSON, for programs, and back again.
 *
 * <p>May know: {@code report.record}, {@code json}, and what lies below, and Jackson.
 */
package dev.hence.report.json;
