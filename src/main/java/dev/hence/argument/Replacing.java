package dev.hence.argument;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Puts values in the place of names and index letters. Letters that are bound where a value enters
 * are renamed.
 */
final class Replacing {
  private static final List<String> LETTERS =
      List.of("k", "l", "m", "n", "q", "r", "s", "i", "j", "a", "b", "c");

  private final Scope scope;

  Replacing(Scope scope) {
    this.scope = scope;
  }

  // Definitions

  /** What a name stands for here; empty if it has no formula or is differentiated by slots. */
  Optional<Expr> unfolded(Expr node) {
    return scope.definition(node).flatMap(d -> unfolded(node, d));
  }

  private Optional<Expr> unfolded(Expr node, Definition definition) {
    return switch (node) {
      case Expr.Ref r -> Optional.of(filled(definition, r.indices(), List.of()));
      case Expr.Call c when c.slots().isEmpty() && fits(c, definition) ->
          Optional.of(filled(definition, c.indices(), c.arguments()));
      case Expr.Call c when c.slots().stream().allMatch(s -> s == 0) && fits(c, definition) ->
          differentiated(c, definition);
      default -> Optional.empty();
    };
  }

  private static boolean fits(Expr.Call c, Definition definition) {
    List<Parameter> parameters = definition.lambda().parameters();
    return c.arguments().size() == parameters.size()
        && IntStream.range(0, parameters.size())
            .allMatch(k -> parameters.get(k).shape().equals(c.arguments().get(k).shape()));
  }

  /** {@code f'(x)} as the derivative of the formula by x, where x is a name. */
  private Optional<Expr> differentiated(Expr.Call c, Definition definition) {
    if (c.arguments().size() != 1 || !(c.arguments().getFirst() instanceof Expr.Ref by)) {
      return Optional.empty();
    }
    Expr derivative = filled(definition, c.indices(), c.arguments());
    for (int k = 0; k < c.slots().size(); k++) {
      derivative = new Expr.Derivative(derivative, by);
    }
    return Optional.of(derivative);
  }

  private Expr filled(Definition definition, List<Expr> indices, List<Expr> arguments) {
    Map<String, Expr> letters = new HashMap<>();
    Map<Name, Expr> values = new HashMap<>();
    Optional<Expr> time = Optional.empty();
    for (int k = 0; k < indices.size(); k++) {
      letters.put(definition.lambda().indices().get(k), indices.get(k));
    }
    for (int k = 0; k < arguments.size(); k++) {
      Name name = definition.lambda().parameters().get(k).name();
      Expr argument = arguments.get(k);
      if (argument instanceof Expr.At at && isItself(at.body(), name)) {
        time = Optional.of(at.time());
      } else if (!isItself(argument, name)) {
        values.put(name, argument);
      }
    }
    Expr body = in(definition.lambda().body(), letters, values);
    return time.<Expr>map(t -> new Expr.At(body, t)).orElse(body);
  }

  private static boolean isItself(Expr argument, Name name) {
    return argument instanceof Expr.Ref r && r.name().equals(name) && r.indices().isEmpty();
  }

  // Letters and names

  /** A body with another letter for a bound one. */
  Expr renamed(Expr body, String from, String to) {
    return in(body, Map.of(from, new Expr.Index(to)), Map.of());
  }

  Expr in(Expr expr, Map<String, Expr> letters, Map<Name, Expr> values) {
    if (letters.isEmpty() && values.isEmpty()) {
      return expr;
    }
    return switch (expr) {
      case Expr.Index i -> letters.getOrDefault(i.letter(), i);
      case Expr.Ref r when r.indices().isEmpty() && values.containsKey(r.name()) ->
          values.get(r.name());
      case Expr.Derivative d when values.containsKey(d.variable().name()) ->
          derivative(d, letters, values);
      case Expr.Sum s -> sum(s, letters, values);
      case Expr.Family f when f.letters().stream().anyMatch(l -> isHit(l, letters, values)) ->
          family(f, letters, values);
      case Expr.Integral i when values.containsKey(i.variable()) -> {
        Map<Name, Expr> fewer = new HashMap<>(values);
        fewer.remove(i.variable());
        yield parts(i, letters, fewer);
      }
      default -> parts(expr, letters, values);
    };
  }

