package dev.hence.claim;

import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import dev.hence.text.Span;
import java.util.List;

/** A declaration of a name, by the header or by default. */
public sealed interface Declaration {
  Span span();

  /**
   * A variable, or a family of them.
   *
   * @param indices the letters of its indices
   * @param assumed whether no one declared it and it was taken to be a real number
   */
  record Variable(
      Name name, List<String> indices, Shape shape, Domain domain, boolean assumed, Span span)
      implements Declaration {
    public Variable {
      indices = List.copyOf(indices);
    }
  }

  /** An arbitrary smooth function, or a family of them, that has no formula here. */
  record Function(
      Name name, List<String> indices, List<Parameter> parameters, Shape shape, Span span)
      implements Declaration {
    public Function {
      indices = List.copyOf(indices);
      parameters = List.copyOf(parameters);
    }
  }

  /** The range of an index letter. */
  record IndexRange(String letter, Range range, Span span) implements Declaration {}
}
