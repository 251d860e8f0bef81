package dev.hence.report.latex;

import dev.hence.report.latex.Item.Kind;
import dev.hence.report.latex.Item.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A display of the author, set anew so that it stays within the margins. */
final class Display {
  /** The width of a line in points, at ten points; see {@link LatexTrace}. */
  static final double LINE = 455;

  /** What the number at the margin takes. */
  private static final double TAG = 30;

  /** The sizes of type, from the largest. */
  private static final List<Size> SIZES =
      List.of(
          new Size("", 1),
          new Size("\\small", 0.9),
          new Size("\\footnotesize", 0.8),
          new Size("\\scriptsize", 0.7),
          new Size("\\tiny", 0.5));

  private record Size(String command, double scale) {}

  private final List<Row> rows;
  private final Optional<String> name;

  private Display(List<Row> rows, Optional<String> name) {
    this.rows = rows;
    this.name = name;
  }

  /**
   * The display in LaTeX, ready to stand between paragraphs; empty if it holds anything but known
   * mathematics.
   *
   * @param label that stands beside it
   */
  static Optional<String> tex(String math, Optional<String> label) {
    try {
      List<Row> rows = MathParser.rows(MathParser.items(signs(math)));
      return rows.isEmpty() ? Optional.empty() : Optional.of(new Display(rows, label).set());
    } catch (Unprintable e) {
      return Optional.empty();
    }
  }

  /** A page of HTML may write the signs of relations as entities. */
  private static String signs(String math) {
    return math.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** A formula within a line; empty if it holds anything but known mathematics. */
  static Optional<String> inline(String math) {
    try {
      List<Item> items = MathParser.items(math);
      boolean plain =
          items.stream()
              .noneMatch(
                  i ->
                      i.is(Kind.CELL_END)
                          || i.is(Kind.ROW_END)
                          || i.is(Kind.TAG)
                          || i.is(Kind.LABEL)
                          || !i.rows().isEmpty());
      String tex = MathParser.tex(items);
      return plain && !tex.isBlank() ? Optional.of("$" + tex + "$") : Optional.empty();
    } catch (Unprintable e) {
      return Optional.empty();
    }
  }

  private String set() {
    List<Row> open = opened(rows);
    Optional<String> whole =
        name.or(() -> rows.stream().flatMap(r -> r.name().stream()).findFirst())
            .filter(n -> rows.size() == 1)
            .or(() -> name);
    boolean rowsHaveNames = open.stream().anyMatch(r -> r.name().isPresent());
    double room = LINE - (whole.isPresent() || rowsHaveNames ? TAG : 0);
    for (Size size : SIZES) {
      Layout layout = new Layout(room / size.scale(), false);
      Optional<List<Layout.Line>> lines = layout.lines(open);
      if (lines.isPresent()) {
        return sized(size, written(lines.get(), whole));
      }
    }
    Size least = SIZES.getLast();
    Layout layout = new Layout(room / least.scale(), true);
    return sized(least, written(layout.lines(open).orElseThrow(), whole));
  }

  private static String sized(Size size, String display) {
    return size.command().isEmpty()
        ? display
        : "\\begingroup" + size.command() + "\n" + display + "\\endgroup\n";
  }

  /** The rows with those of a layout in the place of the row that holds nothing else. */
  private static List<Row> opened(List<Row> rows) {
    List<Row> open = new ArrayList<>();
    for (Row row : rows) {
      List<Item> items = row.items();
      boolean isLayout = !items.isEmpty() && !items.getFirst().rows().isEmpty();
      List<Item> behind = isLayout ? items.subList(1, items.size()) : List.of();
      boolean onlyMarks =
          behind.stream().allMatch(i -> i.tex().equals(".") || i.tex().equals(",") || isSpace(i));
      if (isLayout && onlyMarks) {
        open.addAll(opened(items.getFirst().rows()));
      } else {
        open.add(row);
      }
    }
    return List.copyOf(open);
  }

  private static boolean isSpace(Item item) {
    return item.is(Kind.GAP) || item.tex().equals("\\,") || item.tex().equals("\\ ");
  }

  private static String written(List<Layout.Line> lines, Optional<String> whole) {
    boolean named = lines.stream().anyMatch(l -> l.name().isPresent());
    String tag = whole.filter(n -> !named).map(Display::tag).orElse("");
    if (lines.size() == 1) {
      String own = lines.getFirst().name().map(Display::tag).orElse(tag);
      String text = String.join(" ", lines.getFirst().cells()).strip();
      return "\\begin{equation*}\n" + text + own + "\n\\end{equation*}\n";
    }
    if (!named) {
      return "\\begin{equation*}\n\\begin{aligned}\n"
          + joined(lines)
          + "\n\\end{aligned}"
          + tag
          + "\n\\end{equation*}\n";
    }
    return "\\begin{align*}\n" + joined(lines) + "\n\\end{align*}\n";
  }

  private static String aligned(Layout.Line line) {
    return String.join(" & ", line.cells()).strip();
  }

  private static String joined(List<Layout.Line> lines) {
    List<String> texts =
        lines.stream().map(l -> aligned(l) + l.name().map(Display::tag).orElse("")).toList();
    return String.join(" \\\\\n", texts);
  }

  private static String tag(String name) {
    return " \\tag{" + Readable.plain(name.strip()) + "}";
  }
}
