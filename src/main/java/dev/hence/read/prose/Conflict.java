package dev.hence.read.prose;

import dev.hence.read.symbol.Symbol;
import dev.hence.text.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two sentences that contradict each other, so that neither is believed.
 *
 * @param letter of the name of which they speak
 * @param name as written
 * @param first what the first says
 * @param second what the second says
 */
public record Conflict(
    Symbol letter, String name, String first, Span firstPlace, String second, Span secondPlace) {
  /** Which of the two is meant. */
  Open asked() {
    String question = "which of two sentences is meant of `" + name + "`?";
    List<String> answers = Stream.of(first, second).filter(t -> !t.contains(" is ")).toList();
    return new Open(letter, question, answers, secondPlace);
  }
}
