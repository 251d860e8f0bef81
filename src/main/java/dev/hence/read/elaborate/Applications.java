package dev.hence.read.elaborate;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.read.symbol.Font;
import dev.hence.read.symbol.Symbol;
import dev.hence.read.syntax.Token;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Application;
import dev.hence.read.syntax.Tree.Group;
import dev.hence.read.syntax.Tree.Joined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Names and derivatives before arguments in parentheses. */
final class Applications {
  private static final List<String> INDICATORS = List.of("1", "I");

  private final Reading reading;

  Applications(Reading reading) {
    this.reading = reading;
  }

  Typed read(Application a, Context context) {
    return applied(a.function(), a.argument(), context)
        .orElseGet(
            () -> reading.refused(new Refusal.Unknown(a.function().span(), text(a.function()))));
  }

  private static String text(Tree tree) {
    return ScriptedName.of(tree)
        .map(n -> n.labelled().orElse(n.name()).latex())
        .orElse("this before parentheses");
  }

  /**
   * Whether what stands before parentheses takes what stands in them.
   *
   * @param picked whether a subscript on them picks an entry
   */
  boolean applies(Tree head, Tree argument, boolean picked, Context context) {
    int mark = reading.inference().mark();
    boolean applies = use(head, argument, picked, context).isPresent();
    reading.inference().undo(mark);
    return applies;
  }

  private Optional<Typed> applied(Tree head, Tree argument, Context context) {
    return use(head, argument, false, context).map(Supplier::get);
  }

  /** What the head makes of the arguments, if anything. */
  private Optional<Supplier<Typed>> use(Tree head, Tree argument, boolean picked, Context context) {
    if (!(Pieces.plain(argument) instanceof Group group)) {
      return Optional.empty();
    }
    if (head instanceof Tree.Derivative d) {
      List<Tree> items = Pieces.items(group.content());
      return new Derivatives(reading)
          .callee(d, context)
          .map(f -> () -> new Derivatives(reading).atSlot(f, items, context));
    }
    if (head instanceof Tree.Scripted s && Groups.isParenthesis(s.base())) {
      return new Compositions(reading).use(s, group, context);
    }
    if (Groups.isParenthesis(head)) {
      return new Compositions(reading).use((Group) head, group, context);
    }
    return new Operators(reading, context)
        .before(head, group)
        .or(() -> ScriptedName.of(head).flatMap(n -> name(n, group, picked, context)));
  }

  private Optional<Supplier<Typed>> name(
      ScriptedName n, Group group, boolean picked, Context context) {
    Optional<Supplier<Typed>> barred = barred(n, group, context);
    if (barred.isPresent()) {
      return barred;
    }
    Optional<Supplier<Typed>> member =
        group.open().isFence("(")
            ? new IndexArguments(reading, context).member(n, Pieces.items(group.content()))
            : Optional.empty();
    if (member.isPresent()) {
      return member;
    }
    Optional<Found> found = new Names(reading, context).find(n);
    if (found.isEmpty()) {
      return unknown(n, group, context);
    }
    return switch (found.get()) {
      case Found.Function f ->
          isFactor(f, group, context)
              ? Optional.empty()
              : Optional.of(() -> function(n, f, group, context));
      case Found.Value v -> {
        Optional<Supplier<Typed>> use = value(n, v.value(), group, context);
        boolean lone = !picked && isNumber(v.value()) && CallDoubts.isLoneName(group, context);
        yield use.isEmpty() && lone
            ? Optional.of(() -> reading.refused(CallDoubts.noFunction(n)))
            : use;
      }
    };
  }

  private Typed function(ScriptedName n, Found.Function f, Group group, Context context) {
    Optional<Refusal> refusal = CallDoubts.refusal(n, f, group, context);
    if (refusal.isPresent()) {
      return reading.refused(refusal.get());
    }
    Calls calls = new Calls(reading, context);
    Optional<Expr> time = timeAlone(f, group, context);
    if (time.isPresent()) {
      Typed bare = calls.alone(f.callee(), f.subscripts());
      return f.after().apply(Names.at(bare, time.get()));
    }
    List<Typed> arguments =
        new ArrayList<>(new Dots(reading, context).arguments(Pieces.items(group.content())));
    arguments.addAll(f.subscripts());
    return f.after().apply(calls.call(f.callee(), arguments));
  }

