package dev.hence.read.elaborate;

import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Functions in parentheses before what they are taken at: {@code (f \circ g)(x)}. */
final class Compositions {
  private final Reading reading;

  Compositions(Reading reading) {
    this.reading = reading;
  }

  /** What the functions make of the argument; nothing where no function stands bare. */
  Optional<Supplier<Typed>> use(Group head, Group argument, Context context) {
    List<Link> factors = Pieces.factors(head.content());
    boolean rings =
        factors.size() > 1
            && factors.stream().skip(1).allMatch(l -> Pieces.meaning(l.operator()).equals("circ"));
    List<Calls.Callee> functions =
        factors.stream().flatMap(l -> function(l.operand(), context).stream()).toList();
    boolean all = functions.size() == factors.size() && rings;
    boolean one = Pieces.items(argument.content()).size() == 1;
    if (all && one) {
      return Optional.of(() -> composed(functions, argument, context));
    }
    return holdsBareFunction(head.content(), context)
        ? Optional.of(() -> reading.refused(unclear(head)))
        : Optional.empty();
  }

  private Typed composed(List<Calls.Callee> functions, Group argument, Context context) {
    Typed value = reading.read(argument.content(), context);
    for (Calls.Callee f : functions.reversed()) {
      value = new Calls(reading, context).call(f, List.of(value));
    }
    return value;
  }

  private Optional<Calls.Callee> function(Tree tree, Context context) {
    return ScriptedName.of(tree)
        .flatMap(n -> new Names(reading, context).find(n))
        .flatMap(
            found ->
                found instanceof Found.Function f && f.subscripts().isEmpty()
                    ? Optional.of(f.callee())
                    : Optional.empty());
  }

  /** Whether a function stands in a tree without arguments. */
  private boolean holdsBareFunction(Tree tree, Context context) {
    Tree plain = Pieces.plain(tree);
    if (function(plain, context).isPresent()) {
      return true;
    }
    List<Tree> parts = new ArrayList<>();
    switch (plain) {
      case Tree.Joined j -> j.links().forEach(l -> parts.add(l.operand()));
      case Tree.Command c -> parts.addAll(c.arguments());
      default -> {
        // Functions in anything else have arguments of their own.
      }
    }
    return parts.stream().anyMatch(p -> holdsBareFunction(p, context));
  }

  private static Refusal unclear(Group head) {
    return new Refusal.Several(
        head.span(),
        "functions in parentheses before an argument",
        List.of("all taken at the argument", "a product with it"));
  }
}
