/**
 * A finished run: which verdict each statement of each document has, and whether that is enough.
 * Also the words that all formats share, in readable mathematics.
 *
 * <p>May know: {@code verdict} and what lies below.
 */
package dev.hence.report;
