package dev.hence.read.role;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Elaboration;
import dev.hence.read.elaborate.Elaboration.Sides;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.syntax.Tree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Derivatives that are said to be 0, with nothing that says whether this is claimed of every point
 * or a condition for one: they are refuted only where they are a claim.
 */
final class Slopes {
  private final Steering steering;
  private final Known known;

  Slopes(Steering steering, Known known) {
    this.steering = steering;
    this.known = known;
  }

  /** Whether a relation of a statement is such. */
  boolean isOpen(Clause clause, Clause.Link link) {
    boolean last = clause.links().getLast().equals(link) && link.sign().equals("=");
    boolean claim =
        steering.says(Steering.Word.CLAIM)
            || steering.says(Steering.Word.EXPECT_REFUTED)
            || !steering.conditions().isEmpty()
            || clause.words().stream().anyMatch(w -> !Inferences.isExplanation(w));
    if (!last || claim || clause.first().isEmpty()) {
      return false;
    }
    boolean announced =
        steering.announced().stream()
            .anyMatch(a -> a == Announcement.STATIONARITY || a == Announcement.OPTIMALITY);
    Optional<Expr> first = first(clause);
    boolean solved = isAtSolution(clause.first().get());
    return !solved
        && (announced
            || (Premises.endsInZero(clause)
                && first.filter(Slopes::isSlope).isPresent()
                && !isExplicit(clause.first().get(), first.get())));
  }

  private Optional<Expr> first(Clause clause) {
    Tree beside = clause.links().getFirst().operand();
    return Elaboration.sides(clause.first().orElseThrow(), beside, known.context())
            instanceof Outcome.Read<Sides> r
        ? Optional.of(r.value().left())
        : Optional.empty();
  }

  /** A derivative, or a sum of such, by anything but the time. */
  private static boolean isSlope(Expr side) {
    return switch (side) {
      case Expr.Derivative d -> !d.variable().name().equals(Name.TIME);
      case Expr.Call c -> !c.slots().isEmpty();
      case Expr.Add a -> a.terms().stream().allMatch(Slopes::isSlope);
      case Expr.Multiply m -> isSlope(m.left()) || isSlope(m.right());
      case Expr.Negate n -> isSlope(n.body());
      case Expr.Transpose t -> isSlope(t.body());
      case Expr.Entry e -> isSlope(e.body());
      case Expr.Family f -> isSlope(f.body());
      default -> false;
    };
  }

  /**
   * {@code \nabla L(\hat w)} at a point that has a formula: nothing is left that could be chosen.
   */
  private boolean isAtSolution(Tree side) {
    boolean here =
        side instanceof Tree.Group g
            && Names.labelled(g.content())
                .flatMap(name -> known.scope().definition(name, 0))
                .isPresent();
    return here || side.inner().stream().anyMatch(this::isAtSolution);
  }

  /**
   * {@code \frac{d}{dx} x^2}: an ordinary derivative of a formula in which nothing but its variable
   * stands. No name that could be minimised is spoken of, so that nothing is set to 0.
   */
  private static boolean isExplicit(Tree side, Expr derivative) {
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
    return bound.containsAll(met) && !holdsPartial(side);
  }

  private static boolean holdsPartial(Tree tree) {
    boolean partial = tree instanceof Tree.Derivative d && d.kind() != Tree.Derivative.Kind.TOTAL;
    return partial || tree.inner().stream().anyMatch(Slopes::holdsPartial);
  }

  /** The reading as a condition, which is taken for granted. */
  static Statement.Otherwise condition(Sides sides) {
    return new Statement.Otherwise(
        sides.right(),
        sides.right(),
        "false as a claim about every point, and given if it is a condition: write <!-- hence:"
            + " claim --> or <!-- hence: given --> before the display, or say in the sentence"
            + " before it that the derivative is set to zero");
  }
}
