/**
 * The symbolic road: both sides of an instance become scalar terms, are brought into a form in
 * which every transcendental subterm is one symbol, and the difference is reduced to 0 by Symja.
 *
 * <p>The only package that names Symja, and in it only {@code SymjaReducer} and its neighbour
 * {@code SymjaForm}. May know: {@code verdict} and below.
 */
package dev.hence.road.symbolic;
