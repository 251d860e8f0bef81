/**
 * From a tree to a typed expression. Each notation has a class that says which type it has and how
 * its expression is made; types are made the same by the unifier, and what does not fit is a {@link
 * dev.hence.read.elaborate.Refusal} with both types. Nothing is thrown: what cannot be read has an
 * unknown type, so that one cause is told once and the others beside it too.
 *
 * <p>An expression is made when all types are known. Until then it is a {@link
 * dev.hence.read.elaborate.Draft}.
 *
 * <p>Where a tree holds a choice, each reading is tried and taken back. One that fits is taken;
 * several are told, each as it would be read; of none the one that went farthest is told.
 *
 * <p>May know: {@code read.syntax}, {@code read.type} and what these know.
 */
package dev.hence.read.elaborate;
