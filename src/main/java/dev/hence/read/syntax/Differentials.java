package dev.hence.read.syntax;

import dev.hence.read.syntax.Tree.Binding;
import dev.hence.read.syntax.Tree.Choice;
import dev.hence.read.syntax.Tree.Derivative;
import dev.hence.read.syntax.Tree.Derivative.Kind;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Leaf;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the derivatives among fractions, scripts and slashes. */
final class Differentials {
  private Differentials() {}

  /** Whether a token is the letter of a total differential. */
  static boolean isD(Token token) {
    return token.meaning().equals("d")
        && (token.kind() == TokenKind.LETTER || token.kind() == TokenKind.WORD);
  }

  /** {@code \nabla_\theta}, {@code \partial_t}: prefixes. */
  static Tree named(Tree tree) {
    boolean nabla = Heads.isLeaf(Heads.base(tree), "nabla");
    boolean partial = Heads.isLeaf(Heads.base(tree), "\\partial");
    if (!(tree instanceof Scripted s)) {
      return nabla ? new Derivative(Kind.NABLA, tree, Optional.empty(), List.of()) : tree;
    }
    List<Tree> variables =
        s.scripts().stream().filter(Script::isLow).map(x -> x.content().orElseThrow()).toList();
    if (nabla || (partial && !variables.isEmpty())) {
      Kind kind = nabla ? Kind.NABLA : Kind.PARTIAL;
      return new Derivative(kind, tree, Optional.empty(), variables);
    }
    return tree;
  }

  /** {@code \frac{d}{dt}}, {@code \frac{\partial^2 L}{\partial w \partial v}}, or a fraction. */
  static Tree fraction(Tree.Command command) {
    if (!command.command().meaning().equals("frac")) {
      return command;
    }
    List<Link> above = factors(command.arguments().getFirst());
    List<Link> below = factors(command.arguments().getLast());
    Optional<Kind> kind = sign(above.getFirst());
    boolean derives =
        kind.isPresent()
            && (below.size() > 1 || isJoined(below.getFirst().operand()))
            && (isJoined(below.getFirst().operand()) || sign(below.getFirst()).equals(kind));
    if (!derives) {
      return command;
    }
    Tree derivative =
        new Derivative(kind.get(), command, operand(above), variables(below, kind.get()));
    boolean certain = kind.get() == Kind.PARTIAL || isUpright(above.getFirst().operand());
    return certain
        ? derivative
        : new Choice(Doubt.DERIVATIVE_OR_FRACTION, List.of(derivative, command));
  }

  private static boolean isUpright(Tree sign) {
    return Heads.base(sign) instanceof Leaf l && l.token().kind() == TokenKind.WORD;
  }

  private static Optional<Tree> operand(List<Link> above) {
    return above.size() == 1
        ? Optional.empty()
        : Optional.of(Factors.joined(List.copyOf(above.subList(1, above.size()))));
  }

  private static List<Tree> variables(List<Link> below, Kind kind) {
    List<Tree> variables = new ArrayList<>();
    List<Link> one = new ArrayList<>();
    for (Link link : below) {
      boolean isSign = sign(link).filter(kind::equals).isPresent();
      if (isSign && !one.isEmpty()) {
        variables.add(Factors.joined(List.copyOf(one)));
        one.clear();
      } else if (!isSign) {
        one.add(link);
      }
    }
    if (!one.isEmpty()) {
      variables.add(Factors.joined(List.copyOf(one)));
    }
    return variables;
  }

  /** {@code \mathrm{dt}}: the d and its variable in one word. */
  private static boolean isJoined(Tree tree) {
    return tree instanceof Leaf l
        && l.token().kind() == TokenKind.WORD
        && l.token().meaning().matches("d[A-Za-z]");
  }

  /** The kind of a differential sign, perhaps with an order. */
  private static Optional<Kind> sign(Link link) {
    Tree tree = link.operand();
    if (tree instanceof Scripted s && s.scripts().stream().anyMatch(x -> !x.isHigh())) {
      return Optional.empty();
    }
    if (isJoined(tree)) {
      return Optional.of(Kind.TOTAL);
    }
    return switch (Heads.base(tree)) {
      case Leaf l when isD(l.token()) -> Optional.of(Kind.TOTAL);
      case Leaf l when l.token().meaning().equals("\\partial") -> Optional.of(Kind.PARTIAL);
      default -> Optional.empty();
    };
  }

  private static List<Link> factors(Tree tree) {
    return switch (tree) {
      case Tree.Braced b -> factors(b.content());
      case Joined j when j.binding() == Binding.PRODUCT -> j.links();
      default -> List.of(new Link(Optional.empty(), tree));
    };
  }

  /** {@code \partial L/\partial f} and {@code dL/dw} among the factors of a product. */
  static List<Link> slashes(List<Link> links) {
    for (int slash = 1; slash + 1 < links.size(); slash++) {
      Optional<Kind> kind = sign(links.get(slash));
      boolean divides =
          links.get(slash).operator().filter(t -> t.is(TokenKind.OPERATOR, "/")).isPresent();
      int sign = divides && kind.isPresent() ? signBefore(links, slash, kind.get()) : -1;
      if (sign >= 0) {
        return slashes(derived(links, sign, slash, kind.orElseThrow()));
      }
    }
    return links;
  }

  /** The nearest sign of the kind before a slash; a d has one factor behind it at most. */
  private static int signBefore(List<Link> links, int slash, Kind kind) {
    for (int k = slash - 1; k >= 0; k--) {
      if (sign(links.get(k)).filter(kind::equals).isPresent()) {
        return kind == Kind.PARTIAL || slash - k <= 2 ? k : -1;
      }
    }
    return -1;
  }

  private static List<Link> derived(List<Link> links, int sign, int slash, Kind kind) {
    int end = slash + 2;
    while (end + 1 < links.size()
        && links.get(end).operator().isEmpty()
        && sign(links.get(end)).filter(kind::equals).isPresent()) {
      end += 2;
    }
    List<Link> whole = new ArrayList<>(links.subList(sign, end));
    Link first = whole.getFirst();
    whole.set(0, new Link(Optional.empty(), first.operand()));
    List<Link> below = new ArrayList<>(links.subList(slash, end));
    Tree written = new Joined(Binding.PRODUCT, whole);
    Tree derivative =
        new Derivative(kind, written, operand(links.subList(sign, slash)), variables(below, kind));
    Tree read =
        kind == Kind.PARTIAL
            ? derivative
            : new Choice(Doubt.DERIVATIVE_OR_FRACTION, List.of(derivative, written));
    List<Link> result = new ArrayList<>(links.subList(0, sign));
    result.add(new Link(first.operator(), read));
    result.addAll(links.subList(end, links.size()));
    return result;
  }

  /** Whether the differential of an integral stands in a fraction of its body. */
  static boolean isHeld(Tree body) {
    List<Token> tokens = TreeText.tokens(body);
    for (int k = 0; k + 1 < tokens.size(); k++) {
      TokenKind next = tokens.get(k + 1).kind();
      if (isD(tokens.get(k)) && (next == TokenKind.LETTER || next == TokenKind.NAME)) {
        return true;
      }
    }
    return false;
  }
}
