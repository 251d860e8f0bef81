/**
 * Mathematics as it is written: one lexer, one table of notations, one parser by binding powers.
 * The tree is lossless: every character of a display belongs to a token, and every token to one
 * node, so that printing a tree gives back the display. Where the grammar allows two readings the
 * tree holds a {@link dev.hence.read.syntax.Tree.Choice} of both with the name of the doubt; which
 * one is meant is decided by types, not here.
 *
 * <p>A notation is a row in {@link dev.hence.read.syntax.Notation}; a word that may stand in a
 * display is a row in {@link dev.hence.read.syntax.Phrase}.
 *
 * <p>May know: {@code read.symbol}, {@code problem}, {@code text}.
 */
package dev.hence.read.syntax;
