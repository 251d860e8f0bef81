/**
 * From text to what it says: {@code document} takes a file apart, {@code math} parses its
 * mathematics, {@code meaning} gives the mathematics names, shapes and scopes.
 *
 * <p>May know: {@code claim} and below.
 */
package dev.hence.read;
