package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.text.Span;

/**
 * Two sentences that contradict each other, so that neither is believed.
 *
 * @param letter of the name of which they speak
 * @param name as written
 * @param first what the first says
 * @param second what the second says
 */
public record Conflict(
    Symbol letter, String name, String first, Span firstPlace, String second, Span secondPlace) {}
