package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Joined;
import dev.hence.read.syntax.Tree.Script;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

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
    Optional<Joined> place = low.flatMap(Evaluations::place);
    if (place.isEmpty()) {
      return reading.refused(new Refusal.NoMeaning(span, "a bar that says no variable"));
    }
    Typed inside = reading.read(body, context);
    Tree variable = place.get().links().getFirst().operand();
    Typed from = at(inside, variable, place.get().links().get(1).operand(), span, context);
    if (high.isEmpty()) {
      return from;
    }
    Tree end =
        high.flatMap(Evaluations::place).map(c -> c.links().get(1).operand()).orElse(high.get());
    Typed to = at(inside, variable, end, span, context);
    return Typed.of(
        inside.type(),
        build ->
            new Expr.Add(
                List.of(to.draft().build(build), new Expr.Negate(from.draft().build(build)))));
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
