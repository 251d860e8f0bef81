package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The random names that are known, in the order in which their laws were said. */
public record Draws(List<Draw> all) {
  public static final Draws NONE = new Draws(List.of());

  public Draws {
    all = List.copyOf(all);
  }

  /** With one that takes the place of what was said of the name before. */
  public Draws with(Draw draw) {
    List<Draw> more = new ArrayList<>(without(draw.key()).all);
    more.add(draw);
    return new Draws(more);
  }

  /** Without what is kept under a key, see {@link Name#key}. */
  public Draws without(String key) {
    return new Draws(all.stream().filter(d -> !d.key().equals(key)).toList());
  }

  Optional<Draw> of(Name name, int indices) {
    return all.stream().filter(d -> d.key().equals(name.key(indices))).findFirst();
  }

  /** All draws of a name, plain and as a family. */
  List<Draw> of(Name name) {
    return all.stream().filter(d -> d.name().equals(name)).toList();
  }
}
