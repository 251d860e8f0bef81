package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.text.Span;

/**
 * A name of which the prose says what it is, and not of which size.
 *
 * @param latex as written
 * @param what "a vector", "a matrix"
 */
public record Open(Symbol name, String latex, String what, Span place) {}
