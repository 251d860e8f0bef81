package dev.hence.read.meaning;

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
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Iterates as what their steps make of the first ones: a recursion that goes down to values which
 * are given or free. In an instance it is unrolled.
 */
final class Unrolled {
  /** The end of a range that has none. */
  private static final Expr.Ref NEVER = new Expr.Ref(new Name("\\infty"), List.of(), Shape.SCALAR);

  private final Context context;
  private final Clock clock;
  private final List<Start> given;

  Unrolled(Context context, Clock clock, List<Start> given) {
    this.context = context;
    this.clock = clock;
    this.given = given;
  }

  /**
   * What is known where the iterates have these formulas.
   *
   * @throws Misread if the first iterates have no number, or a given one is not among them
   */
  Scope scope(Span span) {
    Scope scope = withoutAssumedStarts(context.scope());
    for (Iteration step : clock.system()) {
      scope = with(scope, step, span);
    }
    return scope;
  }

  /** Whether an iterate is one of those with which its step begins. */
  static boolean isFirst(Context context, Clock clock, Iteration step, Expr.Ref member) {
    int at = Shifted.number(step.index(member)).orElseThrow();
    return context
        .range(step.letter())
        .map(Range::lower)
        .flatMap(Shifted::number)
        .filter(lower -> at < lower + step.newest())
        .filter(lower -> at >= lower + step.newest() - clock.depth(step))
        .isPresent();
  }

  private Scope withoutAssumedStarts(Scope all) {
    List<Condition> others =
        all.assumptions().stream()
            .filter(c -> clock.system().stream().noneMatch(s -> Start.assumed(c, s).isPresent()))
            .toList();
    return new Scope(
        all.variables(), all.functions(), all.ranges(), all.definitions(), all.dynamics(), others);
  }

  private Scope with(Scope scope, Iteration step, Span span) {
    int made = lower(step, span) + step.newest();
    Map<Integer, Start> values = new TreeMap<>();
    given.stream().filter(s -> s.state().equals(step.state())).forEach(s -> values.put(s.at(), s));
    int depth = clock.depth(step);
    int last = Math.max(made - 1, values.keySet().stream().max(Integer::compare).orElse(made - 1));
    int first = last - depth + 1;
    for (int at : values.keySet()) {
      first = Math.min(first, at);
    }
    if (last > made - 1 + Math.max(1, depth)) {
      throw new Misread(
          ProblemId.HEADER_BAD_ENTRY,
          values.get(last).span(),
          "this is no first value: the step makes it",
          "give the values with which the iteration starts");
    }
    Lambda lambda = step.next().lambda();
    int place = step.place().orElseThrow();
    Expr index = new Expr.Index(lambda.indices().get(place));
    Expr body = Substituting.shift(step.letter(), -step.newest()).of(lambda.body());
    Scope full = scope;
    for (int at = last; at >= first; at--) {
      Optional<Start> start = Optional.ofNullable(values.get(at));
      if (start.isEmpty()) {
        full = declare(full, step, at, span);
      }
      Expr value = start.map(s -> value(s, lambda)).orElse(free(step, at, span));
      body =
          new Expr.Cases(
              new Condition(index, Relation.EQUAL, Substituting.literal(at)), value, body);
    }
    Lambda recursion = new Lambda(lambda.indices(), List.of(), body);
    return ranged(full, step, Math.min(first, made))
        .with(new Definition(step.state(), recursion, step.next().shape(), step.next().span()));
  }

  /** The first value of the letter of a step. */
  private int lower(Iteration step, Span span) {
    return context
        .range(step.letter())
        .map(Range::lower)
        .flatMap(Shifted::number)
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.NOT_YET_SUPPORTED,
                    span,
                    "iterates more than one step apart whose first step has no number",
                    "say where the steps begin: " + step.letter() + " = 0, 1, \\dots"));
  }

  /** The family in the scope, with a letter of its own that ranges as far as the step goes. */
  private Scope ranged(Scope scope, Iteration step, int first) {
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
        context
            .range(step.letter())
            .filter(range -> !IndexRanges.isEndless(range, step.letter()))
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

  private static Expr value(Start start, Lambda lambda) {
    Expr value = start.value();
    for (int k = 0; k < start.indices().size(); k++) {
      if (start.indices().get(k) instanceof Expr.Index i
          && !i.letter().equals(lambda.indices().get(k))) {
        throw new Misread(
            ProblemId.HEADER_BAD_ENTRY,
            start.span(),
            "a first value must be written with the letters of the step",
            "use " + lambda.indices().get(k) + " instead of " + i.letter());
      }
    }
    return value;
  }

  /** The name of a first iterate of which nothing is known: x_0 of x_k. */
  static Name label(Iteration step, int at) {
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

  private static List<Expr> others(Iteration step) {
    List<Expr> others = new ArrayList<>();
    step.next().lambda().indices().forEach(letter -> others.add(new Expr.Index(letter)));
    others.remove(step.place().orElseThrow());
    return others;
  }

  private Expr free(Iteration step, int at, Span span) {
    return new Expr.Ref(label(step, at), others(step), shape(step, at, span));
  }

  private static Shape shape(Iteration step, int at, Span span) {
    List<Expr> indices = new ArrayList<>();
    step.next().lambda().indices().forEach(letter -> indices.add(new Expr.Index(letter)));
    indices.set(step.place().orElseThrow(), Substituting.literal(at));
    return Sizes.at(step.next().shape(), step.next().lambda().indices(), indices, span);
  }

  private Scope declare(Scope scope, Iteration step, int at, Span span) {
    Name name = label(step, at);
    int indices = step.next().lambda().indices().size();
    if (context.knows(name, indices - 1)) {
      return scope;
    }
    Optional<Declaration.Variable> family = scope.variable(step.state(), indices);
    List<String> letters =
        new ArrayList<>(
            family.map(Declaration.Variable::indices).orElse(step.next().lambda().indices()));
    letters.remove(step.place().orElseThrow());
    return scope.with(
        new Declaration.Variable(
            name,
            letters,
            shape(step, at, span),
            family.map(Declaration.Variable::domain).orElse(Domain.REALS),
            true,
            span));
  }
}
