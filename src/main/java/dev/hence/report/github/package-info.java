/**
 * The report as annotations of GitHub's workflows, which stand beside the lines of a pull request.
 *
 * <p>May know: {@code report.record} and what lies below.
 */
package dev.hence.report.github;
