package dev.hence.expr;

import java.util.Map;
import java.util.Optional;

/** Names in readable Unicode: {@code \hat{x}} as x̂, {@code \mathcal{L}} as ℒ. */
final class NameText {
  private static final Map<String, String> ACCENTS =
      Map.ofEntries(
          Map.entry("dot", "\u0307"),
          Map.entry("ddot", "\u0308"),
          Map.entry("dddot", "\u20DB"),
          Map.entry("hat", "\u0302"),
          Map.entry("bar", "\u0304"),
          Map.entry("tilde", "\u0303"),
          Map.entry("vec", "\u20D7"),
          Map.entry("check", "\u030C"),
          Map.entry("breve", "\u0306"),
          Map.entry("acute", "\u0301"),
          Map.entry("grave", "\u0300"),
          Map.entry("mathring", "\u030A"),
          Map.entry("underline", "\u0332"));

  private final String latex;
  private int at;

  private NameText(String latex) {
    this.latex = latex;
  }

  static String of(Name name) {
    return of(name.withoutBar().latex());
  }

  private static String of(String latex) {
    NameText text = new NameText(latex);
    StringBuilder all = new StringBuilder();
    while (text.at < latex.length()) {
      all.append(text.next());
    }
    return all.toString();
  }

  private String next() {
    char c = latex.charAt(at);
    return switch (c) {
      case '\\' -> command();
      case '{' -> of(group());
      case '_' -> {
        at++;
        yield Scripts.low(script());
      }
      case '^' -> {
        at++;
        yield label(script());
      }
      case '\'' -> {
        at++;
        yield "′";
      }
      default -> letter();
    };
  }

  private String letter() {
    int start = at;
    at = latex.offsetByCodePoints(at, 1);
    return latex.substring(start, at);
  }

  private String command() {
    int start = ++at;
    while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
      at++;
    }
    String command = latex.substring(start, at);
    boolean takesGroup = at < latex.length() && latex.charAt(at) == '{';
    if (!takesGroup || Alphabet.letter(command).isPresent()) {
      skipSpace();
      return Alphabet.letter(command).orElse(command);
    }
    return styled(command, of(group()));
  }

  /** An accent on a letter, with or without subscripts behind it. */
  private static Optional<String> accented(String body, String accent) {
    if (Scripts.isOneLetter(body)) {
      return Optional.of(body + accent);
    }
    int end = body.isEmpty() ? 0 : body.offsetByCodePoints(0, 1);
    boolean low = end > 0 && body.substring(end).matches("[₀-₉₊₋₌₍₎ₐ-ₜᵢᵣᵤᵥⱼ]*");
    return low && Scripts.isOneLetter(body.substring(0, end))
        ? Optional.of(body.substring(0, end) + accent + body.substring(end))
        : Optional.empty();
  }

  private static String styled(String command, String body) {
    String accent = ACCENTS.get(command);
    if (accent != null) {
      return accented(body, accent).orElse(command + "(" + body + ")");
    }
    return switch (command) {
      case "mathrm", "mathit", "text", "operatorname" -> body;
      default -> Alphabet.inFont(command, body).orElse(command + "(" + body + ")");
    };
  }

  /**
   * A superscript that belongs to a name. It must not look like a power, hence the braces; marks
   * and {@code (r)} cannot be powers.
   */
  private static String label(String text) {
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return text.equals("+") ? "⁺" : text.equals("−") ? "⁻" : text;
    }
    Optional<String> high =
        text.startsWith("(") && text.endsWith(")") ? Scripts.high(text) : Optional.empty();
    return high.orElse("^{" + text + "}");
  }

  private String script() {
    if (at == latex.length()) {
      return "";
    }
    return latex.charAt(at) == '{' ? of(group()) : next();
  }

  /** What stands between the braces that begin here; to the end where they are never closed. */
  private String group() {
    int start = ++at;
    int depth = 1;
    while (at < latex.length()) {
      char c = latex.charAt(at++);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return latex.substring(start, at - 1);
      }
    }
    return latex.substring(start);
  }

  private void skipSpace() {
    while (at < latex.length() && latex.charAt(at) == ' ') {
      at++;
    }
  }
}
