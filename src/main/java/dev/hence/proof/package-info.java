/** Proofs and their checker. */
package dev.hence.proof;
