/**
 * TeX before it is mathematics: tokens, the macros that a document defines, and their expansion.
 * Every token knows its place in the file; what comes out of a macro stands where the macro is
 * used.
 *
 * <p>May know: {@code text}, {@code problem}, {@code read.math}.
 */
package dev.hence.read.tex;
