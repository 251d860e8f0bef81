package dev.hence.read.document;

import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What the header says, unread: each entry is mathematics that still knows its place in the file. A
 * key that may hold one entry or a list holds a list here.
 *
 * @param source from where the mathematics is taken
 * @param tags words by which tests are chosen
 * @param round decimals to which numbers must agree
 * @param span from the first {@code ---} to the last; empty, at the start, if there is no header
 */
public record Header(
    Optional<MathText> title,
    List<MathText> source,
    List<MathText> tags,
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
          "title", "source", "tags", "let", "assume", "flow", "step", "read", "try", "layout",
          "scope", "round", "seed", "macros");

  public Header {
    source = List.copyOf(source);
    tags = List.copyOf(tags);
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
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        Span.at(offset));
  }

  /** This header; where it has no title, no source or no tags, with those of another. */
  Header describedAs(Header other) {
    return described(
        title.or(other::title),
        source.isEmpty() ? other.source : source,
        tags.isEmpty() ? other.tags : tags);
  }

  /** This header; if it has no title, with this one. */
  Header titled(MathText other) {
    return described(title.or(() -> Optional.of(other)), source, tags);
  }

  private Header described(Optional<MathText> title, List<MathText> source, List<MathText> tags) {
    return new Header(
        title, source, tags, let, assume, flow, step, read, tries, layout, scope, round, seed,
        span);
  }

  /** The header with something done to all of its mathematics; what becomes empty is left out. */
  Header map(Function<MathText, Optional<MathText>> change) {
    return new Header(
        title,
        source,
        tags,
        map(let, change),
        map(assume, change),
        map(flow, change),
        map(step, change),
        map(read, change),
        tries.stream()
            .flatMap(t -> change.apply(t.name()).map(n -> new TryEntry(n, t.value())).stream())
            .toList(),
        layout,
        scope,
        round,
        seed,
        span);
  }

  private static List<MathText> map(
      List<MathText> texts, Function<MathText, Optional<MathText>> change) {
    return texts.stream().flatMap(text -> change.apply(text).stream()).toList();
  }
}
