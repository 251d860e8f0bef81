package dev.hence.read.meaning;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
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
 * How a recursion goes down: in which index, and by how much at most. Every member that its formula
 * speaks of, also through other definitions, must be an earlier one.
 *
 * @param most the greatest step; 0 if the formula speaks of no member at all
 */
record Descent(int position, int most) {
  /**
   * @throws Misread if a member is defined through one that is not surely earlier
   */
  static Descent of(Pattern pattern, Expr body, Scope scope, Span span) {
    Search search = new Search(pattern, scope, span);
    search.visit(body, Map.of());
    return IntStream.range(0, pattern.indices().size())
        .boxed()
        .flatMap(p -> search.descent(p).stream())
        .findFirst()
        .orElseThrow(search::refusal);
  }

  private static final class Search {
    private final Pattern pattern;
    private final Scope scope;
    private final Span span;
    private final List<List<Size>> mentions = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** The definitions whose formulas are being gone through. */
    private final Set<String> open = new HashSet<>();

    Search(Pattern pattern, Scope scope, Span span) {
      this.pattern = pattern;
      this.scope = scope;
      this.span = span;
    }

    Misread refusal() {
      return new Misread(
          ProblemId.CIRCULAR_DEFINITION,
          span,
          pattern.name() + " is defined through members of itself that are not surely earlier",
          "in one of its indices every member on the right must come before, such as "
              + pattern.name()
              + "_{"
              + pattern.indices().getFirst()
              + "-1}");
    }

    void visit(Expr expr, Map<String, Size> letters) {
      switch (expr) {
        case Expr.Ref r -> member(r.name().key(r.indices().size()), r.indices(), letters);
        case Expr.Call c -> member(c.function().key(c.indices().size()), c.indices(), letters);
        default -> {}
      }
      Trees.children(expr).forEach(child -> visit(child, letters));
    }

    private void member(String key, List<Expr> indices, Map<String, Size> letters) {
      Optional<List<Size>> at =
          SizeForm.all(indices).map(l -> l.stream().map(s -> s.with(letters)).toList());
      if (key.equals(pattern.name().key(pattern.indices().size()))) {
        mentions.add(at.orElseThrow(this::refusal));
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
      Size own = Size.letter(pattern.indices().get(position));
      int most = 0;
      for (List<Size> mention : mentions) {
        Size step = own.plus(mention.get(position).times(Size.fixed(-1)));
        OptionalInt value = step.value(Map.of(), Map.of());
        if (value.isEmpty() || value.getAsInt() < 1) {
          return Optional.empty();
        }
        most = Math.max(most, value.getAsInt());
      }
      return Optional.of(new Descent(position, most));
    }
  }
}