  /** {@code L(t)} where L has the state as its only parameter; L(0) beside it is at the start. */
  private static Optional<Expr> timeAlone(Found.Function f, Group group, Context context) {
    boolean states =
        f.callee().parameters().stream().allMatch(p -> context.scope().isState(p.name()));
    return states && Pieces.items(group.content()).size() == 1
        ? new Instants(context)
            .time(group.content())
            .filter(t -> t instanceof Expr.Ref || context.naught() == Naught.START)
        : Optional.empty();
  }

  /** {@code \pi (a - b)} where π is a function of a vector: a number is no argument of it. */
  private boolean isFactor(Found.Function f, Group group, Context context) {
    boolean sum =
        Pieces.plain(group.content()) instanceof Joined j
            && j.binding() == Tree.Binding.SUM
            && f.callee().parameters().size() == 1
            && !f.callee().parameters().getFirst().shape().isScalar();
    if (!sum) {
      return false;
    }
    int mark = reading.inference().mark();
    Typed argument = reading.read(group.content(), context);
    boolean factor =
        !(argument.form() instanceof Form.Numeral)
            && Tensors.isReal(reading.inference().known(argument.type()));
    reading.inference().undo(mark);
    return factor;
  }

  /** {@code w(t)}, {@code L(w)} of an L that is defined through w. */
  private Optional<Supplier<Typed>> value(
      ScriptedName n, Typed value, Group group, Context context) {
    List<Tree> items = Pieces.items(group.content());
    boolean moves = onState(value, context) || isEntryOfState(n, value, context);
    boolean at = moves && isAtTime(value, items, context);
    Optional<Expr> time = at ? new Instants(context).time(items.getFirst()) : Optional.empty();
    if (time.isPresent()) {
      return Optional.of(() -> Names.at(value, time.get()));
    }
    if (onState(value, context) && CallDoubts.isReckoned(group.content(), context)) {
      return Optional.of(() -> reading.refused(CallDoubts.reckoned(group)));
    }
    return isSpelled(value, items, context)
        ? Optional.of(() -> value)
        : indicator(n, group, context);
  }

  /** {@code w(T)}, and {@code u(T, p)} of a solution that depends on p. */
  private static boolean isAtTime(Typed value, List<Tree> items, Context context) {
    if (items.size() == 1) {
      return true;
    }
    List<Name> given = items.stream().skip(1).flatMap(i -> Names.bare(i).stream()).toList();
    return value.form() instanceof Form.Reference r
        && items.size() == given.size() + 1
        && context
            .scope()
            .dynamics()
            .map(d -> d.parameters().get(r.name()))
            .filter(given::equals)
            .isPresent();
  }

  private boolean isNumber(Typed value) {
    return Tensors.isReal(reading.inference().known(value.type()));
  }

  private boolean onState(Typed value, Context context) {
    return value.form() instanceof Form.Velocity
        || (value.form() instanceof Form.Reference r
            && !context.locals().containsKey(r.name())
            && new Dependence(context.scope()).mentionsState(node(r)));
  }

  /** {@code u_j(t)}, an entry of a vector that moves. */
  private boolean isEntryOfState(ScriptedName n, Typed value, Context context) {
    return value.form() == Form.Plain.PLAIN
        && n.low().isPresent()
        && (new Names(reading, context).onState(n.withoutLow().name())
            || new Wholes(reading, context)
                .boldOf(n)
                .filter(whole -> onState(whole, context))
                .isPresent());
  }

  private static Expr node(Form.Reference r) {
    List<Expr> indices = java.util.Collections.nCopies(r.indices(), new Expr.Index("i"));
    return new Expr.Ref(r.name(), indices, Shape.SCALAR);
  }

