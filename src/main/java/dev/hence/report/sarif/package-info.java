/**
 * The report as SARIF 2.1.0 (OASIS, 2020), which code scanning and editors show.
 *
 * <p>May know: {@code report.record}, {@code json}, and what lies below, and Jackson.
 */
package dev.hence.report.sarif;
