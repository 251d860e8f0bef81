/**
 * What each line of a document is: a definition, a claim, a condition, dynamics, or nothing that is
 * said. The table in {@link dev.hence.read.role.Roles} decides it by what a line says, what stands
 * on its left and what the author says of it; nothing else does. Header entries are read by the
 * same grammar.
 *
 * <p>May know: {@code read.prose}, {@code read.elaborate} and what these know.
 */
package dev.hence.read.role;
