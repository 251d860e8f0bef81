/**
 * The report as pages for a browser: one page for each document, which holds all that it needs, and
 * an index over them. Whatever comes from a document is escaped, and a page runs no script but its
 * own.
 *
 * <p>May know: {@code report.trace}, {@code report.record}, {@code report} and what lies below;
 * commonmark for the words of an author.
 */
package dev.hence.report.html;
