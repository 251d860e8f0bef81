package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import java.util.HashSet;
import java.util.Set;

/** Makes facts. */
final class Facts {
  private Facts() {}

  static Fact of(Sentence sentence, int first, int last, Subject subject, Said said) {
    Set<Symbol> letters = new HashSet<>();
    for (int k = first; k <= last; k++) {
      sentence.inline(k).ifPresent(i -> letters.addAll(i.formula().letters()));
    }
    return new Fact(
        subject, said, letters, sentence.span(first, last), sentence.section(), sentence.display());
  }
}
