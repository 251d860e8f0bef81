package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Big;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Leaf;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums, products and extrema over an index, which binds what stands under them. */
final class Bigs {
  /** An operator with its limits, taken apart. */
  private record Parts(
      Token sign, Fold fold, Optional<Tree> lower, Optional<Tree> upper, Big big) {}

  private final Reading reading;

  Bigs(Reading reading) {
    this.reading = reading;
  }

  Typed read(Big big, Context context) {
    Optional<Parts> parts = parts(big);
    if (parts.isEmpty()) {
      return reading.refused(new Refusal.NoMeaning(big.span(), sign(big).text()));
    }
    Optional<Tree> lower = parts.get().lower();
    return lower.isPresent()
        ? bind(Pieces.items(lower.get()), parts.get(), context)
        : bare(parts.get(), context);
  }

  private static Token sign(Big big) {
    Tree head = big.head() instanceof Scripted s ? s.base() : big.head();
    return ((Leaf) head).token();
  }

  private static Optional<Parts> parts(Big big) {
    Token sign = sign(big);
    Optional<Fold> fold =
        switch (sign.meaning()) {
          case "sum" -> Optional.of(Fold.SUM);
          case "prod" -> Optional.of(Fold.PRODUCT);
          case "max" -> Optional.of(Fold.LARGEST);
          case "min" -> Optional.of(Fold.SMALLEST);
          default -> Optional.empty();
        };
    List<Script> scripts = big.head() instanceof Scripted s ? s.scripts() : List.of();
    return fold.map(f -> new Parts(sign, f, script(scripts, true), script(scripts, false), big));
  }

  private static Optional<Tree> script(List<Script> scripts, boolean low) {
    return scripts.stream()
        .filter(s -> low ? s.isLow() : s.isHigh())
        .findFirst()
        .flatMap(Script::content);
  }

  /** A sum without limits goes over the only index of its term. */
  private Typed bare(Parts parts, Context context) {
    Typed body = reading.read(parts.big().body(), context);
    return Typed.of(
        body.type().plain(),
        build -> {
          Expr term = body.draft().build(build);
          List<String> letters =
              context.scope().ranges().keySet().stream()
                  .filter(l -> !context.letters().containsKey(l))
                  .filter(l -> FreeLetters.has(term, l))
                  .toList();
          if (letters.size() != 1 || parts.upper().isPresent()) {
            return build.refuse(new Refusal.Unranged(parts.big().span(), "that is not named"));
          }
          String letter = letters.getFirst();
          build.take("a sum without limits goes over all " + letter);
          Range range = context.range(letter).orElseThrow();
          return new Expr.Sum(parts.fold(), letter, range, List.of(), term);
        });
  }

  /** Binds the first of the letters, then the others inside. */
  private Typed bind(List<Tree> items, Parts parts, Context context) {
    if (items.isEmpty()) {
      return reading.read(parts.big().body(), context);
    }
    Tree item = Pieces.plain(items.getFirst());
    Optional<Joined> chain =
        item instanceof Joined j && Pieces.isChain(j) ? Optional.of(j) : Optional.empty();
    Tree head = chain.map(c -> c.links().getFirst().operand()).orElse(item);
    Optional<String> letter =
        ScriptedName.of(head).filter(ScriptedName::isBare).map(n -> n.name().latex());
    if (letter.isEmpty()) {
      return reading.refused(new Refusal.NoMeaning(head.span(), "this index of a sum"));
    }
    Optional<Range> range = range(chain, letter.get(), parts, context);
    if (range.isEmpty()) {
      return reading.refused(new Refusal.Unranged(item.span(), letter.get()));
    }
    Optional<Refusal> open =
        parts.fold() == Fold.PRODUCT
            ? OpenEnds.ofProduct(parts.big(), letter.get())
            : Optional.empty();
    if (open.isPresent()) {
      return reading.refused(open.get());
    }
    Context inside = context.withLetter(letter.get(), range.get());
    List<Joined> said = new ArrayList<>(chain.filter(c -> !isStart(c)).stream().toList());
    int next = 1;
    while (next < items.size() && isFurther(items.get(next), letter.get())) {
      said.add((Joined) Pieces.plain(items.get(next++)));
    }
    Typed body = bind(items.subList(next, items.size()), parts, inside);
    return bound(letter.get(), range.get(), said, body, parts, inside);
  }

