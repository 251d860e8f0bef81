/**
 * Documents as they are written: bytes become text, the YAML header becomes entries, Markdown
 * becomes blocks (displays, steering comments, headings, prose), each with its place in the file.
 *
 * <p>May know: {@code text}, {@code problem}, {@code read.math.MathText}, commonmark-java,
 * SnakeYAML Engine.
 */
package dev.hence.read.document;
