/**
 * What the sentences of a document say about its names: declarations, definitions, dynamics and
 * assumptions, and the words that announce what a display is. A closed list of patterns over words
 * and inline mathematics; what no pattern knows declares nothing.
 *
 * <p>{@code Sentences} cuts prose into items, each pattern makes facts of a sentence, {@code
 * Merging} makes header entries of the facts that agree and conflicts of those that do not. Words
 * that negate, restrict or suppose make a sentence say nothing, see {@code Hedges}.
 *
 * <p>May know: {@code read.syntax}, {@code read.symbol}, {@code claim} and below.
 */
package dev.hence.read.prose;
