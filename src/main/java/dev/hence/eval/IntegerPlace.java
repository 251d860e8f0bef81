package dev.hence.eval;

import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What integer expressions speak of where they stand. */
public interface IntegerPlace {
  /** The value of an index letter, if it has one here. */
  OptionalInt letter(String letter);

  /** The value of a size, if it has one here. */
  OptionalInt size(Size size);

  /** The formula of a name that may stand for an integer, such as a label that was chosen. */
  Optional<Lambda> formula(Name name, List<Integer> indices);

  /** The same place inside a formula: its letters, with these values. */
  IntegerPlace inside(List<String> letters, List<Integer> values);
}
