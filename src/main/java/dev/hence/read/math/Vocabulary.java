package dev.hence.read.math;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words that the reader knows: commands by what they are, without backslash. */
public final class Vocabulary {
  private static final Set<String> FUNCTIONS =
      words(
          "exp log ln lg sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan sech csch"
              + " arsinh arcosh artanh erf erfc max min sup inf det tr diag vec rank sign");

  private static final String STACKED = "vec";

  /** Functions that have a command; the others are written with {@code \operatorname}. */
  private static final Map<String, String> FUNCTION_COMMANDS = functionCommands();

  /** Commands that are letters or marks. */
  static final Set<String> NAMES =
      words(
          "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa"
              + " lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi"
              + " omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega omicron digamma"
              + " ell hbar imath jmath wp aleph emptyset varnothing partial");

  /** Commands that stand alone in a script and nowhere else. */
  static final Set<String> MARKS = words("top bot perp dagger ddagger prime star ast circ");

  static final Map<String, BigOperatorKind> BIG_OPERATORS =
      Map.ofEntries(
          Map.entry("sum", BigOperatorKind.SUM),
          Map.entry("prod", BigOperatorKind.PRODUCT),
          Map.entry("max", BigOperatorKind.MAX),
          Map.entry("min", BigOperatorKind.MIN),
          Map.entry("sup", BigOperatorKind.SUP),
          Map.entry("inf", BigOperatorKind.INF),
          Map.entry("lim", BigOperatorKind.LIM),
          Map.entry("argmax", BigOperatorKind.ARGMAX),
          Map.entry("argmin", BigOperatorKind.ARGMIN));

  static final Map<String, Relation> RELATIONS = relations();
  static final Map<String, Separator> CONNECTIVES = connectives();
  static final Map<String, Operator> OPERATORS = operators();
  static final Map<String, Sign> SIGNS =
      Map.of("+", Sign.PLUS, "-", Sign.MINUS, "pm", Sign.PLUS_MINUS, "mp", Sign.MINUS_PLUS);
  static final Map<String, Typeface> FONTS = fonts();

  /** The old switches, {@code {\bf x}}. */
  static final Map<String, Typeface> FONT_SWITCHES =
      Map.of(
          "bf", new Typeface(Font.PLAIN, true),
          "rm", new Typeface(Font.ROMAN, false),
          "it", new Typeface(Font.ITALIC, false),
          "cal", new Typeface(Font.CALLIGRAPHIC, false),
          "sf", new Typeface(Font.SANS, false),
          "tt", new Typeface(Font.TYPEWRITER, false));

  static final Map<String, Accent> ACCENTS = accents();
  static final Set<String> TEXTS =
      words("text mbox hbox textrm textnormal textup textit textbf textsf texttt");
  static final Set<String> DOTS =
      words("dots ldots cdots vdots ddots dotsc dotsb dotsm dotsi hdots");
  static final Set<String> IGNORED =
      words(
          "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag"
              + " hline thinspace medspace thickspace negthinspace allowbreak nobreak strut"
              + " mathstrut centering mathrel mathbin mathord mathopen mathclose mathinner");
  static final Set<String> WIDE = words("quad qquad hspace hspace* enspace enskip hfill hfil");

  /** Commands that the parser treats one by one. */
  static final Set<String> STRUCTURE =
      words(
          "frac dfrac tfrac cfrac binom dbinom tbinom sqrt over underbrace overbrace boxed substack"
              + " nabla int infty forall arg overset underset stackrel not mathop operatorname"
              + " operatorname* begin end tag tag* label color textcolor mspace cr newline");

  private Vocabulary() {}

  /** A font and whether it is bold. */
  record Typeface(Font font, boolean bold) {}

  /** Whether a name stands for a function whose argument may follow without parentheses. */
  public static boolean isFunction(String name) {
    return FUNCTIONS.contains(name);
  }

  /** Whether a command is a mark, such as {@code top}, and no letter. */
  public static boolean isMark(String command) {
    return MARKS.contains(command);
  }

  /** The function that a command or an operator name stands for. */
  static Optional<String> function(String command) {
    return Optional.ofNullable(FUNCTION_COMMANDS.get(command));
  }

  /** The function that upright letters stand for: vec too, whose command is an arrow. */
  static Optional<String> word(String text) {
    return text.equals(STACKED) ? Optional.of(STACKED) : function(text);
  }

  /** Whether a command is known at all. */
  public static boolean isKnown(String command) {
    return NAMES.contains(command)
        || MARKS.contains(command)
        || FUNCTION_COMMANDS.containsKey(command)
        || BIG_OPERATORS.containsKey(command)
        || RELATIONS.containsKey(command)
        || CONNECTIVES.containsKey(command)
        || OPERATORS.containsKey(command)
        || SIGNS.containsKey(command)
        || FONTS.containsKey(command)
        || FONT_SWITCHES.containsKey(command)
        || ACCENTS.containsKey(command)
        || TEXTS.contains(command)
        || DOTS.contains(command)
        || IGNORED.contains(command)
        || WIDE.contains(command)
        || STRUCTURE.contains(command)
        || Delimiters.isKnown(command);
  }

  /** The commands that a typing error may have meant, in order. */
  static Set<String> suggestions() {
    Set<String> all = new TreeSet<>(NAMES);
    all.addAll(MARKS);
    all.addAll(FUNCTION_COMMANDS.keySet());
    all.addAll(BIG_OPERATORS.keySet());
    all.addAll(RELATIONS.keySet());
    all.addAll(CONNECTIVES.keySet());
    all.addAll(OPERATORS.keySet());
    all.addAll(FONTS.keySet());
    all.addAll(ACCENTS.keySet());
    all.addAll(TEXTS);
    all.addAll(DOTS);
    all.addAll(WIDE);
    all.addAll(STRUCTURE);
    all.addAll(Delimiters.commands());
    all.removeIf(word -> !Character.isLetter(word.charAt(0)));
    return all;
  }

