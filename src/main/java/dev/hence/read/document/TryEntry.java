package dev.hence.read.document;

import dev.hence.text.MathText;
import dev.hence.text.Span;
import java.util.List;

/**
 * One line of {@code try}: {@code f: [linear, "mlp(3, tanh)"]}, {@code N: 3}.
 *
 * @param name what is tried, in the notation of the document
 */
public record TryEntry(MathText name, Value value) {
  /** A value or a list, as it was written. */
  public sealed interface Value {
    /** Where it stands, for problems. */
    Span span();
  }

  /** A number, a name or a call, as text. */
  public record One(MathText text) implements Value {
    @Override
    public Span span() {
      return text.span();
    }
  }

  /** Values in brackets: alternatives to try, or the entries of a vector. */
  public record Many(List<Value> values, Span span) implements Value {
    public Many {
      values = List.copyOf(values);
    }
  }
}
