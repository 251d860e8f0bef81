package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Losses;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Rational;
import dev.hence.read.syntax.Tree;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What declared names with scripts are: members of families, functions at what stands low. */
final class Members {
  private final Reading reading;
  private final Context context;
  private final Calls calls;

  Members(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
    this.calls = new Calls(reading, context);
  }

  /** A known name with so many indices. */
  Optional<Found> entity(Name name, List<Expr> indices, Span span) {
    if (!context.knows(name, indices.size())) {
      return Optional.empty();
    }
    return Optional.of(
        calls
            .callee(name, indices, span)
            .<Found>map(Found.Function::new)
            .orElseGet(() -> new Found.Value(reference(name, indices, span))));
  }

  private Typed reference(Name name, List<Expr> indices, Span span) {
    Type type = context.type(name, indices);
    return new Typed(
        type,
        new Form.Reference(name, indices.size()),
        build -> new Expr.Ref(name, indices, build.shape(type, span)));
  }

  // Labels

  /** The name with all its scripts as one declared label. */
  Optional<Found> label(ScriptedName n) {
    return n.labelled()
        .filter(name -> context.knows(name, 0) && !isFirst(n))
        .flatMap(name -> entity(name, List.of(), n.span()).map(f -> withLow(f, n)));
  }

  /** w_0 is the first of the w_k with k = 0, 1, …, whoever declares it once more. */
  private boolean isFirst(ScriptedName n) {
    return NumberedMember.of(n)
        .filter(m -> context.isValue(m.family(), 1))
        .filter(m -> m.first(context).filter(Rational.of(m.number())::equals).isPresent())
        .isPresent();
  }

  /** θ of {@code K_\theta(x, x')}, where it is an argument of K_θ. */
  private Found withLow(Found found, ScriptedName n) {
    return switch (found) {
      case Found.Value v -> v;
      case Found.Function f -> {
        Optional<Name> root = n.lowTree().flatMap(this::root);
        boolean isArgument =
            root.isPresent()
                && f.callee().parameters().stream().anyMatch(p -> p.name().equals(root.get()));
        yield isArgument
            ? new Found.Function(
                f.callee(), List.of(reading.read(n.lowTree().get(), context)), f.after())
            : f;
      }
    };
  }

  /** The declared variable that a subscript is a value of: θ of {@code \theta_t}, w of w(t). */
  private Optional<Name> root(Tree low) {
    Tree plain = Pieces.plain(low);
    Tree first =
        plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()
            ? c.readings().getFirst()
            : plain;
    Tree head = first instanceof Tree.Application a ? a.function() : first;
    return ScriptedName.of(head)
        .map(n -> context.knows(n.name(), 0) ? n.name() : n.plain())
        .filter(n -> !context.isLetter(n.latex()))
        .filter(n -> context.variable(n, 0).isPresent() || context.locals().containsKey(n));
  }

  /** The name with the declared variable in its subscript: K_θ of {@code K_{\theta_t}}. */
  Optional<Name> state(ScriptedName n) {
    return n.lowTree().flatMap(this::root).map(n.name()::withSubscript);
  }

  /** {@code K_{\theta_t}(x,x')}, K_θ being a defined name of its own. */
  Optional<Found> stateSubscript(ScriptedName n) {
    return state(n)
        .filter(name -> context.knows(name, 0))
        .flatMap(name -> entity(name, List.of(), n.span()))
        .map(found -> withSubscript(found, n));
  }

  private Found withSubscript(Found found, ScriptedName n) {
    return switch (found) {
      case Found.Value v -> v;
      case Found.Function f ->
          new Found.Function(
              f.callee(), List.of(reading.read(n.lowTree().orElseThrow(), context)), f.after());
    };
  }

  /** {@code f_\theta(x)} for a function f(x; θ). */
  Optional<Found> argument(ScriptedName n) {
    Optional<Name> root = n.lowTree().flatMap(this::root);
    boolean slot =
        root.isPresent()
            && context
                .parameters(n.name(), 0)
                .filter(p -> p.stream().anyMatch(q -> q.name().equals(root.get())))
                .isPresent();
    return slot
        ? entity(n.name(), List.of(), n.span()).map(found -> withSubscript(found, n))
        : Optional.empty();
  }

  // Indices

  /** {@code w_{-i}}: what is found without the i-th. */
  Optional<Found> leftOut(ScriptedName n) {
    Name name = Naming.leftOut(n.name());
    return n.lowTree()
        .flatMap(low -> Pieces.signed(low, "-"))
        .flatMap(new Integers(context)::integer)
        .flatMap(index -> entity(name, List.of(index), n.span()));
  }

