package dev.hence.read.elaborate;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names with their scripts. What a script is follows from what is declared, in this order: a label
 * of a name that is declared with it; the index of a family; an argument; a time; an entry; what is
 * high besides is a power or a transpose.
 */
public final class Names {
  private final Reading reading;
  private final Context context;
  private final Members members;

  Names(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
    this.members = new Members(reading, context);
  }

  /** The name that a tree without scripts is. */
  public static Optional<Name> bare(Tree tree) {
    return ScriptedName.of(tree).filter(ScriptedName::isBare).map(ScriptedName::name);
  }

  /** The name that a tree is, its scripts being labels. */
  public static Optional<Name> labelled(Tree tree) {
    return ScriptedName.of(tree).flatMap(ScriptedName::labelled);
  }

  /** Whether a tree is a letter without font, accent, scripts or primes. */
  public static boolean isPlain(Tree tree) {
    return ScriptedName.of(tree).filter(Undeclared::isPlain).isPresent();
  }

  /** Whether a tree is a name with its scripts, or a number, perhaps with a sign. */
  public static boolean isNameOrNumber(Tree tree) {
    Tree unsigned = Pieces.signed(tree, "-").orElse(tree);
    return Pieces.numeral(unsigned).isPresent() || ScriptedName.of(unsigned).isPresent();
  }

  /** The letter, without its scripts, of the name on a left side. */
  public static Optional<String> headOf(Tree left) {
    Tree plain = Pieces.plain(left);
    Tree chosen =
        plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()
            ? c.readings().getFirst()
            : plain;
    Tree head = chosen instanceof Tree.Application a ? a.function() : chosen;
    return ScriptedName.of(head).map(n -> n.plain().latex());
  }

  /** The names in a tree, with their scripts. */
  public static List<Tree> in(Tree tree) {
    return Pieces.all(tree).stream().filter(t -> ScriptedName.of(t).isPresent()).toList();
  }

