package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Defines the members of a family through earlier ones, {@code h_t = \tanh(W h_{t-1})}: the formula
 * holds from some member on, and those before it are given. In an instance the recursion is
 * unrolled, for it goes down to them.
 */
final class Recursions {
  private final Context context;

  Recursions(Context context) {
    this.context = context;
  }

  /** Whether a family is declared of which a formula may speak although it defines it. */
  boolean isDeclared(Pattern pattern) {
    return !pattern.indices().isEmpty()
        && pattern.parameters().isEmpty()
        && context.variable(pattern.name(), pattern.indices().size()).isPresent();
  }

  /** Whether a formula speaks of other members, or the first have a meaning of their own. */
  boolean isRecursive(Pattern pattern, Expr body, Span span) {
    refuseMutual(pattern, body, span);
    Declaration.Variable family =
        context.variable(pattern.name(), pattern.indices().size()).orElseThrow();
    return Descent.of(pattern, body, context.scope(), span).most() > 0
        || !given(pattern, family, new Descent(0, 1)).isEmpty();
  }

  /**
   * The definition of all members.
   *
   * @param body the formula, in the letters of the pattern
   * @throws Misread if it does not go down, or nothing says where it ends
   */
  Definition define(Pattern pattern, Expr body, Span span) {
    Declaration.Variable family =
        context.variable(pattern.name(), pattern.indices().size()).orElseThrow();
    requireShape(pattern, family, body, span);
    Descent descent = Descent.of(pattern, body, context.scope(), span);
    List<Integer> given = given(pattern, family, descent);
    Expr result = body;
    Expr index = new Expr.Index(pattern.indices().get(descent.position()));
    if (given.isEmpty()) {
      int first = first(family, descent, span);
      given = IntStream.range(first, first + descent.most()).boxed().toList();
    }
    requireEnough(pattern, given, descent, span);
    for (int k : given.reversed()) {
      Condition here = new Condition(index, Relation.EQUAL, literal(k));
      result = new Expr.Cases(here, start(pattern, family, descent, k, span), result);
    }
    Lambda lambda = new Lambda(pattern.indices(), List.of(), result);
    return new Definition(pattern.name(), lambda, body.shape(), span);
  }

  /**
   * {@code v_t} through z_{t-1} and z_t through v_{t-1}: no formula of one is without the other.
   */
  private void refuseMutual(Pattern pattern, Expr body, Span span) {
    Dependence reach = new Dependence(context.scope());
    Set<Definition> spoken = new LinkedHashSet<>();
    Trees.walk(body, e -> reach.definition(e).ifPresent(spoken::add));
    Optional<Name> other =
        spoken.stream()
            .filter(d -> !d.name().equals(pattern.name()))
            .filter(d -> Trees.any(d.lambda().body(), e -> isMember(e, d.name())))
            .filter(d -> reach.any(d.lambda().body(), e -> isMember(e, pattern.name())))
            .map(Definition::name)
            .findFirst();
    if (other.isPresent()) {
      throw new Misread(
          ProblemId.CIRCULAR_DEFINITION,
          span,
          pattern.name() + " and " + other.get() + " are defined through each other",
          "give both in the header under `step`");
    }
  }

  private static boolean isMember(Expr e, Name family) {
    return e instanceof Expr.Ref r && r.name().equals(family);
  }

  private void requireShape(Pattern pattern, Declaration.Variable family, Expr body, Span span) {
    List<Expr> letters = pattern.indices().stream().<Expr>map(Expr.Index::new).toList();
    Shape declared = Sizes.at(family.shape(), family.indices(), letters, span);
    if (!body.shape().equals(declared)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          pattern.name() + " is declared as a " + declared + ", its formula is a " + body.shape(),
          "");
    }
  }

  /** The members near the start of the range that have a meaning of their own, ascending. */
  private List<Integer> given(Pattern pattern, Declaration.Variable family, Descent descent) {
    Optional<Integer> lower = lower(family, descent);
    if (lower.isEmpty() || pattern.indices().size() != 1) {
      return List.of();
    }
    int from = lower.get() - descent.most();
    return IntStream.range(from, from + 2 * descent.most())
        .filter(k -> context.knows(label(pattern, k), 0))
        .boxed()
        .toList();
  }

  private static Name label(Pattern pattern, int k) {
    return new Name(pattern.name().latex() + "_{" + k + "}");
  }

  private Optional<Integer> lower(Declaration.Variable family, Descent descent) {
    return context
        .range(family.indices().get(descent.position()))
        .map(Range::lower)
        .filter(l -> l instanceof Expr.Literal n && n.value().isInteger())
        .map(l -> ((Expr.Literal) l).value().intValueExact());
  }

  private int first(Declaration.Variable family, Descent descent, Span span) {
    return lower(family, descent)
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.NOT_YET_SUPPORTED,
                    span,
                    "a recursion whose first member has no number",
                    "let the index run from a number on"));
  }

  private static void requireEnough(
      Pattern pattern, List<Integer> given, Descent descent, Span span) {
    boolean row = given.getLast() - given.getFirst() == given.size() - 1;
    if (!row || given.size() < descent.most()) {
      throw new Misread(
          ProblemId.CIRCULAR_DEFINITION,
          span,
          "the recursion of " + pattern.name() + " goes further down than its given members",
          "it needs " + descent.most() + " of them in a row");
    }
  }

  /** A given member: by its own name, or one of which nothing more is known. */
  private Expr start(
      Pattern pattern, Declaration.Variable family, Descent descent, int k, Span span) {
    List<Expr> at = new ArrayList<>();
    pattern.indices().forEach(letter -> at.add(new Expr.Index(letter)));
    at.set(descent.position(), literal(k));
    Shape shape = Sizes.at(family.shape(), family.indices(), at, span);
    if (pattern.indices().size() > 1 || !family.domain().equals(Domain.REALS)) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          span,
          "a recursion in one of several indices, or in a restricted set",
          "");
    }
    Name name = label(pattern, k);
    if (!context.knows(name, 0)) {
      context.ledger().assume(name, shape, span);
    }
    Shape known =
        context
            .definition(name, 0)
            .map(Definition::shape)
            .or(() -> context.variable(name, 0).map(Declaration.Variable::shape))
            .orElse(shape);
    if (!known.equals(shape)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          name + " is a " + known + ", the formula of the others needs a " + shape,
          "");
    }
    return new Expr.Ref(name, List.of(), shape);
  }

  private static Expr literal(int k) {
    return new Expr.Literal(Rational.of(k));
  }
}
