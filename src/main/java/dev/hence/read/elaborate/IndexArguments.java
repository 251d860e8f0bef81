package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.syntax.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Indices that stand as arguments, {@code \pi_\theta(a)} for a letter a with a range: members of a
 * family like those with the index written low.
 */
final class IndexArguments {
  private final Reading reading;
  private final Context context;

  IndexArguments(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** The member at the first of what stands in parentheses, if only a family fits the name. */
  Optional<Supplier<Typed>> member(ScriptedName n, List<Tree> items) {
    List<Expr> given = new ArrayList<>();
    for (Tree item : items) {
      Optional<Expr> index = new Integers(context).integer(item);
      if (index.isEmpty()) {
        break;
      }
      given.add(index.get());
    }
    return member(n, given, items);
  }

  /** The member at an index that the place gives to the name. */
  Optional<Supplier<Typed>> at(ScriptedName n, Expr index) {
    return member(n, List.of(index), List.of());
  }

  private Optional<Supplier<Typed>> member(ScriptedName n, List<Expr> given, List<Tree> items) {
    if (n.high().isPresent()) {
      return Optional.empty();
    }
    Optional<List<Expr>> low =
        n.low().isPresent()
            ? n.lowTree().flatMap(new Integers(context)::list)
            : Optional.of(List.of());
    if (low.isPresent()) {
      return member(n, n.name(), low.get(), given, items, Optional.empty());
    }
    return new Members(reading, context)
        .state(n)
        .flatMap(name -> member(n, name, List.of(), given, items, n.lowTree()));
  }

  private Optional<Supplier<Typed>> member(
      ScriptedName n,
      Name name,
      List<Expr> low,
      List<Expr> given,
      List<Tree> items,
      Optional<Tree> below) {
    List<Expr> indices = new ArrayList<>(low);
    int taken = 0;
    while (taken < given.size() && !context.knows(name, indices.size())) {
      indices.add(given.get(taken++));
    }
    if (taken == 0 || !context.knows(name, indices.size())) {
      return Optional.empty();
    }
    List<Tree> rest = items.subList(Math.min(taken, items.size()), items.size());
    Found found = new Members(reading, context).entity(name, indices, n.span()).orElseThrow();
    return switch (found) {
      case Found.Value v -> rest.isEmpty() ? Optional.of(v::value) : Optional.empty();
      case Found.Function f -> Optional.of(() -> called(f, rest, below));
    };
  }

  private Typed called(Found.Function f, List<Tree> rest, Optional<Tree> below) {
    List<Typed> arguments = new ArrayList<>();
    rest.forEach(item -> arguments.add(reading.read(item, context)));
    below.ifPresent(tree -> arguments.add(reading.read(tree, context)));
    return f.after().apply(new Calls(reading, context).call(f.callee(), arguments));
  }
}
