package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What names mean at one place inside a formula: the scope of the statement and what is bound
 * around the place.
 *
 * @param letters index letters bound here, with their ranges
 * @param locals parameters and bound real variables, with their shapes
 * @param times bound variables that are times
 */
record Context(
    Scope scope,
    Ledger ledger,
    Map<String, Range> letters,
    Map<Name, Shape> locals,
    Set<Name> times) {
  static Context of(Scope scope, Ledger ledger) {
    return new Context(scope, ledger, Map.of(), Map.of(), Set.of());
  }

  Context withLetter(String letter, Range range) {
    Map<String, Range> more = new HashMap<>(letters);
    more.put(letter, range);
    return new Context(scope, ledger, more, locals, times);
  }

  Context withLocal(Name name, Shape shape) {
    Map<Name, Shape> more = new HashMap<>(locals);
    more.put(name, shape);
    return new Context(scope, ledger, letters, more, times);
  }

  Context withTime(Name name) {
    Set<Name> more = new HashSet<>(times);
    more.add(name);
    return withLocal(name, Shape.SCALAR).withTimes(more);
  }

  /** The same, where some letters are instants although they are bound by nothing. */
  Context withInstants(Set<Name> instants) {
    Set<Name> more = new HashSet<>(times);
    more.addAll(instants);
    return withTimes(more);
  }

  /** The same, where what is taken for granted is noted elsewhere. */
  Context with(Ledger other) {
    return new Context(scope, other, letters, locals, times);
  }

  private Context withTimes(Set<Name> more) {
    return new Context(scope, ledger, letters, locals, more);
  }

  /** The range of an index letter, bound or declared. */
  Optional<Range> range(String letter) {
    Range bound = letters.get(letter);
    return bound != null ? Optional.of(bound) : Optional.ofNullable(scope.ranges().get(letter));
  }

  boolean isLetter(String letter) {
    return letters.containsKey(letter)
        || (scope.ranges().containsKey(letter) && !locals.containsKey(new Name(letter)));
  }

  /** Whether a letter stands for a size, in a declaration or at the end of a range. */
  boolean isSize(String letter) {
    return ledger.isSize(letter) || Sizes.of(scope).contains(letter);
  }

  Optional<Declaration.Variable> variable(Name name, int indices) {
    Optional<Declaration.Variable> declared = scope.variable(name, indices);
    if (declared.isPresent() || indices > 0) {
      return declared;
    }
    return ledger.variables().stream().filter(v -> v.name().equals(name)).findFirst();
  }

  Optional<Declaration.Function> function(Name name, int indices) {
    return scope.function(name, indices);
  }

  Optional<Definition> definition(Name name, int indices) {
    return scope.definition(name, indices);
  }

  /** The slots of the function that is called; none if nothing is known of it. */
  List<Parameter> parameters(Expr.Call call) {
    int indices = call.indices().size();
    return function(call.function(), indices)
        .map(Declaration.Function::parameters)
        .or(() -> definition(call.function(), indices).map(f -> f.lambda().parameters()))
        .orElse(List.of());
  }

  /** Whether a name, with so many indices, says anything here. */
  boolean knows(Name name, int indices) {
    return (indices == 0 && locals.containsKey(name))
        || variable(name, indices).isPresent()
        || function(name, indices).isPresent()
        || definition(name, indices).isPresent();
  }
}
