package dev.hence.report.latex;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The commands that may be printed, all of them mathematics, and what is written for each: some are
 * known to Hence and to MathJax but to none of the packages amsmath and amssymb.
 */
final class Commands {
  /** Letters and signs that stand for themselves, with their width in units of 0.1 pt at 10 pt. */
  private static final Map<String, Command> ALL = all();

  /** How many arguments a command takes, and what is done with them. */
  enum Form {
    SYMBOL,
    RELATION,
    BINARY,
    /** Sums and their like: limits above and below. */
    LARGE,
    /** Words such as log. */
    WORD,
    SPACE,
    GAP,
    OPENING,
    CLOSING,
    /** A bar, which opens or closes. */
    BAR,
    /** The size of the delimiter behind it. */
    OPENING_SIZE,
    CLOSING_SIZE,
    SIZE,
    /** One argument, printed as wide as it is. */
    ONE,
    FRACTION,
    ROOT,
    /** Two arguments, one above the other. */
    STACKED,
    /** One argument that is a word. */
    OPERATOR_NAME,
    TEXT,
    ROWS,
    /** Left out with its argument. */
    DROPPED,
    /** Left out with its first argument. */
    DROPPED_FIRST,
    TAG,
    LABEL,
    LEFT,
    RIGHT,
    MIDDLE,
    ARROW,
    BEGIN,
    END,
    NEW_ROW,
    NOT
  }

  /**
   * A command.
   *
   * @param written what is printed for it
   * @param width in points, at ten points
   */
  record Command(String written, Form form, double width) {}

  private Commands() {}

