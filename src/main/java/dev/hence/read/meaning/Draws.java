package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.read.math.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How the random names of a document are drawn, as it is written: a law may speak of names that are
 * defined later, so it is read where a mean is taken.
 */
final class Draws {
  /**
   * One random name.
   *
   * @param indices the index letters of its members
   */
  record Draw(Name name, List<String> indices, Syntax law) {}

  private final SequencedMap<String, Draw> draws = new LinkedHashMap<>();

  void add(Draw draw) {
    draws.put(draw.name().key(draw.indices().size()), draw);
  }

  Optional<Draw> of(Name name, int indices) {
    return Optional.ofNullable(draws.get(name.key(indices)));
  }

  /** All draws of a name, plain and as a family. */
  List<Draw> of(Name name) {
    return draws.values().stream().filter(d -> d.name().equals(name)).toList();
  }

  List<Draw> all() {
    return List.copyOf(draws.values());
  }

  Draws copy() {
    Draws copy = new Draws();
    copy.draws.putAll(draws);
    return copy;
  }
}
