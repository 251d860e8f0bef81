package dev.hence.read.elaborate;

import dev.hence.claim.Domain;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.read.syntax.Tree.Scripted;
import dev.hence.read.type.Type;
import java.util.List;
import java.util.Optional;

/** Definite integrals, over a number or along the trajectory. */
final class Integrals {
  private final Reading reading;

  Integrals(Reading reading) {
    this.reading = reading;
  }

  Typed read(Tree.Integral integral, Context context) {
    List<Script> scripts = integral.head() instanceof Scripted s ? s.scripts() : List.of();
    Optional<Tree> lower = script(scripts, true);
    Optional<Tree> upper = script(scripts, false);
    Optional<Name> variable = integral.differential().flatMap(Integrals::variable);
    if (lower.isEmpty() || upper.isEmpty() || variable.isEmpty()) {
      return reading.refused(new Refusal.NoMeaning(integral.span(), "this integral"));
    }
    Typed from = end(lower.get(), context);
    Typed to = end(upper.get(), context);
    boolean timed =
        isTime(lower.get(), context)
            && isTime(upper.get(), context)
            && isAlong(integral, variable.get(), lower.get(), upper.get(), context);
    Context inside =
        timed ? context.withTime(variable.get()) : context.withLocal(variable.get(), Type.real());
    if (!timed && Pieces.isKind(upper.get(), TokenKind.INFINITY)) {
      return reading.refused(new Refusal.NoMeaning(upper.get().span(), "this end of an integral"));
    }
    Typed body = reading.read(integral.body(), inside);
    return Typed.of(
        body.type().plain(),
        build ->
            new Expr.Integral(
                variable.get(),
                from.draft().build(build),
                to.draft().build(build),
                body.draft().build(build)));
  }

  private static Optional<Tree> script(List<Script> scripts, boolean low) {
    return scripts.stream()
        .filter(s -> low ? s.isLow() : s.isHigh())
        .findFirst()
        .flatMap(Script::content);
  }

  private static Optional<Name> variable(Tree differential) {
    if (!(differential instanceof Tree.Differential d)) {
      return Optional.empty();
    }
    if (d.written().size() == 1) {
      return Pieces.plain(d.written().getFirst()) instanceof Tree.Leaf l
              && l.token().meaning().length() == 2
          ? Optional.of(new Name(l.token().meaning().substring(1)))
          : Optional.empty();
    }
    return ScriptedName.of(d.written().getLast())
        .filter(n -> n.high().isEmpty())
        .map(n -> n.labelledLow().orElse(n.name()));
  }

  private Typed end(Tree limit, Context context) {
    return new Instants(context)
        .time(limit)
        .map(e -> Typed.of(Type.real(), e))
        .orElseGet(() -> reading.number(limit, context));
  }

  private static boolean isTime(Tree limit, Context context) {
    return new Instants(context).time(limit).isPresent();
  }

  /** Whether the state is taken at the variable, or the end is a letter that says time. */
  private boolean isAlong(
      Tree.Integral integral, Name variable, Tree lower, Tree upper, Context context) {
    boolean start =
        new Instants(context).time(lower).filter(Expr.Literal.class::isInstance).isPresent();
    boolean end =
        ScriptedName.of(upper)
            .filter(n -> n.high().isEmpty())
            .map(n -> n.labelledLow().orElse(n.name()))
            .filter(n -> isEnd(n, context))
            .isPresent();
    return (start && end) || takesState(integral.body(), variable, context);
  }

  private static boolean isEnd(Name name, Context context) {
    if (context.times().contains(name)) {
      return true;
    }
    return context
        .variable(name, 0)
        .map(
            v ->
                v.domain() instanceof Domain.Interval i
                    && i.lower().filter(lower -> lower.signum() >= 0).isPresent())
        .orElse(!context.knows(name, 0));
  }

  /** Whether something that moves stands at the variable. */
  private boolean takesState(Tree body, Name variable, Context context) {
    Names names = new Names(reading, context);
    return Pieces.all(body).stream()
        .anyMatch(
            t ->
                t instanceof Tree.Application a
                    ? isAt(a.argument(), variable) && moves(a.function(), names)
                    : ScriptedName.of(t)
                        .filter(n -> n.lowTree().filter(l -> isAt(l, variable)).isPresent())
                        .filter(n -> names.onState(n.name()))
                        .isPresent());
  }

  private static boolean moves(Tree function, Names names) {
    return ScriptedName.of(function).filter(n -> names.onState(n.name())).isPresent();
  }

  private static boolean isAt(Tree place, Name variable) {
    Tree inside =
        Pieces.plain(place) instanceof Tree.Group g
            ? Pieces.items(g.content()).stream().findFirst().orElse(place)
            : place;
    return ScriptedName.of(Pieces.plain(inside)).filter(n -> n.name().equals(variable)).isPresent();
  }
}
