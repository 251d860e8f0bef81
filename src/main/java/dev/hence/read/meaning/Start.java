package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value with which an iteration starts: {@code v_0 = 0}.
 *
 * @param state the family of iterates
 * @param indices of the iterate, letters but for the number of its step
 * @param place of that number
 * @param at the number
 */
record Start(Name state, List<Expr> indices, int place, int at, Expr value, Span span) {
  /**
   * The values that an entry gives, one for each of its equations.
   *
   * @throws Misread if one is not given to an iterate, or does not fit
   */
  static List<Start> of(Clause clause, Context context, List<Iteration> steps) {
    if (clause.links().isEmpty() || !clause.links().stream().allMatch(Start::isEquation)) {
      throw unclear(clause);
    }
    Formulas formulas = new Formulas(context);
    List<Syntax> sides = new ArrayList<>(List.of(clause.first().orElseThrow()));
    clause.links().forEach(link -> sides.add(link.operand()));
    List<Start> starts = new ArrayList<>();
    for (Syntax side : sides.subList(0, sides.size() - 1)) {
      Expr.Ref member = member(formulas.expr(side), clause);
      if (steps.stream().noneMatch(step -> step.isMember(member))) {
        throw unclear(clause);
      }
      Expr value = Shapes.fitted(formulas.expr(sides.getLast()), member.shape());
      Shapes.requireSame(member, value, "a first value", clause.span());
      int place = place(member).orElseThrow();
      int at = Shifted.number(member.indices().get(place)).orElseThrow();
      starts.add(new Start(member.name(), member.indices(), place, at, value, clause.span()));
    }
    return starts;
  }

  /** {@code v_0 = 0} under `assume`. */
  static Optional<Start> assumed(Condition condition, Iteration step) {
    return condition.relation() == Relation.EQUAL
            && condition.left() instanceof Expr.Ref ref
            && step.isMember(ref)
            && place(ref).filter(k -> k == step.place().orElseThrow()).isPresent()
        ? Optional.of(
            new Start(
                step.state(),
                ref.indices(),
                place(ref).get(),
                Shifted.number(step.index(ref)).orElseThrow(),
                condition.right(),
                step.next().span()))
        : Optional.empty();
  }

  static boolean isEquation(Syntax.Link link) {
    return switch (link.relation()) {
      case EQUAL, DEFINES, EQUIVALENT -> true;
      default -> false;
    };
  }

  private static Expr.Ref member(Expr side, Clause clause) {
    if (side instanceof Expr.Ref ref && place(ref).isPresent()) {
      return ref;
    }
    throw unclear(clause);
  }

  private static Misread unclear(Clause clause) {
    return new Misread(
        ProblemId.HEADER_BAD_ENTRY,
        clause.span(),
        "a first value must be given to an iterate with a number, of which a step makes the others",
        "write v_0 = 0 beside a step v_{t+1} = …");
  }

  /** Whether something is written with a number in its place for an index: {@code v_0}. */
  static boolean isNumbered(Syntax left) {
    return Written.of(left)
        .filter(w -> w.sub().filter(Start::holdsNumber).isPresent() || isRaised(w))
        .isPresent();
  }

  private static boolean isRaised(Written w) {
    return w.sup()
        .map(s -> s instanceof Syntax.Group g && g.items().size() == 1 ? g.items().getFirst() : s)
        .filter(Start::holdsNumber)
        .isPresent();
  }

  private static boolean holdsNumber(Syntax script) {
    return switch (script) {
      case Syntax.Numeral n -> n.value().isInteger();
      case Syntax.Sequence s -> s.items().stream().anyMatch(Start::holdsNumber);
      case Syntax.Terms t -> t.terms().size() == 1 && holdsNumber(t.terms().getFirst().value());
      default -> false;
    };
  }

  /** Whether an entry speaks on its left of the same letter as a step. */
  static boolean isOf(Clause start, Clause step) {
    Optional<Name> name = start.first().flatMap(Written::of).map(Written::plain);
    return name.isPresent() && name.equals(step.first().flatMap(Written::of).map(Written::plain));
  }

  /** Which index is a number, if one is and all others are letters. */
  static Optional<Integer> place(Expr.Ref ref) {
    List<Integer> numbers = new ArrayList<>();
    for (int k = 0; k < ref.indices().size(); k++) {
      if (Shifted.number(ref.indices().get(k)).isPresent()) {
        numbers.add(k);
      } else if (!(ref.indices().get(k) instanceof Expr.Index)) {
        return Optional.empty();
      }
    }
    return numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
  }
}
