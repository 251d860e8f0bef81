package dev.hence.claim;

import dev.hence.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The sizes, functions and data that the author asks to be tried, each by its name in the
 * mathematics.
 *
 * @param entries the values as texts, such as {@code 3} or {@code mlp(3, tanh)}
 */
public record Trial(SequencedMap<String, Entry> entries) {
  public static final Trial EMPTY = new Trial(new LinkedHashMap<>());

  /** One name's values, and where they were written. */
  public record Entry(List<String> values, Span span) {
    public Entry {
      values = List.copyOf(values);
    }
  }

  /** This, overridden by the other's entries. */
  public Trial with(Trial other) {
    SequencedMap<String, Entry> merged = new LinkedHashMap<>(entries);
    merged.putAll(other.entries);
    return new Trial(merged);
  }
}
