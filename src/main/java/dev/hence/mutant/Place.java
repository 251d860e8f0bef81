package dev.hence.mutant;

import dev.hence.claim.Scope;
import dev.hence.expr.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apfloat.Apfloat;

/**
 * The point and the letters with which a formula is evaluated.
 *
 * @param letters values of the index letters
 * @param sizes values of the named sizes
 * @param given values that names have here, whatever else is said of them
 * @param moved by how much time has gone on, with the place from which it went on
 */
record Place(
    Scope scope,
    Point point,
    Map<String, Integer> letters,
    Map<String, Integer> sizes,
    Map<String, Table> given,
    Optional<Moved> moved) {
  record Moved(Apfloat by, Place from) {}

  Place with(String letter, int value) {
    Map<String, Integer> more = new HashMap<>(letters);
    more.put(letter, value);
    return new Place(scope, point, more, sizes, given, moved);
  }

  Place with(Name name, List<Integer> indices, Table value) {
    Map<String, Table> more = new HashMap<>(given);
    more.put(key(name, indices), value);
    return new Place(scope, point, letters, sizes, more, moved);
  }

  Place later(Apfloat by) {
    return new Place(scope, point, letters, sizes, given, Optional.of(new Moved(by, this)));
  }

  Optional<Table> given(Name name, List<Integer> indices) {
    return Optional.ofNullable(given.get(key(name, indices)));
  }

  private static String key(Name name, List<Integer> indices) {
    return name.latex() + indices;
  }
}
