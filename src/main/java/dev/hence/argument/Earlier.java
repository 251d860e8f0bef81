package dev.hence.argument;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Equations that stand before a step in the document, read from left to right. */
final class Earlier {
  /** An equation: its left side may be replaced by its right side. */
  record Equation(String id, Expr left, Expr right) {}

  private final List<Equation> equations;
  private final Replacing replacing;
  private final Predicate<Expr> isDefined;

  /**
   * @param isDefined whether a name has a formula: what moves with it moves by itself, so that an
   *     equation through that formula says nothing of the derivative
   */
  Earlier(List<Equation> equations, Replacing replacing, Predicate<Expr> isDefined) {
    this.equations = List.copyOf(equations);
    this.replacing = replacing;
    this.isDefined = isDefined;
  }

  /** The equations before a step, and of each chain the one between its ends. */
  static List<Equation> before(Statement.Step step, List<Statement> statements) {
    List<Equation> found = new ArrayList<>();
    Optional<Equation> chain = Optional.empty();
    for (Statement statement : statements) {
      if (statement.id().equals(step.id())) {
        break;
      }
      if (statement instanceof Statement.Step s && isEquation(s) && sameNames(s, step)) {
        found.add(new Equation(s.id(), s.left(), s.right()));
        Optional<Equation> longer = chain.flatMap(c -> joined(c, s));
        longer.ifPresent(found::add);
        chain = longer.or(() -> Optional.of(new Equation(display(s), s.left(), s.right())));
      } else {
        chain = Optional.empty();
      }
    }
    return found;
  }

  /** From the beginning of a chain to the end of its next step. */
  private static Optional<Equation> joined(Equation chain, Statement.Step next) {
    return chain.id().equals(display(next)) && chain.right().equals(next.left())
        ? Optional.of(new Equation(chain.id(), chain.left(), next.right()))
        : Optional.empty();
  }

  /** The number of the display in which a step stands. */
  private static String display(Statement.Step s) {
    int dot = s.id().lastIndexOf('.');
    return dot < 0 ? s.id() : s.id().substring(0, dot);
  }

  private static boolean isEquation(Statement.Step s) {
    return s.relation() == Relation.EQUAL
        && s.approach().isEmpty()
        && s.tolerance().isEmpty()
        && s.conditions().isEmpty()
        && !s.id().startsWith("#");
  }

  /** Whether names mean the same in both places. */
  private static boolean sameNames(Statement.Step s, Statement.Step step) {
    return step.scope().variables().equals(s.scope().variables())
        && step.scope().dynamics().equals(s.scope().dynamics())
        && step.scope().definitions().entrySet().containsAll(s.scope().definitions().entrySet());
  }

  /** A formula with the left side of an equation replaced wherever it stands. */
  List<Line> used(Expr expr) {
    List<Line> lines = new ArrayList<>();
    for (Equation equation : equations) {
      Expr changed = Tidy.of(replaced(expr, equation));
      if (!changed.equals(expr)) {
        lines.add(new Line(changed, "by", Optional.of(equation.id())));
      }
    }
    return lines;
  }

  private Expr replaced(Expr expr, Equation equation) {
    Map<String, Expr> letters = new HashMap<>();
    if (matches(equation.left(), expr, letters)) {
      return replacing.in(equation.right(), letters, Map.of());
    }
    if (expr instanceof Expr.Derivative d) {
      return isDefined.test(d.variable())
          ? d
          : new Expr.Derivative(replaced(d.body(), equation), d.variable());
    }
    return Trees.rebuilt(
        expr, Trees.children(expr).stream().map(part -> replaced(part, equation)).toList());
  }

  /** Whether a formula is a pattern with other index letters. */
  private static boolean matches(Expr pattern, Expr expr, Map<String, Expr> letters) {
    if (pattern instanceof Expr.Index i) {
      boolean index = expr instanceof Expr.Index || expr instanceof Expr.Literal;
      return index && letters.computeIfAbsent(i.letter(), l -> expr).equals(expr);
    }
    List<Expr> parts = Trees.children(pattern);
    List<Expr> others = Trees.children(expr);
    if (pattern.getClass() != expr.getClass() || parts.size() != others.size()) {
      return false;
    }
    if (parts.isEmpty() || isBinding(pattern)) {
      return pattern.equals(expr);
    }
    if (!Trees.rebuilt(pattern, others).equals(expr)) {
      return false;
    }
    for (int k = 0; k < parts.size(); k++) {
      if (!matches(parts.get(k), others.get(k), letters)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBinding(Expr expr) {
    return expr instanceof Expr.Sum
        || expr instanceof Expr.Family
        || expr instanceof Expr.Integral
        || expr instanceof Expr.Expectation;
  }
}
