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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A function that was chosen for a counterexample out of a family with free coefficients, as the
 * formula that it has there.
 *
 * @param text {@code f(x) = tanh(x)}
 * @param coefficients the variables whose values the formula holds
 */
record ChosenFunction(String text, Set<Variable> coefficients) {
  private static final UnicodePrinter PRINTER = new UnicodePrinter(Notation.UNKNOWN);

  /** The function at a point; empty for one without free coefficients, or with indices. */
  static Optional<ChosenFunction> of(Name name, Interpretation interpretation, Point point) {
    Lambda lambda = interpretation.definitions().get(name.key(0));
    if (lambda == null || !lambda.indices().isEmpty()) {
      return Optional.empty();
    }
    Map<Name, Variable> free = new HashMap<>();
    point.values().keySet().stream()
        .filter(v -> v.indices().isEmpty() && v.size() == 1)
        .forEach(v -> free.put(v.name(), v));
    lambda.parameters().stream().map(Parameter::name).forEach(free::remove);
    Set<Variable> met = new HashSet<>();
    Trees.walk(
        lambda.body(),
        e -> {
          if (e instanceof Expr.Ref r && free.containsKey(r.name())) {
            met.add(free.get(r.name()));
          }
        });
    if (met.isEmpty()) {
      return Optional.empty();
    }
    Expr body =
        Trees.map(
            lambda.body(),
            e ->
                e instanceof Expr.Ref r && free.containsKey(r.name())
                    ? new Expr.Literal(point.of(free.get(r.name())).getFirst())
                    : tidied(e));
    String arguments =
        lambda.parameters().stream()
            .map(p -> UnicodePrinter.print(p.name()))
            .collect(Collectors.joining(", ", "(", ")"));
    return Optional.of(
        new ChosenFunction(
            UnicodePrinter.print(name) + arguments + " = " + PRINTER.print(body), met));
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
