/**
 * Documents as they are written: bytes become text, the YAML header becomes entries, Markdown,
 * LaTeX and notebooks become blocks (displays, steering comments, headings, prose), each with its
 * place in the file, with the macros in them expanded.
 *
 * <p>May know: {@code text}, {@code problem}, {@code read.tex}, commonmark-java, SnakeYAML Engine,
 * Jackson.
 */
package dev.hence.read.document;