  static Set<String> words(String list) {
    return Set.of(list.split(" ", -1));
  }

  private static Map<String, String> functionCommands() {
    Map<String, String> map = new HashMap<>();
    FUNCTIONS.forEach(name -> map.put(name, name));
    map.remove(STACKED);
    map.put("Tr", "tr");
    map.put("trace", "tr");
    map.put("Trace", "tr");
    map.put("Diag", "diag");
    map.put("Det", "det");
    map.put("sgn", "sign");
    map.put("asin", "arcsin");
    map.put("acos", "arccos");
    map.put("atan", "arctan");
    map.put("asinh", "arsinh");
    map.put("arcsinh", "arsinh");
    map.put("acosh", "arcosh");
    map.put("arccosh", "arcosh");
    map.put("atanh", "artanh");
    map.put("arctanh", "artanh");
    return Map.copyOf(map);
  }

  private static Map<String, Relation> relations() {
    Map<String, Relation> map = new HashMap<>();
    put(map, Relation.EQUAL, "= eq");
    put(map, Relation.DEFINES, ":= coloneqq coloneq triangleq");
    put(map, Relation.EQUIVALENT, "equiv");
    put(map, Relation.LESS_OR_EQUAL, "le leq leqslant leqq");
    put(map, Relation.GREATER_OR_EQUAL, "ge geq geqslant geqq");
    put(map, Relation.LESS, "< lt");
    put(map, Relation.GREATER, "> gt");
    put(map, Relation.NOT_EQUAL, "ne neq");
    put(map, Relation.APPROXIMATELY, "approx simeq");
    put(map, Relation.TENDS_TO, "to rightarrow longrightarrow");
    put(map, Relation.PROPORTIONAL, "propto");
    put(map, Relation.IN, "in");
    put(map, Relation.DISTRIBUTED, "sim");
    put(map, Relation.TYPED, "colon");
    put(map, Relation.NOT_IN, "notin");
    put(map, Relation.ASSIGNED, "leftarrow gets longleftarrow");
    put(map, Relation.SUCCEEDS_OR_EQUAL, "succeq succcurlyeq");
    put(map, Relation.SUCCEEDS, "succ");
    put(map, Relation.PRECEDES_OR_EQUAL, "preceq preccurlyeq");
    put(map, Relation.PRECEDES, "prec");
    put(map, Relation.INDEPENDENT, "independent-of");
    return Map.copyOf(map);
  }

  private static Map<String, Separator> connectives() {
    Map<String, Separator> map = new HashMap<>();
    put(map, Separator.IMPLIES, "implies Rightarrow Longrightarrow therefore");
    put(map, Separator.IFF, "iff Leftrightarrow Longleftrightarrow leftrightarrow");
    put(map, Separator.WORD, "land wedge");
    put(map, Separator.OR, "lor vee");
    return Map.copyOf(map);
  }

  private static Map<String, Operator> operators() {
    Map<String, Operator> map = new HashMap<>();
    put(map, Operator.CDOT, "cdot");
    put(map, Operator.TIMES, "times");
    put(map, Operator.STAR, "* ast");
    put(map, Operator.SLASH, "/ div slash");
    put(map, Operator.ODOT, "odot .*");
    put(map, Operator.OSLASH, "oslash");
    put(map, Operator.CIRC, "circ");
    put(map, Operator.OTIMES, "otimes");
    put(map, Operator.SETMINUS, "setminus backslash");
    put(map, Operator.BROADCAST, ".(");
    return Map.copyOf(map);
  }

  private static Map<String, Typeface> fonts() {
    Map<String, Typeface> map = new HashMap<>();
    put(map, new Typeface(Font.PLAIN, true), "mathbf boldsymbol bm pmb mathbfit symbf");
    put(map, new Typeface(Font.ROMAN, false), "mathrm mathup");
    put(map, new Typeface(Font.ITALIC, false), "mathit mathnormal");
    put(map, new Typeface(Font.CALLIGRAPHIC, false), "mathcal");
    put(map, new Typeface(Font.SCRIPT, false), "mathscr");
    put(map, new Typeface(Font.BLACKBOARD, false), "mathbb mathds mathbbm Bbb");
    put(map, new Typeface(Font.FRAKTUR, false), "mathfrak");
    put(map, new Typeface(Font.SANS, false), "mathsf");
    put(map, new Typeface(Font.TYPEWRITER, false), "mathtt");
    return Map.copyOf(map);
  }

  private static Map<String, Accent> accents() {
    Map<String, Accent> map = new HashMap<>();
    put(map, Accent.DOT, "dot");
    put(map, Accent.DDOT, "ddot");
    put(map, Accent.DDDOT, "dddot");
    put(map, Accent.HAT, "hat widehat");
    put(map, Accent.BAR, "bar overline");
    put(map, Accent.TILDE, "tilde widetilde");
    put(map, Accent.VEC, "vec overrightarrow");
    put(map, Accent.CHECK, "check widecheck");
    put(map, Accent.BREVE, "breve");
    put(map, Accent.ACUTE, "acute");
    put(map, Accent.GRAVE, "grave");
    put(map, Accent.RING, "mathring");
    put(map, Accent.UNDERLINE, "underline underbar");
    return Map.copyOf(map);
  }

  private static <T> void put(Map<String, T> map, T value, String list) {
    for (String word : list.split(" ", -1)) {
      map.put(word, value);
    }
  }
}
