package dev.hence.read.role;

import dev.hence.read.syntax.Environments;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the author names the rows of one display: by a tag, else by a label. What names the whole
 * display, or its only name, names all of its rows.
 */
final class RowNames {
  /** Where the author names nothing. */
  static final RowNames NONE = new RowNames();

  private final TreeMap<Integer, Optional<String>> rows = new TreeMap<>();
  private Optional<String> whole = Optional.empty();

  private RowNames() {}

  /**
   * Collects the names of a display.
   *
   * @param beside a label that stands beside the display
   */
  static RowNames of(Tree tree, Optional<String> beside) {
    RowNames names = new RowNames();
    names.add(tree);
    names.whole = names.whole.or(() -> beside).or(names::only);
    return names;
  }

  private Optional<String> only() {
    List<String> all = rows.values().stream().flatMap(Optional::stream).toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** The name of what begins at a place; what stands in front of the display is of its last row. */
  Optional<String> at(Span span) {
    Map.Entry<Integer, Optional<String>> row = rows.floorEntry(span.start());
    if (row == null) {
      row = rows.lastEntry();
    }
    return row == null ? whole : row.getValue().or(() -> whole);
  }

  private void add(Tree tree) {
    switch (tree) {
      case Tree.Rows r -> r.rows().forEach(row -> add(row.items()));
      case Tree.Row r -> add(r.items());
      default -> add(List.of(tree));
    }
  }

  private void add(List<Tree> items) {
    boolean holdsRows = items.stream().anyMatch(RowNames::holdsRows);
    if (holdsRows) {
      for (Tree item : items) {
        if (holdsRows(item)) {
          ((Tree.Environment) item).rows().forEach(row -> add(row.items()));
        }
      }
      whole = whole.or(() -> name(items));
    } else if (!items.isEmpty()) {
      rows.put(items.getFirst().span().start(), name(items));
    }
  }

  private static boolean holdsRows(Tree item) {
    return item instanceof Tree.Environment e && Environments.holdsStatements(e.begin().meaning());
  }

  private static Optional<String> name(List<Tree> items) {
    return name(items, TokenKind.TAG).or(() -> name(items, TokenKind.LABEL));
  }

  private static Optional<String> name(List<Tree> items, TokenKind kind) {
    return items.stream()
        .filter(i -> i instanceof Tree.Leaf l && l.token().kind() == kind)
        .map(i -> ((Tree.Leaf) i).token().meaning())
        .filter(name -> !name.isBlank())
        .findFirst();
  }
}
