package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code f(u, v) = (u + v)^2, u(a, b) = a + b, v(a, b) = a - b}: variables that depend on each
 * other, as the chain rule has them. The arguments only say by what each is defined, so that every
 * name is a value, and {@code \partial f/\partial a} goes through u and v.
 */
final class Composed {
  private final Context context;
  private final Map<Name, Set<Name>> arguments = new LinkedHashMap<>();
  private final Map<Clause, Name> heads = new HashMap<>();

  private Composed(Context context) {
    this.context = context;
  }

  static Composed of(List<Clause> clauses, Context context) {
    Composed composed = new Composed(context);
    clauses.forEach(composed::see);
    composed.keepComposed();
    return composed;
  }

  /** The definition of a value in place of that of a function; another clause as it is. */
  Clause plain(Clause clause) {
    Name head = heads.get(clause);
    if (head == null || !arguments.containsKey(head)) {
      return clause;
    }
    Syntax name = ((Syntax.Product) clause.first().orElseThrow()).factors().getFirst().value();
    return new Clause(
        clause.separator(), Optional.of(name), clause.links(), clause.conditions(), clause.span());
  }

  private void see(Clause clause) {
    if (clause.links().isEmpty()
        || clause.links().getFirst().relation() != Relation.EQUAL
        || !(clause.first().orElse(null) instanceof Syntax.Product p)
        || p.factors().size() != 2
        || p.factors().get(1).operator() != Operator.JUXTAPOSED
        || !(p.factors().get(1).value() instanceof Syntax.Group g)
        || g.open() != Delimiter.PARENTHESIS) {
      return;
    }
    Optional<Name> head = bare(p.factors().getFirst().value()).filter(n -> !context.knows(n, 0));
    List<Name> names = g.items().stream().flatMap(item -> bare(item).stream()).toList();
    if (head.isPresent() && names.size() == g.items().size() && !heads.containsValue(head.get())) {
      heads.put(clause, head.get());
      arguments.put(head.get(), new HashSet<>(names));
    }
  }

  private static Optional<Name> bare(Syntax syntax) {
    return Written.of(syntax)
        .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
        .map(Written::primed);
  }

  /** Forgets them all unless they are one composition whose last arguments are declared. */
  private void keepComposed() {
    Set<Name> inner = new HashSet<>();
    arguments.values().forEach(inner::addAll);
    inner.retainAll(arguments.keySet());
    arguments
        .entrySet()
        .removeIf(
            e -> !inner.contains(e.getKey()) && e.getValue().stream().noneMatch(inner::contains));
    boolean closed =
        arguments.values().stream()
            .flatMap(Set::stream)
            .allMatch(n -> arguments.containsKey(n) || context.variable(n, 0).isPresent());
    if (!closed) {
      arguments.clear();
    }
  }
}
