/**
 * From what is written to what is meant: gives the names, shapes and scopes of a document to its
 * untyped mathematics and makes declarations, definitions, dynamics and claims of it.
 *
 * <p>Nothing is guessed: what has two readings is a problem that shows both. May know: {@code
 * claim} and below.
 */
package dev.hence.read.meaning;
