package dev.hence.read.syntax;

import dev.hence.read.syntax.Token.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brackets and bars: their commands, their sizes, which opens and which closes. */
final class Delimiters {
  private static final Map<String, String> COMMANDS =
      Map.ofEntries(
          Map.entry("{", "{"),
          Map.entry("}", "}"),
          Map.entry("lbrace", "{"),
          Map.entry("rbrace", "}"),
          Map.entry("lbrack", "["),
          Map.entry("rbrack", "]"),
          Map.entry("lparen", "("),
          Map.entry("rparen", ")"),
          Map.entry("langle", "<"),
          Map.entry("rangle", ">"),
          Map.entry("lfloor", "lfloor"),
          Map.entry("rfloor", "rfloor"),
          Map.entry("lceil", "lceil"),
          Map.entry("rceil", "rceil"),
          Map.entry("vert", "|"),
          Map.entry("lvert", "|"),
          Map.entry("rvert", "|"),
          Map.entry("|", "||"),
          Map.entry("Vert", "||"),
          Map.entry("lVert", "||"),
          Map.entry("rVert", "||"),
          Map.entry("parallel", "||"),
          Map.entry("mid", "|"));

  private static final Map<String, Side> SIDES =
      Map.of(
          "lvert",
          Side.OPENS,
          "rvert",
          Side.CLOSES,
          "lVert",
          Side.OPENS,
          "rVert",
          Side.CLOSES,
          "parallel",
          Side.MIDDLE,
          "mid",
          Side.MIDDLE);

  private static final Map<String, Side> SIZES = sizes();
  private static final List<String> OPENING = List.of("(", "[", "{", "<", "lfloor", "lceil");
  private static final List<String> CLOSING = List.of(")", "]", "}", ">", "rfloor", "rceil");

  private Delimiters() {}

  static Optional<String> command(String name) {
    return Optional.ofNullable(COMMANDS.get(name));
  }

  static Side side(String command) {
    return SIDES.getOrDefault(command, Side.NONE);
  }

  /** What {@code \left}, {@code \bigl} and their like say of the delimiter behind them. */
  static Optional<Side> size(String command) {
    return Optional.ofNullable(SIZES.get(command));
  }

  static boolean opens(Token token) {
    return token.kind() == TokenKind.FENCE && OPENING.contains(token.meaning());
  }

  static boolean closes(Token token) {
    return token.kind() == TokenKind.FENCE && CLOSING.contains(token.meaning());
  }

  /** Whether two brackets belong together; intervals may mix round and square ones. */
  static boolean match(Token open, Token close) {
    int o = OPENING.indexOf(open.meaning());
    int c = CLOSING.indexOf(close.meaning());
    boolean interval = o >= 0 && o < 2 && c >= 0 && c < 2;
    boolean sides = (open.side() == Side.LEFT) == (close.side() == Side.RIGHT);
    return sides && o >= 0 && (o == c || interval);
  }

  private static Map<String, Side> sizes() {
    Map<String, Side> map = new HashMap<>();
    map.put("left", Side.LEFT);
    map.put("right", Side.RIGHT);
    map.put("middle", Side.MIDDLE);
    for (String size : List.of("big", "Big", "bigg", "Bigg")) {
      map.put(size, Side.BIG);
      map.put(size + "l", Side.OPENS);
      map.put(size + "r", Side.CLOSES);
      map.put(size + "m", Side.MIDDLE);
    }
    return Map.copyOf(map);
  }
}
