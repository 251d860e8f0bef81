package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.problem.ProblemId;
import dev.hence.read.iteration.FirstValue;
import dev.hence.read.iteration.Step;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a value is written with which an iteration starts: {@code v_0 = 0}. */
final class Start {
  private Start() {}

  /**
   * The values that an entry gives, one for each of its equations.
   *
   * @throws Misread if one is not given to an iterate, or does not fit
   */
  static List<FirstValue> of(Clause clause, Context context, List<Step> steps) {
    if (clause.links().isEmpty() || !clause.links().stream().allMatch(Start::isEquation)) {
      throw unclear(clause);
    }
    Formulas formulas = new Formulas(context);
    List<Syntax> sides = new ArrayList<>(List.of(clause.first().orElseThrow()));
    clause.links().forEach(link -> sides.add(link.operand()));
    List<FirstValue> starts = new ArrayList<>();
    for (Syntax side : sides.subList(0, sides.size() - 1)) {
      Expr member = formulas.expr(side);
      Expr value = Shapes.fitted(formulas.expr(sides.getLast()), member.shape());
      FirstValue start =
          FirstValue.of(member, value, steps, clause.span()).orElseThrow(() -> unclear(clause));
      Shapes.requireSame(member, value, "a first value", clause.span());
      starts.add(start);
    }
    return starts;
  }

  static boolean isEquation(Syntax.Link link) {
    return switch (link.relation()) {
      case EQUAL, DEFINES, EQUIVALENT -> true;
      default -> false;
    };
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
}
