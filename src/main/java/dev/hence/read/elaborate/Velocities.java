package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.problem.ProblemId;
import dev.hence.read.symbol.Accent;
import dev.hence.read.symbol.Symbol;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/** Derivatives along the dynamics: {@code d/dt} and dots on names. */
final class Velocities {
  private final Reading reading;
  private final Context context;

  Velocities(Reading reading, Context context) {
    this.reading = reading;
    this.context = context;
  }

  /** The derivative along the dynamics; of a value at a time, that derivative at the time. */
  Typed alongFlow(Typed body, Span span) {
    if (!context.moves()) {
      return reading.refused(
          new Refusal.Unparsed(
              span, ProblemId.NO_DYNAMICS, "Nothing says how the state moves in time."));
    }
    return new Typed(
        body.type().plain(), new Form.Velocity(), build -> along(body.draft().build(build)));
  }

  static Expr along(Expr of) {
    Optional<Expr> time = Differentiation.time(of).filter(Expr.Ref.class::isInstance);
    return time.<Expr>map(
            t -> new Expr.At(new Expr.TimeDerivative(Differentiation.stripped(of, t)), t))
        .orElseGet(() -> new Expr.TimeDerivative(of));
  }

  /** {@code \dot\theta} of what moves. */
  Optional<Typed> dotted(ScriptedName n, Names names) {
    List<Accent> accents = n.letter().accents();
    if (accents.isEmpty()) {
      return Optional.empty();
    }
    Accent last = accents.getLast();
    List<Accent> below = new java.util.ArrayList<>(accents.subList(0, accents.size() - 1));
    if (last == Accent.DDOT) {
      below.add(Accent.DOT);
    } else if (last != Accent.DOT) {
      return Optional.empty();
    }
    Symbol letter = n.letter();
    Symbol rest = new Symbol(letter.letter(), letter.font(), below, letter.marks());
    ScriptedName at = n.withLetter(rest);
    boolean known = names.find(at).isPresent();
    return known ? Optional.of(alongFlow(names.value(at), n.span())) : Optional.empty();
  }
}
