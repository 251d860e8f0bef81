/**
 * The command line: arguments in, report and exit code out.
 *
 * <p>May know: {@code dev.hence} itself, the language server, which it starts, the reports, {@code
 * verdict} and what lies below, and picocli.
 */
package dev.hence.cli;
