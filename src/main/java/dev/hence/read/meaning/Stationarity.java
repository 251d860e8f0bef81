package dev.hence.read.meaning;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.read.math.Clause;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code \frac{\partial L}{\partial w} = w - x = 0 \implies w = x}: what the derivative is, is
 * claimed of every point; that it vanishes is assumed. As premises both would make what follows
 * true where the derivative is wrong.
 */
final class Stationarity {
  private Stationarity() {}

  /** All but the last relation of a premise that sets a derivative to 0. */
  static Optional<Clause> claimed(Clause clause) {
    return isSet(clause) ? Optional.of(allButLast(clause)) : Optional.empty();
  }

  private static Clause allButLast(Clause clause) {
    int last = clause.links().size() - 1;
    Syntax end = clause.links().get(last - 1).operand();
    Span span = clause.first().map(Syntax::span).orElse(clause.span()).to(end.span());
    return new Clause(
        clause.separator(),
        clause.first(),
        clause.links().subList(0, last),
        clause.conditions(),
        span);
  }

  /** The last relation of such a premise; any other premise as it is. */
  static Clause assumed(Clause clause) {
    int last = clause.links().size() - 1;
    if (!isSet(clause)) {
      return clause;
    }
    Syntax side = clause.links().get(last - 1).operand();
    return new Clause(
        clause.separator(),
        Optional.of(side),
        List.of(clause.links().get(last)),
        clause.conditions(),
        side.span().to(clause.links().get(last).operand().span()));
  }

  private static boolean isSet(Clause clause) {
    return clause.links().size() > 1
        && clause.first().filter(Stationarity::isDerivative).isPresent()
        && isZero(clause);
  }

  private static boolean isDerivative(Syntax side) {
    return Pieces.any(side, Syntax.Derivative.class::isInstance);
  }

  /** Whether a statement is a condition by the words before it: it ends in 0, or it restricts. */
  static boolean isAnnounced(Part part) {
    return part.steering().says(Steering.Word.CONSTRAINT)
        || (part.steering().says(Steering.Word.STATIONARY) && isZero(part.clause()));
  }

  /**
   * Whether a relation says that a derivative is 0 and nothing says whether that is a claim: it is
   * refuted only where it is one.
   */
  static boolean isOpen(Part part, Syntax.Link link, Context context) {
    Clause clause = part.clause();
    boolean last = clause.links().getLast().equals(link);
    boolean claim =
        part.steering().says(Steering.Word.CLAIM)
            || part.steering().says(Steering.Word.EXPECT_REFUTED)
            || !part.steering().conditions().isEmpty()
            || !clause.conditions().isEmpty();
    boolean announced =
        part.steering().says(Steering.Word.STATIONARY)
            || part.steering().says(Steering.Word.OPTIMALITY);
    boolean solved = clause.first().filter(side -> isAtSolution(side, context)).isPresent();
    return !claim
        && !solved
        && last
        && (announced
            ? link.relation() == Relation.EQUAL
            : isZero(clause) && clause.first().filter(Stationarity::isSlope).isPresent());
  }

  /**
   * {@code \frac{d}{dx} x^2}: an ordinary derivative of a formula in which nothing but its variable
   * stands. No name that could be minimised is spoken of, so that nothing is set to 0.
   */
  static boolean isExplicit(Syntax side, Expr derivative) {
    Set<Name> met = new HashSet<>();
    Set<Name> bound = new HashSet<>();
    Trees.walk(
        derivative,
        e -> {
          switch (e) {
            case Expr.Ref r -> met.add(r.name());
            case Expr.Call c -> met.add(c.function());
            case Expr.Integral i -> bound.add(i.variable());
            case Expr.Derivative d -> bound.add(d.variable().name());
            default -> {}
          }
        });
    return bound.containsAll(met)
        && !Pieces.any(
            side, s -> s instanceof Syntax.Derivative d && d.kind() != DerivativeKind.TOTAL);
  }

  /** The reading as a condition, which is taken for granted. */
  static Statement.Otherwise condition(Claims.Claim claim) {
    return new Statement.Otherwise(
        claim.right(),
        claim.right(),
        "false as a claim about every point, and given if it is a condition: write <!-- hence:"
            + " claim --> or <!-- hence: given --> before the display, or say in the sentence"
            + " before it that the derivative is set to zero");
  }

  /** A derivative, or a sum of such, by anything but the time. */
  private static boolean isSlope(Syntax side) {
    return switch (side) {
      case Syntax.Derivative d -> d.variables().stream().noneMatch(v -> isTime(v.name()));
      case Syntax.Product p ->
          p.factors().stream().anyMatch(factor -> isSlope(factor.value()))
              || isPrimed(p.factors().getFirst().value());
      case Syntax.Terms t -> t.terms().stream().allMatch(term -> isSlope(term.value()));
      case Syntax.Annotated a -> isSlope(a.body());
      case Syntax.Scripted s -> isSlope(s.base());
      default -> false;
    };
  }

  /**
   * {@code \nabla L(\hat w)} at a point that has a formula: nothing is left that could be chosen.
   */
  private static boolean isAtSolution(Syntax side, Context context) {
    return Pieces.any(
        side,
        s ->
            s instanceof Syntax.Group g
                && g.items().size() == 1
                && Written.of(g.items().getFirst())
                    .flatMap(w -> Written.labelled(w.primed(), w.sub(), w.sup()))
                    .flatMap(name -> context.definition(name, 0))
                    .isPresent());
  }

  /** {@code f'(x)}, and not {@code x'}. */
  private static boolean isPrimed(Syntax function) {
    return function instanceof Syntax.Scripted s && s.primes() > 0;
  }

  private static boolean isTime(Syntax variable) {
    return variable instanceof Syntax.Name n && n.base().equals("t");
  }

  private static boolean isZero(Clause clause) {
    return !clause.links().isEmpty()
        && clause.links().stream().allMatch(link -> link.relation() == Relation.EQUAL)
        && isZero(clause.links().getLast().operand());
  }

  private static boolean isZero(Syntax side) {
    return switch (side) {
      case Syntax.Numeral n -> n.value().signum() == 0;
      case Syntax.Name n -> n.base().equals("0");
      case Syntax.Scripted s -> isZero(s.base());
      default -> false;
    };
  }
}
