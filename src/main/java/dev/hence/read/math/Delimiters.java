package dev.hence.read.math;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The delimiters as tokens: canonical texts, commands, sides. */
final class Delimiters {
  /** Command to canonical text and side. */
  private static final Map<String, Side> COMMANDS =
      Map.ofEntries(
          Map.entry("{", new Side("{", Token.Mark.NONE)),
          Map.entry("}", new Side("}", Token.Mark.NONE)),
          Map.entry("lbrace", new Side("{", Token.Mark.NONE)),
          Map.entry("rbrace", new Side("}", Token.Mark.NONE)),
          Map.entry("lbrack", new Side("[", Token.Mark.NONE)),
          Map.entry("rbrack", new Side("]", Token.Mark.NONE)),
          Map.entry("lparen", new Side("(", Token.Mark.NONE)),
          Map.entry("rparen", new Side(")", Token.Mark.NONE)),
          Map.entry("langle", new Side("<", Token.Mark.NONE)),
          Map.entry("rangle", new Side(">", Token.Mark.NONE)),
          Map.entry("lfloor", new Side("lfloor", Token.Mark.NONE)),
          Map.entry("rfloor", new Side("rfloor", Token.Mark.NONE)),
          Map.entry("lceil", new Side("lceil", Token.Mark.NONE)),
          Map.entry("rceil", new Side("rceil", Token.Mark.NONE)),
          Map.entry("vert", new Side("|", Token.Mark.NONE)),
          Map.entry("lvert", new Side("|", Token.Mark.OPENS)),
          Map.entry("rvert", new Side("|", Token.Mark.CLOSES)),
          Map.entry("|", new Side("||", Token.Mark.NONE)),
          Map.entry("Vert", new Side("||", Token.Mark.NONE)),
          Map.entry("lVert", new Side("||", Token.Mark.OPENS)),
          Map.entry("rVert", new Side("||", Token.Mark.CLOSES)),
          Map.entry("parallel", new Side("||", Token.Mark.MIDDLE)),
          Map.entry("mid", new Side("|", Token.Mark.MIDDLE)));

  private static final Map<String, Token.Mark> SIZES = sizes();

  private static final Map<String, Delimiter> OPENING =
      Map.of(
          "(", Delimiter.PARENTHESIS,
          "[", Delimiter.BRACKET,
          "{", Delimiter.BRACE,
          "<", Delimiter.ANGLE,
          "lfloor", Delimiter.FLOOR,
          "lceil", Delimiter.CEILING);

  private static final Map<String, Delimiter> CLOSING =
      Map.of(
          ")", Delimiter.PARENTHESIS,
          "]", Delimiter.BRACKET,
          "}", Delimiter.BRACE,
          ">", Delimiter.ANGLE,
          "rfloor", Delimiter.FLOOR,
          "rceil", Delimiter.CEILING);

  private Delimiters() {}

  record Side(String text, Token.Mark mark) {}

  static boolean isKnown(String command) {
    return COMMANDS.containsKey(command) || SIZES.containsKey(command);
  }

  static Set<String> commands() {
    return COMMANDS.keySet();
  }

  static Optional<Side> command(String name) {
    return Optional.ofNullable(COMMANDS.get(name));
  }

  /** What {@code \left}, {@code \bigl} and their like say of the delimiter behind them. */
  static Optional<Token.Mark> size(String command) {
    return Optional.ofNullable(SIZES.get(command));
  }

  static Optional<Delimiter> opening(Token token) {
    return token.kind() == TokenKind.DELIMITER
        ? Optional.ofNullable(OPENING.get(token.text()))
        : Optional.empty();
  }

  static Optional<Delimiter> closing(Token token) {
    return token.kind() == TokenKind.DELIMITER
        ? Optional.ofNullable(CLOSING.get(token.text()))
        : Optional.empty();
  }

  private static Map<String, Token.Mark> sizes() {
    Map<String, Token.Mark> map = new java.util.HashMap<>();
    map.put("left", Token.Mark.LEFT);
    map.put("right", Token.Mark.RIGHT);
    map.put("middle", Token.Mark.MIDDLE);
    for (String size : new String[] {"big", "Big", "bigg", "Bigg"}) {
      map.put(size, Token.Mark.BIG);
      map.put(size + "l", Token.Mark.OPENS);
      map.put(size + "r", Token.Mark.CLOSES);
      map.put(size + "m", Token.Mark.MIDDLE);
    }
    return Map.copyOf(map);
  }
}
