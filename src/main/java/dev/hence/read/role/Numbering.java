package dev.hence.read.role;

import dev.hence.claim.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the names of statements unique: 4, or 4.1 and 4.2 where two have the same. */
final class Numbering {
  private final Set<String> used = new HashSet<>();

  /** The lines of one display with names of their own. */
  List<Line> unique(List<Line> lines) {
    Map<String, Integer> totals = new HashMap<>();
    lines.forEach(l -> totals.merge(l.statement().id(), 1, Integer::sum));
    Map<String, Integer> counts = new HashMap<>();
    List<Line> named = new ArrayList<>();
    for (Line line : lines) {
      String name = line.statement().id();
      int count = counts.merge(name, 1, Integer::sum);
      String id = totals.get(name) == 1 ? name : name + "." + count;
      String unique = id;
      for (int again = 2; !used.add(unique); again++) {
        unique = id + "-" + again;
      }
      named.add(new Line(named(line.statement(), unique), line.refusal()));
    }
    return named;
  }

  private static Statement named(Statement s, String id) {
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