  private Expr parts(Expr expr, Map<String, Expr> letters, Map<Name, Expr> values) {
    List<Expr> children = Trees.children(expr);
    return children.isEmpty()
        ? expr
        : Trees.rebuilt(expr, children.stream().map(c -> in(c, letters, values)).toList());
  }

  /** By another name if the value is one, else the derivative first and then the value. */
  private Expr derivative(Expr.Derivative d, Map<String, Expr> letters, Map<Name, Expr> values) {
    Expr value = values.get(d.variable().name());
    if (value instanceof Expr.Ref other) {
      return new Expr.Derivative(in(d.body(), letters, values), other);
    }
    Map<Name, Expr> others = new HashMap<>(values);
    others.remove(d.variable().name());
    Expr inside = new Expr.Derivative(in(d.body(), letters, others), d.variable());
    return new Expr.Substituted(inside, d.variable(), value);
  }

  private Expr sum(Expr.Sum s, Map<String, Expr> letters, Map<Name, Expr> values) {
    if (!isHit(s.letter(), letters, values)) {
      return parts(s, letters, values);
    }
    Set<String> taken = lettersOf(letters.values());
    taken.addAll(lettersOf(values.values()));
    String fresh = fresh(s, taken);
    return parts(renamed(s, fresh), letters, values);
  }

  /** A sum with another letter. */
  Expr.Sum renamed(Expr.Sum s, String fresh) {
    Map<String, Expr> by = Map.of(s.letter(), new Expr.Index(fresh));
    List<Condition> conditions =
        s.conditions().stream()
            .map(
                c ->
                    new Condition(
                        in(c.left(), by, Map.of()), c.relation(), in(c.right(), by, Map.of())))
            .toList();
    return new Expr.Sum(s.fold(), fresh, s.range(), conditions, in(s.body(), by, Map.of()));
  }

  private Expr family(Expr.Family f, Map<String, Expr> letters, Map<Name, Expr> values) {
    Set<String> taken = lettersOf(letters.values());
    taken.addAll(lettersOf(values.values()));
    List<String> names = new ArrayList<>();
    Expr body = f.body();
    for (int k = 0; k < f.letters().size(); k++) {
      String name = free(taken, f.ranges().get(k), body);
      body = renamed(body, f.letters().get(k), name);
      taken.add(name);
      names.add(name);
    }
    return parts(new Expr.Family(names, f.ranges(), body, f.shape()), letters, values);
  }

  private static boolean isHit(String letter, Map<String, Expr> letters, Map<Name, Expr> values) {
    return letters.containsKey(letter)
        || lettersOf(letters.values()).contains(letter)
        || lettersOf(values.values()).contains(letter);
  }

  /** A letter for a sum that none of these is, of the same range where one was declared. */
  String fresh(Expr.Sum s, Set<String> taken) {
    Set<String> all = new HashSet<>(taken);
    all.add(s.letter());
    return free(all, s.range(), s.body());
  }

  private String free(Set<String> taken, Range range, Expr body) {
    Set<String> all = new HashSet<>(taken);
    all.addAll(lettersOf(List.of(body)));
    List<String> candidates = new ArrayList<>();
    scope
        .ranges()
        .forEach((letter, r) -> candidates.addAll(r.equals(range) ? List.of(letter) : List.of()));
    LETTERS.stream()
        .filter(l -> !scope.ranges().containsKey(l) && isUnknown(l))
        .forEach(candidates::add);
    return candidates.stream().filter(l -> !all.contains(l)).findFirst().orElse("z'");
  }

  private boolean isUnknown(String letter) {
    Name name = new Name(letter);
    return IntStream.range(0, 3)
        .noneMatch(
            k ->
                scope.variable(name, k).isPresent()
                    || scope.function(name, k).isPresent()
                    || scope.definition(name, k).isPresent());
  }

  /** The letters that occur in expressions, bound or not. */
  static Set<String> lettersOf(Iterable<Expr> exprs) {
    Set<String> letters = new HashSet<>();
    exprs.forEach(
        expr ->
            Trees.walk(
                expr,
                e -> {
                  switch (e) {
                    case Expr.Index i -> letters.add(i.letter());
                    case Expr.Sum s -> letters.add(s.letter());
                    case Expr.Family f -> letters.addAll(f.letters());
                    default -> {}
                  }
                }));
    return letters;
  }
}
