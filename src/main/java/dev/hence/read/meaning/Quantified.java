package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is assumed of functions: at the point at which a statement speaks, or for all values of the
 * letters that {@code \forall u, v} behind it names.
 */
final class Quantified {
  private final Context context;

  Quantified(Context context) {
    this.context = context;
  }

  /**
   * The conditions that a statement is, with the names for all values of which they hold.
   *
   * @throws Misread if it is an inequality at two points of a function, and nothing says whether it
   *     holds for all
   */
  List<Condition> of(Clause clause, List<Condition> said) {
    List<Name> names = names(clause);
    List<Condition> quantified = new ArrayList<>();
    for (Condition condition : said) {
      if (names.isEmpty()) {
        refuseTwoPoints(condition, clause);
      }
      List<Name> own = names.stream().filter(name -> mentions(condition, name)).toList();
      quantified.add(new Condition(condition.left(), condition.relation(), condition.right(), own));
    }
    return quantified;
  }

  private boolean mentions(Condition condition, Name name) {
    Dependence reach = new Dependence(context.scope());
    return reach.mentions(condition.left(), name) || reach.mentions(condition.right(), name);
  }

  private List<Name> names(Clause clause) {
    List<Name> names = new ArrayList<>();
    clause.conditions().stream()
        .filter(c -> c.kind() == dev.hence.read.math.Condition.Kind.FOR_ALL)
        .flatMap(c -> c.clauses().stream())
        .filter(c -> !IndexRanges.isRange(c))
        .forEach(c -> c.names().forEach(name -> variable(name, c).ifPresent(names::add)));
    return names;
  }

  /** The name of a declared variable; letters of indices are bound otherwise. */
  private Optional<Name> variable(Syntax written, Clause clause) {
    Expr value = new Formulas(context).expr(written);
    if (!(value instanceof Expr.Ref ref)) {
      return Optional.empty();
    }
    Optional<Declaration.Variable> declared =
        ref.indices().isEmpty() ? context.scope().variable(ref.name(), 0) : Optional.empty();
    boolean whole =
        clause.links().isEmpty()
            || (clause.links().size() == 1
                && clause.links().getFirst().relation() == Relation.IN
                && declared.isPresent()
                && isWhole(clause.links().getFirst().operand(), declared.get().domain()));
    if (declared.isEmpty() || !whole) {
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          clause.span(),
          "what holds for all values of this is not checked",
          "declare a letter with its set in `let`, and write \\forall and the letter");
    }
    return Optional.of(ref.name());
  }

  private boolean isWhole(Syntax set, Domain declared) {
    Domain said = new Domains(context).set(set).domain();
    return said.equals(declared) || (said.equals(Domain.REALS) && declared.equals(Domain.REALS));
  }

  private void refuseTwoPoints(Condition condition, Clause clause) {
    if (!condition.relation().isInequality()) {
      return;
    }
    Map<Name, Set<List<Expr>>> points = new LinkedHashMap<>();
    for (Expr side : List.of(condition.left(), condition.right())) {
      Trees.walk(side, e -> point(e, points));
    }
    for (Map.Entry<Name, Set<List<Expr>>> function : points.entrySet()) {
      if (function.getValue().size() > 1) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            clause.span(),
            "this may be said of these points, or of all values of "
                + function.getKey().latex()
                + " at two points",
            "write \\forall u, v behind it, with letters of their own; if it is meant at these"
                + " points alone, give the values names of their own, as f_1 = f(x), and relate"
                + " these");
      }
    }
  }

  /** Notes where an arbitrary function is taken, if that is a variable or some. */
  private void point(Expr e, Map<Name, Set<List<Expr>>> points) {
    if (e instanceof Expr.Call call
        && context.scope().definition(call).isEmpty()
        && !call.arguments().isEmpty()
        && call.arguments().stream().allMatch(this::isFree)) {
      points.computeIfAbsent(call.function(), f -> new HashSet<>()).add(call.arguments());
    }
  }

  private boolean isFree(Expr argument) {
    return argument instanceof Expr.Ref ref
        && ref.indices().isEmpty()
        && context.scope().variable(ref.name(), 0).isPresent()
        && context.scope().definition(ref).isEmpty();
  }
}
