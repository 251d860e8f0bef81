package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Accent;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Font;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a name with its scripts, primes and arguments: which declared or defined thing it is, and
 * whether a script is a label, an index, an argument, a time, an entry, a power or a transpose.
 */
final class References {
  private final Context context;
  private final Reach reach;

  /** Whether a transpose or a power stands on what is read, so that it is a factor. */
  private final boolean isRaised;


  References(Context context) {
    this(context, false);
  }

  private References(Context context, boolean raised) {
    this.context = context;
    this.isRaised = raised;
    this.reach = new Reach(context.scope());
  }

  /** A name with what follows it. */
  Expr read(Written written, Factors factors) {
    Optional<Expr> whole = labelled(written, factors);
    if (whole.isPresent()) {
      return whole.get();
    }
    if (written.sup().isPresent()) {
      return raised(written, factors);
    }
    return indexed(written, factors)
        .or(() -> derived(written, factors))
        .or(() -> dotted(written, factors))
        .or(() -> new Builtins(context).read(written, factors))
        .or(() -> new Constants(context).read(written, factors))
        .or(() -> constant(written))
        .orElseGet(() -> undeclared(written, factors));
  }

  /** The name with all its scripts as one declared label. */
  private Optional<Expr> labelled(Written w, Factors factors) {
    if (w.sub().isEmpty() && w.sup().isEmpty()) {
      return Optional.empty();
    }
    return Written.labelled(w.primed(), w.sub(), w.sup())
        .filter(name -> context.knows(name, 0))
        .map(name -> entity(name, List.of(), List.of(), w, factors));
  }

