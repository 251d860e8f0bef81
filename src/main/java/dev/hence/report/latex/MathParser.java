package dev.hence.report.latex;

import dev.hence.report.latex.Commands.Command;
import dev.hence.report.latex.Item.Kind;
import dev.hence.report.latex.Item.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes a formula apart into items, and refuses everything but mathematics. */
final class MathParser {
  /** Smaller by so much are scripts. */
  private static final double SCRIPT = 0.72;

  private static final int DEEPEST = 60;

  /** What no group has taken into a fraction is refused. */
  private static final String OVER = "\\over";

  /** Environments whose rows are rows of the display, by what they are written as. */
  private static final Map<String, String> LAYOUTS =
      Map.ofEntries(
          Map.entry("equation", "aligned"),
          Map.entry("displaymath", "aligned"),
          Map.entry("align", "aligned"),
          Map.entry("aligned", "aligned"),
          Map.entry("alignat", "aligned"),
          Map.entry("alignedat", "aligned"),
          Map.entry("flalign", "aligned"),
          Map.entry("gather", "gathered"),
          Map.entry("gathered", "gathered"),
          Map.entry("split", "aligned"),
          Map.entry("eqnarray", "aligned"),
          Map.entry("multline", "gathered"),
          Map.entry("multlined", "gathered"));

  private static final Map<String, String> BLOCKS =
      Map.ofEntries(
          Map.entry("cases", "cases"),
          Map.entry("dcases", "cases"),
          Map.entry("matrix", "matrix"),
          Map.entry("smallmatrix", "smallmatrix"),
          Map.entry("pmatrix", "pmatrix"),
          Map.entry("bmatrix", "bmatrix"),
          Map.entry("Bmatrix", "Bmatrix"),
          Map.entry("vmatrix", "vmatrix"),
          Map.entry("Vmatrix", "Vmatrix"),
          Map.entry("array", "array"));

  private static final Set<Character> WIDE_LETTERS = Set.of('m', 'w', 'M', 'W');
  private static final Set<Character> NARROW = Set.of('i', 'j', 'l', 't', 'f', 'r', 's', '\'');

  private final String source;
  private int at;
  private int depth;

  private MathParser(String source) {
    this.source = source;
  }

  /** The items of a formula; throws {@link Unprintable}. */
  static List<Item> items(String source) {
    MathParser parser = new MathParser(source);
    List<Item> items = parser.sequence("");
    if (parser.at < source.length()) {
      throw new Unprintable("a brace or an end too many");
    }
    if (items.stream().anyMatch(MathParser::isOver)) {
      throw new Unprintable("\\over outside of braces");
    }
    return items;
  }

  /** Items up to the end of the text, a closing brace, or a command that ends a group. */
  private List<Item> sequence(String end) {
    if (++depth > DEEPEST) {
      throw new Unprintable("nested too deep");
    }
    List<Item> items = new ArrayList<>();
    while (true) {
      boolean spaced = skipSpace();
      if (at >= source.length() || source.charAt(at) == '}' || endsHere(end)) {
        depth--;
        return items;
      }
      item(spaced).ifPresent(items::add);
    }
  }

  private boolean endsHere(String end) {
    return !end.isEmpty()
        && source.startsWith(end, at)
        && (at + end.length() >= source.length()
            || !Character.isLetter(source.charAt(at + end.length()))
            || end.endsWith("}"));
  }

