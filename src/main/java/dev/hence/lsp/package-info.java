/**
 * The door from editors: a language server for Markdown and LaTeX. It shows the verdict of each
 * line while a page is written.
 *
 * <p>May know: {@code dev.hence} itself, the reports, {@code verdict} and what lies below, {@code
 * read} for the places of names, and LSP4J.
 */
package dev.hence.lsp;