  private Expr raised(Written w, Factors factors) {
    Syntax sup = w.sup().orElseThrow();
    Optional<Expr> family = superscripted(w, sup, factors);
    if (family.isPresent()) {
      return family.get();
    }
    if (isExponentialBase(w)) {
      return Functions.exponential(new Formulas(context).expr(sup), w.span());
    }
    if (sup instanceof Syntax.Name mark && isStar(mark)) {
      throw unknown(w, w.primed().latex() + "^{" + mark.key() + "}");
    }
    boolean called = factors.arguments().isPresent() && isFunction(w.withoutSup());
    if (called && !Powers.isTransposeMark(sup)) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "a power on the name of a function may be a power of its value or a repeated application",
          "write the power behind the arguments: f(x)^2");
    }
    refuseLabel(w, sup);
    return factors.raised(new References(context, true).read(w.withoutSup(), factors), sup);
  }

  /**
   * {@code Z^{[l]}}, {@code x^{(i)}}, {@code W^{L-1}} of a name that is not declared with such
   * scripts: labels or indices, hardly powers.
   */
  private void refuseLabel(Written w, Syntax sup) {
    boolean bracketed = !fence(sup).isEmpty();
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

  /** The parentheses or brackets that a superscript consists of, or nothing. */
  static String fence(Syntax sup) {
    if (!(sup instanceof Syntax.Group g) || g.items().size() != 1) {
      return "";
    }
    if (g.open() == Delimiter.PARENTHESIS) {
      return "()";
    }
    return g.open() == Delimiter.BRACKET ? "[]" : "";
  }

  private static boolean isStar(Syntax.Name mark) {
    return List.of("*", "\\ast", "\\star", "+", "-", "\\dagger").contains(mark.base());
  }

  /** A family whose index stands above: {@code x^{(n)}}. */
  private Optional<Expr> superscripted(Written w, Syntax sup, Factors factors) {
    String fence = fence(sup);
    Syntax inner = fence.isEmpty() ? sup : ((Syntax.Group) sup).items().getFirst();
    Name name = superscriptName(w.primed(), fence);
    List<Expr> below = w.sub().flatMap(s -> new Integers(context).list(s)).orElse(List.of());
    Optional<List<Expr>> above = new Integers(context).list(inner);
    if (above.isEmpty() || (w.sub().isPresent() && below.isEmpty())) {
      return Optional.empty();
    }
    List<Expr> all = new ArrayList<>(below);
    all.addAll(above.get());
    return context.knows(name, all.size())
        ? Optional.of(entity(name, all, List.of(), w, factors))
        : Optional.empty();
  }

  /** The name under which a family with a raised index is kept. */
  static Name superscriptName(Name name, String fence) {
    return new Name(name.latex() + "^{" + fence + "}");
  }

  private boolean isFunction(Written w) {
    return parameters(w.primed(), 0).isPresent() || parameters(w.plain(), 0).isPresent();
  }

  // Names that are declared or defined as they stand

  private Optional<Expr> indexed(Written w, Factors factors) {
    Name name = w.primed();
    if (w.sub().isEmpty()) {
      return context.knows(name, 0)
          ? Optional.of(entity(name, List.of(), List.of(), w, factors))
          : Optional.empty();
    }
    Syntax sub = w.sub().get();
    return stateSubscript(name, sub, w, factors)
        .or(() -> family(name, sub, w, factors))
        .or(() -> argumentSubscript(name, sub, w, factors))
        .or(() -> timeSubscript(w, sub, factors))
        .or(() -> entries(w, sub, factors));
  }

  /** {@code K_{\theta_t}(x,x')}, K_θ being a defined name of its own. */
  private Optional<Expr> stateSubscript(Name name, Syntax sub, Written w, Factors factors) {
    return root(sub)
        .map(name::withSubscript)
        .filter(n -> context.knows(n, 0))
        .map(n -> entity(n, List.of(), List.of(new Formulas(context).expr(sub)), w, factors));
  }

  /** The declared variable that a subscript is a value of: θ of {@code \theta_t}, w of w(t). */
  private Optional<Name> root(Syntax sub) {
    Syntax first = sub instanceof Syntax.Product p ? p.factors().getFirst().value() : sub;
    return Written.of(first)
        .map(w -> context.knows(w.primed(), 0) ? w.primed() : w.plain())
        .filter(n -> !context.isLetter(n.latex()))
        .filter(n -> context.variable(n, 0).isPresent() || context.locals().containsKey(n));
  }

  private Optional<Expr> family(Name name, Syntax sub, Written w, Factors factors) {
    Optional<List<Expr>> indices = new Integers(context).list(sub);
    return indices
        .filter(list -> context.knows(name, list.size()) && !isEntry(name, list, w))
        .map(list -> entity(name, list, List.of(), w, factors))
        .or(() -> indices.flatMap(list -> memberEntry(name, list, w, factors)));
  }

  /** {@code x_{ki}}: entry i of the member x_k. */
  private Optional<Expr> memberEntry(Name name, List<Expr> indices, Written w, Factors factors) {
    int last = indices.size() - 1;
    if (last < 1 || !context.knows(name, last) || parameters(name, last).isPresent()) {
      return Optional.empty();
    }
    Expr member = entity(name, indices.subList(0, last), List.of(), w, factors);
    return member.shape() instanceof Shape.Vector
        ? Optional.of(entry(member, indices.subList(last, last + 1), w.span()))
        : Optional.empty();
  }

  /**
   * Whether x_i is an entry of the vector x although there is a family x_k too: i runs over the
   * entries, and not over the members.
   */
  private boolean isEntry(Name name, List<Expr> indices, Written w) {
    Optional<Shape> plain =
        context.knows(name, 0) && parameters(name, 0).isEmpty()
            ? Optional.of(shape(name, 0))
            : Optional.empty();
    boolean both =
        indices.size() == 1
            && indices.getFirst() instanceof Expr.Index
            && plain.filter(Shape.Vector.class::isInstance).isPresent();
    if (!both) {
      return false;
    }
    Optional<Range> range = context.range(((Expr.Index) indices.getFirst()).letter());
    Range entries =
        new Range(new Expr.Literal(Rational.ONE), Integers.of(((Shape.Vector) plain.get()).size()));
    boolean overEntries = range.filter(entries::equals).isPresent();
    boolean overMembers = range.isPresent() && range.equals(memberRange(name));
    if (overEntries && overMembers) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "this may be an entry of the vector " + name + " or a member of the family",
          "use another letter for one of the two");
    }
    return overEntries;
  }

  private Optional<Range> memberRange(Name name) {
    return context
        .variable(name, 1)
        .map(Declaration.Variable::indices)
        .or(() -> context.definition(name, 1).map(d -> d.lambda().indices()))
        .map(List::getFirst)
        .flatMap(letter -> Optional.ofNullable(context.scope().ranges().get(letter)));
  }

  /** {@code f_\theta(x)} for a function f(x; θ). */
  private Optional<Expr> argumentSubscript(Name name, Syntax sub, Written w, Factors factors) {
    Optional<Name> root = root(sub);
    Optional<List<Parameter>> parameters = parameters(name, 0);
    boolean slot =
        root.isPresent()
            && parameters.isPresent()
            && parameters.get().stream().anyMatch(p -> p.name().equals(root.get()));
    return slot
        ? Optional.of(entity(name, List.of(), List.of(new Formulas(context).expr(sub)), w, factors))
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

  private Optional<Expr> entries(Written w, Syntax sub, Factors factors) {
    Written bare = w.withoutSub();
    Optional<List<Expr>> indices = new Integers(context).list(sub);
    boolean known = context.knows(bare.primed(), 0) && parameters(bare.primed(), 0).isEmpty();
    if (known && Slices.isSlice(sub)) {
      return Optional.of(new Slices(context).of(read(bare, factors), sub));
    }
    if (indices.isEmpty() || !known) {
      return Optional.empty();
    }
    Expr body = read(bare, factors);
    return Optional.of(entry(body, digits(body, indices.get()), w.span()));
  }

  /** {@code A_{12}} of a matrix: row 1, column 2. */
  private static List<Expr> digits(Expr body, List<Expr> indices) {
    boolean two =
        body.shape() instanceof Shape.Matrix
            && indices.size() == 1
            && indices.getFirst() instanceof Expr.Literal l
            && l.value().compareTo(Rational.of(10)) > 0
            && l.value().compareTo(Rational.of(100)) < 0;
    if (!two) {
      return indices;
    }
    int number = ((Expr.Literal) indices.getFirst()).value().intValueExact();
    return List.of(
        new Expr.Literal(Rational.of(number / 10)), new Expr.Literal(Rational.of(number % 10)));
  }

  static Expr entry(Expr body, List<Expr> indices, Span span) {
    int depth =
        switch (body.shape()) {
          case Shape.Scalar s -> 0;
          case Shape.Vector v -> 1;
          case Shape.Row r -> 1;
          case Shape.Matrix m -> 2;
        };
    if (depth != indices.size()) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          Shapes.a(body.shape()) + " has no entry with " + indices.size() + " indices",
          "");
    }
    return new Expr.Entry(body, indices);
  }

  // Things with their arguments

  private Optional<List<Parameter>> parameters(Name name, int indices) {
    return context
        .function(name, indices)
        .map(Declaration.Function::parameters)
        .or(
            () ->
                context
                    .definition(name, indices)
                    .map(d -> d.lambda().parameters())
                    .filter(p -> !p.isEmpty()));
  }

  /** A known name at its indices, with the arguments that a subscript gave and those behind it. */
  private Expr entity(
      Name name, List<Expr> indices, List<Expr> subscript, Written w, Factors factors) {
    Optional<List<Parameter>> parameters = parameters(name, indices.size());
    if (parameters.isPresent() && !context.locals().containsKey(name)) {
      return call(name, indices, parameters.get(), subscript, List.of(), w, factors);
    }
    Expr.Ref ref = new Expr.Ref(name, indices, shape(name, indices.size()));
    return atTime(ref, factors).or(() -> spelled(ref, w, factors)).orElse(ref);
  }

  /**
   * {@code L(w)} of an L that is defined through w, without parameters of its own: the value, with
   * what it depends on spelled out. Nobody writes a product with parentheses around a lone name.
   */
  private Optional<Expr> spelled(Expr.Ref ref, Written w, Factors factors) {
    Optional<Syntax.Group> group = factors.arguments();
    boolean names =
        group.isPresent()
            && group.get().open() == Delimiter.PARENTHESIS
            && group.get().items().stream().allMatch(this::isLoneName);
    if (!names || isRaised) {
      return Optional.empty();
    }
    boolean depends =
        group.get().items().stream()
            .map(this::argument)
            .allMatch(a -> a instanceof Expr.Ref r && reach.mentions(ref, r.name()));
    if (!depends || reach.definition(ref).isEmpty()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "`"
              + ref.name()
              + "` is no function, so this may be its product with what stands in parentheses or"
              + " its value there",
          "write the product without parentheses, or declare the function in `let`");
    }
    return Optional.of(factors.called(ref));
  }

  private boolean isLoneName(Syntax item) {
    return Written.of(item)
        .filter(w -> w.sup().isEmpty())
        .filter(w -> !context.isLetter(w.primed().latex()))
        .isPresent();
  }

  private Shape shape(Name name, int indices) {
    if (indices == 0 && context.locals().containsKey(name)) {
      return context.locals().get(name);
    }
    return context
        .definition(name, indices)
        .map(Definition::shape)
        .or(() -> context.variable(name, indices).map(Declaration.Variable::shape))
        .orElseThrow();
  }

  /** {@code w(t)}, {@code u(0)}: a value that moves, at a time. */
  private Optional<Expr> atTime(Expr value, Factors factors) {
    return factors
        .arguments()
        .filter(g -> g.items().size() == 1)
        .flatMap(g -> new Times(context).time(g.items().getFirst()))
        .filter(time -> reach.mentionsState(value))
        .map(time -> factors.called(new Expr.At(value, time)));
  }

  /**
   * A function at its arguments.
   *
   * @param slots by which it is differentiated
   */
  Expr call(
      Name name,
      List<Expr> indices,
      List<Parameter> parameters,
      List<Expr> subscript,
      List<Integer> slots,
      Written w,
      Factors factors) {
    Optional<Syntax.Group> group = factors.arguments();
    List<Expr> arguments = new ArrayList<>();
    group.ifPresent(References::refuseConditional);
    if (group.isPresent()) {
      Optional<Expr> time = timeOnly(group.get(), parameters);
      if (time.isPresent()) {
        Expr bare = new Calls(context).build(name, indices, parameters, subscript, slots, w);
        return factors.called(new Expr.At(bare, time.get()));
      }
      group.get().items().forEach(item -> arguments.add(argument(item)));
    }
    arguments.addAll(subscript);
    Expr value = new Calls(context).build(name, indices, parameters, arguments, slots, w);
    return group.isPresent() ? factors.called(value) : value;
  }

  /** In {@code p(y|x)} the names say which p is meant, so that it is no function of two slots. */
  private static void refuseConditional(Syntax.Group group) {
    if (group.separators().contains("|")) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          group.span(),
          "what stands behind a bar in parentheses is not read as an argument",
          "give conditional probabilities names of their own, with commas between arguments");
    }
  }

  /** {@code L(t)} where L has the state as its only parameter: the value at that time. */
  private Optional<Expr> timeOnly(Syntax.Group group, List<Parameter> parameters) {
    boolean states = parameters.stream().allMatch(p -> context.scope().isState(p.name()));
    return states && group.items().size() == 1
        ? new Times(context)
            .time(group.items().getFirst())
            .filter(t -> !(t instanceof Expr.Literal))
        : Optional.empty();
  }

  private Expr argument(Syntax item) {
    return new Formulas(context).expr(item);
  }

  // Primes and dots that are derivatives

  /** {@code \ell'(y, u)}, {@code \phi''(z)}. */
  private Optional<Expr> derived(Written w, Factors factors) {
    if (w.primes() == 0) {
      return Optional.empty();
    }
    Name name = w.plain();
    List<Expr> indices = w.sub().flatMap(s -> new Integers(context).list(s)).orElse(List.of());
    Optional<List<Parameter>> parameters = parameters(name, indices.size());
    if (parameters.isEmpty() || (w.sub().isPresent() && indices.isEmpty())) {
      return Optional.empty();
    }
    int slot = primeSlot(name, parameters.get(), w);
    List<Integer> slots = java.util.Collections.nCopies(w.primes(), slot);
    return Optional.of(
        call(name, indices, parameters.get(), List.of(), slots, w.withoutPrimes(), factors));
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

  private Optional<Expr> dotted(Written w, Factors factors) {
    return w.undotted()
        .map(below -> new Derivatives(context).alongFlow(read(below, factors), w.span()))
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
    return Optional.of(new Derivatives(context).alongFlow(read(below, factors), w.span()));
  }

  // Constants and names that no one declared

  boolean isExponentialBase(Written w) {
    boolean e = w.base().base().equals("e") && w.base().accents().isEmpty() && !w.base().bold();
    return e
        && w.primes() == 0
        && w.sub().isEmpty()
        && !context.knows(w.plain(), 0)
        && !context.isLetter("e");
  }

  private Optional<Expr> constant(Written w) {
    if (w.sub().isPresent() || w.primes() > 0) {
      return Optional.empty();
    }
    if (isExponentialBase(w)) {
      return Optional.of(new Expr.Apply(ElementaryFunction.EXP, new Expr.Literal(Rational.ONE)));
    }
    if (w.base().key().equals("\\pi")) {
      return Optional.of(new Expr.Pi());
    }
    return new Integers(context).integer(w.base());
  }

  /**
   * A plain letter that nothing indexes or applies is a real number; a primed or accented one takes
   * the shape of the name it comes from.
   */
  private Expr undeclared(Written w, Factors factors) {
    Name name = w.primed();
    if (w.sub().isPresent()) {
      String shown = Written.labelled(name, w.sub(), Optional.empty()).orElse(name).latex();
      boolean base = context.knows(name, 0) || context.knows(name, 1) || context.knows(name, 2);
      if (base) {
        throw new Misread(
            ProblemId.UNKNOWN_NAME,
            w.span(),
            "`" + shown + "` is used but nothing says over which range its indices run",
            "add the range to `let`, for example m = 1, \\dots, M");
      }
      throw unknown(w, shown);
    }
    if (new Times(context).isTimeVariable(name)) {
      return new Expr.Ref(name, List.of(), Shape.SCALAR);
    }
    Optional<Declaration.Variable> origin = origin(w);
    if (origin.isPresent()) {
      Declaration.Variable assumed = context.ledger().assume(name, origin.get().shape(), w.span());
      return new Expr.Ref(name, List.of(), assumed.shape());
    }
    refuseDelta(w, factors);
    boolean letter =
        w.base().font() == Font.PLAIN
            && !w.base().bold()
            && w.base().accents().isEmpty()
            && w.primes() == 0
            && isLetter(w.base().base());
    if (!letter || factors.arguments().isPresent()) {
      throw unknown(w, name.latex());
    }
    context.ledger().assume(name, Shape.SCALAR, w.span());
    return new Expr.Ref(name, List.of(), Shape.SCALAR);
  }

  /** A bare Δ before something may be a change of it, or the Laplace operator. */
  private static void refuseDelta(Written w, Factors factors) {
    if (w.base().key().equals("\\Delta") && factors.isFollowed()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "nothing says what Δ is: a number, a change of what follows, or the Laplace operator",
          "declare \\Delta, or write \\operatorname{tr}(\\nabla_x^2 f) for the Laplace operator");
    }
  }

  private static boolean isLetter(String base) {
    boolean differential = base.equals("d");
    return !differential
        && ((base.length() == 1 && Character.isLetter(base.charAt(0))) || base.startsWith("\\"));
  }

  private Optional<Declaration.Variable> origin(Written w) {
    Name plain = new Name(Syntax.Name.plain(w.base().base(), w.span()).key());
    boolean derived =
        (w.primes() > 0 || !w.base().accents().isEmpty())
            && w.base().font() == Font.PLAIN
            && !w.base().bold()
            && w.base().accents().stream().allMatch(a -> a == Accent.TILDE || a == Accent.HAT);
    return derived && !context.scope().isState(plain)
        ? context.variable(plain, 0)
        : Optional.empty();
  }

  private static Misread unknown(Written w, String name) {
    if (w.base().base().equals("d") && !w.base().bold() && w.sub().isEmpty()) {
      return new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          w.span(),
          "a differential by itself is not supported",
          "write the derivative: \\frac{\\partial f}{\\partial x} = G for df = tr(G^\\top dx)");
    }
    return new Misread(
        ProblemId.UNKNOWN_NAME,
        w.span(),
        "`" + name + "` is used but nothing says what it is",
        "define it or add it to `let`");
  }
}
