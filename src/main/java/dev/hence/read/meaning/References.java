package dev.hence.read.meaning;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * Reads a name with its scripts, primes and arguments: which declared or defined thing it is, and
 * whether a script is a label, an index, an argument, a time, an entry, a power or a transpose.
 */
final class References {
  private final Context context;
  private final Dependence reach;

  References(Context context) {
    this.context = context;
    this.reach = new Dependence(context.scope());
  }

  /** A name with what follows it. */
  Expr read(Written written, Factors factors) {
    Expr meant = meant(written, factors);
    boolean time = meant instanceof Expr.Ref r && r.name().equals(Name.TIME);
    if (time && !meant.shape().isScalar() && context.scope().dynamics().isPresent()) {
      throw new Misread(
          ProblemId.TIME_UNCLEAR,
          written.span(),
          "t is the time of the dynamics, and is declared as " + Shapes.a(meant.shape()),
          "give what is declared another letter");
    }
    return meant;
  }

  private Expr meant(Written written, Factors factors) {
    Optional<Expr> barred = new Barred(context).read(written, factors);
    if (barred.isPresent()) {
      return barred.get();
    }
    Optional<Expr> whole = labelled(written, factors);
    if (whole.isPresent()) {
      return whole.get();
    }
    if (written.sup().isPresent()) {
      return raised(written, factors);
    }
    return new IndexArguments(context)
        .read(written, factors)
        .or(() -> indexed(written, factors))
        .or(() -> new Primes(context).derived(written, factors))
        .or(() -> new Primes(context).dotted(written, factors))
        .or(() -> new Builtins(context).read(written, factors))
        .or(() -> new Wholes(context).bare(written).map(all -> timed(all, factors)))
        .or(() -> new Wholes(context).entryOfBold(written).map(entry -> timed(entry, factors)))
        .or(() -> new Constants(context).read(written, factors))
        .or(() -> new Undeclared(context).constant(written))
        .orElseGet(() -> new Undeclared(context).read(written, factors));
  }

  /** {@code H(t)} of a matrix H whose entries move, {@code u_i(t)} of a bold u: at that time. */
  private Expr timed(Expr value, Factors factors) {
    return new Entities(context).atTime(value, factors).orElse(value);
  }

  /** The name with all its scripts as one declared label. */
  private Optional<Expr> labelled(Written w, Factors factors) {
    if (w.sub().isEmpty() && w.sup().isEmpty()) {
      return Optional.empty();
    }
    return Written.labelled(w.primed(), w.sub(), w.sup())
        .filter(name -> context.knows(name, 0))
        .map(
            name ->
                new Entities(context)
                    .of(name, List.of(), lowArgument(name, w, factors), w, factors));
  }

  /** θ of {@code K_\theta(x, x')}, where it is an argument of K_θ. */
  private List<Expr> lowArgument(Name name, Written w, Factors factors) {
    return w.sub()
        .filter(sub -> factors.arguments().isPresent())
        .filter(
            sub ->
                root(sub)
                    .filter(
                        argument ->
                            new Entities(context)
                                .parameters(name, 0).stream()
                                    .flatMap(List::stream)
                                    .anyMatch(p -> p.name().equals(argument)))
                    .isPresent())
        .map(sub -> List.of(new Formulas(context).expr(sub)))
        .orElse(List.of());
  }

