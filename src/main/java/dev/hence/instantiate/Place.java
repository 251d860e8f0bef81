package dev.hence.instantiate;

import dev.hence.eval.IntegerPlace;
import dev.hence.eval.Integers;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Size;
import dev.hence.model.Dimensions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The sizes of an instance and the letters in force, with which integer expressions are evaluated.
 *
 * @param data formulas of names that were given a value, by {@link Name#key}
 */
record Place(Dimensions dimensions, Map<String, Lambda> data, Map<String, Integer> letters)
    implements IntegerPlace {
  Place {
    data = Map.copyOf(data);
    letters = Map.copyOf(letters);
  }

  static Place of(Dimensions dimensions) {
    return new Place(dimensions, Map.of(), Map.of());
  }

  Place with(String letter, int value) {
    Map<String, Integer> more = new HashMap<>(letters);
    more.put(letter, value);
    return new Place(dimensions, data, more);
  }

  Place withLetters(Map<String, Integer> values) {
    return new Place(dimensions, data, values);
  }

  OptionalInt value(Expr expr) {
    return Integers.value(expr, this);
  }

  Optional<List<Integer>> values(List<Expr> exprs) {
    return Integers.values(exprs, this);
  }

  Optional<Boolean> holds(Condition condition) {
    return Integers.holds(condition, this);
  }

  @Override
  public OptionalInt letter(String letter) {
    return letters.containsKey(letter) ? OptionalInt.of(letters.get(letter)) : OptionalInt.empty();
  }

  @Override
  public OptionalInt size(Size size) {
    return size.value(dimensions.sizes(), letters);
  }

  @Override
  public Optional<Lambda> formula(Name name, List<Integer> indices) {
    return Optional.ofNullable(data.get(name.key(indices.size())));
  }

  @Override
  public IntegerPlace inside(List<String> names, List<Integer> values) {
    Map<String, Integer> own = new HashMap<>();
    for (int k = 0; k < names.size(); k++) {
      own.put(names.get(k), values.get(k));
    }
    return withLetters(own);
  }
}
