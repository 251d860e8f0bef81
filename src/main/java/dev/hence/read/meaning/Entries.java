package dev.hence.read.meaning;

import dev.hence.problem.Problems;
import dev.hence.read.math.Clause;
import dev.hence.read.math.MathParser;
import dev.hence.text.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the header, or a comment, says of names: one list for each key.
 *
 * @param refused names of entries that could not be parsed
 */
record Entries(
    List<Clause> let,
    List<Clause> assume,
    List<Clause> flow,
    List<Clause> step,
    List<Refused> refused) {
  static Entries none() {
    return new Entries(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** Whether they say nothing. */
  boolean isEmpty() {
    return let.isEmpty()
        && assume.isEmpty()
        && flow.isEmpty()
        && step.isEmpty()
        && refused.isEmpty();
  }

  /** Parses one entry into a list; what cannot be parsed is reported. */
  void add(List<Clause> key, MathText text, Problems problems) {
    try {
      Optional<List<Clause>> clauses =
          Contained.read(text.span(), () -> MathParser.parseEntry(text, problems));
      clauses.ifPresentOrElse(key::addAll, () -> refused.addAll(Refused.names(text)));
    } catch (Misread misread) {
      problems.report(misread.problem());
      refused.add(Refused.ANY);
    }
  }

  /** The same, each clause changed. */
  Entries map(UnaryOperator<Clause> change) {
    Entries changed = none();
    let.forEach(c -> changed.let.add(change.apply(c)));
    assume.forEach(c -> changed.assume.add(change.apply(c)));
    flow.forEach(c -> changed.flow.add(change.apply(c)));
    step.forEach(c -> changed.step.add(change.apply(c)));
    changed.refused.addAll(refused);
    return changed;
  }

  /** These, and others behind them. */
  Entries and(Entries more) {
    Entries both = none();
    for (Entries part : List.of(this, more)) {
      both.let.addAll(part.let);
      both.assume.addAll(part.assume);
      both.flow.addAll(part.flow);
      both.step.addAll(part.step);
      both.refused.addAll(part.refused);
    }
    return both;
  }
}
