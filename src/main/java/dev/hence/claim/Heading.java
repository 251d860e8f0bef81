package dev.hence.claim;

import dev.hence.text.Span;

/**
 * The title of a section of a document.
 *
 * @param level from 1, the outermost
 * @param text as written, without the marks of the heading
 */
public record Heading(int level, String text, Span span) {}
