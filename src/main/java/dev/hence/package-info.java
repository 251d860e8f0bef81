/**
 * Hence checks mathematical derivations, step by step: {@link dev.hence.Hence#check} is the one
 * call that all doors share, and where programs start.
 *
 * <p>May know: everything but the doors and the formats of reports.
 */
package dev.hence;