  private Expr raised(Written w, Factors factors) {
    Syntax sup = w.sup().orElseThrow();
    Optional<Expr> family =
        new Indexed(context)
            .superscripted(w, sup, factors)
            .or(() -> new Indexed(context).labelled(w, sup, factors));
    if (family.isPresent()) {
      return family.get();
    }
    if (new Undeclared(context).isExponentialBase(w)) {
      return Functions.exponential(new Formulas(context).expr(sup), w.span());
    }
    if (sup instanceof Syntax.Name mark && isStar(mark)) {
      throw Undeclared.unknown(w, w.primed().latex() + "^{" + mark.key() + "}");
    }
    Optional<Written> derived = times(w, sup);
    if (derived.isPresent()) {
      return read(derived.get(), factors);
    }
    boolean called = factors.arguments().isPresent() && isFunction(w.withoutSup());
    boolean derivative = Primes.isDerivative(w, context) && sup instanceof Syntax.Numeral;
    if (called && !derivative && !Powers.isTransposeMark(sup)) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "a power on the name of a function may be a power of its value or a repeated application",
          "write the power behind the arguments: f(x)^2");
    }
    refuseLabel(w, sup);
    Expr base = read(w.withoutSup(), factors);
    return w.sub()
        .map(sub -> new EntryScripts(context).raised(base, sub, sup, w.span()))
        .orElseGet(() -> factors.raised(base, sup));
  }

  /** {@code f^{(2)}} of a function of one number: its second derivative, as with two primes. */
  private Optional<Written> times(Written w, Syntax sup) {
    boolean one =
        Indexed.fence(sup).equals("()")
            && w.sub().isEmpty()
            && new Entities(context)
                .parameters(w.primed(), 0)
                .filter(p -> p.size() == 1 && p.getFirst().shape().isScalar())
                .isPresent();
    return one
            && ((Syntax.Group) sup).items().getFirst() instanceof Syntax.Numeral n
            && n.text().matches("[1-9]")
        ? Optional.of(
            new Written(
                w.base(),
                w.primes() + Integer.parseInt(n.text()),
                Optional.empty(),
                Optional.empty(),
                w.span()))
        : Optional.empty();
  }

  /**
   * {@code Z^{[l]}}, {@code x^{(i)}}, {@code W^{L-1}} of a name that is not declared with such
   * scripts: labels or indices, hardly powers.
   */
  private void refuseLabel(Written w, Syntax sup) {
    boolean bracketed = !Indexed.fence(sup).isEmpty();
    boolean capital = !context.knows(w.primed(), 0) && speaksOfUnknownCapital(sup);
    if (bracketed || capital) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          sup.span(),
          "this superscript may be a label, an index or a power",
          "declare the name with it in `let`, or write a power without parentheses and declare its"
              + " letters");
    }
  }

  private boolean speaksOfUnknownCapital(Syntax sup) {
    boolean here =
        sup instanceof Syntax.Name n
            && n.base().matches("[A-Z]")
            && !Powers.isTransposeMark(sup)
            && !context.knows(new Name(n.key()), 0)
            && new Integers(context).integer(n).isEmpty();
    return here || Pieces.children(sup).stream().anyMatch(this::speaksOfUnknownCapital);
  }

  static boolean isStar(Syntax.Name mark) {
    return List.of("*", "\\ast", "\\star", "+", "-", "\\dagger").contains(mark.base());
  }

  private boolean isFunction(Written w) {
    return new Entities(context).parameters(w.primed(), 0).isPresent()
        || new Entities(context).parameters(w.plain(), 0).isPresent();
  }

  private Optional<Expr> indexed(Written w, Factors factors) {
    Name name = w.primed();
    if (w.sub().isEmpty()) {
      if (isBound(name)) {
        return Optional.of(new Expr.Index(name.latex()));
      }
      return context.knows(name, 0)
          ? Optional.of(new Entities(context).of(name, List.of(), List.of(), w, factors))
          : Optional.empty();
    }
    Syntax sub = w.sub().get();
    return stateSubscript(name, sub, w, factors)
        .or(() -> new LeftOut(context).read(name, sub, w, factors))
        .or(() -> new Indexed(context).family(name, sub, w, factors))
        .or(() -> argumentSubscript(name, sub, w, factors))
        .or(() -> timeSubscript(w, sub, factors))
        .or(() -> new Indexed(context).entries(w, sub, factors))
        .or(() -> new Indexed(context).entryOfValue(w, sub, factors));
  }

  /** Whether a letter is the index of a sum around, whatever it is outside. */
  private boolean isBound(Name name) {
    return context.letters().containsKey(name.latex()) && !context.locals().containsKey(name);
  }

  /** {@code K_{\theta_t}(x,x')}, K_θ being a defined name of its own. */
  private Optional<Expr> stateSubscript(Name name, Syntax sub, Written w, Factors factors) {
    return root(sub)
        .map(name::withSubscript)
        .filter(n -> context.knows(n, 0))
        .map(
            n ->
                new Entities(context)
                    .of(n, List.of(), List.of(new Formulas(context).expr(sub)), w, factors));
  }

  /** The declared variable that a subscript is a value of: θ of {@code \theta_t}, w of w(t). */
  private Optional<Name> root(Syntax sub) {
    Syntax first = sub instanceof Syntax.Product p ? p.factors().getFirst().value() : sub;
    return Written.of(first)
        .map(w -> context.knows(w.primed(), 0) ? w.primed() : w.plain())
        .filter(n -> !context.isLetter(n.latex()))
        .filter(n -> context.variable(n, 0).isPresent() || context.locals().containsKey(n));
  }

  /** {@code f_\theta(x)} for a function f(x; θ). */
  private Optional<Expr> argumentSubscript(Name name, Syntax sub, Written w, Factors factors) {
    Optional<Name> root = root(sub);
    Optional<List<Parameter>> parameters = new Entities(context).parameters(name, 0);
    boolean slot =
        root.isPresent()
            && parameters.isPresent()
            && parameters.get().stream().anyMatch(p -> p.name().equals(root.get()));
    return slot
        ? Optional.of(
            new Entities(context)
                .of(name, List.of(), List.of(new Formulas(context).expr(sub)), w, factors))
        : Optional.empty();
  }

  /** {@code \theta_t}, {@code f_T(x)}: the value at a time. */
  private Optional<Expr> timeSubscript(Written w, Syntax sub, Factors factors) {
    Written bare = w.withoutSub();
    if (!context.knows(bare.primed(), 0)) {
      return Optional.empty();
    }
    return new Times(context)
        .time(sub)
        .flatMap(
            time -> {
              Expr value = read(bare, factors);
              return reach.mentionsState(value)
                  ? Optional.of((Expr) new Expr.At(value, time))
                  : Optional.empty();
            });
  }
}
