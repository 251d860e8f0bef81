package dev.hence.search;

import dev.hence.claim.Statement;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/**
 * A part of a side of a step, and what can be said there.
 *
 * @param node the part
 * @param parent of which it is a part; empty for a whole side
 * @param part which part of the parent
 * @param right whether it stands on the right
 * @param letters the index letters that mean something here
 * @param bound the real variables that are bound here
 * @param put the step with another node here
 */
record Spot(
    Expr node,
    Optional<Expr> parent,
    int part,
    boolean right,
    SequencedSet<String> letters,
    List<Name> bound,
    Function<Expr, Statement.Step> put) {

  boolean isSide() {
    return parent.isEmpty();
  }

  boolean isTerm() {
    return parent.filter(Expr.Add.class::isInstance).isPresent();
  }

  /** The index letter that a sum of terms binds around this. */
  Optional<String> binder() {
    return parent
        .filter(Expr.Sum.class::isInstance)
        .map(Expr.Sum.class::cast)
        .filter(s -> s.adds() && part >= 2)
        .map(Expr.Sum::letter);
  }

  String side() {
    return right ? "right side" : "left side";
  }

  /** Whether a number in front of this comes to the same in front of what it is a part of. */
  boolean isFactor() {
    return parent.isPresent()
        && switch (parent.get()) {
          case Expr.Negate n -> true;
          case Expr.Multiply m -> true;
          case Expr.Inner i -> true;
          case Expr.Hadamard h -> true;
          case Expr.Kronecker k -> true;
          case Expr.Divide d -> true;
          case Expr.Transpose t -> true;
          case Expr.Trace t -> true;
          case Expr.Diagonal d -> true;
          case Expr.Vectorised v -> true;
          case Expr.Integral i -> part == 2;
          case Expr.Derivative d -> part == 0;
          case Expr.TimeDerivative t -> true;
          case Expr.At a -> part == 0;
          case Expr.Substituted s -> part == 0;
          case Expr.Entry e -> part == 0;
          case Expr.Family f -> true;
          case Expr.Expectation e -> true;
          case Expr.Sum s -> s.adds();
          case Expr.Literal l -> false;
          case Expr.Pi p -> false;
          case Expr.Index i -> false;
          case Expr.SizeOf s -> false;
          case Expr.Identity i -> false;
          case Expr.Filled f -> false;
          case Expr.Ref r -> false;
          case Expr.Call c -> false;
          case Expr.Add a -> false;
          case Expr.Power p -> false;
          case Expr.Root r -> false;
          case Expr.Apply a -> false;
          case Expr.MatrixExponential m -> false;
          case Expr.Abs a -> false;
          case Expr.Extremum e -> false;
          case Expr.Cases c -> false;
          case Expr.Norm n -> false;
          case Expr.Determinant d -> false;
          case Expr.Stack s -> false;
        };
  }

  /** The place of a part of the node. */
  Spot below(List<Expr> parts, int at, Function<List<Expr>, Expr> rebuilt) {
    return new Spot(
        parts.get(at),
        Optional.of(node),
        at,
        right,
        lettersIn(at),
        boundIn(at),
        changed -> {
          List<Expr> others = new ArrayList<>(parts);
          others.set(at, changed);
          return put.apply(rebuilt.apply(others));
        });
  }

  private SequencedSet<String> lettersIn(int at) {
    List<String> more =
        switch (node) {
          case Expr.Sum s when at >= 2 -> List.of(s.letter());
          case Expr.Family f when at >= 2 * f.letters().size() -> f.letters();
          default -> List.of();
        };
    SequencedSet<String> all = new LinkedHashSet<>(letters);
    all.addAll(more);
    return all;
  }

  private List<Name> boundIn(int at) {
    if (node instanceof Expr.Integral i && at == 2) {
      List<Name> all = new ArrayList<>(bound);
      all.add(i.variable());
      return all;
    }
    return bound;
  }
}
