package dev.hence.verdict;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Premises that say what a variable is, {@code y = x - 4} or {@code x - y = 4}, put in wherever it
 * stands. To divide by a number asks for nothing, so that nothing is lost and nothing comes in.
 *
 * @param values what was put in for a variable, in the variables that are left
 */
record Elimination(
    List<Condition> premises,
    List<Condition> excluded,
    Condition conclusion,
    SequencedMap<Name, Expr> values) {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  Elimination {
    premises = List.copyOf(premises);
    excluded = List.copyOf(excluded);
  }

  /** What is left where as many variables as can be are put in, but for one. */
  static Elimination of(
      List<Condition> premises, List<Condition> excluded, Condition conclusion, List<Name> names) {
    Elimination all = new Elimination(premises, excluded, conclusion, new LinkedHashMap<>());
    Optional<Elimination> next = all.next(names);
    while (next.isPresent()) {
      all = next.get();
      next = all.next(names);
    }
    return all;
  }

  private Optional<Elimination> next(List<Name> names) {
    List<Name> left = names.stream().filter(n -> !values.containsKey(n)).toList();
    if (left.size() < 2) {
      return Optional.empty();
    }
    for (Name name : left) {
      for (int k = 0; k < premises.size(); k++) {
        Optional<Expr> value = solved(premises.get(k), name);
        if (value.isPresent()) {
          return Optional.of(with(k, name, value.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Elimination with(int premise, Name name, Expr value) {
    List<Condition> rest = new ArrayList<>();
    for (int k = 0; k < premises.size(); k++) {
      rest.add(
          k == premise
              ? new Condition(value, Relation.EQUAL, value) // It must have a value.
              : put(premises.get(k), name, value));
    }
    SequencedMap<Name, Expr> all = new LinkedHashMap<>();
    values.forEach((n, e) -> all.put(n, put(e, name, value)));
    all.put(name, value);
    return new Elimination(
        rest,
        excluded.stream().map(c -> put(c, name, value)).toList(),
        put(conclusion, name, value),
        all);
  }

  private static Condition put(Condition c, Name name, Expr value) {
    return new Condition(put(c.left(), name, value), c.relation(), put(c.right(), name, value));
  }

  private static Expr put(Expr e, Name name, Expr value) {
    return Trees.map(e, part -> isVariable(part, name) ? value : part);
  }

  private static boolean isVariable(Expr e, Name name) {
    return e instanceof Expr.Ref r && r.indices().isEmpty() && r.name().equals(name);
  }

  /** What an equation says of a variable: one side is it alone, or both are linear in it. */
  private static Optional<Expr> solved(Condition c, Name name) {
    if (c.relation() != Relation.EQUAL) {
      return Optional.empty();
    }
    if (isVariable(c.left(), name) && !speaks(c.right(), name)) {
      return Optional.of(c.right());
    }
    if (isVariable(c.right(), name) && !speaks(c.left(), name)) {
      return Optional.of(c.left());
    }
    Optional<Linear> left = linear(c.left(), name);
    Optional<Linear> right = linear(c.right(), name);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    Rational factor = left.get().factor().minus(right.get().factor());
    Expr rest = new Expr.Add(List.of(right.get().rest(), new Expr.Negate(left.get().rest())));
    return factor.signum() == 0
        ? Optional.empty()
        : Optional.of(new Expr.Multiply(new Expr.Literal(Rational.ONE.dividedBy(factor)), rest));
  }

  private static boolean speaks(Expr e, Name name) {
    return Trees.any(e, part -> isVariable(part, name));
  }

  /** factor·v + rest. */
  private record Linear(Rational factor, Expr rest) {
    Linear times(Rational by) {
      return new Linear(factor.times(by), new Expr.Multiply(new Expr.Literal(by), rest));
    }

    Linear plus(Linear other) {
      return new Linear(factor.plus(other.factor), new Expr.Add(List.of(rest, other.rest)));
    }
  }

  private static Optional<Linear> linear(Expr e, Name name) {
    if (!speaks(e, name)) {
      return Optional.of(new Linear(Rational.ZERO, e));
    }
    return switch (e) {
      case Expr.Ref r -> Optional.of(new Linear(Rational.ONE, ZERO));
      case Expr.Negate n -> linear(n.body(), name).map(l -> l.times(Rational.ONE.negate()));
      case Expr.Add a -> sum(a.terms(), name);
      case Expr.Multiply m when m.left() instanceof Expr.Literal l ->
          linear(m.right(), name).map(x -> x.times(l.value()));
      case Expr.Divide d
          when d.denominator() instanceof Expr.Literal l && l.value().signum() != 0 ->
          linear(d.numerator(), name).map(x -> x.times(Rational.ONE.dividedBy(l.value())));
      default -> Optional.empty();
    };
  }

  private static Optional<Linear> sum(List<Expr> terms, Name name) {
    Optional<Linear> sum = Optional.of(new Linear(Rational.ZERO, ZERO));
    for (Expr term : terms) {
      Optional<Linear> next = linear(term, name);
      sum = sum.flatMap(s -> next.map(s::plus));
    }
    return sum;
  }
}
