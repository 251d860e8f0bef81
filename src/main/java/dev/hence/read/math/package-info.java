/**
 * Mathematics as it is written: a lexer and an operator-precedence parser of LaTeX that leave an
 * untyped {@link dev.hence.read.math.Syntax} tree in which every node knows its place in the file.
 * No name has a meaning here yet, and nothing is guessed: every token is consumed, or the display
 * is unread with one problem.
 *
 * <p>May know: {@code text}, {@code problem}, {@code expr.Rational}.
 */
package dev.hence.read.math;
