package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.expr.WrittenNumber;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.BigOperatorKind;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Optima over all values of a declared variable, where they are a whole side of a claim. L(w*) =
 * min_w L(w) says that L(w*) ≤ L(w) for every w; w* = argmin_w L(w) says so, and that no other
 * value is as good, which the form of L must show; c ≤ min_w L(w) says that c ≤ L(w) for every w.
 * That a value is attained is never guessed.
 */
final class Optima {
  private static final Set<BigOperatorKind> LEAST =
      Set.of(BigOperatorKind.MIN, BigOperatorKind.INF, BigOperatorKind.ARGMIN);
  private static final Set<BigOperatorKind> PLACES =
      Set.of(BigOperatorKind.ARGMIN, BigOperatorKind.ARGMAX);

  /** What a claim of an optimum says of every value of the variable. */
  record Form(Expr left, Relation relation, Expr right, Scope scope) {}

  /** An optimum: the variable over which it is taken, the formula, and where it stood. */
  private record Optimum(Syntax.BigOperator written, Expr.Ref variable, Expr body, Context inside) {
    boolean isLeast() {
      return LEAST.contains(written.kind());
    }

    boolean isPlace() {
      return PLACES.contains(written.kind());
    }
  }

  private final Context context;

  Optima(Context context) {
    this.context = context;
  }

  /** Nothing if neither side is an optimum over a variable. */
  Optional<Form> form(Syntax left, Syntax.Link link) {
    Optional<Optimum> first = optimum(left);
    Optional<Optimum> second = optimum(link.operand());
    if (first.isEmpty() && second.isEmpty()) {
      return Optional.empty();
    }
    if (first.isPresent() && second.isPresent()) {
      throw refused(link.sign(), "an optimum on either side", "compare each with a formula");
    }
    Optimum optimum = first.or(() -> second).orElseThrow();
    Syntax other = first.isPresent() ? link.operand() : left;
    Expr value = new Formulas(optimum.inside()).expr(other);
    Relation relation = Relations.of(link.relation()).orElse(Relation.APPROXIMATELY);
    Form form =
        relation == Relation.EQUAL
            ? equal(optimum, value, other.span())
            : bound(
                optimum, value, first.isPresent() ? relation.mirrored() : relation, link.sign());
    return Optional.of(form);
  }

  private Form equal(Optimum optimum, Expr value, Span span) {
    Expr place =
        optimum.isPlace()
            ? Shapes.fitted(value, optimum.variable().shape())
            : place(optimum, value)
                .orElseThrow(
                    () ->
                        refused(
                            span,
                            "that an optimum equals a value says that it is attained",
                            "say where: \\min_w L(w) = L(w^*) or w^* = \\arg\\min_w L(w); or write"
                                + " a bound: \\min_w L(w) \\ge c"));
    if (!place.shape().equals(optimum.variable().shape())) {
      throw Mismatch.of("the place of an optimum", place, optimum.variable(), "", span);
    }
    if (Trees.any(place, optimum.variable()::equals)) {
      throw refused(span, "the variable of the optimum stands outside of it", "rename one of them");
    }
    refuseOutside(optimum, place, span);
    if (optimum.isPlace()) {
      refuseSeveral(optimum, span);
    }
    Expr there = new Expr.Substituted(optimum.body(), optimum.variable(), place);
    return form(optimum, there);
  }

  private Form form(Optimum optimum, Expr value) {
    context
        .ledger()
        .note(
            "an optimum over "
                + optimum.variable().name()
                + " is claimed against every value of it");
    Relation relation = optimum.isLeast() ? Relation.LESS_OR_EQUAL : Relation.GREATER_OR_EQUAL;
    return new Form(value, relation, optimum.body(), optimum.inside().scope());
  }

  /**
   * @param relation of the value to the optimum
   */
  private Form bound(Optimum optimum, Expr value, Relation relation, Span sign) {
    boolean below = relation == Relation.LESS_OR_EQUAL || relation == Relation.LESS;
    boolean above = relation == Relation.GREATER_OR_EQUAL || relation == Relation.GREATER;
    boolean limits =
        optimum.written().kind() == BigOperatorKind.INF
            || optimum.written().kind() == BigOperatorKind.SUP;
    if (optimum.isPlace()
        || !(optimum.isLeast() ? below : above)
        || (limits && relation.isStrict())) {
      throw refused(
          sign,
          "this says that some value is attained or approached",
          "supported: c \\le \\min_w L(w), \\max_w L(w) \\le c, w^* = \\arg\\min_w L(w)");
    }
    Shapes.requireScalar(value, "a bound of an optimum", sign);
    Form every = form(optimum, value);
    return new Form(every.left(), relation, every.right(), every.scope());
  }

