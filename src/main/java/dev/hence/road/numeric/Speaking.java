package dev.hence.road.numeric;

import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.EvaluationException;
import dev.hence.eval.Field;
import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Rationals;
import dev.hence.eval.Result;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.verdict.Restriction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One restriction of a step, ready to be looked up at exact points. */
final class Speaking {
  private static final List<Enclosures> PRECISIONS =
      List.of(new Enclosures(60), new Enclosures(200));

  private final Restriction restriction;
  private final PointProgram program;

  private Speaking(Interpretation interpretation, Restriction restriction) {
    this.restriction = restriction;
    Condition condition = restriction.condition();
    program =
        PointProgram.compile(
            interpretation,
            restriction.assignments(),
            List.of(condition.left(), condition.right()));
  }

  /** The restriction, if it speaks of one state and can be evaluated at points. */
  static Optional<Speaking> of(Interpretation interpretation, Restriction restriction) {
    try {
      return Optional.of(new Speaking(interpretation, restriction));
    } catch (EvaluationException e) {
      if (e.reason() == EvaluationException.Reason.UNSUPPORTED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  PointProgram program() {
    return program;
  }

  Relation relation() {
    return restriction.condition().relation();
  }

  /** Whether it holds at every point that the step speaks of, for all its assignments. */
  boolean isSaidAtOnce() {
    return !restriction.eachForItself() || restriction.assignments().size() == 1;
  }

  boolean speaksOf(Predicate<Name> names) {
    return program.variables().stream().anyMatch(v -> names.test(v.name()));
  }

  boolean isEquation() {
    return restriction.condition().relation() == Relation.EQUAL;
  }

  /** The names that are a side by themselves, then those by which is differentiated. */
  List<Name> likelyUnknowns() {
    List<Expr> sides = List.of(restriction.condition().left(), restriction.condition().right());
    List<Name> names = new ArrayList<>();
    for (Expr side : sides) {
      if (side instanceof Expr.Ref alone) {
        names.add(alone.name());
      }
    }
    for (Expr side : sides) {
      Trees.walk(
          side,
          e -> {
            if (e instanceof Expr.Derivative d) {
              names.add(d.variable().name());
            }
          });
    }
    return names.stream().distinct().toList();
  }

  /** Takes away the step's assignments for which the restriction does not certainly hold. */
  void restrict(Position position, BitSet speaks) {
    if (position instanceof Position.Near && isEquation()) {
      return; // Such a position is one where the equations hold.
    }
    int entries = program.sizes().getFirst();
    Certain[] certain = new Certain[entries];
    Arrays.fill(certain, Certain.OPEN);
    Rationals exact = new Rationals();
    look(() -> position.exactly(program), exact, certain, Enclosure.Exact::new);
    for (Enclosures field : PRECISIONS) {
      look(() -> position.enclosed(program, field), field, certain, enclosure -> enclosure);
    }
    new Restricting(
            restriction.condition().relation(),
            entries,
            restriction.assignments().size(),
            restriction.eachForItself())
        .restrict(speaks, entry -> certain[entry] == Certain.HOLDS);
  }

  private <S> void look(
      Supplier<List<Result<S>>> run,
      Field<S> field,
      Certain[] certain,
      Function<S, Enclosure> enclosure) {
    if (!Arrays.asList(certain).contains(Certain.OPEN)) {
      return;
    }
    List<Result<S>> results = run.get();
    for (int k = 0; k < certain.length; k++) {
      Optional<S> left = results.get(k).value();
      Optional<S> right = results.get(certain.length + k).value();
      if (certain[k] == Certain.OPEN && left.isPresent() && right.isPresent()) {
        Enclosure difference = enclosure.apply(field.subtract(left.get(), right.get()));
        certain[k] = Certain.of(restriction.condition().relation(), difference);
      }
    }
  }
}