  /** Whether the arguments only spell out on what a defined name depends. */
  private boolean isSpelled(Typed value, List<Tree> items, Context context) {
    if (!(value.form() instanceof Form.Reference r)
        || context.locals().containsKey(r.name())
        || context.definition(r.name(), r.indices()).isEmpty()) {
      return false;
    }
    Dependence dependence = new Dependence(context.scope());
    return !items.isEmpty()
        && Runs.apart(items).stream()
            .allMatch(
                run ->
                    spelled(run, context).filter(m -> dependence.mentions(node(r), m)).isPresent());
  }

  private static Optional<Name> spelled(List<Tree> run, Context context) {
    return run.size() > 1
        ? Runs.of(run, context).map(Runs::name)
        : ScriptedName.of(run.getFirst())
            .filter(m -> m.high().isEmpty())
            .map(m -> m.labelledLow().orElse(m.name()));
  }

  private Optional<Supplier<Typed>> unknown(ScriptedName n, Group group, Context context) {
    if (Prelude.knows(n, context)) {
      return Optional.of(
          () ->
              new Prelude(reading, context)
                  .apply(n, reading.read(group.content(), context), group.span()));
    }
    return indicator(n, group, context).or(() -> refusedFunction(n, group));
  }

  /** {@code \mathbb{1}[x > 0]}. */
  private Optional<Supplier<Typed>> indicator(ScriptedName n, Group group, Context context) {
    List<Tree> items = Pieces.items(group.content());
    boolean relations = !items.isEmpty() && items.stream().allMatch(Pieces::isChain);
    return n.isBare() && relations && isIndicator(n)
        ? Optional.of(
            () ->
                new Conditions(reading, context)
                    .indicator(group.content())
                    .orElseGet(
                        () -> reading.refused(new Refusal.NoMeaning(group.span(), "this list"))))
        : Optional.empty();
  }

  static boolean isIndicator(ScriptedName n) {
    Symbol letter = n.letter();
    return INDICATORS.contains(letter.letter())
        && (letter.font().bold()
            || letter.font().style() != Font.Style.PLAIN
            || letter.letter().equals("I"));
  }

  /** Nobody writes a product with parentheses around a lone name. */
  private Optional<Supplier<Typed>> refusedFunction(ScriptedName n, Group group) {
    List<Tree> items = Pieces.items(group.content());
    boolean names =
        group.open().isFence("(")
            && items.stream().allMatch(item -> ScriptedName.of(item).isPresent());
    boolean order = CallDoubts.isLandau(n);
    return names || order || items.size() != 1 || !Undeclared.isPlain(n)
        ? Optional.of(() -> reading.refused(unknown(n)))
        : Optional.empty();
  }

  private static Refusal unknown(ScriptedName n) {
    return new Refusal.Unknown(n.span(), n.labelled().orElse(n.name()).latex());
  }

  /** {@code q(x \mid z)}: the names say which q is meant. */
  private Optional<Supplier<Typed>> barred(ScriptedName n, Group group, Context context) {
    if (!(Pieces.plain(group.content()) instanceof Tree.Listed l)) {
      return Optional.empty();
    }
    List<Token> bars = l.separators().stream().filter(s -> s.isFence("|")).toList();
    return bars.size() == 1
        ? Optional.of(() -> barred(n, l, l.separators().indexOf(bars.getFirst()) + 1, context))
        : Optional.empty();
  }

  private Typed barred(ScriptedName n, Tree.Listed list, int behind, Context context) {
    Calls calls = new Calls(reading, context);
    Optional<Calls.Callee> callee =
        n.labelled()
            .or(() -> Optional.of(n.name()))
            .map(x -> x.withBar(behind))
            .flatMap(x -> calls.callee(x, List.of(), n.span()));
    if (callee.isEmpty()) {
      return reading.refused(new Refusal.NoMeaning(list.span(), "a bar in arguments"));
    }
    return calls.call(
        callee.get(), list.items().stream().map(i -> reading.read(i, context)).toList());
  }
}
