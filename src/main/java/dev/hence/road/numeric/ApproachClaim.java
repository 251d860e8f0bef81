package dev.hence.road.numeric;

import dev.hence.claim.Approach;
import dev.hence.eval.ApproachProgram;
import dev.hence.eval.Variable;
import dev.hence.expr.Expr;
import dev.hence.verdict.Goals;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Restriction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A claim about a limit, compiled: where its parts are among the outputs of the program. */
final class ApproachClaim {
  private final Instance instance;
  private final Approach approach;
  private final ApproachProgram program;
  private final Points points;
  private final int entries;
  private final int assignments;

  ApproachClaim(Instance instance, long seed) {
    this.instance = instance;
    approach = instance.step().approach().orElseThrow();
    List<Expr> expressions = new ArrayList<>(Goals.expressions(instance));
    if (approach.strength() == Approach.Strength.NEAR) {
      expressions.addAll(kept(instance.step().right()));
    }
    program =
        ApproachProgram.compile(
            instance.interpretation(),
            instance.assignments(),
            expressions,
            approach.parameter().name(),
            Goals.of(approach));
    entries = program.sizes().getFirst();
    assignments = instance.assignments().size();
    List<Variable> variables = List.copyOf(program.variables());
    points = Points.of(instance, variables, Restriction.of(instance), seed);
  }

  /** The terms that an approximation keeps. */
  private static List<Expr> kept(Expr right) {
    return right instanceof Expr.Add sum ? sum.terms() : List.of(right);
  }

  Instance instance() {
    return instance;
  }

  Approach approach() {
    return approach;
  }

  ApproachProgram program() {
    return program;
  }

  Points points() {
    return points;
  }

  /** The entries that are compared: those of the sides, then what the left side leaves open. */
  int components() {
    return entries + (approach.remainder().isPresent() ? assignments : 0);
  }

  /** Whether an entry is what the left side leaves open. */
  boolean isOpen(int component) {
    return component >= entries;
  }

  int assignment(int component) {
    return component < entries ? component / (entries / assignments) : component - entries;
  }

  int left(int component) {
    return component < entries ? component : entries + assignments + component;
  }

  OptionalInt right(int component) {
    return component < entries ? OptionalInt.of(entries + component) : OptionalInt.empty();
  }

  int gauge(int component) {
    return 2 * entries + assignment(component);
  }

  /** The entries of the same vector. */
  List<Integer> siblings(int component) {
    int width = entries / assignments;
    int first = component / width * width;
    return IntStream.range(first, first + width).boxed().toList();
  }

  /** The places of all entries of the terms that an approximation keeps. */
  List<Integer> kept() {
    int first =
        program.sizes().stream().limit(Goals.expressions(instance).size()).mapToInt(s -> s).sum();
    int end = program.sizes().stream().mapToInt(s -> s).sum();
    return IntStream.range(first, end).boxed().toList();
  }

  /** Whether the right side is the number 0. */
  boolean isBesideNothing() {
    Expr right = instance.step().right();
    return right instanceof Expr.Filled
        || (right instanceof Expr.Literal l && l.value().signum() == 0);
  }
}
