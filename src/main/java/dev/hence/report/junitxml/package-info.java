/**
 * The report as JUnit XML, which most CI servers show.
 *
 * <p>May know: {@code report.record} and what lies below.
 */
package dev.hence.report.junitxml;