  private boolean skipSpace() {
    int start = at;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '%') {
        int line = source.indexOf('\n', at);
        at = line < 0 ? source.length() : line + 1;
      } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        at++;
      } else {
        break;
      }
    }
    return at > start;
  }

  /** One item with its scripts; empty for what is left out. */
  private Optional<Item> item(boolean spaced) {
    char c = source.charAt(at);
    if (c == '&') {
      at++;
      return Optional.of(new Item(Kind.CELL_END, "&", 0, spaced));
    }
    if (c == '_' || c == '^') {
      // A script of nothing, as in {}^2.
      return Optional.of(scripted(new Item(Kind.ORDINARY, "{}", 0, spaced)));
    }
    Item atom = atom(spaced);
    return atom.tex().isEmpty() && atom.is(Kind.ORDINARY)
        ? Optional.empty()
        : Optional.of(takesScripts(atom) ? scripted(atom) : atom);
  }

  private static boolean takesScripts(Item atom) {
    return switch (atom.kind()) {
      case ORDINARY, CLOSING, OPENING, BAR, RELATION, BINARY -> true;
      case GAP, TEXT, CELL_END, ROW_END, TAG, LABEL -> false;
    };
  }

  private Item atom(boolean spaced) {
    char c = source.charAt(at);
    if (c == '\\') {
      return command(spaced);
    }
    if (c == '{') {
      return group(spaced);
    }
    int point = source.codePointAt(at);
    at += Character.charCount(point);
    return character(point, spaced);
  }

  private Item group(boolean spaced) {
    List<Item> inside = braced();
    refuseRows(inside);
    long overs = inside.stream().filter(MathParser::isOver).count();
    if (overs > 1) {
      throw new Unprintable("\\over twice");
    }
    String tex = overs == 0 ? "{" + tex(inside) + "}" : fraction(inside);
    return new Item(Kind.ORDINARY, tex, width(inside), spaced);
  }

  private static boolean isOver(Item item) {
    return item.tex().equals(OVER);
  }

  /** The old way to write fractions. */
  private static String fraction(List<Item> items) {
    int over = 0;
    while (!isOver(items.get(over))) {
      over++;
    }
    List<Item> below = items.subList(over + 1, items.size());
    return "{\\frac{" + tex(items.subList(0, over)) + "}{" + tex(below) + "}}";
  }

  /** The items between braces, which stand here. */
  private List<Item> braced() {
    expect('{');
    List<Item> inside = sequence("");
    expect('}');
    return inside;
  }

  private void expect(char c) {
    if (at >= source.length() || source.charAt(at) != c) {
      throw new Unprintable("`" + c + "` is missing");
    }
    at++;
  }

  private static Item character(int c, boolean spaced) {
    String text = Character.toString(c);
    return switch (c) {
      case '=', '<', '>' -> new Item(Kind.RELATION, text, 14, spaced);
      case ':' -> new Item(Kind.RELATION, text, 9, spaced);
      case '+', '-' -> new Item(Kind.BINARY, text, 12.2, spaced);
      case '(', '[' -> new Item(Kind.OPENING, text, 4, spaced);
      case ')', ']' -> new Item(Kind.CLOSING, text, 4, spaced);
      case '|' -> new Item(Kind.BAR, text, 3, spaced);
      case ',', ';' -> new Item(Kind.ORDINARY, text, 5, spaced);
      case '\'' -> new Item(Kind.ORDINARY, text, 2.5, spaced);
      case '.', '!', '?', '*', '/', '@', '"', '`' -> new Item(Kind.ORDINARY, text, 4.5, spaced);
      case '~' -> new Item(Kind.ORDINARY, "~", 4, spaced);
      default -> letter(c, spaced);
    };
  }

  private static Item letter(int c, boolean spaced) {
    if (c < 0x7f && Character.isLetterOrDigit(c)) {
      return new Item(Kind.ORDINARY, Character.toString(c), width((char) c), spaced);
    }
    String sign =
        Glyphs.sign(c)
            .or(() -> Glyphs.lowered(c).map(l -> "_{" + l + "}"))
            .or(() -> Glyphs.raised(c).map(r -> "^{" + r + "}"))
            .orElseThrow(() -> new Unprintable("U+%04X".formatted(c)));
    boolean relates = "≠≤≥≈∈∉→≡∼≃∝≪≫⟹⇒⇔".indexOf(c) >= 0;
    return new Item(relates ? Kind.RELATION : Kind.ORDINARY, sign.strip(), 9, spaced);
  }

  private static double width(char c) {
    if (Character.isDigit(c)) {
      return 5;
    }
    if (WIDE_LETTERS.contains(c)) {
      return 9.5;
    }
    return NARROW.contains(c) ? 4.3 : Character.isUpperCase(c) ? 8 : 5.6;
  }

  // Scripts

  private Item scripted(Item base) {
    StringBuilder tex = new StringBuilder(base.tex());
    double below = 0;
    double above = 0;
    boolean lowered = false;
    boolean raised = false;
    while (true) {
      int here = at;
      skipSpace();
      if (at < source.length() && source.charAt(at) == '\'') {
        at++;
        tex.append(raised ? "{}'" : "'");
        above += 2.5;
      } else if (limits()) {
        tex.append(takesLimits(base) ? "\\limits" : "");
      } else if (at < source.length() && "_^".indexOf(source.charAt(at)) >= 0) {
        boolean isLowered = source.charAt(at++) == '_';
        if (isLowered ? lowered : raised) {
          throw new Unprintable("two scripts of a kind");
        }
        Item script = argument();
        tex.append(isLowered ? '_' : '^').append(script.tex());
        lowered |= isLowered;
        raised |= !isLowered;
        below = isLowered ? SCRIPT * script.width() : below;
        above += isLowered ? 0 : SCRIPT * script.width();
      } else {
        at = here;
        break;
      }
    }
    if (tex.length() == base.tex().length()) {
      return base;
    }
    double scripts = Math.max(below, above);
    double width = isLarge(base) ? Math.max(base.width(), scripts + 3) : base.width() + scripts;
    return new Item(base.kind(), tex.toString(), width, base.spaced());
  }

  /** Passes what says where the limits go; where that may not be said it is no loss. */
  private boolean limits() {
    for (String word : List.of("\\limits", "\\nolimits")) {
      if (endsHere(word)) {
        at += word.length();
        return word.equals("\\limits");
      }
    }
    return false;
  }

  private static boolean takesLimits(Item item) {
    return isLarge(item) || item.tex().equals("\\int");
  }

  private static boolean isLarge(Item item) {
    return Set.of("\\sum", "\\prod", "\\max", "\\min", "\\lim", "\\sup", "\\inf")
        .contains(item.tex());
  }

  /** An argument: what stands in braces, or one atom, which is put into braces. */
  private Item argument() {
    skipSpace();
    if (at >= source.length() || "}&_^".indexOf(source.charAt(at)) >= 0) {
      throw new Unprintable("an argument is missing");
    }
    if (++depth > DEEPEST) {
      throw new Unprintable("nested too deep");
    }
    Item atom = atom(false);
    depth--;
    if (!takesScripts(atom) && !atom.is(Kind.TEXT)) {
      throw new Unprintable("no argument");
    }
    return atom.tex().startsWith("{") && atom.is(Kind.ORDINARY)
        ? atom
        : new Item(Kind.ORDINARY, "{" + atom.tex() + "}", atom.width(), false);
  }

  // Commands

  private Item command(boolean spaced) {
    String name = name();
    Command command =
        Commands.of(name).orElseThrow(() -> new Unprintable("\\" + name + " is not known"));
    String tex = command.written();
    double width = command.width();
    return switch (command.form()) {
      case SYMBOL, LARGE, SPACE, WORD -> new Item(Kind.ORDINARY, tex, width, spaced);
      case RELATION -> new Item(Kind.RELATION, tex, width, spaced);
      case BINARY -> new Item(Kind.BINARY, tex, width, spaced);
      case OPENING -> new Item(Kind.OPENING, tex, width, spaced);
      case CLOSING -> new Item(Kind.CLOSING, tex, width, spaced);
      case BAR -> new Item(Kind.BAR, tex, width, spaced);
      case GAP -> new Item(Kind.GAP, tex, width, spaced);
      case OPENING_SIZE -> sized(tex, Kind.OPENING, spaced);
      case CLOSING_SIZE -> sized(tex, Kind.CLOSING, spaced);
      case SIZE -> sized(tex, Kind.BAR, spaced);
      case ONE, FRACTION, ROOT, STACKED, ARROW, ROWS, NOT -> built(command, spaced);
      case OPERATOR_NAME -> operatorName(name, spaced);
      case TEXT -> text(tex, spaced);
      case DROPPED -> {
        raw();
        yield new Item(tex.isEmpty() ? Kind.ORDINARY : Kind.GAP, tex, width, spaced);
      }
      case DROPPED_FIRST -> {
        raw();
        yield argument();
      }
      case TAG -> new Item(Kind.TAG, raw(), 0, spaced);
      case LABEL -> new Item(Kind.LABEL, raw(), 0, spaced);
      case LEFT -> fenced(spaced);
      case MIDDLE -> middle(spaced);
      case RIGHT, END -> throw new Unprintable("\\" + name + " without a beginning");
      case BEGIN -> environment(spaced);
      case NEW_ROW -> {
        option();
        yield new Item(Kind.ROW_END, "\\\\", 0, spaced);
      }
    };
  }

  /** The name of the command that begins here, which is passed. */
  private String name() {
    int start = ++at;
    if (at >= source.length()) {
      throw new Unprintable("a backslash at the end");
    }
    while (at < source.length() && isAsciiLetter(source.charAt(at))) {
      at++;
    }
    if (at == start) {
      at++;
    } else if (at < source.length() && source.charAt(at) == '*' && isStarred(start)) {
      at++;
    }
    return source.substring(start, at);
  }

  private boolean isStarred(int start) {
    return Set.of("operatorname", "tag", "hspace").contains(source.substring(start, at));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private Item built(Command command, boolean spaced) {
    String tex = command.written();
    return switch (command.form()) {
      case FRACTION, STACKED -> {
        Item first = argument();
        Item second = argument();
        double width = Math.max(first.width(), second.width()) + command.width();
        yield new Item(Kind.ORDINARY, tex + first.tex() + second.tex(), width, spaced);
      }
      case ROOT -> {
        String index = optionalMath();
        Item inside = argument();
        yield new Item(Kind.ORDINARY, tex + index + inside.tex(), inside.width() + 10, spaced);
      }
      case ARROW -> {
        String below = optionalMath();
        Item above = argument();
        yield new Item(Kind.RELATION, tex + below + above.tex(), above.width() + 24, spaced);
      }
      case NOT -> {
        Item negated = atom(false);
        yield new Item(Kind.RELATION, joined(tex, negated.tex()), negated.width(), spaced);
      }
      case ROWS -> {
        skipSpace();
        List<Item> inside = braced();
        refuse(inside, Kind.CELL_END, Kind.TAG, Kind.LABEL);
        yield new Item(Kind.ORDINARY, tex + "{" + tex(inside) + "}", width(inside), spaced);
      }
      default -> {
        Item inside = argument();
        yield new Item(Kind.ORDINARY, tex + inside.tex(), inside.width(), spaced);
      }
    };
  }

  private String optionalMath() {
    skipSpace();
    if (at >= source.length() || source.charAt(at) != '[') {
      return "";
    }
    int end = source.indexOf(']', at);
    if (end < 0) {
      throw new Unprintable("`]` is missing");
    }
    List<Item> inside = items(source.substring(at + 1, end));
    String tex = "[" + tex(inside) + "]";
    at = end + 1;
    return tex;
  }

  private Item sized(String size, Kind kind, boolean spaced) {
    Item delimiter = delimiter();
    Kind sized = kind == Kind.BAR && !delimiter.is(Kind.BAR) ? delimiter.kind() : kind;
    return new Item(sized, size + delimiter.tex(), delimiter.width() + 2, spaced);
  }

  private Item delimiter() {
    skipSpace();
    if (at >= source.length()) {
      throw new Unprintable("a delimiter is missing");
    }
    if (".<>/".indexOf(source.charAt(at)) >= 0) {
      char c = source.charAt(at++);
      return new Item(Kind.BAR, c == '<' ? "\\langle" : c == '>' ? "\\rangle" : "" + c, 3, false);
    }
    Item delimiter = atom(false);
    boolean isOne =
        delimiter.is(Kind.OPENING)
            || delimiter.is(Kind.CLOSING)
            || delimiter.is(Kind.BAR)
            || delimiter.tex().equals("\\backslash");
    if (!isOne) {
      throw new Unprintable("no delimiter");
    }
    return delimiter;
  }

  /** {@code \left( … \right)}: one piece, as TeX has it. */
  private Item fenced(boolean spaced) {
    Item open = delimiter();
    List<Item> inside = sequence("\\right");
    if (!source.startsWith("\\right", at)) {
      throw new Unprintable("\\right is missing");
    }
    refuseRows(inside);
    at += "\\right".length();
    Item close = delimiter();
    String tex = "\\left" + joined(open.tex(), tex(inside)) + joined(" \\right", close.tex());
    return new Item(Kind.ORDINARY, tex, width(inside) + 12, spaced);
  }

  private static void refuseRows(List<Item> items) {
    refuse(items, Kind.CELL_END, Kind.ROW_END, Kind.TAG, Kind.LABEL);
  }

  private static void refuse(List<Item> items, Kind... kinds) {
    if (items.stream().anyMatch(i -> List.of(kinds).contains(i.kind()))) {
      throw new Unprintable("rows or a tag within a formula");
    }
  }

  private Item middle(boolean spaced) {
    return new Item(Kind.ORDINARY, joined("\\middle", delimiter().tex()), 6, spaced);
  }

  private Item operatorName(String name, boolean spaced) {
    Item argument = argument();
    return new Item(Kind.ORDINARY, "\\" + name + argument.tex(), argument.width() + 2, spaced);
  }

  /** Text without mathematics in it, or with {@code $…$}. */
  private Item text(String command, boolean spaced) {
    String raw = raw();
    StringBuilder tex = new StringBuilder(command).append('{');
    double width = 0;
    String[] parts = raw.split("(?<!\\\\)\\$", -1);
    if (parts.length % 2 == 0) {
      throw new Unprintable("`$` without its partner");
    }
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 0) {
        tex.append(ReadableMath.plain(words(parts[i])));
        width += 4.9 * parts[i].length();
      } else {
        List<Item> items = items(parts[i]);
        refuseRows(items);
        tex.append('$').append(tex(items)).append('$');
        width += width(items);
      }
    }
    return new Item(Kind.TEXT, tex.append('}').toString(), width, spaced);
  }

  /** The words of a text, its few commands replaced. */
  private static String words(String text) {
    String words =
        text.replaceAll("\\s+", " ")
            .replaceAll("\\\\(?:quad|qquad|[ ,;:!])", " ")
            .replace("~", " ")
            .replaceAll("\\\\([%&#_{}$])", "$1");
    if (words.contains("\\")) {
      throw new Unprintable("a command in a text");
    }
    return words;
  }

  /** What stands in braces, as it is written. */
  private String raw() {
    skipSpace();
    expect('{');
    int start = at;
    int open = 1;
    while (at < source.length() && open > 0) {
      char c = source.charAt(at++);
      if (c == '\\') {
        at++;
      }
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    if (open > 0) {
      throw new Unprintable("`}` is missing");
    }
    return source.substring(start, at - 1);
  }

  /** Passes {@code [2ex]} behind the end of a row. */
  private void option() {
    int end = source.startsWith("[", at) ? source.indexOf(']', at) : -1;
    if (end > at && source.substring(at + 1, end).matches("-?[0-9.]+ ?[a-z]{2}")) {
      at = end + 1;
    }
  }

  // Environments

  private Item environment(boolean spaced) {
    String written = raw();
    String name = written.endsWith("*") ? written.substring(0, written.length() - 1) : written;
    String end = "\\end{" + written + "}";
    String columns = "";
    if (name.equals("array")) {
      columns = "{" + columns(raw()) + "}";
    } else if (name.startsWith("alignat") || name.startsWith("alignedat")) {
      raw();
    }
    List<Item> inside = sequence(end);
    if (!source.startsWith(end, at)) {
      throw new Unprintable(end + " is missing");
    }
    at += end.length();
    List<Row> rows = rows(inside);
    if (LAYOUTS.containsKey(name)) {
      String layout = LAYOUTS.get(name);
      String tex = "\\begin{" + layout + "}" + untagged(inside) + "\\end{" + layout + "}";
      return new Item(Kind.ORDINARY, tex, layoutWidth(rows), spaced, rows);
    }
    if (!BLOCKS.containsKey(name) || rows.stream().anyMatch(r -> r.name().isPresent())) {
      throw new Unprintable("the environment " + name);
    }
    String block = BLOCKS.get(name);
    String tex = "\\begin{" + block + "}" + columns + tex(inside) + "\\end{" + block + "}";
    return new Item(Kind.ORDINARY, tex, layoutWidth(rows) + 12, spaced);
  }

  private static String columns(String raw) {
    String columns = raw.replaceAll("\\s", "");
    if (!columns.matches("[lcr|]{1,40}")) {
      throw new Unprintable("columns " + columns);
    }
    return columns;
  }

  private static String untagged(List<Item> items) {
    return tex(items.stream().filter(i -> !i.is(Kind.TAG) && !i.is(Kind.LABEL)).toList());
  }

  /** Items as rows of cells; what stands behind the last row end is no row if it is nothing. */
  static List<Row> rows(List<Item> items) {
    List<Row> rows = new ArrayList<>();
    List<List<Item>> cells = new ArrayList<>();
    List<Item> cell = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Item item : items) {
      switch (item.kind()) {
        case CELL_END -> {
          cells.add(cell);
          cell = new ArrayList<>();
        }
        case ROW_END -> {
          cells.add(cell);
          rows.add(new Row(cells, tags, labels));
          cells = new ArrayList<>();
          cell = new ArrayList<>();
          tags = new ArrayList<>();
          labels = new ArrayList<>();
        }
        case TAG -> tags.add(item.tex());
        case LABEL -> labels.add(item.tex());
        case ORDINARY, RELATION, BINARY, OPENING, CLOSING, BAR, GAP, TEXT -> cell.add(item);
      }
    }
    cells.add(cell);
    rows.add(new Row(cells, tags, labels));
    return rows.stream().filter(MathParser::saysSomething).toList();
  }

  private static boolean saysSomething(Row row) {
    return !row.tags().isEmpty()
        || !row.labels().isEmpty()
        || row.cells().stream().anyMatch(cell -> !cell.isEmpty());
  }

  // Width and text

  private static double layoutWidth(List<Row> rows) {
    int columns = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
    double width = 0;
    for (int k = 0; k < columns; k++) {
      int column = k;
      width +=
          rows.stream()
              .filter(r -> r.cells().size() > column)
              .mapToDouble(r -> width(r.cells().get(column)))
              .max()
              .orElse(0);
    }
    return width + 10 * Math.max(0, columns - 1);
  }

  static double width(List<Item> items) {
    return items.stream().mapToDouble(Item::width).sum();
  }

  /**
   * Items as TeX, with a space where there was one, and where a command would run into a letter.
   */
  static String tex(List<Item> items) {
    StringBuilder all = new StringBuilder();
    boolean rowEnded = false;
    for (Item item : items) {
      String tex = rowEnded ? behindRow(item.tex()) : item.tex();
      boolean first = all.isEmpty();
      boolean runs = !tex.isEmpty() && isAsciiLetter(tex.charAt(0)) && endsInWord(all);
      all.append(!first && (item.spaced() || runs) ? " " : "").append(tex);
      rowEnded = item.is(Kind.ROW_END);
    }
    return all.toString();
  }

  /** Behind the end of a row a bracket would be a distance, and a star a wish. */
  private static String behindRow(String tex) {
    return tex.startsWith("[")
        ? "\\lbrack " + tex.substring(1)
        : tex.startsWith("*") ? "\\ast " + tex.substring(1) : tex;
  }

  private static String joined(String first, String second) {
    boolean runs =
        !second.isEmpty()
            && isAsciiLetter(second.charAt(0))
            && endsInWord(new StringBuilder(first));
    return first + (runs ? " " : "") + second;
  }

  private static boolean endsInWord(StringBuilder tex) {
    int i = tex.length();
    while (i > 0 && isAsciiLetter(tex.charAt(i - 1))) {
      i--;
    }
    return i > 0 && i < tex.length() && tex.charAt(i - 1) == '\\';
  }
}