  /** A member of a family whose index stands low. */
  Optional<Found> member(ScriptedName n) {
    Name name = n.name();
    Optional<List<Expr>> indices = n.lowTree().flatMap(new Integers(context)::list);
    if (indices.isEmpty() || isWholeParameter(name)) {
      return Optional.empty();
    }
    List<Expr> at = apart(name, indices.get());
    if (context.knows(name, at.size())) {
      return new IndexDoubts(context).isEntry(name, at)
          ? Optional.empty()
          : entity(name, at, n.span());
    }
    return entryOfMember(name, at, n.span());
  }

  /** {@code x_{ki}}: entry i of the member x_k. */
  private Optional<Found> entryOfMember(Name name, List<Expr> indices, Span span) {
    int last = indices.size() - 1;
    if (last < 1 || !context.isValue(name, last) || !Tensors.isVector(context.type(name, last))) {
      return Optional.empty();
    }
    Typed member = reference(name, indices.subList(0, last), span);
    return Optional.of(
        new Found.Value(new Entries(reading).entry(member, indices.subList(last, last + 1), span)));
  }

  /** Whether a name is a vector or a matrix that a function takes: its scripts pick entries. */
  private boolean isWholeParameter(Name name) {
    boolean both = context.variable(name, 0).isPresent() && context.variable(name, 1).isPresent();
    return !both
        && context.locals().containsKey(name)
        && reading.inference().known(context.locals().get(name)) instanceof Type.Tensor;
  }

  /** {@code x_{12}}, {@code x_{1i}} of a family with two indices, and none with one. */
  private List<Expr> apart(Name name, List<Expr> indices) {
    return context.knows(name, 2) && !context.knows(name, 1) ? Entries.digits(indices) : indices;
  }

  /** A row or a column of a matrix. */
  Optional<Found> slice(ScriptedName n) {
    return n.lowTree()
        .filter(low -> Slices.isSlice(low) && context.isValue(n.name(), 0))
        .map(
            low ->
                new Found.Value(
                    new Slices(reading, context)
                        .of(reference(n.name(), List.of(), n.span()), low)));
  }

  /** An entry of a vector or a matrix, or of the value of a function. */
  Optional<Found> entry(ScriptedName n) {
    Name name = n.name();
    Optional<List<Expr>> indices = n.lowTree().flatMap(new Integers(context)::list);
    if (indices.isEmpty() || !context.knows(name, 0)) {
      return Optional.empty();
    }
    UnaryOperator<Typed> entry = v -> new Entries(reading).entry(v, indices.get(), n.span());
    Optional<Calls.Callee> function = calls.callee(name, List.of(), n.span());
    if (function.isEmpty()) {
      Typed whole = reference(name, List.of(), n.span());
      if (!new Entries(reading).fit(whole, indices.get())) {
        return Optional.empty();
      }
      Typed value = entry.apply(whole);
      new Reaches(reading, context).along(whole.type(), indices.get());
      return Optional.of(new Found.Value(value));
    }
    return calls.value(function.get()) instanceof Type.Tensor
        ? Optional.of(new Found.Function(function.get()).then(entry))
        : Optional.empty();
  }

  /** {@code o_j} where only the bold vector is known: its entry. */
  Optional<Found> entryOfBold(ScriptedName n) {
    return new Wholes(reading, context).boldOf(n).flatMap(v -> entryOf(v, n)).map(Found.Value::new);
  }

  /** {@code a_{ij}} where nothing but the matrix A is known. */
  Optional<Typed> entryOfCapital(ScriptedName n) {
    return new Wholes(reading, context).ofEntries(n).flatMap(v -> entryOf(v, n));
  }

  private Optional<Typed> entryOf(Typed whole, ScriptedName n) {
    Entries entries = new Entries(reading);
    return n.lowTree()
        .flatMap(new Integers(context)::list)
        .filter(at -> entries.fit(whole, at))
        .map(at -> entries.entry(whole, at, n.span()));
  }

  /** The vector or matrix of a family of numbers. */
  Optional<Found> whole(ScriptedName n) {
    return new Wholes(reading, context).bare(n).map(Found.Value::new);
  }

  // What stands high

