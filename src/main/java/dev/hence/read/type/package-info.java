/**
 * What an expression is: a number with its domain, a tensor with its sizes, a function, an index
 * with its range, a law, a time, a set, or something not known yet. One unifier makes two types the
 * same, or says which two do not fit; all that it has settled can be undone, so that a choice
 * between two readings can be tried both ways.
 *
 * <p>May know: {@code claim} and below.
 */
package dev.hence.read.type;
