package dev.hence.read.elaborate;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.type.Type;
import dev.hence.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values at a place and between two places. */
final class Evaluations {
  private final Reading reading;

  Evaluations(Reading reading) {
    this.reading = reading;
  }

  /** The body at what the scripts say. */
  Typed read(Tree body, List<Script> scripts, Span span, Context context) {
    Optional<Tree> low = content(scripts, true);
    Optional<Tree> high = content(scripts, false);
    Typed inside = reading.read(body, context);
    if (high.isEmpty()) {
      return low.map(l -> at(inside, Pieces.items(l), span, context))
          .orElseGet(
              () -> reading.refused(new Refusal.NoMeaning(span, "a bar that says no place")));
    }
    Optional<Joined> from = low.flatMap(Evaluations::place);
    Optional<Joined> to = place(high.get());
    if (low.isPresent() && from.isEmpty() && to.isEmpty()) {
      return bare(inside, low.get(), high.get(), span, context);
    }
    Optional<Tree> variable = from.or(() -> to).map(Evaluations::variable);
    boolean same =
        from.isEmpty()
            || to.isEmpty()
            || Names.bare(variable(from.get())).equals(Names.bare(variable(to.get())));
    if (low.isEmpty() || !same) {
      return reading.refused(new Refusal.NoMeaning(span, "an evaluation between these ends"));
    }
    Tree start = from.map(Evaluations::value).orElse(low.get());
    Tree end = to.map(Evaluations::value).orElse(high.get());
    return difference(
        at(inside, variable.get(), end, span, context),
        at(inside, variable.get(), start, span, context));
  }

  private static Typed difference(Typed to, Typed from) {
    return Typed.of(
        to.type(), build -> difference(to.draft().build(build), from.draft().build(build)));
  }

  private static Expr difference(Expr to, Expr from) {
    return new Expr.Add(List.of(to, new Expr.Negate(from)));
  }

  private static Tree variable(Joined place) {
    return place.links().getFirst().operand();
  }

  private static Tree value(Joined place) {
    return place.links().getLast().operand();
  }

  /** At one place, or at several that do not speak of one another. */
  private Typed at(Typed body, List<Tree> places, Span span, Context context) {
    Typed result = body;
    Set<String> before = new HashSet<>();
    for (Tree item : places) {
      Optional<Joined> place = place(item);
      if (place.isEmpty()) {
        return reading.refused(new Refusal.NoMeaning(span, "a bar that says no variable"));
      }
      Set<String> speaks = Names.heads(item);
      if (!before.isEmpty() && (context.moves() || speaks.stream().anyMatch(before::contains))) {
        return reading.refused(new Refusal.NoMeaning(span, "places that speak of one another"));
      }
      before.addAll(speaks);
      result = at(result, variable(place.get()), value(place.get()), span, context);
    }
    return result;
  }

  // Ends without a variable

  /** Whether brackets or bars with scripts at both ends take a difference of values. */
  boolean isBetween(Tree.Group group, Tree low, Context context) {
    boolean bracket = group.open().isFence("[");
    if (!(bracket || group.open().isFence("|")) || Pieces.isChain(group.content())) {
      return false;
    }
    int mark = reading.inference().mark();
    boolean number =
        Tensors.isReal(reading.inference().known(reading.read(group.content(), context).type()));
    reading.inference().undo(mark);
    return number || (bracket && new Integers(context).list(low).isEmpty());
  }

  private Typed end(Tree written, Optional<Expr> time, Context context) {
    return time.map(t -> Typed.of(Type.real(), t)).orElseGet(() -> reading.read(written, context));
  }

  /** What is meant is the time, or the one variable that stands in the body. */
  private Typed bare(Typed body, Tree low, Tree high, Span span, Context context) {
    Instants instants = new Instants(context);
    Optional<Expr> start = instants.time(low);
    Optional<Expr> end = instants.time(high);
    Typed from = end(low, start, context);
    Typed to = end(high, end, context);
    reading.inference().same(from.type(), to.type(), span, Refusal.Where.ARGUMENT);
    return Typed.of(
        body.type(),
        build -> {
          Expr value = body.draft().build(build);
          if (start.isPresent() && end.isPresent() && moves(value, context)) {
            return difference(
                atTime(value, Name.TIME, end.get(), span, build),
                atTime(value, Name.TIME, start.get(), span, build));
          }
          Expr a = from.draft().build(build);
          Expr b = to.draft().build(build);
          return only(value)
              .filter(v -> v.shape().equals(a.shape()))
              .map(
                  v ->
                      difference(
                          new Expr.Substituted(value, v, b), new Expr.Substituted(value, v, a)))
              .map(Expr.class::cast)
              .orElseGet(
                  () ->
                      build.refuse(
                          new Refusal.NoMeaning(span, "an evaluation that names no variable")));
        });
  }

  private static boolean moves(Expr value, Context context) {
    return Trees.any(value, e -> e instanceof Expr.At)
        || new Dependence(context.scope()).mentionsState(value);
  }

  /** The one variable of a formula. */
  private static Optional<Expr.Ref> only(Expr body) {
    Set<Expr.Ref> found = new HashSet<>();
    Trees.walk(
        body,
        e -> {
          if (e instanceof Expr.Ref r) {
            found.add(r);
          }
        });
    return found.stream().filter(r -> found.size() == 1 && r.indices().isEmpty()).findFirst();
  }

  static Optional<Tree> content(List<Script> scripts, boolean low) {
    return scripts.stream()
        .filter(s -> low ? s.isLow() : s.isHigh())
        .findFirst()
        .flatMap(Script::content);
  }

  /** {@code x = a}. */
  static Optional<Joined> place(Tree tree) {
    return Pieces.plain(tree) instanceof Joined j
            && Pieces.isChain(j)
            && j.links().size() == 2
            && j.links().getFirst().operator().isEmpty()
            && Pieces.meaning(j.links().get(1).operator()).equals("=")
        ? Optional.of(j)
        : Optional.empty();
  }

  private Typed at(Typed body, Tree variable, Tree value, Span span, Context context) {
    Typed to = reading.read(value, context);
    Optional<Name> time =
        ScriptedName.of(Pieces.plain(variable))
            .map(ScriptedName::plain)
            .filter(context::isTimeVariable);
    if (time.isPresent()) {
      return Typed.of(
          body.type(),
          build ->
              atTime(body.draft().build(build), time.get(), to.draft().build(build), span, build));
    }
    Typed by = reading.read(variable, context);
    Typed fitted =
        new Fitting(reading.inference()).fit(to, by.type(), span, Refusal.Where.ARGUMENT);
    return Typed.of(
        body.type(),
        build ->
            by.draft().build(build) instanceof Expr.Ref ref && ref.indices().isEmpty()
                ? new Expr.Substituted(body.draft().build(build), ref, fitted.draft().build(build))
                : build.refuse(new Refusal.NoMeaning(span, "a value at what is no variable")));
  }

  private static Expr atTime(Expr body, Name time, Expr value, Span span, Build build) {
    Expr variable = new Expr.Ref(time, List.of(), Shape.SCALAR);
    Expr now = Differentiation.stripped(body, variable);
    return Trees.any(now, variable::equals)
        ? build.refuse(new Refusal.NoMeaning(span, "a time that stands in the formula by itself"))
        : new Expr.At(now, value);
  }
}
