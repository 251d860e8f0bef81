package dev.hence.read.role;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.read.elaborate.Context;
import dev.hence.read.elaborate.LeftSide;
import dev.hence.read.elaborate.NumberedMember;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entries that say what one member of a declared family is, {@code v_1 = x}: a recursion begins
 * with it, or it is without effect.
 */
final class MemberEntries {
  /** Why an entry or a line that defines one member alone is not read. */
  static final String ALONE = "a formula for one member of a family alone";

  private final Map<Clause, NumberedMember> members = new LinkedHashMap<>();
  private final Map<Clause, Name> families = new LinkedHashMap<>();

  MemberEntries(List<Clause> entries, Context context) {
    for (Clause clause : entries) {
      Optional<NumberedMember> member =
          clause.first().flatMap(NumberedMember::of).filter(m -> m.isDeclared(context));
      member.ifPresent(m -> members.put(clause, m));
      clause
          .first()
          .flatMap(f -> LeftSide.ofMembers(f, context))
          .filter(l -> l.indices().size() == 1)
          .ifPresent(l -> families.put(clause, l.name()));
    }
  }

  /** Formulas for all members, of which some have formulas that are not read yet. */
  Set<Clause> waiting(List<Clause> left) {
    Set<Name> begun =
        members.entrySet().stream()
            .filter(e -> left.contains(e.getKey()))
            .map(e -> e.getValue().family())
            .collect(Collectors.toCollection(HashSet::new));
    return left.stream()
        .filter(c -> families.containsKey(c) && begun.contains(families.get(c)))
        .collect(Collectors.toSet());
  }

  /** Those of which no recursion speaks. */
  List<Clause> withoutEffect(Scope scope) {
    return members.keySet().stream().filter(c -> !hasEffect(members.get(c), scope)).toList();
  }

  private static boolean hasEffect(NumberedMember member, Scope scope) {
    return scope
        .definition(member.family(), 1)
        .map(Definition::lambda)
        .filter(
            l ->
                Trees.any(
                    l.body(), e -> e instanceof Expr.Ref r && r.name().equals(member.label())))
        .isPresent();
  }
}
