package dev.hence.read.elaborate;

import dev.hence.claim.Approach;
import dev.hence.claim.Kind;
import dev.hence.read.syntax.Parser;
import dev.hence.read.syntax.Source;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A relation that compares its sides in a limit, with limits and orders of magnitude taken off.
 *
 * @param left without them; empty where nothing else stands there
 * @param right likewise
 * @param gauges of the orders on the right
 * @param remainders of those on the left
 * @param own where the limit itself says that its parameter goes
 * @param outside the sides that are not in the limit, 0 for the left and 1 for the right one: the
 *     parameter cannot stand there
 */
public record Limit(
    Optional<Tree> left,
    Optional<Tree> right,
    Kind kind,
    Approach.Strength strength,
    List<Tree> gauges,
    List<Tree> remainders,
    List<Tendency> own,
    List<Integer> outside) {
  public Limit {
    gauges = List.copyOf(gauges);
    remainders = List.copyOf(remainders);
    own = List.copyOf(own);
    outside = List.copyOf(outside);
  }

  /** The limit that a relation speaks of, if it does. */
  public static Optional<Limit> of(Tree left, Token sign, Tree right, Context context) {
    return switch (sign.meaning()) {
      case "to" -> Optional.of(arrow(left, sign, right));
      case "=", ":=", "equiv" -> limits(left, right).or(() -> orders(left, right, context));
      case "approx" -> orders(left, right, context);
      default -> Optional.empty();
    };
  }

  /** That sides are nearly the same where something goes somewhere. */
  public static Limit near(Tree left, Token sign, Tree right) {
    return new Limit(
        Optional.of(left),
        Optional.of(right),
        Kind.APPROXIMATION,
        Approach.Strength.NEAR,
        List.of(),
        List.of(),
        over(sign),
        List.of());
  }

  /** That A ~ B says A = B + o(B), where it is said what goes where. */
  public static Limit equivalence(Tree left, Tree right) {
    return new Limit(
        Optional.of(left),
        Optional.of(right),
        Kind.ORDER,
        Approach.Strength.LITTLE,
        List.of(right),
        List.of(),
        List.of(),
        List.of());
  }

  /** What stands over a sign. */
  private static List<Tendency> over(Token sign) {
    if (sign.note().isBlank()) {
      return List.of();
    }
    MathText note = MathText.of(sign.note());
    Tree read = Parser.entry(new Source(note.text(), note::span)).tree();
    List<Tendency> all = new ArrayList<>();
    Pieces.all(read).forEach(t -> all.addAll(Tendency.of(t)));
    return all;
  }

  private static Limit arrow(Tree left, Token sign, Tree right) {
    return new Limit(
        Optional.of(left),
        Optional.of(right),
        Kind.LIMIT,
        Approach.Strength.LITTLE,
        List.of(),
        List.of(),
        over(sign),
        List.of(1));
  }

  private static Optional<Limit> limits(Tree left, Tree right) {
    Optional<Tree.Big> a = limit(left);
    Optional<Tree.Big> b = limit(right);
    if (a.isEmpty() && b.isEmpty()) {
      return Optional.empty();
    }
    List<Tendency> own = new ArrayList<>();
    a.ifPresent(l -> own.addAll(under(l)));
    b.ifPresent(l -> own.addAll(under(l)));
    return Optional.of(
        new Limit(
            Optional.of(a.map(Tree.Big::body).orElse(left)),
            Optional.of(b.map(Tree.Big::body).orElse(right)),
            Kind.LIMIT,
            Approach.Strength.LITTLE,
            List.of(),
            List.of(),
            own,
            a.isEmpty() ? List.of(0) : b.isEmpty() ? List.of(1) : List.of()));
  }

  /** A side that is a limit, and says of one letter where that goes. */
  private static Optional<Tree.Big> limit(Tree side) {
    return Pieces.plain(side) instanceof Tree.Big b && under(b).size() == 1
        ? Optional.of(b)
        : Optional.empty();
  }

  private static List<Tendency> under(Tree.Big big) {
    return big.head() instanceof Tree.Scripted s
            && s.base() instanceof Tree.Leaf l
            && l.token().meaning().equals("lim")
            && s.scripts().size() == 1
        ? s.scripts().getFirst().content().map(Tendency::of).orElse(List.of())
        : List.of();
  }

  /** Orders; read from left to right an equation may only lose, and compares O with O alone. */
  private static Optional<Limit> orders(Tree left, Tree right, Context context) {
    Orders a = Orders.of(left, context);
    Orders b = Orders.of(right, context);
    boolean little = b.orders().stream().anyMatch(Orders.Order::little);
    boolean mixed =
        a.orders().stream().anyMatch(o -> o.little() != little)
            || b.orders().stream().anyMatch(o -> o.little() != little);
    return b.orders().isEmpty() || mixed
        ? Optional.empty()
        : Optional.of(
            new Limit(
                a.kept(),
                b.kept(),
                Kind.ORDER,
                little ? Approach.Strength.LITTLE : Approach.Strength.BIG,
                b.orders().stream().map(Orders.Order::gauge).toList(),
                a.orders().stream().map(Orders.Order::gauge).toList(),
                List.of(),
                List.of()));
  }

  /** All that is compared or measures. */
  List<Tree> parts() {
    List<Tree> all = new ArrayList<>(gauges);
    left.ifPresent(all::add);
    right.ifPresent(all::add);
    all.addAll(remainders);
    return all;
  }
}
