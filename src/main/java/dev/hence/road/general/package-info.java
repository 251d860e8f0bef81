/**
 * The general road: finds proofs of a statement for every model and every size, in components. It
 * chooses the moves, {@link dev.hence.proof.ProofState} makes them; nothing that it does is
 * trusted. May know: {@code verdict} and below.
 */
package dev.hence.road.general;
