package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import java.util.List;

/**
 * A name of which something is said.
 *
 * @param letter with font, accents and the marks that belong to it, without indices
 * @param indices index letters below, as in {@code \alpha_t}
 * @param arguments bare letters in parentheses, as in {@code f(x; \theta)}
 * @param latex as it is written
 */
record Subject(Symbol letter, List<String> indices, List<String> arguments, String latex) {
  Subject {
    indices = List.copyOf(indices);
    arguments = List.copyOf(arguments);
  }

  boolean isPlain() {
    return indices.isEmpty() && arguments.isEmpty();
  }

  /** What two mentions of one name have in common. */
  String key() {
    return letter.latex() + "#" + indices.size() + (arguments.isEmpty() ? "" : "()");
  }
}
