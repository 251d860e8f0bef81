package dev.hence.report.latex;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * ReadableMath mathematics in Unicode, {@code ∫₀ᵀ K_{θₜ}(x, xⱼ) dt ≠ 0}, as LaTeX. Every character
 * is looked up, none is copied that TeX gives a meaning to, so any text at all may be given.
 */
final class ReadableMath {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "log", "exp", "tanh", "sinh", "cosh", "sin", "cos", "tan", "max", "min", "lim", "det",
          "tr", "diag", "erf", "arctan", "arcsin", "arccos", "sup", "inf", "sign", "ReLU", "mlp",
          "artanh", "arsinh", "arcosh", "argmax", "argmin", "Var", "Cov", "vec", "rank");

  /** At the end of a text: TeX puts a blank behind it. */
  private static final Pattern RELATION =
      Pattern.compile("(?:[=<>]|\\\\(?:le|ge|ne|approx|to))\\s*\\z");

  /** Words of one letter would be variables. */
  private static final int SHORTEST_WORD = 2;

  /** Combining marks by the commands that put them on letters of a text. */
  private static final Map<Integer, String> TEXT_ACCENTS =
      Map.ofEntries(
          Map.entry(0x300, "`"),
          Map.entry(0x301, "'"),
          Map.entry(0x302, "^"),
          Map.entry(0x303, "~"),
          Map.entry(0x304, "="),
          Map.entry(0x306, "u"),
          Map.entry(0x307, "."),
          Map.entry(0x308, "\""),
          Map.entry(0x30a, "r"),
          Map.entry(0x30b, "H"),
          Map.entry(0x30c, "v"),
          Map.entry(0x327, "c"));

  private static final Map<Integer, String> LETTERS =
      Map.of(
          (int) 'ß', "ss", (int) 'ø', "o", (int) 'Ø', "O", (int) 'æ', "ae", (int) 'Æ', "AE",
          (int) 'œ', "oe", (int) 'ł', "l", (int) 'Ł', "L");

  private final int[] text;
  private final StringBuilder tex = new StringBuilder();
  private int at;
  private boolean lowered;
  private boolean raised;

  private ReadableMath(String text) {
    this.text = text.codePoints().toArray();
  }

  /** In mathematics, without the signs around it. */
  static String math(String text) {
    ReadableMath readable = new ReadableMath(composed(text));
    while (readable.at < readable.text.length) {
      readable.next();
    }
    return readable.tex.toString().strip();
  }

  /** As part of a sentence: it may be broken between lines behind each comma. */
  static String inline(String text) {
    return text.isBlank() ? "" : "$" + math(text).replace(", ", ",\\allowbreak\\ ") + "$";
  }

  /**
   * A sentence that mixes words and mathematics: what holds a sign of mathematics is mathematics.
   */
  static String sentence(String text) {
    return Stream.of(text.split(" ", -1)).map(ReadableMath::word).collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    boolean marked = !word.isEmpty() && ",.;:".indexOf(word.charAt(word.length() - 1)) >= 0;
    String said = marked ? word.substring(0, word.length() - 1) : word;
    String mark = word.substring(said.length());
    if (said.contains("\\")) {
      // Names in the notation of the document.
      return Display.inline(said).orElseGet(() -> plain(said)) + mark;
    }
    return (isMath(said) ? "$" + math(said) + "$" : plain(said)) + mark;
  }

  private static boolean isMath(String word) {
    return word.codePoints()
        .anyMatch(c -> c == '_' || c == '^' || c == '=' || c == '<' || c == '>' || isSign(c));
  }

  private static boolean isSign(int c) {
    return c > 0x7f
        && (Glyphs.sign(c).isPresent()
            || Glyphs.lowered(c).isPresent()
            || Glyphs.raised(c).isPresent()
            || Glyphs.accent(c).isPresent());
  }

  /** Words, every character escaped. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(c -> plain.append(letter(c)));
    return plain.toString();
  }

  /** Letters are taken apart into letter and accent; signs such as ≠ stay as they are. */
  private static String composed(String text) {
    StringBuilder apart = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                apart.append(
                    Character.isLetter(c) && Glyphs.sign(c).isEmpty()
                        ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        : Character.toString(c)));
    return apart.toString();
  }

  private static String letter(int c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '{' -> "\\{";
      case '}' -> "\\}";
      case '$', '&', '#', '%', '_' -> "\\" + (char) c;
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<', '>', '|' -> "$" + (char) c + "$";
      case '"' -> "''";
      case '\'' -> "'";
      case '`', '‘' -> "`";
      case '’' -> "'";
      case '“' -> "``";
      case '”' -> "''";
      case '–' -> "--";
      case '—' -> "---";
      case '§' -> "\\S{}";
      case '\u00a0', '\n', '\r', '\t' -> " ";
      default -> c >= 0x20 && c < 0x7f ? Character.toString(c) : beyondAscii(c);
    };
  }

  private static String beyondAscii(int c) {
    Optional<String> sign = Glyphs.sign(c);
    if (sign.isPresent()) {
      return "$" + sign.get().strip() + "$";
    }
    Optional<String> lowered = Glyphs.lowered(c);
    Optional<String> raised = Glyphs.raised(c);
    if (lowered.isPresent() || raised.isPresent()) {
      return lowered.map(l -> "$_{" + l + "}$").orElseGet(() -> "$^{" + raised.get() + "}$");
    }
    return latin(c).orElseGet(() -> unknown(c));
  }

  /** A Latin letter with accents. */
  private static Optional<String> latin(int c) {
    if (LETTERS.containsKey(c)) {
      return Optional.of("\\" + LETTERS.get(c) + "{}");
    }
    String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    boolean isOneAccent = apart.length() == 2 && isAsciiLetter(apart.charAt(0));
    return isOneAccent && TEXT_ACCENTS.containsKey((int) apart.charAt(1))
        ? Optional.of("\\" + TEXT_ACCENTS.get((int) apart.charAt(1)) + "{" + apart.charAt(0) + "}")
        : Optional.empty();
  }

  private static String unknown(int c) {
    return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
        ? " "
        : "[U+%04X]".formatted(c);
  }

  // One piece

  private void next() {
    int c = text[at];
    if (isAsciiLetter(c)) {
      letters();
    } else if (Glyphs.lowered(c).isPresent()) {
      script(true);
    } else if (c != '′' && c != '″' && Glyphs.raised(c).isPresent()) {
      script(false);
    } else if (c == '_' || c == '^') {
      written(c == '_');
    } else if (Glyphs.accent(c).isPresent()) {
      at++;
    } else {
      at++;
      symbol(c);
    }
  }

  private static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void letters() {
    int start = at;
    while (at < text.length && isAsciiLetter(text[at])) {
      at++;
    }
    String word = new String(text, start, at - start);
    bare();
    if (word.length() < SHORTEST_WORD || accentFollows() || isDifferential(word)) {
      word.codePoints().limit(word.length() - 1L).forEach(tex::appendCodePoint);
      accented(word.substring(word.length() - 1));
    } else if (FUNCTIONS.contains(word)) {
      tex.append("\\operatorname{").append(word).append('}');
    } else {
      boolean before = start > 0 && text[start - 1] == ' ';
      boolean after = at < text.length && text[at] == ' ';
      boolean spaced = RELATION.matcher(tex).find();
      tex.append("\\text{").append(before && !spaced ? " " : "").append(word);
      tex.append(after ? " }" : "}");
    }
  }

  private static boolean isDifferential(String word) {
    return word.length() == 2 && word.charAt(0) == 'd';
  }

  private boolean accentFollows() {
    return at < text.length && Glyphs.accent(text[at]).isPresent();
  }

  /** A letter with the accents that follow it. */
  private void accented(String letter) {
    String accented = letter;
    while (accentFollows()) {
      accented = "\\" + Glyphs.accent(text[at]).orElseThrow() + "{" + accented + "}";
      at++;
    }
    tex.append(accented);
  }

  private void script(boolean isLowered) {
    StringBuilder script = new StringBuilder();
    while (at < text.length && isScript(text[at], isLowered)) {
      script.append((isLowered ? Glyphs.lowered(text[at]) : Glyphs.raised(text[at])).orElseThrow());
      at++;
    }
    put(isLowered, script.toString());
  }

  private static boolean isScript(int c, boolean isLowered) {
    return (isLowered ? Glyphs.lowered(c) : Glyphs.raised(c)).isPresent();
  }

  /** {@code _{…}}, {@code ^(…)}, or the one character behind the mark. */
  private void written(boolean isLowered) {
    at++;
    if (at == text.length) {
      tex.append(isLowered ? "\\_" : "\\hat{\\ }");
      return;
    }
    int open = text[at];
    int close = open == '{' ? '}' : open == '(' ? ')' : 0;
    int end = close == 0 ? wordEnd() : closing(open, close);
    int start = close == 0 ? at : at + 1;
    put(isLowered, math(new String(text, start, Math.max(0, end - start))));
    at = close == 0 ? end : Math.min(text.length, end + 1);
  }

  private int wordEnd() {
    int end = at + 1;
    while (end < text.length && isAsciiLetter(text[end]) && isAsciiLetter(text[end - 1])) {
      end++;
    }
    while (end < text.length && Glyphs.accent(text[end]).isPresent()) {
      end++;
    }
    return end;
  }

  private int closing(int open, int close) {
    int depth = 0;
    for (int i = at; i < text.length; i++) {
      depth += text[i] == open ? 1 : 0;
      depth -= text[i] == close ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length;
  }

  /** A second script of a kind would be an error: it goes to an empty group. */
  private void put(boolean isLowered, String script) {
    if (isLowered ? lowered : raised) {
      tex.append("{}");
      bare();
    }
    tex.append(isLowered ? '_' : '^').append('{').append(script).append('}');
    lowered |= isLowered;
    raised |= !isLowered;
  }

  private void bare() {
    lowered = false;
    raised = false;
  }

  private void symbol(int c) {
    if (c == '′' || c == '″') {
      tex.append(raised ? "{}" : "").append(c == '′' ? "'" : "''");
      return;
    }
    bare();
    Optional<String> sign = Glyphs.sign(c);
    if (sign.isPresent()) {
      accentedSign(sign.get());
      return;
    }
    switch (c) {
      case '\\' -> tex.append("\\backslash ");
      case '{' -> tex.append("\\{");
      case '}' -> tex.append("\\}");
      case '$', '&', '#', '%' -> tex.append('\\').appendCodePoint(c);
      case '~' -> tex.append("\\sim ");
      case '"', '`', '\'' -> tex.append("\\text{").append(letter(c)).append('}');
      default -> {
        if (c >= 0x20 && c < 0x7f) {
          tex.appendCodePoint(c);
        } else {
          tex.append("\\text{").append(letter(c)).append('}');
        }
      }
    }
  }

  private void accentedSign(String sign) {
    if (accentFollows()) {
      accented(sign.strip());
    } else {
      tex.append(sign);
    }
  }
}
