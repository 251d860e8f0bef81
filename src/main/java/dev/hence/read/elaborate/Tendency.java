package dev.hence.read.elaborate;

import dev.hence.claim.Approach;
import dev.hence.expr.Rational;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where something goes: {@code \eta \to 0}, {@code h \downarrow 0}, {@code T \to \infty}.
 *
 * @param parameter what goes
 * @param aim where it goes
 * @param side from where, on the line of numbers
 */
public record Tendency(Tree parameter, Aim aim, Approach.Side side) {
  /** The relation that says so. */
  private static final String ARROW = "to";

  /** Arrows that say from which side. */
  private static final Map<String, Approach.Side> SIDES =
      Map.of("\\downarrow", Approach.Side.ABOVE, "\\uparrow", Approach.Side.BELOW);

  /** Signs behind a value that say from which side. */
  private static final Map<String, Approach.Side> SIGNS =
      Map.of("+", Approach.Side.ABOVE, "-", Approach.Side.BELOW);

  /** Where something goes. */
  public sealed interface Aim {
    /** A value that is written out. */
    record Value(Tree written) implements Aim {}

    /** The zero of its type. */
    record Zero() implements Aim {}

    /** Beyond all bounds. */
    record Infinity(boolean positive) implements Aim {}
  }

  /** Whether a sign between two sides is an arrow. */
  public static boolean isArrow(Token sign) {
    return sign.meaning().equals(ARROW);
  }

  /** That something is small. */
  public static Tendency small(Tree parameter) {
    return new Tendency(measured(parameter), new Aim.Zero(), Approach.Side.BOTH);
  }

  /** That something is large. */
  public static Tendency large(Tree parameter) {
    return new Tendency(parameter, new Aim.Infinity(true), Approach.Side.BOTH);
  }

  /** What a chain with one arrow says, or with one {@code \ll 1}, of each name before it. */
  public static List<Tendency> of(Tree chain) {
    if (!(Pieces.plain(chain) instanceof Tree.Joined j)
        || !Pieces.isChain(j)
        || j.links().size() != 2
        || j.links().getFirst().operator().isPresent()) {
      return List.of();
    }
    List<Tree> all = Pieces.items(j.links().getFirst().operand());
    Tree.Link last = j.links().getLast();
    boolean one = Pieces.numeral(last.operand()).filter(Rational.ONE::equals).isPresent();
    return switch (Pieces.meaning(last.operator())) {
      case ARROW -> of(j.links().getFirst().operand(), last);
      case "ll" -> one ? all.stream().map(Tendency::small).toList() : List.of();
      case "gg" -> one ? all.stream().map(Tendency::large).toList() : List.of();
      default -> List.of();
    };
  }

  private static List<Tendency> of(Tree parameters, Tree.Link link) {
    Token arrow = link.operator().orElseThrow();
    Approach.Side side = SIDES.getOrDefault(arrow.note(), Approach.Side.BOTH);
    return Pieces.items(parameters).stream().map(p -> of(p, link.operand(), side)).toList();
  }

  private static Tendency of(Tree parameter, Tree target, Approach.Side side) {
    Optional<Boolean> infinite = infinite(target);
    if (infinite.isPresent()) {
      return new Tendency(parameter, new Aim.Infinity(infinite.get()), side);
    }
    if (Pieces.plain(target) instanceof Tree.Scripted s && s.scripts().size() == 1) {
      Optional<Approach.Side> sign = sign(s.scripts().getFirst());
      if (sign.isPresent()) {
        return new Tendency(parameter, new Aim.Value(s.base()), sign.get());
      }
    }
    boolean small = Pieces.numeral(target).filter(n -> n.signum() == 0).isPresent();
    return new Tendency(small ? measured(parameter) : parameter, new Aim.Value(target), side);
  }

  /** That a size goes to 0 says that what has it does. */
  private static Tree measured(Tree parameter) {
    return parameter instanceof Tree.Group g
            && g.open().isFence(g.close().meaning())
            && (g.open().isFence("|") || g.open().isFence("||"))
        ? g.content()
        : parameter;
  }

  private static Optional<Approach.Side> sign(Tree.Script script) {
    Optional<Token> sign =
        script.isHigh()
            ? script
                .content()
                .map(Pieces::plain)
                .filter(Tree.Leaf.class::isInstance)
                .map(t -> ((Tree.Leaf) t).token())
            : Optional.empty();
    return sign.map(t -> SIGNS.get(t.meaning()));
  }

  /** Whether a formula is ∞ or −∞, and which. */
  public static Optional<Boolean> infinite(Tree target) {
    if (Pieces.isKind(target, TokenKind.INFINITY)) {
      return Optional.of(true);
    }
    Optional<Tree> below = Pieces.signed(target, "-");
    Optional<Tree> above = Pieces.signed(target, "+");
    return below
        .or(() -> above)
        .filter(t -> Pieces.isKind(t, TokenKind.INFINITY))
        .map(t -> below.isEmpty());
  }

  /** Whether it is a name that goes to a number, a name or infinity. */
  public boolean isPlain() {
    boolean plain =
        switch (aim) {
          case Aim.Zero z -> true;
          case Aim.Infinity i -> true;
          case Aim.Value v -> Names.isNameOrNumber(v.written());
        };
    return plain && ScriptedName.of(parameter).isPresent();
  }

  Span span() {
    return parameter.span();
  }
}
