package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Link;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import dev.hence.read.type.Type;
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
    boolean rings = factors.size() > 1 && factors.stream().skip(1).allMatch(Compositions::isRing);
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

  /** {@code (f \circ g)'(x)}, and {@code (f')^2(x)}, a power of a derivative and where it is. */
  Optional<Supplier<Typed>> use(Scripted head, Group argument, Context context) {
    boolean single =
        head.scripts().size() == 1
            && head.base() instanceof Group g
            && Groups.isParenthesis(g)
            && Pieces.items(argument.content()).size() == 1;
    if (!single) {
      return Optional.empty();
    }
    Group inside = (Group) head.base();
    Script script = head.scripts().getFirst();
    if (script.primes() > 0) {
      return use(inside, argument, context)
          .map(f -> () -> derived(f.get(), script.primes(), argument, context));
    }
    boolean bare = function(inside.content(), context).isPresent();
    boolean power = script.isHigh() && script.content().flatMap(Pieces::numeral).isPresent();
    boolean derived = ScriptedName.of(inside.content()).filter(n -> n.primes() > 0).isPresent();
    if (!(power && derived && bare)) {
      return holdsBareFunction(inside.content(), context)
          ? Optional.of(() -> reading.refused(unclear(inside)))
          : Optional.empty();
    }
    Calls.Callee f = function(inside.content(), context).orElseThrow();
    Tree exponent = script.content().orElseThrow();
    return Optional.of(
        () ->
            new Powers(reading).raised(composed(List.of(f), argument, context), exponent, context));
  }

  /** {@code f \circ g(x)}: functions with rings between them, the last at its argument. */
  Optional<Operators.Taken> first(List<Link> factors, Context context) {
    List<Calls.Callee> functions = new ArrayList<>();
    int k = 0;
    while (k < factors.size() && (k == 0 || isRing(factors.get(k)))) {
      Tree tree = factors.get(k).operand();
      Tree head = tree instanceof Tree.Application a ? a.function() : tree;
      Optional<Calls.Callee> f = function(head, context).filter(g -> g.parameters().size() == 1);
      f.ifPresent(functions::add);
      k++;
      if (f.isEmpty() || tree instanceof Tree.Application) {
        break;
      }
    }
    boolean all = functions.size() == k && k > 1;
    return all
            && factors.get(k - 1).operand() instanceof Tree.Application a
            && a.argument() instanceof Group g
        ? Optional.of(new Operators.Taken(composed(functions, g, context), k))
        : Optional.empty();
  }

  private static boolean isRing(Link link) {
    return Pieces.meaning(link.operator()).equals("circ");
  }

  /** The derivative by the argument, which is a name, so that it can be taken. */
  private Typed derived(Typed value, int primes, Group argument, Context context) {
    Typed by = reading.number(argument.content(), context);
    if (!(by.form() instanceof Form.Reference r) || r.indices() > 0) {
      return reading.refused(
          new Refusal.NoMeaning(argument.span(), "a prime on a composition at what is no name"));
    }
    reading.inference().same(value.type(), Type.real(), argument.span(), Refusal.Where.NUMBER);
    return Typed.of(
        Type.real(),
        build -> {
          Expr result = value.draft().build(build);
          for (int k = 0; k < primes; k++) {
            result = new Expr.Derivative(result, (Expr.Ref) by.draft().build(build));
          }
          return result;
        });
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
