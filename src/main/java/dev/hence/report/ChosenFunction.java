package dev.hence.report;

import dev.hence.eval.Interpretation;
import dev.hence.eval.Variable;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function that was chosen for a counterexample out of a family with free coefficients, as the
 * formula that it has there.
 *
 * @param text {@code f(x) = tanh(x)}
 * @param coefficients the variables whose values the formula holds
 */
record ChosenFunction(String text, Set<Variable> coefficients) {
  private static final UnicodePrinter PRINTER = new UnicodePrinter(Notation.UNKNOWN);

  private static final int MOST_INDICES = 2;

  /** The function at a point, member by member; none for one without free coefficients. */
  static List<ChosenFunction> of(Name name, Interpretation interpretation, Point point) {
    return IntStream.rangeClosed(0, MOST_INDICES)
        .mapToObj(indices -> interpretation.definitions().get(name.key(indices)))
        .filter(Objects::nonNull)
        .flatMap(lambda -> members(lambda, point).stream().map(m -> member(name, lambda, m, point)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The indices of the members whose coefficients the point holds. */
  private static SequencedSet<List<Integer>> members(Lambda lambda, Point point) {
    List<Expr> letters = lambda.indices().stream().<Expr>map(Expr.Index::new).toList();
    Set<Name> coefficients = new HashSet<>();
    Trees.walk(
        lambda.body(),
        e -> {
          if (e instanceof Expr.Ref r && r.indices().equals(letters)) {
            coefficients.add(r.name());
          }
        });
    lambda.parameters().stream().map(Parameter::name).forEach(coefficients::remove);
    SequencedSet<List<Integer>> members = new LinkedHashSet<>();
    point.values().keySet().stream()
        .filter(v -> v.size() == 1 && coefficients.contains(v.name()))
        .map(Variable::indices)
        .filter(indices -> indices.size() == letters.size())
        .forEach(members::add);
    return members;
  }

  private static Optional<ChosenFunction> member(
      Name name, Lambda lambda, List<Integer> member, Point point) {
    Set<Name> parameters =
        lambda.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    Map<Name, Variable> free = new HashMap<>();
    point.values().keySet().stream()
        .filter(v -> v.indices().equals(member) && v.size() == 1)
        .filter(v -> !parameters.contains(v.name()))
        .forEach(v -> free.put(v.name(), v));
    Set<Variable> met = new HashSet<>();
    Expr body =
        Trees.map(
            lambda.body(),
            e -> {
              if (e instanceof Expr.Ref r && free.containsKey(r.name())) {
                met.add(free.get(r.name()));
                return new Expr.Literal(point.of(free.get(r.name())).getFirst());
              }
              return tidied(e);
            });
    String arguments =
        lambda.parameters().stream()
            .map(p -> UnicodePrinter.print(p.name()))
            .collect(Collectors.joining(", ", "(", ")"));
    String text = UnicodePrinter.print(name, member) + arguments + " = " + PRINTER.print(body);
    return met.isEmpty() ? Optional.empty() : Optional.of(new ChosenFunction(text, met));
  }

  /** A node whose parts are tidied, without factors 1 and terms 0. */
  private static Expr tidied(Expr expr) {
    return switch (expr) {
      case Expr.Add a -> sum(a);
      case Expr.Multiply m when is(m.left(), 0) || is(m.right(), 0) -> number(0);
      case Expr.Multiply m when is(m.left(), 1) -> m.right();
      case Expr.Multiply m when is(m.left(), -1) -> new Expr.Negate(m.right());
      case Expr.Apply a when a.function() == ElementaryFunction.TANH && is(a.argument(), 0) ->
          number(0);
      default -> expr;
    };
  }

  private static Expr sum(Expr.Add add) {
    List<Expr> terms = new ArrayList<>();
    add.terms().stream().filter(t -> !is(t, 0)).forEach(terms::add);
    return switch (terms.size()) {
      case 0 -> number(0);
      case 1 -> terms.getFirst();
      default -> new Expr.Add(terms);
    };
  }

  private static boolean is(Expr expr, long value) {
    return expr instanceof Expr.Literal l && l.value().equals(Rational.of(value));
  }

  private static Expr number(long value) {
    return new Expr.Literal(Rational.of(value));
  }
}
