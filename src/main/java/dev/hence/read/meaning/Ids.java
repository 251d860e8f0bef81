package dev.hence.read.meaning;

import dev.hence.claim.Statement;
import dev.hence.read.math.Display;
import dev.hence.read.math.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names statements: by the author's tag, or by the order of the display; the statements of one
 * chain are told apart by a number behind the name.
 */
final class Ids {
  private final Set<String> used = new HashSet<>();
  private int displays;
  private Optional<String> common = Optional.empty();

  /** Begins the next display. A tag that is its only one names all of its rows. */
  void display(Display display) {
    displays++;
    List<String> tags =
        display.rows().stream().flatMap(r -> r.tag().or(r::label).stream()).toList();
    common =
        display
            .tag()
            .or(display::label)
            .or(() -> tags.size() == 1 ? Optional.of(tags.getFirst()) : Optional.empty());
  }

  /** Begins a display that cannot be read. */
  void display() {
    displays++;
    common = Optional.empty();
  }

  Optional<String> label(Row row) {
    return row.tag().or(row::label).or(() -> common);
  }

  /** The name before it is made unique. */
  String next(Optional<String> label) {
    return label.orElseGet(() -> "#" + displays);
  }

  /** Makes the names from one place on unique: 4, or 4.1 and 4.2. */
  void number(List<Statement> statements, int first) {
    Map<String, Integer> totals = new HashMap<>();
    statements
        .subList(first, statements.size())
        .forEach(s -> totals.merge(s.id(), 1, Integer::sum));
    Map<String, Integer> counts = new HashMap<>();
    for (int k = first; k < statements.size(); k++) {
      Statement s = statements.get(k);
      int count = counts.merge(s.id(), 1, Integer::sum);
      String id = totals.get(s.id()) == 1 ? s.id() : s.id() + "." + count;
      String unique = id;
      for (int again = 2; !used.add(unique); again++) {
        unique = id + "-" + again;
      }
      statements.set(k, renamed(s, unique));
    }
  }

  private static Statement renamed(Statement s, String id) {
    return switch (s) {
      case Statement.Step t -> t.named(id);
      case Statement.Given g ->
          new Statement.Given(id, g.label(), g.span(), g.what(), g.left(), g.right(), g.scope());
      case Statement.NoStatement n -> new Statement.NoStatement(id, n.label(), n.span(), n.why());
      case Statement.Unread u ->
          new Statement.Unread(id, u.label(), u.span(), u.problem(), u.expected());
    };
  }
}