  static Optional<Command> of(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  private static Map<String, Command> all() {
    Map<String, Command> map = new HashMap<>();
    letters(map);
    operators(map);
    delimiters(map);
    structure(map);
    return Map.copyOf(map);
  }

  private static void letters(Map<String, Command> map) {
    add(
        map,
        Form.SYMBOL,
        6,
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa"
            + " lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi"
            + " omega digamma ell hbar imath jmath partial prime star ast circ dagger ddagger");
    add(
        map,
        Form.SYMBOL,
        8,
        "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega wp aleph emptyset varnothing"
            + " nabla infty forall exists top bot perp % # & $ _");
    add(map, Form.SYMBOL, 12, "dots ldots cdots vdots ddots dotsc dotsb dotsm dotsi");
    map.put("omicron", new Command("o", Form.SYMBOL, 5));
    map.put("hdots", new Command("\\dots", Form.SYMBOL, 12));
    map.put("arg", new Command("\\arg", Form.WORD, 16));
    for (String word :
        ("exp log ln lg sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan max min"
                + " sup inf lim det")
            .split(" ", -1)) {
      map.put(word, new Command("\\" + word, Form.WORD, 5.2 * word.length() + 2));
    }
    for (String word :
        ("sech csch arsinh arcosh artanh erf erfc tr Tr trace Trace diag Diag Det rank sign sgn"
                + " asin acos atan asinh arcsinh acosh arccosh atanh arctanh")
            .split(" ", -1)) {
      Command named =
          new Command("\\operatorname{" + word + "}", Form.WORD, 5.2 * word.length() + 2);
      map.put(word, named);
    }
    map.put("argmax", new Command("\\operatorname*{arg\\,max}", Form.WORD, 38));
    map.put("argmin", new Command("\\operatorname*{arg\\,min}", Form.WORD, 36));
  }

  private static void operators(Map<String, Command> map) {
    add(
        map,
        Form.RELATION,
        14,
        "equiv le leq leqslant leqq ge geq geqslant geqq ne neq approx simeq to rightarrow propto"
            + " in sim notin leftarrow gets succeq succcurlyeq succ preceq preccurlyeq prec ll gg"
            + " triangleq downarrow uparrow nearrow searrow mid parallel");
    add(
        map,
        Form.RELATION,
        21,
        "longrightarrow longleftarrow implies Rightarrow Longrightarrow therefore iff"
            + " Leftrightarrow Longleftrightarrow leftrightarrow");
    map.put("eq", new Command("=", Form.RELATION, 14));
    map.put("lt", new Command("<", Form.RELATION, 14));
    map.put("gt", new Command(">", Form.RELATION, 14));
    map.put("colon", new Command("\\colon", Form.SYMBOL, 7));
    map.put("coloneqq", new Command("\\mathrel{:=}", Form.RELATION, 17));
    map.put("coloneq", new Command("\\mathrel{:=}", Form.RELATION, 17));
    add(map, Form.BINARY, 12, "pm mp");
    add(map, Form.SYMBOL, 10, "cdot times div odot oslash otimes land wedge");
    map.put("setminus", new Command("\\setminus", Form.SYMBOL, 10));
    map.put("backslash", new Command("\\backslash", Form.SYMBOL, 6));
    map.put("slash", new Command("/", Form.SYMBOL, 5));
    add(map, Form.LARGE, 15, "sum prod");
    add(map, Form.LARGE, 8, "int");
    add(map, Form.SPACE, 2, "thinspace , negthinspace !");
    add(map, Form.SPACE, 3, "medspace : thickspace ;");
    map.put(" ", new Command("\\ ", Form.SPACE, 4));
    add(map, Form.SPACE, 5, "enspace");
    map.put("enskip", new Command("\\enspace", Form.SPACE, 5));
    map.put("quad", new Command("\\quad", Form.GAP, 10));
    add(map, Form.GAP, 20, "qquad");
    map.put("hfill", new Command("\\qquad", Form.GAP, 20));
    map.put("hfil", new Command("\\qquad", Form.GAP, 20));
  }

  private static void delimiters(Map<String, Command> map) {
    add(map, Form.OPENING, 5, "{ lbrace lbrack langle lfloor lceil lvert lVert");
    add(map, Form.CLOSING, 5, "} rbrace rbrack rangle rfloor rceil rvert rVert");
    map.put("lparen", new Command("(", Form.OPENING, 4));
    map.put("rparen", new Command(")", Form.CLOSING, 4));
    add(map, Form.BAR, 5, "| Vert vert");
    for (String size : Set.of("big", "Big", "bigg", "Bigg")) {
      map.put(size, new Command("\\" + size, Form.SIZE, 2));
      map.put(size + "l", new Command("\\" + size + "l", Form.OPENING_SIZE, 2));
      map.put(size + "r", new Command("\\" + size + "r", Form.CLOSING_SIZE, 2));
      map.put(size + "m", new Command("\\" + size + "m", Form.SIZE, 2));
    }
    map.put("left", new Command("\\left", Form.LEFT, 2));
    map.put("right", new Command("\\right", Form.RIGHT, 2));
    map.put("middle", new Command("\\middle", Form.MIDDLE, 2));
  }

  private static void structure(Map<String, Command> map) {
    add(
        map,
        Form.ONE,
        0,
        "mathbf boldsymbol mathrm mathit mathnormal mathcal mathbb mathfrak mathsf mathtt dot ddot"
            + " dddot hat widehat bar overline tilde widetilde vec overrightarrow check breve acute"
            + " grave mathring underline underbrace overbrace boxed mathop mathrel mathbin mathord"
            + " mathopen mathclose mathinner");
    for (String bold : Set.of("bm", "pmb", "mathbfit", "symbf")) {
      map.put(bold, new Command("\\boldsymbol", Form.ONE, 0));
    }
    for (String board : Set.of("mathds", "mathbbm", "Bbb")) {
      map.put(board, new Command("\\mathbb", Form.ONE, 0));
    }
    map.put("mathscr", new Command("\\mathcal", Form.ONE, 0));
    map.put("mathup", new Command("\\mathrm", Form.ONE, 0));
    map.put("underbar", new Command("\\underline", Form.ONE, 0));
    map.put("widecheck", new Command("\\check", Form.ONE, 0));
    add(map, Form.FRACTION, 4, "frac dfrac tfrac cfrac binom dbinom tbinom");
    add(map, Form.ROOT, 9, "sqrt");
    add(map, Form.STACKED, 0, "overset underset stackrel");
    add(map, Form.OPERATOR_NAME, 2, "operatorname operatorname*");
    for (String text : Set.of("text", "mbox", "hbox", "textrm", "textnormal", "textup", "textsf")) {
      map.put(text, new Command("\\text", Form.TEXT, 0));
    }
    map.put("textit", new Command("\\textit", Form.TEXT, 0));
    map.put("textbf", new Command("\\textbf", Form.TEXT, 0));
    map.put("texttt", new Command("\\texttt", Form.TEXT, 0));
    add(map, Form.ROWS, 0, "substack");
    add(map, Form.ARROW, 24, "xrightarrow");
    add(map, Form.SPACE, 0, "displaystyle textstyle scriptstyle scriptscriptstyle");
    for (String nothing :
        "nonumber notag limits nolimits allowbreak nobreak strut mathstrut centering"
            .split(" ", -1)) {
      map.put(nothing, new Command("", Form.SPACE, 0));
    }
    for (String old : Set.of("bf", "rm", "it", "sf", "tt")) {
      map.put(old, new Command("\\" + old, Form.SPACE, 0));
    }
    map.put("cal", new Command("\\cal", Form.SPACE, 0));
    map.put("hspace", new Command("\\qquad", Form.DROPPED, 20));
    map.put("hspace*", new Command("\\qquad", Form.DROPPED, 20));
    map.put("mspace", new Command("\\;", Form.DROPPED, 3));
    map.put("color", new Command("", Form.DROPPED, 0));
    map.put("textcolor", new Command("", Form.DROPPED_FIRST, 0));
    map.put("over", new Command("\\over", Form.SYMBOL, 0));
    map.put("not", new Command("\\not", Form.NOT, 0));
    map.put("tag", new Command("", Form.TAG, 0));
    map.put("tag*", new Command("", Form.TAG, 0));
    map.put("label", new Command("", Form.LABEL, 0));
    map.put("begin", new Command("", Form.BEGIN, 0));
    map.put("end", new Command("", Form.END, 0));
    for (String row : Set.of("\\", "cr", "newline")) {
      map.put(row, new Command("\\\\", Form.NEW_ROW, 0));
    }
  }

  private static void add(Map<String, Command> map, Form form, double width, String names) {
    for (String name : names.split(" ", -1)) {
      map.put(name, new Command("\\" + name, form, width));
    }
  }
}
