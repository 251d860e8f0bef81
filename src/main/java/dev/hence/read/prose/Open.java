package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.text.Span;
import java.util.List;

/**
 * A name of which it is half said, or shown by uses, what it is: no default is taken for it.
 *
 * @param question with a question mark
 * @param answers header entries, the likeliest first
 */
public record Open(Symbol name, String question, List<String> answers, Span place) {
  public Open {
    answers = List.copyOf(answers);
  }
}
