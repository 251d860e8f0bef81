package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * A value among the dynamics, {@code u(t_0, p) = u_0(p)}. That it is an arbitrary function of the
 * parameters is what is assumed of every solution anyway; the function itself is not known by its
 * name, for it is the solution at the start.
 */
final class InitialValue {
  private final Context context;
  private final Motion motion;

  InitialValue(Context context, Motion motion) {
    this.context = context;
    this.motion = motion;
  }

  /**
   * @throws Misread if the value is anything else; then nothing that moves so is checked
   */
  void check(Clause clause, Motion.Value left, List<Name> declared, List<Refused> refused) {
    List<Name> parameters =
        left.arguments().stream()
            .skip(1)
            .flatMap(a -> Written.of(a).stream())
            .map(Written::primed)
            .toList();
    Optional<Name> function =
        clause.links().size() == 1
            ? arbitrary(clause.links().getFirst().operand(), parameters)
            : Optional.empty();
    boolean start =
        motion.isStart(left.arguments().getFirst())
            || (left.arguments().getFirst() instanceof Syntax.Numeral n && n.value().signum() == 0);
    boolean free = !parameters.isEmpty() && parameters.equals(declared);
    if (!start || function.isEmpty() || !free) {
      refused.addAll(Refused.names(clause));
      throw new Misread(
          ProblemId.NOT_YET_SUPPORTED,
          clause.span(),
          "a value of what moves at a time, among the dynamics",
          "of values only an arbitrary function of the parameters at the start is read, u(t_0, p) ="
              + " u_0(p); claims are checked from every initial value");
    }
    refused.add(Refused.of(head(clause.links().getFirst().operand())));
  }

  private static Written head(Syntax call) {
    Syntax name = call instanceof Syntax.Product p ? p.factors().getFirst().value() : call;
    return Written.of(name).orElseThrow();
  }

  /** The function without a formula that stands at exactly these parameters. */
  private Optional<Name> arbitrary(Syntax value, List<Name> parameters) {
    return Pattern.of(value, context)
        .filter(p -> p.indices().isEmpty())
        .filter(p -> p.parameters().stream().map(Parameter::name).toList().equals(parameters))
        .map(Pattern::name)
        .flatMap(n -> context.function(n, 0))
        .map(Declaration.Function::name);
  }
}
