package dev.hence.read.document;

import dev.hence.read.math.MathText;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the header says, unread: each entry is mathematics that still knows its place in the file. A
 * key that may hold one entry or a list holds a list here.
 *
 * @param round decimals to which numbers must agree
 * @param span from the first {@code ---} to the last; empty, at the start, if there is no header
 */
public record Header(
    Optional<MathText> title,
    List<MathText> let,
    List<MathText> assume,
    List<MathText> flow,
    List<MathText> step,
    List<MathText> read,
    List<TryEntry> tries,
    Optional<MathText> layout,
    Optional<MathText> scope,
    OptionalInt round,
    OptionalLong seed,
    Span span) {
  /** The keys of a header, in the order in which they are best written. */
  public static final List<String> KEYS =
      List.of(
          "title", "let", "assume", "flow", "step", "read", "try", "layout", "scope", "round",
          "seed");

  public Header {
    let = List.copyOf(let);
    assume = List.copyOf(assume);
    flow = List.copyOf(flow);
    step = List.copyOf(step);
    read = List.copyOf(read);
    tries = List.copyOf(tries);
  }

  /** The header of a document that has none. */
  public static Header none(int offset) {
    return new Header(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        Span.at(offset));
  }
}
