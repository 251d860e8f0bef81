package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Losses;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Accent;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads primes and dots that are derivatives. */
final class Primes {
  private final Context context;

  Primes(Context context) {
    this.context = context;
  }

  /**
   * Whether a name has primes that say that it is differentiated. In {@code f'^2(x)} there is a
   * power of the value: nobody applies a derivative twice.
   */
  static boolean isDerivative(Written w, Context context) {
    return w.primes() > 0 && !context.knows(w.primed(), 0) && !context.knows(w.primed(), 1);
  }

  /** {@code (f')^2(x)}, {@code (f'')(x)}: a derivative in parentheses, and where it is taken. */
  Optional<Expr> enclosed(Syntax value, Factors factors) {
    Optional<Syntax> sup = value instanceof Syntax.Scripted s ? s.sup() : Optional.empty();
    boolean plain = !(value instanceof Syntax.Scripted s) || (s.sub().isEmpty() && s.primes() == 0);
    Syntax base = value instanceof Syntax.Scripted s ? s.base() : value;
    return Optional.of(base)
        .filter(b -> plain && factors.arguments().isPresent())
        .filter(b -> sup.isEmpty() || sup.get() instanceof Syntax.Numeral)
        .filter(Primes::isEnclosed)
        .flatMap(b -> Written.of(((Syntax.Group) b).items().getFirst()))
        .filter(w -> w.sup().isEmpty() && isDerivative(w, context))
        .filter(w -> new Entities(context).parameters(w.plain(), 0).isPresent())
        .map(w -> new References(context).read(w, factors))
        .map(e -> sup.map(power -> factors.raised(e, power)).orElse(e));
  }

  private static boolean isEnclosed(Syntax base) {
    return base instanceof Syntax.Group g
        && g.open() == Delimiter.PARENTHESIS
        && g.items().size() == 1;
  }

  /** {@code \ell'(y, u)}, {@code \phi''(z)}. */
  Optional<Expr> derived(Written w, Factors factors) {
    if (w.primes() == 0) {
      return Optional.empty();
    }
    Name name = w.plain();
    List<Expr> indices = w.sub().flatMap(s -> new Integers(context).list(s)).orElse(List.of());
    Optional<List<Parameter>> parameters = new Entities(context).parameters(name, indices.size());
    if (parameters.isEmpty() || (w.sub().isPresent() && indices.isEmpty())) {
      return labelled(w, factors);
    }
    int slot = primeSlot(name, parameters.get(), w);
    List<Integer> slots = java.util.Collections.nCopies(w.primes(), slot);
    return Optional.of(
        new Entities(context)
            .call(name, indices, parameters.get(), List.of(), slots, w.withoutPrimes(), factors));
  }

  /** {@code f_1'(z)} of a function that is named with its subscript. */
  private Optional<Expr> labelled(Written w, Factors factors) {
    Optional<Name> name = Written.labelled(w.plain(), w.sub(), Optional.empty());
    Optional<List<Parameter>> parameters =
        name.flatMap(n -> new Entities(context).parameters(n, 0));
    if (w.sub().isEmpty() || parameters.filter(p -> !p.isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> beside = besideSubscript(parameters.get(), w, factors);
    int slot = beside.orElseGet(() -> primeSlot(name.get(), parameters.get(), w));
    List<Expr> subscript =
        beside.isPresent() ? List.of(new Formulas(context).expr(w.sub().orElseThrow())) : List.of();
    List<Integer> slots = java.util.Collections.nCopies(w.primes(), slot);
    Written bare = w.withoutPrimes().withoutSub();
    return Optional.of(
        new Entities(context)
            .call(name.get(), List.of(), parameters.get(), subscript, slots, bare, factors));
  }

  /**
   * {@code \\rho_\\tau'(u)}: of what has one argument beside its subscript, the derivative by that.
   */
  private Optional<Integer> besideSubscript(
      List<Parameter> parameters, Written w, Factors factors) {
    boolean one = factors.arguments().filter(g -> g.items().size() == 1).isPresent();
    Optional<Name> below = w.sub().flatMap(Written::of).map(Written::primed);
    return one
            && parameters.size() == 2
            && below.filter(parameters.get(1).name()::equals).isPresent()
        ? Optional.of(0)
        : Optional.empty();
  }

  private int primeSlot(Name name, List<Parameter> parameters, Written w) {
    if (parameters.size() == 1) {
      return 0;
    }
    boolean loss =
        parameters.size() == 2
            && parameters.get(0).shape().equals(parameters.get(1).shape())
            && Losses.isLoss(name);
    if (loss) {
      context
          .ledger()
          .note(
              name + "' is the derivative of the loss in its second argument, the model's output");
      return 1;
    }
    throw new Misread(
        ProblemId.DERIVATIVE_UNCLEAR,
        w.span(),
        "a prime on " + name + ", a function of " + parameters.size() + " arguments",
        "write \\frac{\\partial "
            + name
            + "}{\\partial "
            + parameters.getLast().name()
            + "} to say by which");
  }

  Optional<Expr> dotted(Written w, Factors factors) {
    return w.undotted()
        .map(
            below ->
                new Derivatives(context)
                    .alongFlow(new References(context).read(below, factors), w.span()))
        .or(() -> twiceDotted(w, factors));
  }

  private Optional<Expr> twiceDotted(Written w, Factors factors) {
    List<Accent> accents = w.base().accents();
    if (accents.isEmpty() || accents.getLast() != Accent.DDOT) {
      return Optional.empty();
    }
    List<Accent> once = new ArrayList<>(accents.subList(0, accents.size() - 1));
    once.add(Accent.DOT);
    Syntax.Name name = w.base();
    Syntax.Name dotted = new Syntax.Name(name.base(), name.font(), name.bold(), once, name.span());
    Written below = new Written(dotted, w.primes(), w.sub(), w.sup(), w.span());
    return Optional.of(
        new Derivatives(context).alongFlow(new References(context).read(below, factors), w.span()));
  }
}