  /**
   * That {@code \arg\min} equals a point says that it is the only optimum: that no value is better
   * does not show it.
   */
  private void refuseSeveral(Optimum optimum, Span span) {
    Convexity convexity = new Convexity(optimum.inside().scope(), optimum.variable());
    boolean one =
        isConvex(domain(optimum))
            && (optimum.isLeast()
                ? convexity.isStrictlyConvex(optimum.body())
                : convexity.isStrictlyConcave(optimum.body()));
    if (!one) {
      throw refused(
          span,
          "this says that there is one optimum and no other, which nothing shows",
          "claim what it attains: L(w^*) = \\min_w L(w); that there is one only shows where the"
              + " formula is strictly convex in the variable by its form");
    }
  }

  /** An optimum lies in the set over which it is taken. */
  private void refuseOutside(Optimum optimum, Expr place, Span span) {
    boolean inside =
        domain(optimum).equals(Domain.REALS)
            || (domain(optimum) instanceof Domain.Interval i
                && WrittenNumber.of(place).filter(i::contains).isPresent());
    if (!inside) {
      throw refused(
          span,
          "nothing shows that this value is one of those over which the optimum is taken",
          "take the optimum over all of \\mathbb{R}, or name a number in the interval");
    }
  }

  private static boolean isConvex(Domain domain) {
    return domain instanceof Domain.Interval;
  }

  private static Domain domain(Optimum optimum) {
    return optimum
        .inside()
        .variable(optimum.variable().name(), 0)
        .map(Declaration.Variable::domain)
        .orElseThrow();
  }

  private static Misread refused(Span span, String what, String help) {
    return new Misread(ProblemId.NOT_YET_SUPPORTED, span, what, help);
  }

  private Optional<Optimum> optimum(Syntax side) {
    if (!(side instanceof Syntax.BigOperator big) || big.lower().isEmpty()) {
      return Optional.empty();
    }
    boolean kind =
        PLACES.contains(big.kind())
            || LEAST.contains(big.kind())
            || big.kind() == BigOperatorKind.MAX
            || big.kind() == BigOperatorKind.SUP;
    List<Syntax> items = Clause.items(big.lower().get());
    Optional<Written> name = Written.of(head(items.getFirst()));
    boolean letter =
        name.filter(w -> w.sub().isEmpty() && context.isLetter(w.primed().latex())).isPresent();
    if (!kind || name.isEmpty() || letter) {
      return Optional.empty();
    }
    if (items.size() != 1 || big.upper().isPresent()) {
      throw refused(big.span(), "an optimum over several variables", "stack them in one vector");
    }
    return over(big, items.getFirst());
  }

  private static Syntax head(Syntax item) {
    return item instanceof Syntax.Chain chain ? chain.first() : item;
  }

  private Optional<Optimum> over(Syntax.BigOperator big, Syntax item) {
    Context inside = context;
    if (item instanceof Syntax.Chain chain) {
      boolean in =
          chain.links().size() == 1
              && chain.links().getFirst().relation() == dev.hence.read.math.Relation.IN;
      if (!in) {
        return Optional.empty();
      }
      Domains.Kind kind = new Domains(context).set(chain.links().getFirst().operand());
      Name name = Written.of(chain.first()).orElseThrow().primed();
      Scope scope =
          context
              .scope()
              .with(
                  new Declaration.Variable(
                      name, List.of(), kind.shape(), kind.domain(), false, item.span()));
      inside = Context.of(scope, context.ledger());
    }
    Expr variable = new Formulas(inside).expr(head(item));
    boolean declared =
        variable instanceof Expr.Ref r
            && r.indices().isEmpty()
            && inside.variable(r.name(), 0).isPresent();
    if (!declared) {
      return Optional.empty();
    }
    Expr body = new Formulas(inside).expr(big.body());
    Shapes.requireScalar(body, "an optimum", big.body().span());
    return Optional.of(new Optimum(big, (Expr.Ref) variable, body, inside));
  }

  /** Where a formula stands, if a value is the formula with something for the variable. */
  private static Optional<Expr> place(Optimum optimum, Expr value) {
    List<Expr> places = new ArrayList<>();
    boolean same = matches(optimum.body(), value, optimum.variable(), places);
    return same && places.stream().distinct().count() == 1
        ? Optional.of(places.getFirst())
        : Optional.empty();
  }

  private static boolean matches(Expr pattern, Expr value, Expr.Ref variable, List<Expr> places) {
    if (pattern.equals(variable)) {
      places.add(value);
      return true;
    }
    List<Expr> parts = Trees.children(pattern);
    List<Expr> others = Trees.children(value);
    if (parts.isEmpty() || parts.size() != others.size()) {
      return pattern.equals(value);
    }
    boolean node = pattern.getClass().equals(value.getClass());
    for (int k = 0; node && k < parts.size(); k++) {
      node = matches(parts.get(k), others.get(k), variable, places);
    }
    return node
        && !places.isEmpty()
        && Trees.map(pattern, e -> e.equals(variable) ? places.getLast() : e).equals(value);
  }
}
