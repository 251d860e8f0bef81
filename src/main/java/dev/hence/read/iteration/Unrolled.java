package dev.hence.read.iteration;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Iterates as what their steps make of the first ones: a recursion that goes down to values which
 * are given or free. In an instance it is unrolled.
 */
public final class Unrolled {
  /** The end of a range that has none. */
  private static final Expr.Ref NEVER = new Expr.Ref(new Name("\\infty"), List.of(), Shape.SCALAR);

  /** What is known where iterates have formulas. */
  public sealed interface Outcome {
    record Known(Scope scope) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}
  }

  private final Scope scope;
  private final Clock clock;
  private final List<FirstValue> given;

  Unrolled(Scope scope, Clock clock, List<FirstValue> given) {
    this.scope = scope;
    this.clock = clock;
    this.given = given;
  }

  /** What is known where the iterates have these formulas. */
  Outcome outcome(Span span) {
    Scope all = withoutAssumedStarts(scope);
    for (Step step : clock.system()) {
      Optional<Problem> problem = problem(step, span);
      if (problem.isPresent()) {
        return new Outcome.Refused(problem.get());
      }
      all = with(all, step, span);
    }
    return new Outcome.Known(all);
  }

  private Optional<Problem> problem(Step step, Span span) {
    Optional<Integer> lower = lower(step);
    if (lower.isEmpty()) {
      return Optional.of(
          Problem.of(
              ProblemId.NOT_YET_SUPPORTED,
              span,
              "iterates more than one step apart whose first step has no number",
              "say where the steps begin: " + step.letter() + " = 0, 1, \\dots"));
    }
    int made = lower.get() + step.newest();
    for (FirstValue first : values(step).values()) {
      if (first.at() > made - 1 + Math.max(1, clock.depth(step))) {
        return Optional.of(
            Problem.of(
                ProblemId.HEADER_BAD_ENTRY,
                first.span(),
                "this is no first value: the step makes it",
                "give the values with which the iteration starts"));
      }
      Optional<Problem> letters = letters(first, step.next().lambda());
      if (letters.isPresent()) {
        return letters;
      }
    }
    return Optional.empty();
  }

  private static Optional<Problem> letters(FirstValue first, Lambda lambda) {
    for (int k = 0; k < first.indices().size(); k++) {
      String own = lambda.indices().get(k);
      if (first.indices().get(k) instanceof Expr.Index i && !i.letter().equals(own)) {
        return Optional.of(
            Problem.of(
                ProblemId.HEADER_BAD_ENTRY,
                first.span(),
                "a first value must be written with the letters of the step",
                "use " + own + " instead of " + i.letter()));
      }
    }
    return Optional.empty();
  }

  private Map<Integer, FirstValue> values(Step step) {
    Map<Integer, FirstValue> values = new TreeMap<>();
    given.stream().filter(s -> s.state().equals(step.state())).forEach(s -> values.put(s.at(), s));
    return values;
  }

  /** Whether an iterate is one of those with which its step begins. */
  static boolean isFirst(Scope scope, Clock clock, Step step, Expr.Ref member) {
    int at = Shifted.number(step.index(member)).orElseThrow();
    return lower(scope, step)
        .filter(lower -> at < lower + step.newest())
        .filter(lower -> at >= lower + step.newest() - clock.depth(step))
        .isPresent();
  }

  private Scope withoutAssumedStarts(Scope all) {
    List<Condition> others =
        all.assumptions().stream()
            .filter(
                c -> clock.system().stream().noneMatch(s -> FirstValue.assumed(c, s).isPresent()))
            .toList();
    return new Scope(
        all.variables(), all.functions(), all.ranges(), all.definitions(), all.dynamics(), others);
  }

  private Scope with(Scope all, Step step, Span span) {
    int made = lower(step).orElseThrow() + step.newest();
    Map<Integer, FirstValue> values = values(step);
    int last = Math.max(made - 1, values.keySet().stream().max(Integer::compare).orElse(made - 1));
    int first = last - clock.depth(step) + 1;
    for (int at : values.keySet()) {
      first = Math.min(first, at);
    }
    Lambda lambda = step.next().lambda();
    int place = step.place().orElseThrow();
    Expr index = new Expr.Index(lambda.indices().get(place));
    Expr body = Substituting.shift(step.letter(), -step.newest()).of(lambda.body());
    Scope full = all;
    for (int at = last; at >= first; at--) {
      Optional<FirstValue> start = Optional.ofNullable(values.get(at));
      if (start.isEmpty()) {
        full = declare(full, step, at, span);
      }
      Expr value = start.map(FirstValue::value).orElse(free(step, at));
      body =
          new Expr.Cases(
              new Condition(index, Relation.EQUAL, Substituting.literal(at)), value, body);
    }
    Lambda recursion = new Lambda(lambda.indices(), List.of(), body);
    return ranged(full, step, Math.min(first, made))
        .with(new Definition(step.state(), recursion, step.next().shape(), step.next().span()));
  }

  /** The first value of the letter of a step. */
  private Optional<Integer> lower(Step step) {
    return lower(scope, step);
  }

  private static Optional<Integer> lower(Scope scope, Step step) {
    return Optional.ofNullable(scope.ranges().get(step.letter()))
        .map(Range::lower)
        .flatMap(Shifted::number);
  }

  /** The family in the scope, with a letter of its own that ranges as far as the step goes. */
  private Scope ranged(Scope scope, Step step, int first) {
    Optional<Declaration.Variable> family =
        scope.variable(step.state(), step.next().lambda().indices().size());
    if (family.isEmpty()) {
      return scope;
    }
    Declaration.Variable v = family.get();
    String own = step.letter() + "\\" + v.name().latex();
    List<String> letters = new ArrayList<>(v.indices());
    letters.set(step.place().orElseThrow(), own);
    Expr end =
        Optional.ofNullable(scope.ranges().get(step.letter()))
            .filter(range -> !isEndless(range, step.letter()))
            .<Expr>map(
                range -> new Expr.Add(List.of(range.upper(), Substituting.literal(step.newest()))))
            .orElse(NEVER);
    Range range = new Range(Substituting.literal(first), end);
    return scope
        .with(new Declaration.IndexRange(own, range, v.span()))
        .with(
            new Declaration.Variable(
                v.name(), letters, v.shape(), v.domain(), v.assumed(), v.span()));
  }

  // First values

  private static boolean isEndless(Range range, String letter) {
    return range.upper().equals(SizeForm.expr(Size.endless(letter)));
  }

  /** The name of a first iterate of which nothing is known: x_0 of x_k. */
  static Name label(Step step, int at) {
    String latex = step.state().latex();
    int place = step.place().orElseThrow();
    boolean raised = place == step.next().lambda().indices().size() - 1;
    for (String fence : List.of("()", "[]", "")) {
      String end = "^{" + fence + "}";
      if (raised && latex.endsWith(end)) {
        String number = fence.isEmpty() ? "" + at : fence.charAt(0) + "" + at + fence.charAt(1);
        return new Name(latex.substring(0, latex.length() - end.length()) + "^{" + number + "}");
      }
    }
    return new Name(latex + "_{" + at + "}");
  }

  private static List<Expr> others(Step step) {
    List<Expr> others = new ArrayList<>();
    step.next().lambda().indices().forEach(letter -> others.add(new Expr.Index(letter)));
    others.remove(step.place().orElseThrow());
    return others;
  }

  private static Expr free(Step step, int at) {
    return new Expr.Ref(label(step, at), others(step), shape(step, at));
  }

  /** The shape of an iterate with a number. */
  private static Shape shape(Step step, int at) {
    Map<String, Size> values = new HashMap<>();
    String letter = step.next().lambda().indices().get(step.place().orElseThrow());
    values.put(letter, Size.fixed(at));
    return step.next().shape().with(values);
  }

  private Scope declare(Scope all, Step step, int at, Span span) {
    Name name = label(step, at);
    int indices = step.next().lambda().indices().size();
    if (knows(name, indices - 1)) {
      return all;
    }
    Optional<Declaration.Variable> family = all.variable(step.state(), indices);
    List<String> letters =
        new ArrayList<>(
            family.map(Declaration.Variable::indices).orElse(step.next().lambda().indices()));
    letters.remove(step.place().orElseThrow());
    return all.with(
        new Declaration.Variable(
            name,
            letters,
            shape(step, at),
            family.map(Declaration.Variable::domain).orElse(Domain.REALS),
            true,
            span));
  }

  private boolean knows(Name name, int indices) {
    return scope.variable(name, indices).isPresent()
        || scope.function(name, indices).isPresent()
        || scope.definition(name, indices).isPresent();
  }
}
