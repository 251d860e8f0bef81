/**
 * Results for programs: the answers to a run as values that say what a person would read. Start
 * with {@link dev.hence.Hence#check(java.nio.file.Path...)}.
 *
 * <p>May know: {@code report.record}, {@code report} and what lies below.
 */
package dev.hence.result;
