package dev.hence.read.document;

import dev.hence.text.MathText;
import dev.hence.text.Span;

/**
 * A header in a comment, {@code <!-- hence} and lines of YAML: for a document whose front matter
 * belongs to another program, or would be seen.
 */
record HeaderComment(MathText yaml, Span span) {}
