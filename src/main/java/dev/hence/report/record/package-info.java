/**
 * What a run reported, as plain data: every text as people read it, every number as programs do. It
 * is made from a run, or read back from its JSON, and all formats are written from it. A record
 * says what was reported; it is no verdict and cannot become one.
 *
 * <p>May know: {@code report} and what lies below.
 */
package dev.hence.report.record;