  /** The letters of all names in a tree, without their scripts and with those that are labels. */
  public static Set<String> heads(Tree tree) {
    return Pieces.all(tree).stream()
        .flatMap(t -> ScriptedName.of(t).stream())
        .flatMap(n -> Stream.concat(Stream.of(n.plain()), n.labelled().stream()))
        .map(Name::latex)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a tree holds one of some letters, whatever their scripts. */
  public static boolean speaksOf(Tree tree, Set<String> heads) {
    return heads(tree).stream().anyMatch(heads::contains);
  }

  /** Whether scripts stand on a name in a tree. */
  public static boolean holdsScripts(Tree tree) {
    return Pieces.all(tree).stream()
        .flatMap(t -> t instanceof Tree.Scripted s ? s.scripts().stream() : Stream.empty())
        .flatMap(s -> s.content().stream())
        .flatMap(c -> Pieces.all(c).stream())
        .anyMatch(c -> c instanceof Tree.Scripted);
  }

  /** The value of a name that nothing follows. */
  Typed value(ScriptedName n) {
    return find(n)
        .map(this::alone)
        .or(() -> members.entryOfCapital(n))
        .or(() -> new Undeclared(reading, context).value(n))
        .orElseGet(() -> unknown(n));
  }

  /** A function without arguments stands at its declared ones. */
  private Typed alone(Found found) {
    return switch (found) {
      case Found.Value v -> v.value();
      case Found.Function f ->
          f.after().apply(new Calls(reading, context).alone(f.callee(), f.subscripts()));
    };
  }

  private Typed unknown(ScriptedName n) {
    Name name = n.name();
    Optional<List<Expr>> indices = n.lowTree().flatMap(new Integers(context)::list);
    if (indices.isPresent() && context.isValue(name, 0)) {
      Typed whole = value(n.withoutLow().withoutHigh());
      return new Entries(reading).entry(whole, indices.get(), n.span());
    }
    boolean base = context.knows(name, 0) || context.knows(name, 1) || context.knows(name, 2);
    boolean index = base && n.low().isPresent() && n.high().isEmpty();
    String shown = n.labelled().orElse(name).latex();
    return reading.refused(
        index ? new Refusal.Unranged(n.span(), shown) : new Refusal.Unknown(n.span(), shown));
  }

  /** What a name is, if anything says so. */
  Optional<Found> find(ScriptedName n) {
    Optional<Found> label = n.isBare() ? Optional.empty() : members.label(n);
    return label
        .or(() -> n.high().isPresent() ? raised(n) : low(n))
        .or(() -> new Velocities(reading, context).dotted(n, this).map(Found.Value::new))
        .or(() -> new FieldOperators(reading, context).joined(n).map(Found.Value::new))
        .or(() -> new Constants(reading, context).value(n).map(Found.Value::new));
  }

  private Optional<Found> low(ScriptedName n) {
    if (n.low().isEmpty()) {
      return plain(n).or(() -> derived(n)).or(() -> members.whole(n));
    }
    return members
        .stateSubscript(n)
        .or(() -> members.leftOut(n))
        .or(() -> members.member(n))
        .or(() -> members.argument(n))
        .or(() -> instant(n))
        .or(() -> members.entry(n))
        .or(() -> members.slice(n))
        .or(() -> derived(n))
        .or(() -> members.entryOfBold(n));
  }

  private Optional<Found> plain(ScriptedName n) {
    Name name = n.name();
    boolean bound =
        context.letters().containsKey(name.latex()) && !context.locals().containsKey(name);
    if (bound) {
      return Optional.of(new Found.Value(Typed.of(Type.real(), new Expr.Index(name.latex()))));
    }
    return members.entity(name, List.of(), n.span());
  }

  /** {@code \theta_t}, {@code f_T(x)}: the value at a time. */
  private Optional<Found> instant(ScriptedName n) {
    Optional<Expr> time = n.lowTree().flatMap(new Instants(context)::time);
    ScriptedName bare = n.withoutLow();
    if (time.isEmpty() || !context.knows(bare.name(), 0) || !onState(bare.name())) {
      return Optional.empty();
    }
    return plain(bare)
        .map(
            found ->
                switch (found) {
                  case Found.Value v -> new Found.Value(at(v.value(), time.get()));
                  case Found.Function f -> f.then(value -> at(value, time.get()));
                });
  }

  /** Whether a name depends on what moves. */
  boolean onState(Name name) {
    Expr node = new Expr.Call(name, List.of(), List.of(), List.of(), dev.hence.expr.Shape.SCALAR);
    Expr ref = new Expr.Ref(name, List.of(), dev.hence.expr.Shape.SCALAR);
    Dependence dependence = new Dependence(context.scope());
    boolean ofStates =
        context
            .parameters(name, 0)
            .filter(p -> p.stream().anyMatch(q -> context.scope().isState(q.name())))
            .isPresent();
    return !context.locals().containsKey(name)
        && (ofStates || dependence.mentionsState(ref) || dependence.mentionsState(node));
  }

  static Typed at(Typed value, Expr time) {
    return new Typed(value.type(), value.form(), build -> at(value.draft().build(build), time));
  }

  /** An entry at a time is the entry of what moves at that time. */
  private static Expr at(Expr value, Expr time) {
    return value instanceof Expr.Entry e
        ? new Expr.Entry(new Expr.At(e.body(), time), e.indices())
        : new Expr.At(value, time);
  }

  // What stands high

  private Optional<Found> raised(ScriptedName n) {
    Optional<Tree> transposed = Powers.beforeTranspose(n.highTree().orElseThrow());
    if (transposed.isPresent()) {
      return find(n.withHigh(transposed.get())).map(f -> transposed(f, n));
    }
    return members
        .raised(n)
        .or(() -> members.underLabel(n))
        .or(() -> members.aboveLabel(n))
        .or(() -> exponential(n))
        .or(() -> members.timesDerived(n))
        .or(() -> ofEntry(n))
        .or(() -> label(n))
        .or(() -> find(n.withoutHigh()).map(below -> raised(below, n)))
        .or(() -> members.entryOfCapital(n.withoutHigh()).map(v -> new Found.Value(raised(v, n))))
        .or(
            () ->
                Undeclared.isPlain(n.withoutHigh())
                    ? Optional.of(undeclared(n))
                    : Optional.empty());
  }

  /** {@code Z^{[l]}}, {@code u^{(2)}}, {@code u^L}: a label, an index, hardly a power. */
  private Optional<Found> label(ScriptedName n) {
    Tree high = n.highTree().orElseThrow();
    boolean bracketed = !Members.fence(high).isEmpty();
    boolean capital =
        !context.knows(n.name(), 0) && new Undeclared(reading, context).holdsCapital(high);
    return bracketed || capital
        ? Optional.of(
            new Found.Value(
                reading.refused(
                    new Refusal.Several(
                        high.span(), "a superscript", List.of("a label", "an index", "a power")))))
        : Optional.empty();
  }

  /** {@code x^{(i)\top}}: a sign behind what else stands high is that of all before it. */
  private Found transposed(Found below, ScriptedName n) {
    UnaryOperator<Typed> turn = v -> new Powers(reading).transposed(v, n.span());
    return switch (below) {
      case Found.Value v -> new Found.Value(turn.apply(v.value()));
      case Found.Function f -> f.then(turn);
    };
  }

  private Found undeclared(ScriptedName n) {
    return new Found.Value(raised(value(n.withoutHigh()), n));
  }

  private Found raised(Found below, ScriptedName n) {
    return switch (below) {
      case Found.Value v -> new Found.Value(raised(v.value(), n));
      case Found.Function f -> {
        Tree high = n.highTree().orElseThrow();
        boolean ofDerivative = n.primes() > 0 && Pieces.numeral(high).isPresent();
        Found.Function powered = Powers.isTransposeSign(high) || ofDerivative ? f : f.withPower();
        yield powered.then(value -> raised(value, n));
      }
    };
  }

  private Typed raised(Typed value, ScriptedName n) {
    return new Powers(reading).raised(value, n.highTree().orElseThrow(), context);
  }

  private Optional<Found> exponential(ScriptedName n) {
    return Constants.isEuler(n.withoutHigh(), context)
        ? Optional.of(new Found.Value(Functions.exponential(exponent(n))))
        : Optional.empty();
  }

  private Typed exponent(ScriptedName n) {
    return reading.read(n.highTree().orElseThrow(), context);
  }

  /**
   * What stands high beside a full set of subscripts is the matrix's, unless it is a power: {@code
   * A^\top_{ij}} is an entry of Aᵀ. A power before the subscripts may be either's.
   */
  private Optional<Found> ofEntry(ScriptedName n) {
    if (n.low().isEmpty() || !isEntry(n.withoutHigh())) {
      return Optional.empty();
    }
    Span span = n.span();
    Typed whole = new Names(reading, context).value(n.withoutLow().withoutHigh());
    Tree high = n.highTree().orElseThrow();
    boolean inverse =
        new Powers(reading).isTranspose(high, whole, context)
            || Powers.isInverseTranspose(high)
            || Pieces.signed(high, "-").isPresent();
    if (inverse && Tensors.isMatrix(reading.inference().known(whole.type()))) {
      Typed matrix = new Powers(reading).raised(whole, high, context);
      List<Expr> indices = new Integers(context).list(n.lowTree().orElseThrow()).orElseThrow();
      return Optional.of(new Found.Value(new Entries(reading).entry(matrix, indices, span)));
    }
    boolean asked =
        n.highFirst()
            && Tensors.isMatrix(reading.inference().known(whole.type()))
            && Pieces.numeral(high).isPresent();
    return asked
        ? Optional.of(
            new Found.Value(
                reading.refused(
                    new Refusal.Several(
                        span,
                        "a power before the subscripts",
                        List.of("the power of an entry", "an entry of the power")))))
        : Optional.empty();
  }

  /** Whether what stands low picks an entry, and says nothing else. */
  private boolean isEntry(ScriptedName n) {
    boolean whole =
        context.isValue(n.name(), 0)
            && reading.inference().known(context.type(n.name(), 0)) instanceof Type.Tensor;
    return whole
        && members.label(n).isEmpty()
        && members.stateSubscript(n).isEmpty()
        && members.leftOut(n).isEmpty()
        && members.member(n).isEmpty()
        && members.argument(n).isEmpty()
        && instant(n).isEmpty()
        && members.entry(n).isPresent();
  }

  // Primes

  /** {@code \ell'(y, u)}, {@code \phi''(z)}: a function, differentiated. */
  private Optional<Found> derived(ScriptedName n) {
    return n.primes() == 0 ? Optional.empty() : members.primed(n);
  }
}
