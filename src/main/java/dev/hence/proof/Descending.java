package dev.hence.proof;

import dev.hence.claim.Definition;
import dev.hence.claim.Scope;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Decides whether families that are defined by each other come to an end: aₜ = bₜ + 1, bₜ = aₜ
 * would make everything equal. Some members far from the first are followed to it, and those that
 * are cases of their own. That is enough for all: steps are short and cases near 0, so that on the
 * way round a cycle that does not descend the member would come again, or there would be no end.
 */
final class Descending {
  private static final int LONGEST_STEP = 4;
  private static final int LARGEST_CASE = 8;
  private static final int MOST_FAMILIES = 8;
  private static final int FAR = 50;
  private static final int MOST_MEMBERS = 20_000;

  private final Scope scope;
  private final Set<String> families;

  /** Members that were followed to the end, and those on the way. */
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * @param families by {@link dev.hence.expr.Name#key}, each of which leads to each
   */
  Descending(Scope scope, Set<String> families) {
    this.scope = scope;
    this.families = families;
  }

  boolean holds() {
    return families.size() <= MOST_FAMILIES
        && families.stream().allMatch(this::isPlain)
        && families.stream().allMatch(key -> starts(key).allMatch(at -> ends(key, all(key, at))));
  }

  /** Far ones, one for each remainder of the longest step, and those that are cases. */
  private IntStream starts(String key) {
    IntStream.Builder cases = IntStream.builder();
    Trees.walk(
        lambda(key).body(),
        e -> {
          if (e instanceof Expr.Cases c) {
            SizeForm.of(c.condition().left())
                .filter(Size::isFixed)
                .ifPresent(n -> cases.add(n.offset()));
            SizeForm.of(c.condition().right())
                .filter(Size::isFixed)
                .ifPresent(n -> cases.add(n.offset()));
          }
        });
    return IntStream.concat(IntStream.rangeClosed(FAR, FAR + LONGEST_STEP), cases.build());
  }

  private Lambda lambda(String key) {
    return scope.definitions().get(key).lambda();
  }

  private List<Integer> all(String key, int at) {
    return lambda(key).indices().stream().map(letter -> at).toList();
  }

  // How formulas look

  private boolean isPlain(String key) {
    Definition definition = scope.definitions().get(key);
    List<String> letters = definition.lambda().indices();
    return !Trees.any(definition.lambda().body(), e -> binds(e, letters) || isWild(e, letters));
  }

  private static boolean binds(Expr expr, List<String> letters) {
    return switch (expr) {
      case Expr.Sum s -> letters.contains(s.letter());
      case Expr.Family f -> f.letters().stream().anyMatch(letters::contains);
      case Expr.Expectation e -> e.lettersBound().stream().anyMatch(letters::contains);
      default -> false;
    };
  }

  private boolean isWild(Expr expr, List<String> letters) {
    return switch (expr) {
      case Expr.Ref r when families.contains(r.name().key(r.indices().size())) ->
          r.indices().stream().anyMatch(index -> !isShort(index, letters));
      case Expr.Call c when families.contains(c.function().key(c.indices().size())) ->
          c.indices().stream().anyMatch(index -> !isShort(index, letters));
      case Expr.Cases c ->
          !isShort(c.condition().left(), letters)
              || !isShort(c.condition().right(), letters)
              || c.condition().relation() != Relation.EQUAL;
      default -> false;
    };
  }

  /** Whether it is a small number, or an index with a smaller one added. */
  private static boolean isShort(Expr expr, List<String> letters) {
    Optional<Size> size = SizeForm.of(expr);
    if (size.isEmpty()) {
      return false;
    }
    if (size.get().isFixed()) {
      return Math.abs(size.get().offset()) <= LARGEST_CASE;
    }
    Size offset = Size.fixed(size.get().offset());
    Size rest = Ranges.difference(size.get(), offset);
    return letters.stream().anyMatch(l -> rest.equals(Size.letter(l)))
        && Math.abs(offset.offset()) <= LONGEST_STEP;
  }

  // Following

  private boolean ends(String key, List<Integer> at) {
    String member = key + at;
    Boolean before = known.get(member);
    if (before != null) {
      return before;
    }
    if (known.size() > MOST_MEMBERS || at.stream().anyMatch(n -> n < -FAR || n > 2 * FAR)) {
      return false;
    }
    known.put(member, false);
    Map<String, Size> values = new HashMap<>();
    for (int k = 0; k < at.size(); k++) {
      values.put(lambda(key).indices().get(k), Size.fixed(at.get(k)));
    }
    boolean ends = follows(lambda(key).body(), values);
    known.put(member, ends);
    return ends;
  }

  private boolean follows(Expr expr, Map<String, Size> values) {
    List<Expr> parts = new ArrayList<>();
    switch (expr) {
      case Expr.Cases c -> parts.add(holds(c.condition(), values) ? c.then() : c.otherwise());
      default -> parts.addAll(Trees.children(expr));
    }
    boolean own =
        switch (expr) {
          case Expr.Ref r -> leads(r.name().key(r.indices().size()), r.indices(), values);
          case Expr.Call c -> leads(c.function().key(c.indices().size()), c.indices(), values);
          default -> true;
        };
    return own && parts.stream().allMatch(part -> follows(part, values));
  }

  private boolean leads(String key, List<Expr> indices, Map<String, Size> values) {
    return !families.contains(key)
        || ends(key, indices.stream().map(index -> value(index, values)).toList());
  }

  private static boolean holds(Condition condition, Map<String, Size> values) {
    return value(condition.left(), values) == value(condition.right(), values);
  }

  private static int value(Expr expr, Map<String, Size> values) {
    return SizeForm.of(expr).orElseThrow().with(values).offset();
  }
}
