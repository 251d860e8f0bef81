package dev.hence.read.elaborate;

import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Leaf;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/** The named functions before their arguments, with scripts on the name. */
final class FunctionCalls {
  /** A function by its name, with what stands at it. */
  private record Head(String name, Optional<Tree> low, Optional<Tree> high, int primes) {}

  private final Reading reading;

  FunctionCalls(Reading reading) {
    this.reading = reading;
  }

  /** Whether a tree is a function that has a name of its own. */
  static boolean isFunction(Tree tree) {
    return head(tree).isPresent();
  }

  private static Optional<Head> head(Tree tree) {
    Tree base = tree instanceof Scripted s ? s.base() : tree;
    List<Script> scripts = tree instanceof Scripted s ? s.scripts() : List.of();
    Optional<String> name =
        switch (base) {
          case Tree.Run r -> Optional.of(r.meaning());
          case Leaf l -> name(l.token());
          default -> Optional.empty();
        };
    return name.map(
        n ->
            new Head(
                n,
                Evaluations.content(scripts, true),
                Evaluations.content(scripts, false),
                scripts.stream().mapToInt(Script::primes).sum()));
  }

  private static Optional<String> name(Token token) {
    boolean extremum =
        token.kind() == TokenKind.BIG && List.of("max", "min").contains(token.meaning());
    return token.kind() == TokenKind.FUNCTION || extremum
        ? Optional.of(token.meaning())
        : Optional.empty();
  }

  /** A function of what stands in parentheses or behind it. */
  Typed read(Tree function, Tree argument, Context context) {
    Head head = head(function).orElseThrow();
    Span span = function.span();
    if (head.primes() > 0 && (head.low().isPresent() || !Functions.hasSlope(head.name()))) {
      return reading.refused(new Refusal.NoMeaning(span, "a prime on " + head.name()));
    }
    List<Tree> items = items(argument);
    if (head.name().equals("max") || head.name().equals("min")) {
      return extremum(head, items, span, context);
    }
    if (items.size() != 1) {
      return reading.refused(new Refusal.NoMeaning(span, head.name() + " of several arguments"));
    }
    Typed x = reading.read(items.getFirst(), context);
    Typed value = value(head, x, span, context);
    return head.high().map(power -> power(value, power, span, context)).orElse(value);
  }

  private static List<Tree> items(Tree argument) {
    return Pieces.plain(argument) instanceof Tree.Group g
            && (Groups.isParenthesis(g) || g.open().isFence("{"))
            && !Pieces.isChain(g.content())
            && !Divergence.isParted(g)
        ? Pieces.items(g.content())
        : List.of(argument);
  }

  private Typed value(Head head, Typed x, Span span, Context context) {
    if (head.low().isEmpty()) {
      Functions functions = new Functions(reading, context);
      return head.primes() == 0
          ? functions.apply(head.name(), x, span)
          : functions.slope(head.name(), head.primes(), x, span);
    }
    if (!head.name().equals("log")) {
      return reading.refused(new Refusal.NoMeaning(span, "a subscript on " + head.name()));
    }
    Typed base = reading.number(head.low().get(), context);
    reading.inference().same(x.type(), Type.real(), span, Refusal.Where.NUMBER);
    return Functions.logarithm(base, x);
  }

  /** {@code \tanh^2 z}: the power of the value, of every entry where there are several. */
  private Typed power(Typed value, Tree power, Span span, Context context) {
    if (Pieces.signed(power, "-").isPresent()) {
      return reading.refused(
          new Refusal.Several(
              span,
              "a negative power on a function",
              List.of("the inverse function", "one over the value")));
    }
    boolean entries = reading.inference().known(value.type()) instanceof Type.Tensor;
    return entries && !Powers.isTransposeSign(power) && !Powers.isEntrywise(power)
        ? new Powers(reading).entrywise(value, reading.number(power, context), context)
        : new Powers(reading).raised(value, power, context);
  }

  private Typed extremum(Head head, List<Tree> items, Span span, Context context) {
    if (items.size() < 2 || head.high().isPresent() || head.low().isPresent()) {
      return reading.refused(new Refusal.NoMeaning(span, head.name() + " of one value"));
    }
    List<Typed> options = items.stream().map(i -> reading.read(i, context)).toList();
    return new Functions(reading, context).extremum(head.name().equals("max"), options, span);
  }
}
