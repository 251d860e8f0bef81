/**
 * Attacks on the proof checker: defects put into its own source, each of which a test must notice.
 */
package dev.hence.checker;
