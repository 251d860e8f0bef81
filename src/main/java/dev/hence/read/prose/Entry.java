package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.text.Span;

/**
 * An entry for a header that a sentence makes.
 *
 * @param key of the header
 * @param text in the language of headers
 * @param name of which it speaks
 * @param place the words and the mathematics that say it
 * @param defines whether it gives the name a formula
 * @param before the number of the display before which a definition must stand
 */
public record Entry(
    String key, String text, Symbol name, Span place, boolean defines, int before) {}
