package dev.hence.read.meaning;

import dev.hence.claim.Beginnings;
import dev.hence.claim.Declaration;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values with which trajectories begin: {@code w(0) = w_0}, {@code \theta_0 = 1}, {@code f(x;
 * \theta_0) = 0}. They are said of what speaks of trajectories, and of nothing else.
 */
final class Starting {
  private static final Expr START = new Expr.Literal(Rational.ZERO);

  private final Scope scope;
  private final Span span;

  private Starting(Scope scope, Span span) {
    this.scope = scope;
    this.span = span;
  }

  /** Whether an equation gives what moves a value at the start. */
  static boolean isValue(Condition condition, Scope scope) {
    return condition.relation() == Relation.EQUAL
        && scope.dynamics().isPresent()
        && new Starting(scope, scope.dynamics().get().span()).name(condition.left()).isPresent();
  }

  /** Whether such an equation is the first of its name. */
  static boolean isFirst(Condition condition, Scope scope) {
    Starting starting = new Starting(scope, scope.dynamics().orElseThrow().span());
    return starting
        .name(condition.left())
        .filter(n -> !scope.dynamics().orElseThrow().starts().containsKey(n))
        .isPresent();
  }

  /**
   * What is known with the value.
   *
   * @throws Misread if the name has one, or if it is none
   */
  static Scope with(Condition condition, Scope scope, Span span) {
    Starting starting = new Starting(scope, span);
    Name name = starting.name(condition.left()).orElseThrow();
    Dynamics dynamics = scope.dynamics().orElseThrow();
    if (condition.left().equals(condition.right())) {
      return scope;
    }
    starting.refuse(name, condition.right(), dynamics);
    Map<Name, Lambda> starts = new HashMap<>(dynamics.starts());
    if (starts.containsKey(name)) {
      throw new Misread(
          ProblemId.DECLARED_TWICE, span, name + " is given two values at the start", "keep one");
    }
    starts.put(name, starting.lambda(condition.left(), condition.right()));
    return scope.with(dynamics.starting(starts));
  }

  /** What is listed as assumed. */
  static String sentence(Condition condition, Scope scope) {
    UnicodePrinter printer = new UnicodePrinter(new ScopeNotation(scope));
    return "trajectories begin with "
        + printer.print(condition.left())
        + " = "
        + printer.print(condition.right());
  }

  /** Whether what is written speaks of the start: {@code w(0)}, {@code f(x; \theta_0)}. */
  static boolean isAtStart(Syntax left) {
    return switch (left) {
      case Syntax.Product p ->
          p.factors().size() == 2
              && p.factors().get(1).value() instanceof Syntax.Group g
              && (g.items().stream().anyMatch(i -> isZero(i) || isAtStart(i))
                  || isAtStart(p.factors().getFirst().value()));
      case Syntax.Scripted s ->
          Written.of(s).flatMap(Written::atRest).isEmpty()
              && s.sub().filter(sub -> isZero(sub) || isAtStart(sub)).isPresent();
      default -> false;
    };
  }

  private static boolean isZero(Syntax syntax) {
    return syntax instanceof Syntax.Numeral n && n.value().signum() == 0;
  }

  /** The name of what is given a value: a state, or a function without a formula of one. */
  private Optional<Name> name(Expr left) {
    return switch (left) {
      case Expr.At a when a.time().equals(START) && a.body() instanceof Expr.Ref r ->
          scope.isState(r.name()) && areLetters(r.indices())
              ? Optional.of(r.name())
              : Optional.empty();
      case Expr.At a when a.time().equals(START) && a.body() instanceof Expr.Call c -> name(c);
      case Expr.Call c -> name(c);
      default -> Optional.empty();
    };
  }

  private Optional<Name> name(Expr.Call c) {
    return scope
        .function(c.function(), c.indices().size())
        .filter(f -> c.slots().isEmpty() && areLetters(c.indices()))
        .filter(f -> c.arguments().stream().allMatch(a -> slot(a).isPresent()))
        .filter(
            f ->
                c.arguments().stream().map(Starting::slot).distinct().count()
                    == c.arguments().size())
        .filter(f -> c.arguments().stream().anyMatch(this::isState))
        .map(Declaration.Function::name);
  }

