/**
 * Exact algebra of one real variable: integer polynomials and their real roots, expressions with
 * square roots and absolute values, and whether a relation holds wherever others do, decided at
 * every root and between them. It knows {@code expr} and below, and belongs to the core: the judge
 * decides with it.
 */
package dev.hence.algebra;
