package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What entries of {@code flow} say before any name of them has a meaning: which names move, and
 * what the instant is called at which they begin.
 *
 * @param names that stand under a time derivative
 * @param start a time with the index 0 at which one of them is given a value: {@code u(t_0, p)}
 */
record Motion(boolean given, Set<Name> names, Optional<Name> start) {
  static Motion of(List<Clause> flow) {
    Set<Name> names = new HashSet<>();
    for (Clause clause : flow) {
      Optional<Syntax> right = clause.links().stream().findFirst().map(Syntax.Link::operand);
      clause.first().ifPresent(left -> names.addAll(moved(left, right)));
    }
    Optional<Name> start =
        flow.stream()
            .flatMap(c -> value(c, names).stream())
            .flatMap(v -> v.time().stream())
            .filter(Motion::isBeginning)
            .flatMap(time -> label(time).stream())
            .findFirst();
    return new Motion(!flow.isEmpty(), Set.copyOf(names), start);
  }

  private static List<Name> moved(Syntax left, Optional<Syntax> right) {
    return Flows.derived(left, right).stream()
        .flatMap(name -> Written.of(name).stream())
        .map(Written::primed)
        .toList();
  }

  /**
   * A moving name at arguments, {@code u(t_0, p)}: the time first, if it is one, then what else it
   * depends on.
   */
  record Value(Name name, List<Syntax> arguments) {
    Optional<Written> time() {
      return Written.of(arguments.getFirst()).filter(w -> w.sup().isEmpty());
    }
  }

  /** The left side of an entry that gives a moving name a value at a time. */
  static Optional<Value> value(Clause clause, Set<Name> names) {
    boolean applied =
        clause.first().orElse(null) instanceof Syntax.Product p
            && p.factors().size() == 2
            && p.factors().get(1).value() instanceof Syntax.Group g
            && !g.items().isEmpty();
    if (!applied) {
      return Optional.empty();
    }
    Syntax.Product product = (Syntax.Product) clause.first().get();
    List<Syntax> arguments = ((Syntax.Group) product.factors().get(1).value()).items();
    return Written.of(product.factors().getFirst().value())
        .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
        .map(Written::primed)
        .filter(names::contains)
        .map(name -> new Value(name, arguments));
  }

  private static boolean isBeginning(Written time) {
    return time.sub()
        .filter(s -> s instanceof Syntax.Numeral n && n.text().equals("0"))
        .isPresent();
  }

  private static Optional<Name> label(Written time) {
    return Written.labelled(time.primed(), time.sub(), Optional.empty());
  }

  /** Whether something written is the instant at which they begin. */
  boolean isStart(Syntax syntax) {
    return start.isPresent() && Written.of(syntax).flatMap(Motion::label).equals(start);
  }
}
