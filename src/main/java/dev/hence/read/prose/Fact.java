package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.text.Span;
import java.util.Set;

/**
 * One thing that a sentence says of one name.
 *
 * @param letters of which it speaks
 * @param place the words and the mathematics that say it
 * @param section in which it is said
 * @param display how many displays stand before it
 */
record Fact(Subject subject, Said said, Set<Symbol> letters, Span place, int section, int display) {
  Fact {
    letters = Set.copyOf(letters);
  }
}
