package dev.hence.claim;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The declarations and definitions that are known at one place of the document. Immutable: each
 * statement keeps the scope in which it stands.
 *
 * @param variables declared variables by name; a plain name and a family of the same letter are
 *     told apart by the number of indices, see {@link Name#key}
 * @param functions declared functions without a formula
 * @param ranges ranges of index letters
 * @param definitions names with a formula, by {@link Name#key}
 * @param dynamics what moves the state
 * @param assumptions conditions that restrict the points
 */
public record Scope(
    SequencedMap<String, Declaration.Variable> variables,
    SequencedMap<String, Declaration.Function> functions,
    SequencedMap<String, Range> ranges,
    SequencedMap<String, Definition> definitions,
    Optional<Dynamics> dynamics,
    List<Condition> assumptions) {
  public static final Scope EMPTY =
      new Scope(
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          Optional.empty(),
          List.of());

  public Optional<Declaration.Variable> variable(Name name, int indices) {
    return Optional.ofNullable(variables.get(name.key(indices)));
  }

  public Optional<Declaration.Function> function(Name name, int indices) {
    return Optional.ofNullable(functions.get(name.key(indices)));
  }

  public Optional<Definition> definition(Name name, int indices) {
    return Optional.ofNullable(definitions.get(name.key(indices)));
  }

  /** The definition that a node unfolds to. */
  public Optional<Definition> definition(Expr node) {
    return switch (node) {
      case Expr.Ref r -> definition(r.name(), r.indices().size());
      case Expr.Call c -> definition(c.function(), c.indices().size());
      default -> Optional.empty();
    };
  }

  /** Index letters so that each comes after those on which its range depends. */
  public List<String> ordered(List<String> letters) {
    List<String> left = new ArrayList<>(letters);
    List<String> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(l -> left.stream().noneMatch(other -> !other.equals(l) && depends(l, other)))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      ordered.add(next);
    }
    return ordered;
  }

  private boolean depends(String letter, String other) {
    Range range = ranges.get(letter);
    Expr.Index index = new Expr.Index(other);
    return range != null
        && (Trees.any(range.lower(), index::equals) || Trees.any(range.upper(), index::equals));
  }

  public boolean isState(Name name) {
    return dynamics.isPresent() && dynamics.get().moves(name);
  }

  /** Whether it names the time along trajectories. */
  public boolean isClock(Name name) {
    return dynamics.isPresent() && name.equals(Name.TIME);
  }

  public Scope with(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Variable v ->
          new Scope(
              plus(variables, v.name().key(v.indices().size()), v),
              functions,
              ranges,
              definitions,
              dynamics,
              assumptions);
      case Declaration.Function f ->
          new Scope(
              variables,
              plus(functions, f.name().key(f.indices().size()), f),
              ranges,
              definitions,
              dynamics,
              assumptions);
      case Declaration.IndexRange r ->
          new Scope(
              variables,
              functions,
              plus(ranges, r.letter(), r.range()),
              definitions,
              dynamics,
              assumptions);
    };
  }

  public Scope with(Definition definition) {
    String key = definition.name().key(definition.lambda().indices().size());
    Optional<Dynamics> left =
        dynamics.map(
            d -> d.arbitrary().contains(definition.name()) ? d.without(definition.name()) : d);
    return new Scope(
        variables, functions, ranges, plus(definitions, key, definition), left, assumptions);
  }

  public Scope with(Dynamics newDynamics) {
    return new Scope(
        variables, functions, ranges, definitions, Optional.of(newDynamics), assumptions);
  }

  /** The same without what is kept under a key, see {@link Name#key}. */
  public Scope without(String key) {
    return new Scope(
        minus(variables, key),
        minus(functions, key),
        minus(ranges, key),
        minus(definitions, key),
        dynamics,
        assumptions);
  }

  private static <V> SequencedMap<String, V> minus(SequencedMap<String, V> map, String key) {
    if (!map.containsKey(key)) {
      return map;
    }
    SequencedMap<String, V> less = new LinkedHashMap<>(map);
    less.remove(key);
    return less;
  }

  public Scope assuming(Condition condition) {
    List<Condition> more = new java.util.ArrayList<>(assumptions);
    more.add(condition);
    return new Scope(variables, functions, ranges, definitions, dynamics, List.copyOf(more));
  }

  private static <V> SequencedMap<String, V> plus(Map<String, V> map, String key, V value) {
    SequencedMap<String, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }
}
