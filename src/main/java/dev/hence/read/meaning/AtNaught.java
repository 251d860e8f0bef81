package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code L(0)} beside {@code L(w(t))}, where L is a function of the state w: its value at the start
 * of the trajectory, or at the state 0? The page does not tell; beside {@code L(t)} it does.
 */
final class AtNaught {
  private final Context context;
  private final Times times;

  AtNaught(Context context) {
    this.context = context;
    this.times = new Times(context);
  }

  /**
   * @throws Misread if one of the sides that stand beside each other has such a value
   */
  void refuse(Syntax left, Syntax right) {
    if (context.scope().dynamics().isEmpty()) {
      return;
    }
    List<Syntax> sides = List.of(left, right);
    sides.stream()
        .flatMap(this::products)
        .flatMap(AtNaught::calls)
        .filter(call -> isNaught(call.argument()) && times.isOfStates(call.function()))
        .filter(call -> sides.stream().anyMatch(side -> moves(call, side)))
        .findFirst()
        .ifPresent(AtNaught::refuse);
  }

  private record Applied(Syntax function, Syntax.Group argument) {
    Optional<Name> name() {
      return Written.of(function).map(Written::primed);
    }
  }

  private Stream<Syntax.Product> products(Syntax syntax) {
    return Stream.concat(
        syntax instanceof Syntax.Product p ? Stream.of(p) : Stream.empty(),
        Pieces.children(syntax).stream().flatMap(this::products));
  }

  private static Stream<Applied> calls(Syntax.Product product) {
    Stream.Builder<Applied> found = Stream.builder();
    for (int k = 1; k < product.factors().size(); k++) {
      if (product.factors().get(k).value() instanceof Syntax.Group g && g.items().size() == 1) {
        found.add(new Applied(product.factors().get(k - 1).value(), g));
      }
    }
    return found.build();
  }

  private static boolean isNaught(Syntax.Group argument) {
    return argument.items().getFirst() instanceof Syntax.Numeral n && n.value().signum() == 0;
  }

  /** Whether a side takes the function along a trajectory, or without saying where. */
  private boolean moves(Applied call, Syntax side) {
    Name name = call.name().orElseThrow();
    return Pieces.standsBare(name, side)
        || products(side)
            .flatMap(AtNaught::calls)
            .filter(other -> other.name().equals(call.name()))
            .anyMatch(other -> Pieces.any(other.argument(), this::isLater));
  }

  /** A state at a time that is not the start. */
  private boolean isLater(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Scripted s ->
          s.sub().filter(sub -> isState(s.base()) && isLetter(sub)).isPresent();
      case Syntax.Product p ->
          calls(p)
              .anyMatch(c -> isState(c.function()) && isLetter(c.argument().items().getFirst()));
      default -> false;
    };
  }

  private boolean isState(Syntax syntax) {
    return Written.of(syntax).filter(w -> context.scope().isState(w.primed())).isPresent();
  }

  private boolean isLetter(Syntax syntax) {
    return times.time(syntax).filter(Expr.Ref.class::isInstance).isPresent();
  }

  private static void refuse(Applied call) {
    Name name = call.name().orElseThrow();
    throw new Misread(
        ProblemId.AMBIGUOUS,
        call.function().span().to(call.argument().span()),
        "this may be the value of " + name + " at the start of the trajectory, or at the state 0",
        "write the state at the start, as in L(w(0)), or L(w)|_{w=0} for the state 0");
  }
}