  private static boolean areLetters(List<Expr> indices) {
    return indices.stream().allMatch(Expr.Index.class::isInstance)
        && indices.stream().distinct().count() == indices.size();
  }

  private boolean isState(Expr argument) {
    return slot(argument).filter(r -> scope.isState(r.name())).isPresent();
  }

  /** The bare name that stands in a slot, or the state at the start. */
  private static Optional<Expr.Ref> slot(Expr argument) {
    Expr value = argument instanceof Expr.At a && a.time().equals(START) ? a.body() : argument;
    return value instanceof Expr.Ref r && r.indices().isEmpty() ? Optional.of(r) : Optional.empty();
  }

  private Lambda lambda(Expr left, Expr value) {
    Expr body = left instanceof Expr.At a ? a.body() : left;
    return switch (body) {
      case Expr.Ref r -> new Lambda(letters(r.indices()), List.of(), value);
      case Expr.Call c ->
          new Lambda(
              letters(c.indices()),
              c.arguments().stream()
                  .map(a -> slot(a).orElseThrow())
                  .map(r -> new Parameter(r.name(), r.shape()))
                  .toList(),
              value);
      default -> throw new IllegalStateException();
    };
  }

  private static List<String> letters(List<Expr> indices) {
    return indices.stream().map(i -> ((Expr.Index) i).letter()).toList();
  }

  private void refuse(Name name, Expr value, Dynamics dynamics) {
    Set<Name> met = new HashSet<>();
    boolean later = speaksOfLater(value, met, new HashSet<>());
    boolean circular = follows(met, dynamics).contains(name);
    boolean other =
        dynamics.parameters().containsKey(name)
            || dynamics.arbitrary().contains(name)
            || !dynamics.endings().isEmpty()
            || (!dynamics.moves(name) && scope.function(Beginnings.arbitrary(name), 0).isPresent());
    if (later || circular || other) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          span,
          "this value at the start",
          "read are values that follow from the data, such as w(0) = w_0, of what moves forwards"
              + " from there");
    }
  }

  /** Whether a value needs more than what is known at the start; the states it takes are kept. */
  private boolean speaksOfLater(Expr value, Set<Name> met, Set<String> seen) {
    boolean here =
        switch (value) {
          case Expr.At a when a.time().equals(START) -> {
            Trees.walk(a.body(), e -> keep(e, met));
            yield false;
          }
          case Expr.At a -> true;
          case Expr.TimeDerivative t -> true;
          case Expr.Ref r -> scope.isState(r.name()) || r.name().equals(Name.TIME);
          default -> false;
        };
    boolean behind =
        scope
            .definition(value)
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> speaksOfLater(d.lambda().body(), met, seen))
            .isPresent();
    boolean inside =
        !(value instanceof Expr.At)
            && Trees.children(value).stream().anyMatch(e -> speaksOfLater(e, met, seen));
    return here || behind || inside;
  }

  private void keep(Expr e, Set<Name> met) {
    if (e instanceof Expr.Ref r && scope.isState(r.name())) {
      met.add(r.name());
    }
    scope.definition(e).ifPresent(d -> Trees.walk(d.lambda().body(), x -> keep(x, met)));
  }

  /** The states, and those from which their own values at the start follow. */
  private Set<Name> follows(Set<Name> states, Dynamics dynamics) {
    Set<Name> all = new HashSet<>();
    List<Name> open = new ArrayList<>(states);
    while (!open.isEmpty()) {
      Name next = open.removeLast();
      if (all.add(next) && dynamics.starts().containsKey(next)) {
        Set<Name> more = new HashSet<>();
        Trees.walk(dynamics.starts().get(next).body(), e -> keep(e, more));
        open.addAll(more);
      }
    }
    return all;
  }
}
