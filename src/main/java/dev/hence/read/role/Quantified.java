package dev.hence.read.role;

import dev.hence.claim.Declaration;
import dev.hence.claim.Dependence;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Names;
import dev.hence.read.elaborate.Outcome;
import dev.hence.read.elaborate.Refusal;
import dev.hence.read.elaborate.Sets;
import dev.hence.read.syntax.Phrase;
import dev.hence.read.syntax.Tree;
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
  private final Known known;
  private final Dependence reach;

  Quantified(Known known) {
    this.known = known;
    this.reach = new Dependence(known.scope());
  }

  /** The conditions that a statement is, with the names for all values of which they hold. */
  Outcome<List<Condition>> of(Clause clause, List<Condition> said) {
    List<Name> names = new ArrayList<>();
    for (Tree words : clause.words()) {
      if (words instanceof Tree.Worded w && w.phrase() == Phrase.FOR_ALL) {
        for (Clause letters : Clauses.of(new Tree.Row(w.said(), Optional.empty()))) {
          Optional<List<Name>> all = names(letters);
          if (all.isEmpty()) {
            return refused(new Refusal.NoMeaning(letters.span(), "“for all” values of this"));
          }
          names.addAll(all.get());
        }
      }
    }
    List<Condition> quantified = new ArrayList<>();
    for (Condition condition : said) {
      Optional<Name> function = names.isEmpty() ? atTwoPoints(condition) : Optional.empty();
      if (function.isPresent()) {
        return refused(doubt(clause, function.get()));
      }
      List<Name> own = names.stream().filter(name -> mentions(condition, name)).toList();
      quantified.add(new Condition(condition.left(), condition.relation(), condition.right(), own));
    }
    return new Outcome.Read<>(quantified, List.of());
  }

  private static Outcome<List<Condition>> refused(Refusal refusal) {
    return new Outcome.Refused<>(List.of(refusal));
  }

  private static Refusal doubt(Clause clause, Name function) {
    return new Refusal.Several(
        clause.span(),
        "an inequality at two points",
        List.of(
            "one of these points alone",
            "one of all values of " + function.latex() + ", which \\forall u, v behind it says"));
  }

  private boolean mentions(Condition condition, Name name) {
    return reach.mentions(condition.left(), name) || reach.mentions(condition.right(), name);
  }

  /** The declared variables that a statement lists; none for letters of indices. */
  private Optional<List<Name>> names(Clause letters) {
    List<Name> names = new ArrayList<>();
    if (Declarations.isRange(letters)) {
      return Optional.of(names);
    }
    for (Tree written : letters.allNames()) {
      Optional<Name> name = Names.labelled(written);
      if (name.filter(n -> known.scope().ranges().containsKey(n.latex())).isPresent()) {
        continue;
      }
      Optional<Declaration.Variable> declared = name.flatMap(n -> known.scope().variable(n, 0));
      if (declared.filter(v -> isWhole(letters, v.domain())).isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return Optional.of(names);
  }

  private boolean isWhole(Clause letters, Domain declared) {
    return letters.links().isEmpty()
        || (letters.says("in")
            && new Sets(known.context())
                .set(letters.right())
                .filter(s -> s.domain().equals(declared))
                .isPresent());
  }

  /** A function of which an inequality speaks at two points that are variables. */
  private Optional<Name> atTwoPoints(Condition condition) {
    if (!condition.relation().isInequality()) {
      return Optional.empty();
    }
    Map<Name, Set<List<Expr>>> points = new LinkedHashMap<>();
    for (Expr side : List.of(condition.left(), condition.right())) {
      Trees.walk(side, e -> point(e, points));
    }
    return points.entrySet().stream()
        .filter(e -> e.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void point(Expr e, Map<Name, Set<List<Expr>>> points) {
    if (e instanceof Expr.Call call
        && known.scope().definition(call).isEmpty()
        && !call.arguments().isEmpty()
        && call.arguments().stream().allMatch(this::isFree)) {
      points.computeIfAbsent(call.function(), f -> new HashSet<>()).add(call.arguments());
    }
  }

  private boolean isFree(Expr argument) {
    return argument instanceof Expr.Ref ref
        && ref.indices().isEmpty()
        && known.scope().variable(ref.name(), 0).isPresent()
        && known.scope().definition(ref).isEmpty();
  }
}
