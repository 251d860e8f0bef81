package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.expr.UnicodePrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * What a derivative by a defined name computes anew and what it holds fixed: the names on the way
 * from the formula to it follow it, all others that they speak of do not.
 */
final class HeldFixed {
  private final Dependence reach;
  private final Name variable;
  private final SequencedSet<Name> anew = new LinkedHashSet<>();
  private final SequencedSet<Name> fixed = new LinkedHashSet<>();

  private HeldFixed(Dependence reach, Name variable) {
    this.reach = reach;
    this.variable = variable;
  }

  /** The sentence for the report; empty for a variable that has no formula. */
  static Optional<String> sentence(Expr body, Expr.Ref by, Dependence reach) {
    if (reach.definition(by).isEmpty()) {
      return Optional.empty();
    }
    HeldFixed held = new HeldFixed(reach, by.name());
    held.visit(body);
    String variable = UnicodePrinter.print(by.name());
    return Optional.of(
        "a derivative by "
            + variable
            + " moves "
            + variable
            + " by itself"
            + listed("; computed anew: ", held.anew)
            + listed("; held fixed: ", held.fixed));
  }

  private static String listed(String before, SequencedSet<Name> names) {
    return names.isEmpty()
        ? ""
        : before + names.stream().map(UnicodePrinter::print).collect(Collectors.joining(", "));
  }

  private void visit(Expr expr) {
    for (Expr node : nodes(expr)) {
      Name name = node instanceof Expr.Ref r ? r.name() : ((Expr.Call) node).function();
      Optional<Definition> definition = reach.definition(node);
      boolean follows =
          definition.filter(d -> reach.mentions(d.lambda().body(), variable)).isPresent();
      if (follows && !name.equals(variable) && anew.add(name)) {
        visit(definition.get().lambda().body());
      } else if (!follows && !name.equals(variable) && node instanceof Expr.Ref) {
        fixed.add(name);
      }
    }
  }

  private static List<Expr> nodes(Expr expr) {
    List<Expr> nodes = new ArrayList<>();
    Trees.walk(
        expr,
        node -> {
          if (node instanceof Expr.Ref || node instanceof Expr.Call) {
            nodes.add(node);
          }
        });
    return nodes;
  }
}
