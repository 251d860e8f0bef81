package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Relations inside formulas: what restricts an index, what a case or an indicator depends on. */
final class Conditions {
  /** A relation whose sides are typed. */
  record Pending(Typed left, Relation relation, Typed right) {
    Condition build(Build build) {
      return new Condition(left.draft().build(build), relation, right.draft().build(build));
    }
  }

  private final Reading reading;
  private final Context context;

  Conditions(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** What a relation says of its two sides, if it compares them. */
  static Optional<Relation> relation(Token token) {
    return switch (token.meaning()) {
      case "=" -> Optional.of(Relation.EQUAL);
      case "<=" -> Optional.of(Relation.LESS_OR_EQUAL);
      case ">=" -> Optional.of(Relation.GREATER_OR_EQUAL);
      case "<" -> Optional.of(Relation.LESS);
      case ">" -> Optional.of(Relation.GREATER);
      case "ne" -> Optional.of(Relation.NOT_EQUAL);
      case "approx" -> Optional.of(Relation.APPROXIMATELY);
      default -> Optional.empty();
    };
  }

  /** The relations of a chain, each between its neighbours. */
  List<Pending> chain(Joined chain) {
    List<Pending> all = new ArrayList<>();
    Link first = chain.links().getFirst();
    if (first.operator().isPresent()) {
      reading.refused(new Refusal.NoMeaning(chain.span(), "a condition without a left side"));
      return all;
    }
    Typed left = side(first.operand());
    for (Link link : chain.links().subList(1, chain.links().size())) {
      Token sign = link.operator().orElseThrow();
      Optional<Relation> relation = relation(sign);
      if (relation.isEmpty()) {
        reading.refused(new Refusal.NoMeaning(sign.span(), sign.text() + " in a condition"));
        return all;
      }
      Typed right = side(link.operand());
      all.add(fitted(left, relation.get(), right, chain));
      left = right;
    }
    return all;
  }

  private Pending fitted(Typed left, Relation relation, Typed right, Tree chain) {
    Fitting fitting = new Fitting(reading.inference());
    Typed b = fitting.fit(right, left.type(), chain.span(), Refusal.Where.CONDITION);
    Typed a = fitting.fit(left, b.type(), chain.span(), Refusal.Where.CONDITION);
    return new Pending(a, relation, b);
  }

  /** A side: a whole number where it can be one. */
  private Typed side(Tree tree) {
    return new Integers(context)
        .integer(tree)
        .map(e -> integer(e, tree))
        .orElseGet(() -> reading.read(tree, context));
  }

  private static Typed integer(Expr e, Tree tree) {
    Typed plain = Typed.of(Type.real(), e);
    return Pieces.numeral(tree).map(Typed::number).orElse(plain);
  }

  /** One value where all relations of a chain hold, another elsewhere. */
  static Draft where(List<Pending> conditions, Typed then, Typed otherwise, boolean open) {
    return build -> {
      Expr elsewhere = otherwise.draft().build(build);
      Expr value = then.draft().build(build);
      for (Pending condition : conditions.reversed()) {
        Condition c = condition.build(build);
        boolean strict = c.relation() == Relation.LESS || c.relation() == Relation.GREATER;
        value = new Expr.Cases(c, value, elsewhere, open && strict);
      }
      return value;
    };
  }

  /** 1 where all of some relations hold, else 0; empty for what is no relation. */
  Optional<Typed> indicator(Tree said) {
    boolean commas =
        !(Pieces.plain(said) instanceof Tree.Listed l)
            || l.separators().stream().allMatch(s -> s.meaning().equals(","));
    List<Tree> items = Pieces.items(said);
    if (!commas || items.isEmpty() || !items.stream().allMatch(Pieces::isChain)) {
      return Optional.empty();
    }
    List<Typed> all = items.stream().map(item -> indicator((Joined) Pieces.plain(item))).toList();
    return Optional.of(
        Typed.of(
            Type.real(),
            build ->
                all.stream()
                    .map(one -> one.draft().build(build))
                    .reduce(Expr.Multiply::new)
                    .orElseThrow()));
  }

  /** 1 where every relation of a chain holds, else 0. */
  Typed indicator(Joined chain) {
    Typed one = Typed.number(dev.hence.expr.Rational.ONE);
    Typed zero = Typed.number(dev.hence.expr.Rational.ZERO);
    return Typed.of(Type.real(), where(chain(chain), one, zero, false));
  }
}
