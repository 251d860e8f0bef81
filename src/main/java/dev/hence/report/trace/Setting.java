package dev.hence.report.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The header of a document, entry by entry, with macros expanded. */
public record Setting(
    Optional<String> title,
    List<String> source,
    List<String> tags,
    List<String> let,
    List<String> assume,
    List<String> flow,
    List<String> step,
    List<String> read,
    List<Trial> tries,
    Optional<String> layout,
    Optional<String> scope,
    OptionalInt round,
    OptionalLong seed) {
  public Setting {
    source = List.copyOf(source);
    tags = List.copyOf(tags);
    let = List.copyOf(let);
    assume = List.copyOf(assume);
    flow = List.copyOf(flow);
    step = List.copyOf(step);
    read = List.copyOf(read);
    tries = List.copyOf(tries);
  }

  /** What is tried for one name. */
  public record Trial(String name, Value value) {}

  /** A value or a list, as it was written. */
  public sealed interface Value {
    /** A number, a name or a call. */
    record One(String text) implements Value {}

    /** Alternatives, or the entries of a vector. */
    record Many(List<Value> values) implements Value {
      public Many {
        values = List.copyOf(values);
      }
    }
  }
}
