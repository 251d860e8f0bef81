/**
 * The symbolic road: both sides of an instance become scalar {@link dev.hence.road.symbolic.Term}s,
 * are brought into a form in which every transcendental subterm is one symbol ({@code AtomForm}),
 * and their difference is reduced to 0 by Symja ({@link dev.hence.road.symbolic.ZeroTest}).
 *
 * <p>The only package that names Symja, and in it only the classes whose names begin so. May know:
 * {@code verdict} and below.
 */
package dev.hence.road.symbolic;
