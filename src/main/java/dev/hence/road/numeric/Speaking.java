package dev.hence.road.numeric;

import dev.hence.eval.Enclosure;
import dev.hence.eval.Enclosures;
import dev.hence.eval.Field;
import dev.hence.eval.Interpretation;
import dev.hence.eval.PointProgram;
import dev.hence.eval.Rationals;
import dev.hence.eval.Result;
import dev.hence.expr.Condition;
import dev.hence.expr.Relation;
import dev.hence.verdict.Point;
import dev.hence.verdict.Restriction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One restriction of a step, ready to be looked up at exact points. */
final class Speaking {
  private static final List<Enclosures> PRECISIONS =
      List.of(new Enclosures(60), new Enclosures(200));

  private final Restriction restriction;
  private final PointProgram program;

  Speaking(Interpretation interpretation, Restriction restriction) {
    this.restriction = restriction;
    Condition condition = restriction.condition();
    program =
        PointProgram.compile(
            interpretation,
            restriction.assignments(),
            List.of(condition.left(), condition.right()));
  }

  PointProgram program() {
    return program;
  }

  boolean isEquation() {
    return restriction.condition().relation() == Relation.EQUAL;
  }

  /** Takes away the step's assignments for which the restriction does not certainly hold. */
  void restrict(Point point, boolean[] speaks) {
    boolean[] holds = holds(point);
    if (restriction.eachForItself()) {
      for (int k = 0; k < speaks.length; k++) {
        speaks[k] &= holds[k];
      }
    } else {
      boolean all = true;
      for (boolean one : holds) {
        all &= one;
      }
      if (!all) {
        Arrays.fill(speaks, false);
      }
    }
  }

  private boolean[] holds(Point point) {
    int entries = program.sizes().getFirst();
    int assignments = restriction.assignments().size();
    Certain[] certain = new Certain[entries];
    Arrays.fill(certain, Certain.OPEN);
    look(point, new Rationals(), certain, Enclosure.Exact::new);
    for (Enclosures field : PRECISIONS) {
      look(point, field, certain, enclosure -> enclosure);
    }
    boolean[] holds = new boolean[assignments];
    for (int k = 0; k < assignments; k++) {
      int width = entries / assignments;
      holds[k] = all(Arrays.asList(certain).subList(k * width, (k + 1) * width));
    }
    return holds;
  }

  /** Values of any shape are equal if all their entries are, and differ if any of them do. */
  private boolean all(List<Certain> entries) {
    return restriction.condition().relation() == Relation.NOT_EQUAL
        ? entries.contains(Certain.HOLDS)
        : entries.stream().allMatch(c -> c == Certain.HOLDS);
  }

  private <S> void look(
      Point point, Field<S> field, Certain[] certain, Function<S, Enclosure> enclosure) {
    if (!Arrays.asList(certain).contains(Certain.OPEN)) {
      return;
    }
    List<Result<S>> results = Entries.results(program, point, field);
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
