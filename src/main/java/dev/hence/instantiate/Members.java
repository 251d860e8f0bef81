package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for members of families, and entries of vectors and matrices, that do not exist at given
 * sizes. Goes through expressions as the evaluator does: bound indices take their values one after
 * the other, and of cases by an integer condition only one is entered.
 *
 * <p>An evaluator would take x_4 of three for one more input; so this must be known before.
 */
final class Members {
  private static final int BUDGET = 2_000_000;
  private static final Optional<String> TOO_MANY =
      Optional.of("there are too many members to look at");

  private final Scope scope;
  private final Place start;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private int visits;

  Members(Scope scope, Place start) {
    this.scope = scope;
    this.start = start;
  }

  /** What does not exist, as a sentence for people; empty if everything does. */
  Optional<String> missing(Expr expr, Map<String, Integer> letters) {
    return missing(expr, start.withLetters(letters), Set.of());
  }

  /** What does not exist in the velocities of states and of their members. */
  Optional<String> missingInDynamics(List<Declaration.Variable> states) {
    return states.stream()
        .filter(state -> velocity(state).indices().size() == state.indices().size())
        .flatMap(state -> missingInVelocity(state, 0, start).stream())
        .findFirst();
  }

  private Lambda velocity(Declaration.Variable state) {
    return scope.dynamics().orElseThrow().velocities().get(state.name());
  }

  private Optional<String> missingInVelocity(Declaration.Variable state, int depth, Place place) {
    Lambda velocity = velocity(state);
    if (depth == velocity.indices().size()) {
      return missing(velocity.body(), place, Set.of());
    }
    Range range = scope.ranges().get(state.indices().get(depth));
    return range == null
        ? Optional.empty()
        : each(
            velocity.indices().get(depth),
            range,
            place,
            inside -> missingInVelocity(state, depth + 1, inside));
  }

  private Optional<String> missing(Expr expr, Place place, Set<Name> bound) {
    if (++visits > BUDGET) {
      return TOO_MANY;
    }
    return switch (expr) {
      case Expr.Ref r -> any(r.indices(), place, bound).or(() -> ref(r, place, bound));
      case Expr.Call c -> any(Trees.children(c), place, bound).or(() -> call(c, place, bound));
      case Expr.Entry e -> any(Trees.children(e), place, bound).or(() -> entry(e, place));
      case Expr.Sum s ->
          any(Trees.children(s).subList(0, 2), place, bound).or(() -> sum(s, place, bound));
      case Expr.Family f -> family(f, 0, place, bound);
      case Expr.Cases c -> cases(c, place, bound);
      default -> any(Trees.children(expr), place, bound);
    };
  }

