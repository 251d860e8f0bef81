package dev.hence.argument;

import dev.hence.claim.Definition;
import dev.hence.claim.Dynamics;
import dev.hence.claim.Scope;
import dev.hence.claim.ScopeNotation;
import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.TexPrinter;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The moves that change a formula in one line. */
final class Moves {
  private final Scope scope;
  private final Sources sources;
  private final Replacing replacing;
  private final Differentiation differentiation;
  private final Through through;
  private final Linear linear;
  private final TexPrinter printer;
  private final Earlier earlier;

  Moves(Statement.Step step, Sources sources) {
    this.scope = step.scope();
    this.sources = sources;
    this.replacing = new Replacing(scope);
    this.differentiation = new Differentiation(scope);
    this.through = new Through(scope, replacing);
    this.linear = new Linear(replacing);
    this.printer = new TexPrinter(new ScopeNotation(scope));
    this.earlier =
        new Earlier(sources.before(step), replacing, name -> scope.definition(name).isPresent());
  }

  /** All lines that may follow, the most telling first. */
  List<Line> from(Expr expr) {
    List<Line> lines = new ArrayList<>();
    flow(expr).ifPresent(lines::add);
    lines.addAll(earlier.used(expr));
    through.of(expr).forEach(c -> lines.add(chained(c)));
    for (Idea idea : Idea.values()) {
      differentiation.by(idea, expr).ifPresent(e -> lines.add(Line.of(e, idea.text())));
    }
    add(lines, expr, linear.contracted(expr), "contraction of $\\delta$");
    Linear.cancelled(expr)
        .ifPresent(
            c -> lines.add(Line.of(c.rest(), "cancelling $" + printer.print(c.divisor()) + "$")));
    linear.expanded(expr).ifPresent(lines::add);
    add(lines, expr, linear.squared(expr), "expanding the square");
    definitions(expr).forEach(d -> unfolded(expr, d).ifPresent(lines::add));
    return lines;
  }

  private Line chained(Through.Chained chained) {
    String name = TexPrinter.print(chained.between().name());
    return new Line(
        chained.expr(), "the chain rule through $" + name + "$", sources.of(chained.between()));
  }

  private static void add(List<Line> lines, Expr from, Expr to, String reason) {
    if (!to.equals(from)) {
      lines.add(Line.of(to, reason));
    }
  }

  /** Whether a derivative in it can still be taken. */
  boolean isOpen(Expr expr) {
    return flow(expr).isPresent()
        || List.of(Idea.values()).stream()
            .anyMatch(idea -> differentiation.by(idea, expr).isPresent())
        || Trees.any(
            expr,
            e ->
                Slope.Open.of(e)
                    .filter(o -> Trees.any(o.body(), part -> scope.definition(part).isPresent()))
                    .isPresent());
  }

  // Definitions

  /** The definitions that unfold something in a formula, in the order in which it is read. */
  List<Definition> definitions(Expr expr) {
    Map<String, Definition> found = new LinkedHashMap<>();
    Trees.walk(
        expr,
        e -> {
          if (!Velocities.isDotted(e) && replacing.unfolded(e).isPresent()) {
            Definition d = scope.definition(e).orElseThrow();
            found.putIfAbsent(d.name().key(d.lambda().indices().size()), d);
          }
        });
    return List.copyOf(found.values());
  }

  private Optional<Line> unfolded(Expr expr, Definition definition) {
    Expr unfolded = Tidy.of(unfold(expr, definition));
    String reason =
        isUpdate(definition)
            ? "the update"
            : "definition of $" + TexPrinter.print(definition.name()) + "$";
    return unfolded.equals(expr)
        ? Optional.empty()
        : Optional.of(new Line(unfolded, reason, sources.of(definition)));
  }

  /** Whether it is the newest iterate, which has no name in the document. */
  private boolean isUpdate(Definition definition) {
    String latex = definition.name().latex();
    Name family = new Name(latex.replace("^{+}", ""));
    return latex.contains("^{+}")
        && scope.variable(family, definition.lambda().indices().size()).isPresent();
  }

  private Expr unfold(Expr expr, Definition definition) {
    if (scope.definition(expr).filter(definition::equals).isPresent()) {
      Optional<Expr> value = replacing.unfolded(expr);
      if (value.isPresent()) {
        return value.get();
      }
    }
    return switch (expr) {
      case Expr.Derivative d when isOf(d.variable(), definition) -> d;
      case Expr.Derivative d -> new Expr.Derivative(unfold(d.body(), definition), d.variable());
      case Expr.Substituted s when isOf(s.variable(), definition) -> s;
      case Expr.Substituted s ->
          new Expr.Substituted(
              unfold(s.body(), definition), s.variable(), unfold(s.value(), definition));
      default ->
          Trees.rebuilt(
              expr, Trees.children(expr).stream().map(p -> unfold(p, definition)).toList());
    };
  }

  private static boolean isOf(Expr.Ref variable, Definition definition) {
    return variable.name().equals(definition.name());
  }

  // Dynamics

  /** The velocities put in for the derivatives of the states. */
  private Optional<Line> flow(Expr expr) {
    Optional<Dynamics> dynamics = scope.dynamics();
    if (dynamics.isEmpty()) {
      return Optional.empty();
    }
    Velocities velocities = new Velocities(scope, dynamics.get());
    Expr moved = Tidy.of(velocities.in(expr));
    return moved.equals(expr)
        ? Optional.empty()
        : Optional.of(new Line(moved, velocities.name(), sources.of(dynamics.get())));
  }
}
