package dev.hence.eval;

import dev.hence.expr.Name;
import java.util.List;

/**
 * An input of an instance: a variable, or one member of a family, with concrete dimensions.
 *
 * @param indices the values of its indices; empty for a plain name
 */
public record Variable(Name name, List<Integer> indices, int rows, int columns) {
  public Variable {
    indices = List.copyOf(indices);
  }

  public int size() {
    return rows * columns;
  }
}
