package dev.hence.campaign.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apfloat.Apfloat;

/**
 * Values for all names.
 *
 * @param now the time, at which what moves is looked at
 */
public record Point(Map<String, Grid> values, World world, Apfloat now) {
  public Point {
    values = Map.copyOf(values);
  }

  Optional<Grid> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public Point with(String name, Grid value) {
    Map<String, Grid> changed = new HashMap<>(values);
    changed.put(name, value);
    return new Point(changed, world, now);
  }

  Point at(Apfloat time) {
    return new Point(values, world, time).with(World.TIME, Grid.of(time));
  }

  /** The numbers of the letters, for people. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    values.keySet().stream()
        .sorted()
        .forEach(
            name -> {
              text.append(text.isEmpty() ? "" : ", ").append(name).append(" =");
              for (Apfloat entry : values.get(name).entries()) {
                text.append(' ').append(entry.precision(6).toString(true));
              }
            });
    return text.toString();
  }
}