  /** {@code l = 1, l \ne j}: what is said further of a letter restricts it. */
  private static boolean isFurther(Tree item, String letter) {
    return Pieces.plain(item) instanceof Joined j
        && Pieces.isChain(j)
        && !isStart(j)
        && !isSuchThat(j)
        && ScriptedName.of(j.links().getFirst().operand())
            .filter(ScriptedName::isBare)
            .filter(n -> n.name().latex().equals(letter))
            .isPresent();
  }

  private Typed bound(
      String letter, Range range, List<Joined> said, Typed body, Parts parts, Context inside) {
    Typed restricted =
        said.stream()
            .filter(Bigs::isSuchThat)
            .findFirst()
            .map(c -> suchThat(c, body, parts, inside))
            .orElse(body);
    List<Conditions.Pending> conditions =
        said.stream()
            .filter(c -> !isSuchThat(c))
            .flatMap(c -> new Conditions(reading, inside).chain(c).stream())
            .toList();
    Type type = body.type();
    if (parts.fold().isExtremum()) {
      reading.inference().same(type, Type.real(), parts.big().span(), Refusal.Where.NUMBER);
    }
    return Typed.of(
        type.plain(),
        build -> {
          Expr term = restricted.draft().build(build);
          List<Condition> where = conditions.stream().map(c -> c.build(build)).toList();
          return parts.fold() == Fold.PRODUCT
              ? new FactorOrder(inside, parts.big().span())
                  .product(letter, range, where, term, build)
              : new Expr.Sum(parts.fold(), letter, range, where, term);
        });
  }

  /** {@code i : y_i = 1}: what does not satisfy it adds nothing. */
  private Typed suchThat(Joined chain, Typed body, Parts parts, Context inside) {
    List<Link> said = chain.links().subList(1, chain.links().size());
    Link first = new Link(Optional.empty(), said.getFirst().operand());
    List<Link> links = new ArrayList<>(said);
    links.set(0, first);
    if (links.size() != 2) {
      return reading.refused(new Refusal.NoMeaning(chain.span(), "this range of a sum"));
    }
    Rational nothing = parts.fold() == Fold.PRODUCT ? Rational.ONE : Rational.ZERO;
    List<Conditions.Pending> conditions =
        new Conditions(reading, inside).chain(new Joined(Tree.Binding.CHAIN, links));
    reading.inference().same(body.type(), Type.real(), parts.big().span(), Refusal.Where.NUMBER);
    return Typed.of(Type.real(), Conditions.where(conditions, body, Typed.number(nothing), false));
  }

  private static boolean isSuchThat(Joined chain) {
    return chain.links().size() > 1
        && List.of(":", "colon").contains(Pieces.meaning(chain.links().get(1).operator()));
  }

  private static boolean isStart(Joined chain) {
    return chain.links().size() == 2 && Pieces.meaning(chain.links().get(1).operator()).equals("=");
  }

  private Optional<Range> range(
      Optional<Joined> chain, String letter, Parts parts, Context context) {
    Integers integers = new Integers(context);
    Optional<Tree> from = chain.filter(Bigs::isStart).map(c -> c.links().get(1).operand());
    Optional<Expr> upper = parts.upper().flatMap(integers::end);
    if (from.isPresent() && parts.upper().isPresent()) {
      Optional<Expr> lower = integers.end(from.get());
      return lower.flatMap(l -> upper.map(u -> new Range(l, u)));
    }
    if (parts.upper().isPresent() && chain.isEmpty()) {
      return upper.map(u -> new Range(lower(letter, parts.big().body(), context), u));
    }
    return context.range(letter).or(() -> new IndexRanges(context).of(parts.big().body(), letter));
  }

  /**
   * Where {@code \sum_i^N} begins: with the first value of i, or of what it indexes, else with 1.
   */
  private static Expr lower(String letter, Tree body, Context context) {
    return context
        .range(letter)
        .or(() -> new IndexRanges(context).of(body, letter))
        .map(Range::lower)
        .orElse(new Expr.Literal(Rational.ONE));
  }
}
