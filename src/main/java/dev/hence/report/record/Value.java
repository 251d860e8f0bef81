package dev.hence.report.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Details that only programs read, in the forms that JSON has. */
public sealed interface Value {
  record Text(String text) implements Value {}

  record Whole(long number) implements Value {}

  record Real(double number) implements Value {}

  record Flag(boolean holds) implements Value {}

  record Nothing() implements Value {}

  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Values by their names, in a fixed order. */
  record Fields(SequencedMap<String, Value> values) implements Value {
    public static final Fields NONE = new Fields(new LinkedHashMap<>());

    public Fields {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /** The same with one more. */
    public Fields with(String name, Value value) {
      SequencedMap<String, Value> more = new LinkedHashMap<>(values);
      more.put(name, value);
      return new Fields(more);
    }

    Fields with(String name, String text) {
      return with(name, new Text(text));
    }

    Fields with(String name, long number) {
      return with(name, new Whole(number));
    }

    Fields with(String name, boolean holds) {
      return with(name, new Flag(holds));
    }

    Fields with(String name, List<String> texts) {
      return with(name, texts(texts));
    }

    /** There are no infinite numbers: they are nothing. */
    Fields with(String name, double number) {
      return with(name, Double.isFinite(number) ? new Real(number) : new Nothing());
    }
  }

  static Items texts(List<String> texts) {
    return new Items(texts.stream().<Value>map(Text::new).toList());
  }
}