  private Optional<String> any(List<Expr> parts, Place place, Set<Name> bound) {
    for (Expr part : parts) {
      Optional<String> missing = missing(part, place, bound);
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private Optional<String> ref(Expr.Ref ref, Place place, Set<Name> bound) {
    int count = ref.indices().size();
    return count == 0 && bound.contains(ref.name())
        ? Optional.empty()
        : member(
            ref.name(),
            ref.indices(),
            scope.variable(ref.name(), count).map(Declaration.Variable::indices),
            place,
            bound);
  }

  private Optional<String> call(Expr.Call call, Place place, Set<Name> bound) {
    int count = call.indices().size();
    return member(
        call.function(),
        call.indices(),
        scope.function(call.function(), count).map(Declaration.Function::indices),
        place,
        bound);
  }

  private Optional<String> member(
      Name name, List<Expr> script, Optional<List<String>> declared, Place place, Set<Name> bound) {
    Optional<Definition> definition = scope.definition(name, script.size());
    return place
        .values(script)
        .flatMap(
            indices ->
                declared
                    .flatMap(letters -> outside(name, letters, indices, place))
                    .or(() -> definition.flatMap(d -> within(name, d.lambda(), indices, bound))));
  }

  private Optional<String> within(
      Name name, Lambda lambda, List<Integer> indices, Set<Name> bound) {
    Set<Name> inside = new HashSet<>(bound);
    lambda.parameters().stream().map(Parameter::name).forEach(inside::add);
    String key = name.key(indices.size()) + indices + inside.stream().sorted().toList();
    if (!known.containsKey(key)) {
      known.put(key, Optional.empty());
      Place place = start;
      for (int k = 0; k < indices.size(); k++) {
        place = place.with(lambda.indices().get(k), indices.get(k));
      }
      known.put(key, missing(lambda.body(), place, inside));
    }
    return known.get(key);
  }

  private Optional<String> outside(
      Name name, List<String> letters, List<Integer> indices, Place place) {
    for (int k = 0; k < letters.size(); k++) {
      Range range = scope.ranges().get(letters.get(k));
      if (range != null) {
        OptionalInt lower = place.value(range.lower());
        OptionalInt upper = place.value(range.upper());
        boolean below = lower.isPresent() && indices.get(k) < lower.getAsInt();
        boolean above = upper.isPresent() && indices.get(k) > upper.getAsInt();
        if ((below || above) && !hasNameOfItsOwn(name, indices)) {
          return Optional.of(printed(name, indices) + " does not exist");
        }
      }
    }
    return Optional.empty();
  }

  /** {@code h_0}, declared or defined beside h_t for t from 1 on. */
  private boolean hasNameOfItsOwn(Name name, List<Integer> indices) {
    Name own = new Name(name.latex() + "_{" + indices.getFirst() + "}");
    return indices.size() == 1
        && (scope.variable(own, 0).isPresent() || scope.definition(own, 0).isPresent());
  }

  private static String printed(Name name, List<Integer> indices) {
    String script = indices.stream().map(Object::toString).collect(Collectors.joining(","));
    return name + "_" + (script.length() == 1 ? script : "{" + script + "}");
  }

  private Optional<String> entry(Expr.Entry entry, Place place) {
    List<OptionalInt> limits = entry.body().shape().sizes().stream().map(place::size).toList();
    Optional<List<Integer>> at = place.values(entry.indices());
    for (int k = 0; at.isPresent() && k < at.get().size(); k++) {
      int index = at.get().get(k);
      boolean above =
          k < limits.size() && limits.get(k).isPresent() && index > limits.get(k).getAsInt();
      if (index < 1 || above) {
        String whole = entry.body() instanceof Expr.Ref r ? " of " + r.name() : "";
        return Optional.of("entry " + index + whole + " does not exist");
      }
    }
    return Optional.empty();
  }

  private Optional<String> sum(Expr.Sum sum, Place place, Set<Name> bound) {
    return each(
        sum.letter(),
        sum.range(),
        place,
        inside ->
            sum.conditions().stream().allMatch(c -> inside.holds(c).orElse(true))
                ? missing(sum.body(), inside, bound)
                : Optional.empty());
  }

  private Optional<String> family(Expr.Family family, int depth, Place place, Set<Name> bound) {
    return depth == family.letters().size()
        ? missing(family.body(), place, bound)
        : each(
            family.letters().get(depth),
            family.ranges().get(depth),
            place,
            inside -> family(family, depth + 1, inside, bound));
  }

  /** What is missing for the first value of a letter for which something is. */
  private Optional<String> each(
      String letter, Range range, Place place, Function<Place, Optional<String>> body) {
    OptionalInt lower = place.value(range.lower());
    OptionalInt upper = place.value(range.upper());
    if (lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    for (long k = lower.getAsInt(); k <= upper.getAsInt(); k++) {
      if (++visits > BUDGET) {
        return TOO_MANY;
      }
      Optional<String> missing = body.apply(place.with(letter, (int) k));
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private Optional<String> cases(Expr.Cases cases, Place place, Set<Name> bound) {
    Optional<Boolean> holds = place.holds(cases.condition());
    return holds.isPresent()
        ? missing(holds.get() ? cases.then() : cases.otherwise(), place, bound)
        : any(Trees.children(cases), place, bound);
  }
}
