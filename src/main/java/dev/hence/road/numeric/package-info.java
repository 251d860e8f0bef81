/**
 * The numeric road: evaluates the author's own expressions at seeded points, and along trajectories
 * that adaptive solvers integrate. Its answers reach as far as the points and trajectories tried;
 * it never uses a derivative, a simplification or a number of another road.
 *
 * <p>The only package that names the solvers and optimisers of Apache Commons Math.
 *
 * <p>May know: {@code time}, {@code verdict} and below.
 */
package dev.hence.road.numeric;
