package dev.hence.proof;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Families that are defined by their own members, such as θ₀ = a, θₛ₊₁ = g(θₛ). A member is left as
 * a name; what it is, if it is not the first, {@link #unfolded} says. The powers of a matrix are
 * such a family too.
 */
final class Recursions {
  private final Translation translation;
  private final Scope scope;
  private final Map<String, Set<String>> reached = new HashMap<>();

  Recursions(Translation translation, Scope scope) {
    this.translation = translation;
    this.scope = scope;
  }

  /** Whether the definition of a name leads to that name. */
  boolean isRecursive(Name name, int indices) {
    String key = name.key(indices);
    return scope.definitions().containsKey(key) && reach(key).contains(key);
  }

  /** The names to which a definition leads, itself only if it leads back. */
  private Set<String> reach(String key) {
    Set<String> known = reached.get(key);
    if (known == null) {
      known = new HashSet<>();
      reached.put(key, known);
      collect(key, known);
    }
    return known;
  }

  private void collect(String key, Set<String> found) {
    Definition definition = scope.definitions().get(key);
    if (definition != null) {
      Trees.walk(
          definition.lambda().body(),
          e -> named(e).filter(found::add).ifPresent(inner -> collect(inner, found)));
    }
  }

  private static Optional<String> named(Expr expr) {
    return switch (expr) {
      case Expr.Ref r -> Optional.of(r.name().key(r.indices().size()));
      case Expr.Call c -> Optional.of(c.function().key(c.indices().size()));
      default -> Optional.empty();
    };
  }

  /**
   * A member as a name: one that speaks of nothing but its indices.
   *
   * @throws Refused if its value may depend on where it stands
   */
  Tensor member(Name name, List<Size> indices, Shape shape, Scene scene) {
    String key = name.key(indices.size());
    boolean depends =
        scope.dynamics().isPresent()
            || scene.bound().keySet().stream().anyMatch(reach(key)::contains)
            || reach(key).stream().anyMatch(this::speaksOfMore);
    if (depends) {
      throw Refused.untranslated("a recursion that depends on where it stands");
    }
    translation.used(name);
    return new Tensor(
        shape.with(scene.letters()), at -> new Term.Variable(name, 0, indices, at, Time.NOW));
  }

  /** Whether a formula speaks of letters that are not its own. */
  private boolean speaksOfMore(String key) {
    Definition definition = scope.definitions().get(key);
    if (definition == null) {
      return false;
    }
    Lambda lambda = definition.lambda();
    Set<String> letters = new HashSet<>(FreeLetters.of(List.of(lambda.body())));
    Trees.walk(
        lambda.body(), e -> e.shape().sizes().forEach(size -> letters.addAll(size.letters())));
    return !lambda.indices().containsAll(letters);
  }

  /**
   * What a member is by its definition.
   *
   * @param ranges of the letters in force where it stands
   * @throws Refused if it may be another case
   */
  Term unfolded(Term.Variable member, Ranges ranges) {
    if (member.copy() != 0 || !isRecursive(member.name(), member.indices().size())) {
      throw new Refused(Refused.Reason.RULE_DOES_NOT_FIT, "no member of a recursion");
    }
    Definition definition = scope.definition(member.name(), member.indices().size()).orElseThrow();
    List<String> letters = definition.lambda().indices();
    Expr body = definition.lambda().body();
    while (body instanceof Expr.Cases c) {
      body = holds(c.condition(), letters, member.indices(), ranges) ? c.then() : c.otherwise();
    }
    return translation.inside(body, letters, member.indices()).at(member.entry());
  }

  /** Mⁿ = M Mⁿ⁻¹ for n ≥ 1, and M⁰ = I. */
  static Term power(Term.Function f, List<String> letters, Ranges ranges) {
    boolean fits = f.isMatrixPower() && letters.size() == 1;
    Size exponent = fits ? f.indices().getFirst() : Size.fixed(-1);
    if (exponent.equals(Size.fixed(0))) {
      return new Term.Delta(f.entry().getFirst(), f.entry().getLast());
    }
    if (!fits || !ranges.isAtLeast(exponent, 1)) {
      throw new Refused(Refused.Reason.RULE_DOES_NOT_FIT, "a power that may be the first");
    }
    Term.Argument matrix = f.arguments().getFirst();
    Letter column = matrix.letters().getLast().renamed(letters.getFirst());
    Size inner = Size.letter(column.name());
    Map<String, Size> place =
        Map.of(
            matrix.letters().getFirst().name(),
            f.entry().getFirst(),
            matrix.letters().getLast().name(),
            inner);
    Term rest =
        new Term.Function(
            f.name(),
            List.of(exponent.plus(-1)),
            f.partials(),
            f.arguments(),
            List.of(inner, f.entry().getLast()));
    return new Term.Over(column, Term.times(Terms.with(matrix.body(), place), rest));
  }

  private boolean holds(
      Condition condition, List<String> letters, List<Size> indices, Ranges ranges) {
    List<Size> sides = new ArrayList<>();
    for (Expr side : List.of(condition.left(), condition.right())) {
      sides.add(translation.index(side, letters, indices));
    }
    Size difference = Ranges.difference(sides.getFirst(), sides.getLast());
    boolean apart =
        ranges.isAtLeast(difference, 1) || ranges.isAtLeast(difference.times(Size.fixed(-1)), 1);
    boolean known = condition.relation() == Relation.EQUAL && (apart || difference.isFixed());
    if (!known) {
      throw new Refused(Refused.Reason.RULE_DOES_NOT_FIT, "a member that may be the first");
    }
    return !apart;
  }
}
