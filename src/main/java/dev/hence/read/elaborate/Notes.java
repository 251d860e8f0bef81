package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * What people should know of a reading.
 *
 * @param defaults what was taken for granted, as sentences
 * @param elsewhere derivatives of a function by its own argument at another value, which some mean
 *     as the derivative of a constant
 * @param mean whether a mean was read, which over finitely many values is a sum
 */
public record Notes(List<String> defaults, List<Expr.Call> elsewhere, boolean mean) {
  static final Notes NONE = new Notes(List.of(), List.of(), false);

  public Notes {
    defaults = List.copyOf(defaults);
    elsewhere = List.copyOf(elsewhere);
  }

  Notes taking(String sentence) {
    List<String> all = new ArrayList<>(defaults);
    all.add(sentence);
    return new Notes(all, elsewhere, mean);
  }

  Notes deriving(Expr.Call derivative) {
    List<Expr.Call> all = new ArrayList<>(elsewhere);
    all.add(derivative);
    return new Notes(defaults, all, mean);
  }

  Notes averaging() {
    return new Notes(defaults, elsewhere, true);
  }
}
