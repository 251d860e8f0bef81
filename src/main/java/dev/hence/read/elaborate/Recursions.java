package dev.hence.read.elaborate;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Formulas for the members of a family through earlier ones, {@code h_t = \tanh(W h_{t-1})}: the
 * first members are given, or nothing more is known of them. In an instance the recursion is
 * unrolled, for it goes down to them.
 */
final class Recursions {
  private final Context context;
  private final LeftSide left;

  Recursions(Context context, LeftSide left) {
    this.context = context;
    this.left = left;
  }

  /** The formula, in which the first members stand for themselves if it is a recursion. */
  Expr closed(Expr body, Build build) {
    Span span = left.span();
    Optional<Descent> descent = Descent.of(left, body, context.scope());
    if (descent.isEmpty()) {
      return refuse("members of itself that are not surely earlier", build);
    }
    int most = descent.get().most();
    List<Integer> given = given(Math.max(1, most));
    if (most == 0 && given.isEmpty()) {
      return body;
    }
    Optional<LeftSide.Family> family = left.family().filter(f -> left.slots().isEmpty());
    Optional<Integer> lower = lower();
    if (family.isEmpty() || lower.isEmpty()) {
      return build.refuse(
          new Refusal.NoMeaning(span, "a recursion in which nothing numbers the first member"));
    }
    List<Integer> first =
        given.isEmpty()
            ? IntStream.range(0, most).map(k -> lower.get() + k).boxed().toList()
            : given;
    boolean row = first.getLast() - first.getFirst() == first.size() - 1;
    if (!row || first.size() < most) {
      return refuse("members before those that are given", build);
    }
    Expr result = body;
    for (int k : first.reversed()) {
      Expr number = new Expr.Literal(Rational.of(k));
      Condition here =
          new Condition(new Expr.Index(left.indices().getFirst()), Relation.EQUAL, number);
      result = new Expr.Cases(here, start(family.get().member(k), number, build), result);
    }
    return result;
  }

  private Expr refuse(String what, Build build) {
    return build.refuse(new Refusal.Circular(left.span(), left.name().latex(), what));
  }

  /** The numbers of the members near the first that have a meaning of their own. */
  private List<Integer> given(int most) {
    Optional<LeftSide.Family> family = left.family();
    boolean declared = left.slots().isEmpty() && context.variable(left.name(), 1).isPresent();
    return family.isEmpty() || !declared || lower().isEmpty()
        ? List.of()
        : IntStream.range(lower().get() - most, lower().get() + most)
            .filter(k -> context.knows(family.get().member(k), 0))
            .boxed()
            .toList();
  }

  /** Where the index of the family begins, if it begins with a number. */
  private Optional<Integer> lower() {
    return context.familyLetters(left.name(), 1).stream()
        .flatMap(l -> context.range(l).stream())
        .filter(r -> r.lower() instanceof Expr.Literal n && n.value().isInteger())
        .map(r -> ((Expr.Literal) r.lower()).value().intValueExact())
        .findFirst();
  }

  /** A given member, or one of which nothing more is known. */
  private Expr start(Name name, Expr number, Build build) {
    Type type = context.type(left.name(), List.of(number));
    Type own = context.knows(name, 0) ? context.type(name, 0) : build.undeclared(name, left.span());
    build.same(type, own, left.span());
    return new Expr.Ref(name, List.of(), build.shape(type, left.span()));
  }
}