  /** A family whose index stands above: {@code x^{(n)}}; or an entry of its member. */
  Optional<Found> raised(ScriptedName n) {
    Tree high = n.highTree().orElseThrow();
    String fence = fence(high);
    Name name = Naming.raised(n.name(), fence);
    Optional<List<Expr>> above = new Integers(context).list(inner(high));
    Optional<List<Expr>> below =
        n.low().isPresent()
            ? n.lowTree().flatMap(new Integers(context)::list)
            : Optional.of(List.of());
    if (above.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    List<Expr> all = new ArrayList<>(below.get());
    all.addAll(above.get());
    if (context.knows(name, all.size())) {
      return isPower(high) ? Optional.of(power(n)) : entity(name, all, n.span());
    }
    boolean ofMember =
        n.low().isPresent()
            && context.isValue(name, above.get().size())
            && context.type(name, above.get().size()) instanceof Type.Tensor;
    return ofMember
        ? Optional.of(
            new Found.Value(
                new Entries(reading)
                    .entry(reference(name, above.get(), n.span()), below.get(), n.span())))
        : Optional.empty();
  }

  private static boolean isPower(Tree high) {
    return Pieces.numeral(high).filter(v -> v.compareTo(Rational.ONE) > 0).isPresent();
  }

  private Found power(ScriptedName n) {
    return new Found.Value(
        reading.refused(
            new Refusal.Several(
                n.span(), "a power or a raised index", List.of("a power", "a member"))));
  }

  /** A family with a label above: {@code b_i^1}; or an entry of a whole with that label. */
  Optional<Found> underLabel(ScriptedName n) {
    Optional<Name> name = n.labelledHigh();
    Optional<List<Expr>> below = n.lowTree().flatMap(new Integers(context)::list);
    if (name.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    List<Expr> indices = apart(name.get(), below.get());
    if (context.knows(name.get(), indices.size())) {
      return entity(name.get(), indices, n.span());
    }
    boolean whole =
        context.isValue(name.get(), 0) && context.type(name.get(), 0) instanceof Type.Tensor;
    return whole
        ? Optional.of(
            new Found.Value(
                new Entries(reading)
                    .entry(reference(name.get(), List.of(), n.span()), below.get(), n.span())))
        : Optional.empty();
  }

  /** A family with a label below and an index above. */
  Optional<Found> aboveLabel(ScriptedName n) {
    Tree high = n.highTree().orElseThrow();
    Optional<List<Expr>> above = new Integers(context).list(inner(high));
    return n.low().isEmpty() || above.isEmpty()
        ? Optional.empty()
        : n.labelledLow()
            .map(name -> Naming.raised(name, fence(high)))
            .flatMap(name -> entity(name, above.get(), n.span()));
  }

  static String fence(Tree high) {
    if (!(Pieces.plain(high) instanceof Tree.Group g) || Pieces.items(g.content()).size() != 1) {
      return "";
    }
    return g.open().isFence("(") ? "()" : g.open().isFence("[") ? "[]" : "";
  }

  static Tree inner(Tree high) {
    return fence(high).isEmpty() ? high : ((Tree.Group) Pieces.plain(high)).content();
  }

  // Derivatives

  /** {@code f^{(2)}} of a function of one number: its second derivative. */
  Optional<Found> timesDerived(ScriptedName n) {
    Tree high = n.highTree().orElseThrow();
    Optional<Integer> order =
        fence(high).equals("()") && n.low().isEmpty()
            ? Pieces.numeral(inner(high))
                .filter(v -> v.isInteger() && v.signum() > 0 && v.compareTo(Rational.of(9)) <= 0)
                .map(Rational::intValueExact)
            : Optional.empty();
    return order.flatMap(
        k ->
            calls
                .callee(n.name(), List.of(), n.span())
                .filter(f -> f.parameters().size() == 1)
                .filter(f -> f.parameters().getFirst().shape().isScalar())
                .map(f -> new Found.Function(f.by(Collections.nCopies(k, 0)))));
  }

  /** A function with primes: its derivative by its only slot, of a loss by its second. */
  Optional<Found> primed(ScriptedName n) {
    ScriptedName plain = n.withoutPrimes();
    List<Expr> indices = n.lowTree().flatMap(new Integers(context)::list).orElse(List.of());
    Optional<Calls.Callee> family =
        n.low().isPresent() && indices.isEmpty()
            ? Optional.empty()
            : calls.callee(plain.name(), indices, n.span());
    return family
        .or(() -> plain.labelledLow().flatMap(l -> calls.callee(l, List.of(), n.span())))
        .map(f -> primed(f, n));
  }

  private Found primed(Calls.Callee f, ScriptedName n) {
    List<Parameter> p = f.parameters();
    if (p.size() == 1) {
      return new Found.Function(f.by(Collections.nCopies(n.primes(), 0)));
    }
    boolean loss =
        p.size() == 2 && p.get(0).shape().equals(p.get(1).shape()) && Losses.isLoss(f.name());
    return loss
        ? new Found.Function(f.by(Collections.nCopies(n.primes(), 1)))
        : new Found.Value(
            reading.refused(
                new Refusal.Derived(n.span(), "A prime on a function of several arguments.")));
  }
}
