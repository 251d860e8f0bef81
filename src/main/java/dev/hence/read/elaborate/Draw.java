package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import dev.hence.read.syntax.Tree;
import java.util.List;

/**
 * How a random name is drawn, as it is written: a law may speak of names that are defined later, so
 * it is read where a mean is taken.
 *
 * @param indices the index letters of its members
 */
public record Draw(Name name, List<String> indices, Tree law) {
  public Draw {
    indices = List.copyOf(indices);
  }

  String key() {
    return name.key(indices.size());
  }
}
