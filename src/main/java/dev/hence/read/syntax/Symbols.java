package dev.hence.read.syntax;

import dev.hence.read.symbol.Accent;
import dev.hence.read.symbol.Font;
import dev.hence.read.symbol.Mark;
import dev.hence.read.symbol.Mark.Place;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Tree.Binding;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Leaf;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names in a tree. Which of the scripts on a name belong to it cannot be known from the tree:
 * {@link #bare} leaves them all to the others, {@link #marked} takes them all.
 */
public final class Symbols {
  private Symbols() {}

  /** The letter of a name with font and accents, without its scripts; empty for what is no name. */
  public static Optional<Symbol> bare(Tree tree) {
    return switch (tree) {
      case Leaf l -> leaf(l.token());
      case Tree.Composed c -> bare(c.meaning());
      case Tree.Braced b -> bare(b.content());
      case Tree.Styled s ->
          bare(s.body()).or(() -> digit(s.body())).map(symbol -> styled(symbol, s.command()));
      case Tree.Scripted s -> bare(s.base());
      case Tree.Choice c when c.doubt() == Doubt.SCRIPT_OF_ENTRY_OR_MATRIX ->
          bare(c.readings().getFirst());
      case Tree.Prefixed p when Heads.isLeaf(p.head(), "\\Delta") ->
          bare(p.operand()).map(symbol -> symbol.with(Accent.DELTA));
      default -> Optional.empty();
    };
  }

  /**
   * The name with every script as a mark: a number, a label of names, a sign, "without"; empty
   * where a script can be no mark.
   */
  public static Optional<Symbol> marked(Tree tree) {
    Optional<Symbol> symbol = bare(tree);
    for (Script script : scripts(tree)) {
      Optional<Mark> mark = mark(script);
      symbol = symbol.flatMap(s -> mark.map(s::with));
    }
    return symbol;
  }

  /** The scripts on a name, from the inside out, as they are written. */
  public static List<Script> scripts(Tree tree) {
    return switch (tree) {
      case Scripted s -> {
        List<Script> all = new ArrayList<>(scripts(s.base()));
        all.addAll(s.scripts());
        yield all;
      }
      case Tree.Choice c when c.doubt() == Doubt.SCRIPT_OF_ENTRY_OR_MATRIX ->
          scripts(c.readings().getFirst());
      case Tree.Prefixed p when Heads.isLeaf(p.head(), "\\Delta") -> scripts(p.operand());
      case Tree.Styled s -> scripts(s.body());
      case Tree.Composed c -> scripts(c.meaning());
      case Tree.Braced b -> scripts(b.content());
      default -> List.of();
    };
  }

  private static Optional<Symbol> leaf(Token token) {
    return switch (token.kind()) {
      case LETTER, NAME -> Optional.of(Symbol.of(token.meaning()));
      case WORD -> Optional.of(word(token.meaning(), token.note()));
      case TEXT -> Optional.of(word(token.meaning(), "roman"));
      default -> Optional.empty();
    };
  }

  /** A digit is a name in a font only, {@code \mathbb{1}}. */
  private static Optional<Symbol> digit(Tree tree) {
    return number(plain(tree)).filter(n -> n < 10).map(n -> Symbol.of("" + n));
  }

  private static Symbol word(String letters, String font) {
    Font.Style style = Font.Style.valueOf(font.toUpperCase(Locale.ROOT));
    return Symbol.of(letters).in(new Font(style, false));
  }

  private static Symbol styled(Symbol symbol, Token command) {
    String meaning = command.meaning().toUpperCase(Locale.ROOT);
    if (command.kind() == TokenKind.ACCENT) {
      return symbol.with(Accent.valueOf(meaning));
    }
    boolean bold = meaning.equals("BOLD");
    return symbol.in(new Font(bold ? Font.Style.PLAIN : Font.Style.valueOf(meaning), bold));
  }

  /** The script as a part of a name, if it can be one. */
  public static Optional<Mark> mark(Script script) {
    if (script.primes() > 0) {
      return Optional.of(new Mark.Primes(script.primes()));
    }
    Place place = script.isLow() ? Place.LOW : Place.HIGH;
    return script.content().flatMap(content -> mark(place, plain(content)));
  }

  private static Tree plain(Tree tree) {
    return tree instanceof Tree.Braced b ? plain(b.content()) : tree;
  }

  private static Optional<Mark> mark(Place place, Tree content) {
    Optional<Integer> number = number(content);
    if (number.isPresent()) {
      return Optional.of(new Mark.Numbered(place, number.get(), false));
    }
    return switch (content) {
      case Leaf l when isSign(l.token()) -> Optional.of(new Mark.Sign(place, l.token().text()));
      case Tree.Group g when number(g.content()).isPresent() ->
          Optional.of(new Mark.Numbered(place, number(g.content()).get(), true));
      case Tree.Group g when g.open().isFence("(") && g.content() instanceof Tree.Listed l ->
          all(l.items()).map(symbols -> new Mark.Arguments(place, symbols));
      case Joined j when place == Place.LOW && isNegative(j) ->
          marked(j.links().getFirst().operand()).map(Mark.Without::new);
      case Joined j when j.binding() == Binding.PRODUCT -> label(place, operands(j.links()));
      case Tree.Listed l when l.separators().isEmpty() -> signs(place, l.items());
      case Tree.Listed l -> label(place, l.items());
      default -> label(place, List.of(content));
    };
  }

  private static boolean isNegative(Joined sum) {
    return sum.binding() == Binding.SUM
        && sum.links().size() == 1
        && sum.links().getFirst().operator().filter(o -> o.meaning().equals("-")).isPresent();
  }

  private static List<Tree> operands(List<Link> links) {
    boolean juxtaposed = links.stream().allMatch(l -> l.operator().isEmpty());
    return juxtaposed ? links.stream().map(Link::operand).toList() : List.of();
  }

  private static Optional<Mark> label(Place place, List<Tree> trees) {
    return all(trees).map(symbols -> new Mark.Label(place, symbols));
  }

  /** The names that all of these trees are. */
  private static Optional<List<Symbol>> all(List<Tree> trees) {
    List<Symbol> symbols = trees.stream().flatMap(t -> marked(t).stream()).toList();
    return symbols.isEmpty() || symbols.size() < trees.size()
        ? Optional.empty()
        : Optional.of(symbols);
  }

  private static Optional<Mark> signs(Place place, List<Tree> trees) {
    StringBuilder text = new StringBuilder();
    for (Tree tree : trees) {
      if (!(tree instanceof Leaf l) || !isSign(l.token())) {
        return Optional.empty();
      }
      text.append(l.token().text());
    }
    return Optional.of(new Mark.Sign(place, text.toString()));
  }

  private static boolean isSign(Token token) {
    return switch (token.kind()) {
      case MARK, SIGN, OPERATOR, PRIME -> true;
      default -> false;
    };
  }

  private static Optional<Integer> number(Tree tree) {
    return tree instanceof Leaf l
            && l.token().kind() == TokenKind.NUMBER
            && l.token().meaning().matches("[0-9]{1,9}")
        ? Optional.of(Integer.parseInt(l.token().meaning()))
        : Optional.empty();
  }
}
