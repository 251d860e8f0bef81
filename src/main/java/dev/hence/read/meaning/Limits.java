package dev.hence.read.meaning;

import dev.hence.claim.Approach;
import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.claim.Kind;
import dev.hence.claim.Magnitude;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.BigOperatorKind;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes limits and orders of magnitude off a relation, and says what is then claimed of the
 * difference of its sides.
 *
 * @param left without them
 * @param link likewise, an equation or ≈
 * @param gauges of the orders on the right
 * @param remainders of those on the left
 * @param own where the limit itself says that its parameter goes
 * @param outside the sides that are not in the limit, 0 for the left and 1 for the right one: the
 *     parameter cannot stand there
 */
record Limits(
    Syntax left,
    Syntax.Link link,
    Kind kind,
    Approach.Strength strength,
    List<Syntax> gauges,
    List<Syntax> remainders,
    List<Tendency> own,
    List<Integer> outside) {

  /**
   * The numbers that go somewhere in a statement: along dynamics each of them is a time, {@code
   * \theta(\eta) = \theta_0 - \eta \nabla L + O(\eta^2)}.
   */
  static Set<Name> instants(Clause clause, List<Tendency> said, Context context) {
    if (context.scope().dynamics().isEmpty()) {
      return Set.of();
    }
    List<Syntax> moving = new ArrayList<>();
    said.forEach(t -> moving.add(t.parameter()));
    List<Syntax> sides = new ArrayList<>();
    clause.first().ifPresent(sides::add);
    clause.links().forEach(link -> sides.add(link.operand()));
    for (Syntax side : sides) {
      limit(side).ifPresent(l -> where(l).forEach(t -> moving.add(t.parameter())));
      Landau.of(side, context).orders().forEach(o -> moving.add(o.gauge()));
    }
    Set<Name> instants = new HashSet<>();
    for (Syntax formula : moving) {
      for (Expr.Ref r : Magnitude.letters(new Formulas(context).expr(formula), context.scope())) {
        boolean rests = !context.scope().isState(r.name()) && r.shape().isScalar();
        if (rests && context.variable(r.name(), 0).isPresent()) {
          instants.add(r.name());
        }
      }
    }
    return instants;
  }

  /**
   * What a relation claims of a limit; empty if it claims nothing of one.
   *
   * @param said where parameters are said to go
   */
  static Optional<Limits> of(Syntax left, Syntax.Link link, List<Tendency> said, Context context) {
    return switch (link.relation()) {
      case TENDS_TO -> Optional.of(arrow(left, link));
      case EQUAL, DEFINES, EQUIVALENT -> limit(left, link).or(() -> orders(left, link, context));
      case APPROXIMATELY ->
          orders(left, equation(link), context).or(() -> approximation(left, link, said, context));
      case DISTRIBUTED -> said.isEmpty() ? Optional.empty() : Optional.of(equivalence(left, link));
      default -> Optional.empty();
    };
  }

  private static Syntax.Link equation(Syntax.Link link) {
    return new Syntax.Link(Relation.EQUAL, "", link.sign(), link.operand());
  }

  /** What goes where is said over the sign, or elsewhere. */
  private static Optional<Limits> approximation(
      Syntax left, Syntax.Link link, List<Tendency> said, Context context) {
    List<Tendency> over = Tendency.over(link.note());
    boolean concerned = said.stream().anyMatch(t -> concerns(t, left, link, context));
    return !concerned && over.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Limits(
                left,
                link,
                Kind.APPROXIMATION,
                Approach.Strength.NEAR,
                List.of(),
                List.of(),
                over,
                List.of()));
  }

  /** Whether a side depends on what goes somewhere. */
  private static boolean concerns(Tendency said, Syntax left, Syntax.Link link, Context context) {
    Name name = going(said, context).parameter().name();
    Dependence reach = new Dependence(context.scope());
    return Stream.of(left, link.operand())
        .anyMatch(side -> reach.depends(new Formulas(context).expr(side), name));
  }

  /** That A ~ B says A = B + o(B). */
  private static Limits equivalence(Syntax left, Syntax.Link link) {
    return new Limits(
        left,
        equation(link),
        Kind.ORDER,
        Approach.Strength.LITTLE,
        List.of(link.operand()),
        List.of(),
        List.of(),
        List.of());
  }

  private static Limits arrow(Syntax left, Syntax.Link link) {
    return new Limits(
        left,
        equation(link),
        Kind.LIMIT,
        Approach.Strength.LITTLE,
        List.of(),
        List.of(),
        Tendency.over(link.note()),
        List.of(1));
  }

  private static Optional<Limits> limit(Syntax left, Syntax.Link link) {
    Optional<Syntax.BigOperator> a = limit(left);
    Optional<Syntax.BigOperator> b = limit(link.operand());
    if (a.isEmpty() && b.isEmpty()) {
      return Optional.empty();
    }
    List<Tendency> own = new ArrayList<>();
    a.ifPresent(l -> own.addAll(where(l)));
    b.ifPresent(l -> own.addAll(where(l)));
    Syntax operand = b.map(Syntax.BigOperator::body).orElse(link.operand());
    return Optional.of(
        new Limits(
            a.map(Syntax.BigOperator::body).orElse(left),
            new Syntax.Link(Relation.EQUAL, link.note(), link.sign(), operand),
            Kind.LIMIT,
            Approach.Strength.LITTLE,
            List.of(),
            List.of(),
            own,
            a.isEmpty() ? List.of(0) : b.isEmpty() ? List.of(1) : List.of()));
  }

  private static Optional<Syntax.BigOperator> limit(Syntax side) {
    return side instanceof Syntax.BigOperator big && big.kind() == BigOperatorKind.LIM
        ? Optional.of(big)
        : Optional.empty();
  }

  private static List<Tendency> where(Syntax.BigOperator limit) {
    List<Tendency> where = limit.lower().map(Tendency::under).orElse(List.of());
    if (where.size() != 1) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          limit.span(),
          "this limit does not say of one letter where it goes",
          "write \\lim_{\\eta \\to 0}");
    }
    return where;
  }

  private static Optional<Limits> orders(Syntax left, Syntax.Link link, Context context) {
    Landau a = Landau.of(left, context);
    Landau b = Landau.of(link.operand(), context);
    if (a.orders().isEmpty() && b.orders().isEmpty()) {
      return Optional.empty();
    }
    if (b.orders().isEmpty()) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          link.operand().span(),
          "the left side leaves an order of magnitude open, the right side does not say one",
          "read from left to right an equation with O(…) may only lose: write the order on the"
              + " right as well");
    }
    boolean little = b.orders().getFirst().little();
    if (b.orders().stream().anyMatch(o -> o.little() != little)
        || a.orders().stream().anyMatch(o -> o.little() != little)) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          link.operand().span(),
          "O and o in one equation are not compared",
          "write one of them");
    }
    return Optional.of(
        new Limits(
            a.kept().orElseGet(() -> zero(left.span())),
            new Syntax.Link(
                Relation.EQUAL,
                link.note(),
                link.sign(),
                b.kept().orElseGet(() -> zero(link.operand().span()))),
            Kind.ORDER,
            little ? Approach.Strength.LITTLE : Approach.Strength.BIG,
            b.orders().stream().map(Landau.Order::gauge).toList(),
            a.orders().stream().map(Landau.Order::gauge).toList(),
            List.of(),
            List.of()));
  }

  private static Syntax zero(Span span) {
    return new Syntax.Numeral(Rational.ZERO, "0", span);
  }

  /**
   * What is claimed.
   *
   * @param said where parameters are said to go, besides
   * @param sides what must depend on the parameter
   * @throws Misread if it is not clear what goes where
   */
  Approach approach(List<Tendency> said, List<Expr> sides, Context context) {
    List<Expr> sizes = gauges.stream().map(g -> gauge(g, context)).toList();
    List<Expr> open = remainders.stream().map(g -> gauge(g, context)).toList();
    Going going = own.isEmpty() ? going(said, sizes, sides, context) : going(own, context);
    refuseOutside(going.parameter(), sides, context);
    Expr gauge = sizes.isEmpty() ? new Expr.Literal(Rational.ONE) : sum(sizes);
    Optional<Expr> remainder = open.isEmpty() ? Optional.empty() : Optional.of(sum(open));
    return new Approach(going.parameter(), going.target(), strength, gauge, remainder);
  }

  /** {@code \lim_{x \to 0} x^2 = x} speaks of a letter on the right that only the limit binds. */
  private void refuseOutside(Expr.Ref parameter, List<Expr> sides, Context context) {
    Dependence reach = new Dependence(context.scope());
    for (int side : outside) {
      if (reach.depends(sides.get(side), parameter.name())) {
        throw new Misread(
            ProblemId.UNSUPPORTED_NOTATION,
            (side == 0 ? left : link.operand()).span(),
            parameter.name() + " goes somewhere in the limit and stands outside of it as well",
            "write what the limit is without it; or that a difference goes to 0, or left \\sim"
                + " right, to compare the sides on the way");
      }
    }
  }

  private static Expr gauge(Syntax syntax, Context context) {
    Expr gauge = new Formulas(context).expr(syntax);
    Shapes.requireScalar(gauge, "an order of magnitude", syntax.span());
    return gauge;
  }

  private static Expr sum(List<Expr> terms) {
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }

  /** What goes where. */
  private record Going(Expr.Ref parameter, Approach.Target target) {}

  private Going going(List<Tendency> where, Context context) {
    Going first = going(where.getFirst(), context);
    if (where.stream().skip(1).anyMatch(t -> !going(t, context).equals(first))) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          link.sign(),
          "the limits on the two sides are not the same",
          "take both in the same letter to the same place");
    }
    return first;
  }

  /** By what is said, of those letters that matter; else the one letter in the gauge goes to 0. */
  private Going going(List<Tendency> said, List<Expr> sizes, List<Expr> sides, Context context) {
    Dependence reach = new Dependence(context.scope());
    SequencedSet<Expr.Ref> letters = new LinkedHashSet<>();
    sizes.forEach(e -> letters.addAll(Magnitude.letters(e, context.scope())));
    List<Expr> measured = letters.isEmpty() ? sides : sizes;
    List<Going> fitting =
        said.stream()
            .map(t -> going(t, context))
            .filter(g -> measured.stream().anyMatch(e -> reach.depends(e, g.parameter().name())))
            .distinct()
            .toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    if (fitting.isEmpty() && letters.size() == 1) {
      return toZero(letters.getFirst(), context);
    }
    if (fitting.isEmpty()) {
      for (Expr size : sizes) {
        Optional<Magnitude.Distance> distance = Magnitude.distance(size);
        if (distance.isPresent()) {
          Magnitude.Distance d = distance.get();
          return new Going(d.from(), new Approach.Value(d.to(), Approach.Side.BOTH));
        }
      }
    }
    throw new Misread(
        ProblemId.AMBIGUOUS,
        link.sign().to(link.operand().span()),
        "nothing says which letter goes where",
        "say it behind the statement: (\\eta \\to 0), \\text{as } \\eta \\to 0, or in the comment:"
            + " assume \\eta \\to 0");
  }

  private static Going toZero(Expr.Ref letter, Context context) {
    Expr zero = Shapes.fitted(new Expr.Literal(Rational.ZERO), letter.shape());
    return new Going(letter, value(letter, zero, Approach.Side.BOTH, context));
  }

  /** A letter that is declared on one side of the value comes from there. */
  private static Approach.Value value(
      Expr.Ref letter, Expr value, Approach.Side side, Context context) {
    Optional<Domain.Interval> interval =
        context
            .variable(letter.name(), 0)
            .map(Declaration.Variable::domain)
            .filter(Domain.Interval.class::isInstance)
            .map(Domain.Interval.class::cast);
    if (side != Approach.Side.BOTH
        || interval.isEmpty()
        || !(value instanceof Expr.Literal(Rational at))) {
      return new Approach.Value(value, side);
    }
    boolean above = interval.get().lower().filter(l -> l.compareTo(at) >= 0).isPresent();
    boolean below = interval.get().upper().filter(u -> u.compareTo(at) <= 0).isPresent();
    return new Approach.Value(
        value, above ? Approach.Side.ABOVE : below ? Approach.Side.BELOW : Approach.Side.BOTH);
  }

  private static Going going(Tendency tendency, Context context) {
    Expr parameter = new Formulas(context).expr(tendency.parameter());
    if (!(parameter instanceof Expr.Ref letter)
        || !letter.indices().isEmpty()
        || context.definition(letter.name(), 0).isPresent()) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          tendency.span(),
          "limits are taken in one declared letter",
          "supported: \\eta \\to 0, x \\to a, T \\to \\infty");
    }
    return new Going(letter, target(letter, tendency, context));
  }

  private static Approach.Target target(Expr.Ref letter, Tendency tendency, Context context) {
    Optional<Boolean> infinite = infinite(tendency.target());
    if (infinite.isPresent()) {
      Shapes.requireScalar(letter, "a limit at infinity", tendency.span());
      return new Approach.Infinity(infinite.get());
    }
    Syntax written = tendency.target();
    Approach.Side side = side(tendency.note());
    if (written instanceof Syntax.Scripted s
        && s.sub().isEmpty()
        && s.sup().isPresent()
        && sign(s.sup().get()).isPresent()) {
      side = sign(s.sup().get()).get();
      written = s.base();
    }
    Expr value = Shapes.fitted(new Formulas(context).expr(written), letter.shape());
    Shapes.requireSame(letter, value, "a limit", tendency.span());
    Name name = letter.name();
    if (new Dependence(context.scope()).depends(value, name)) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION, tendency.span(), "a letter that goes to itself", "");
    }
    return value(letter, value, side, context);
  }

  /** Whether a formula is ∞ or −∞, and which. */
  static Optional<Boolean> infinite(Syntax target) {
    return switch (target) {
      case Syntax.Infinity i -> Optional.of(true);
      case Syntax.Terms t when t.terms().size() == 1 ->
          infinite(t.terms().getFirst().value())
              .map(p -> p == (t.terms().getFirst().sign() == dev.hence.read.math.Sign.PLUS));
      default -> Optional.empty();
    };
  }

  private static Approach.Side side(String note) {
    return switch (note) {
      case Tendency.DOWN -> Approach.Side.ABOVE;
      case Tendency.UP -> Approach.Side.BELOW;
      default -> Approach.Side.BOTH;
    };
  }

  private static Optional<Approach.Side> sign(Syntax script) {
    return switch (script) {
      case Syntax.Name n when n.base().equals("+") -> Optional.of(Approach.Side.ABOVE);
      case Syntax.Name n when n.base().equals("-") -> Optional.of(Approach.Side.BELOW);
      default -> Optional.empty();
    };
  }
}
