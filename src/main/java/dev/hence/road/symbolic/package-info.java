/**
 * The symbolic road: both sides of an instance are written out in scalar {@link
 * dev.hence.road.symbolic.Term}s ({@code Lowering}), are brought into a form in which every
 * transcendental subterm is one symbol ({@code AtomForm}), and their difference is reduced to 0 by
 * Symja ({@link dev.hence.road.symbolic.ZeroTest}).
 *
 * <p>What is to vanish depends on the claim: the difference itself ({@code Equality}), along a
 * trajectory its value at T = 0 and its derivative in T ({@code TrajectoryProof}), and what a law
 * of its own leaves of it ({@code ClosedForm}, {@code Vanishing}). Inequalities are sums of squares
 * ({@code Inequality}).
 *
 * <p>The only package that names Symja, and in it only the classes whose names begin so. May know:
 * {@code time}, {@code verdict} and below.
 */
package dev.hence.road.symbolic;
