package dev.hence.read.elaborate;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How a recursion goes down: in which index, and by how much at most. Every member of which its
 * formula speaks, also through other definitions, must be an earlier one.
 *
 * @param most the greatest step; 0 if the formula speaks of no member at all
 */
record Descent(int position, int most) {
  /** How a formula for all members goes down; empty where a member is not surely earlier. */
  static Optional<Descent> of(LeftSide left, Expr body, Scope scope) {
    Search search = new Search(left, scope);
    search.visit(body, Map.of());
    return IntStream.range(0, left.indices().size())
        .boxed()
        .flatMap(p -> search.descent(p).stream())
        .findFirst();
  }

  private static final class Search {
    private final LeftSide left;
    private final Scope scope;
    private final List<Optional<List<Size>>> mentions = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** The definitions whose formulas are being gone through. */
    private final Set<String> open = new HashSet<>();

    Search(LeftSide left, Scope scope) {
      this.left = left;
      this.scope = scope;
    }

    void visit(Expr expr, Map<String, Size> letters) {
      switch (expr) {
        case Expr.Ref r -> member(r.name().key(r.indices().size()), r.indices(), letters);
        case Expr.Call c -> member(c.function().key(c.indices().size()), c.indices(), letters);
        default -> {}
      }
      Map<String, Size> inside = new HashMap<>(letters);
      bound(expr).forEach(letter -> inside.put(letter, Size.letter("?" + letter)));
      Trees.children(expr).forEach(child -> visit(child, inside));
    }

    private static List<String> bound(Expr expr) {
      return switch (expr) {
        case Expr.Sum s -> List.of(s.letter());
        case Expr.Family f -> f.letters();
        case Expr.Expectation e -> e.letters();
        default -> List.of();
      };
    }

    private void member(String key, List<Expr> indices, Map<String, Size> letters) {
      Optional<List<Size>> at =
          SizeForm.all(indices).map(l -> l.stream().map(s -> s.with(letters)).toList());
      if (key.equals(left.name().key(left.indices().size()))) {
        mentions.add(at);
        return;
      }
      Definition definition = scope.definitions().get(key);
      // Inside its own formula a recursion speaks of more and more members: of any, then.
      if (open.contains(key)) {
        at = Optional.empty();
      }
      if (definition == null || !seen.add(key + at)) {
        return;
      }
      boolean entered = open.add(key);
      visit(definition.lambda().body(), inside(definition, indices, at));
      if (entered) {
        open.remove(key);
      }
    }

    private static Map<String, Size> inside(
        Definition definition, List<Expr> indices, Optional<List<Size>> at) {
      Map<String, Size> inside = new HashMap<>();
      for (int k = 0; k < indices.size(); k++) {
        String unknown = "?" + indices.get(k);
        int place = k;
        inside.put(
            definition.lambda().indices().get(k),
            at.map(l -> l.get(place)).orElse(Size.letter(unknown)));
      }
      return inside;
    }

    /** The descent in one index, if every mention goes down there. */
    Optional<Descent> descent(int position) {
      Size own = Size.letter(left.indices().get(position));
      int most = 0;
      for (Optional<List<Size>> mention : mentions) {
        OptionalInt step =
            mention
                .map(m -> own.plus(m.get(position).times(Size.fixed(-1))))
                .map(s -> s.value(Map.of(), Map.of()))
                .orElse(OptionalInt.empty());
        if (step.isEmpty() || step.getAsInt() < 1) {
          return Optional.empty();
        }
        most = Math.max(most, step.getAsInt());
      }
      return Optional.of(new Descent(position, most));
    }
  }
}
