package dev.hence.read.elaborate;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.syntax.Tree;
import java.util.List;

/** What {@code L(0)} is in a claim, L being a function of the state alone. */
enum Naught {
  /** The value at the state 0. */
  STATE,
  /** The value at the start: beside {@code L(t)}. */
  START,
  /** Either: beside {@code L(w(t))}, or beside L alone, which moves. */
  UNCLEAR;

  /** What it is between the sides of a claim. */
  static Naught of(List<Tree> sides, Context context) {
    if (!context.moves()) {
      return STATE;
    }
    List<Motion.Value> values =
        sides.stream()
            .flatMap(s -> Pieces.all(s).stream())
            .flatMap(t -> Motion.value(t).stream())
            .toList();
    List<Motion.Value> ofStates =
        values.stream()
            .filter(v -> v.arguments().size() == 1 && isOfStates(v.name(), context))
            .toList();
    if (ofStates.stream().anyMatch(v -> isLetter(v.arguments().getFirst(), context))) {
      return START;
    }
    List<Name> atNaught =
        ofStates.stream()
            .filter(v -> isNaught(v.arguments().getFirst()))
            .flatMap(v -> Names.bare(v.name()).stream())
            .toList();
    boolean moving =
        values.stream()
                .filter(v -> Names.bare(v.name()).filter(atNaught::contains).isPresent())
                .anyMatch(v -> v.arguments().stream().anyMatch(a -> isLater(a, context)))
            || atNaught.stream()
                .anyMatch(n -> sides.stream().anyMatch(s -> CallDoubts.standsBare(n, s)));
    return moving ? UNCLEAR : STATE;
  }

  static boolean isNaught(Tree argument) {
    return Pieces.numeral(argument).filter(z -> z.signum() == 0).isPresent();
  }

  private static boolean isOfStates(Tree function, Context context) {
    return ScriptedName.of(function)
        .map(n -> n.labelled().orElse(n.name()))
        .flatMap(n -> context.parameters(n, 0))
        .filter(p -> p.stream().allMatch(q -> context.scope().isState(q.name())))
        .isPresent();
  }

  private static boolean isLetter(Tree time, Context context) {
    return new Instants(context).time(time).filter(Expr.Ref.class::isInstance).isPresent();
  }

  /** Whether a state stands in an argument at a time that is not the start. */
  private static boolean isLater(Tree argument, Context context) {
    return Pieces.all(argument).stream()
        .anyMatch(
            t ->
                ScriptedName.of(t)
                        .filter(n -> context.scope().isState(n.name()))
                        .flatMap(ScriptedName::lowTree)
                        .filter(low -> isLetter(low, context))
                        .isPresent()
                    || Motion.value(t)
                        .filter(v -> isState(v.name(), context))
                        .filter(v -> isLetter(v.arguments().getFirst(), context))
                        .isPresent());
  }

  private static boolean isState(Tree name, Context context) {
    return Names.bare(name).filter(context.scope()::isState).isPresent();
  }
}
