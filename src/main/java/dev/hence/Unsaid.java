package dev.hence;

import dev.hence.claim.Declaration;
import dev.hence.claim.Derivation;
import dev.hence.claim.Grounds;
import dev.hence.claim.Inferred;
import dev.hence.claim.Statement;
import dev.hence.eval.Variable;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.report.CounterexampleText;
import dev.hence.text.Span;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a counterexample supposes that the document does not say. A step is not refuted by a
 * function of which nothing is said, by a number whose sign nothing says, or as an equation that is
 * to be solved.
 */
final class Unsaid {
  private final Statement.Step step;
  private final Evidence.Counterexample counterexample;
  private final Set<Span> byUse;

  private Unsaid(Statement.Step step, Evidence.Counterexample counterexample, Set<Span> byUse) {
    this.step = step;
    this.counterexample = counterexample;
    this.byUse = byUse;
  }

  /** Why a refuted step is left open; empty where it stays refuted. */
  static Optional<String> of(Derivation derivation, Statement.Step step, Verdict verdict) {
    if (verdict.refutation().isEmpty() || derivation.inferred().isEmpty()) {
      return Optional.empty();
    }
    Set<Span> byUse =
        Grounds.of(step, derivation.inferred()).stream()
            .filter(Inferred::byUse)
            .map(Inferred::place)
            .collect(Collectors.toSet());
    return new Unsaid(step, verdict.refutation().get(), byUse).reason();
  }

  private Optional<String> reason() {
    if (!byUse.isEmpty() && isEquationToSolve()) {
      return Optional.of(
          "it is false as a claim about every point, "
              + place()
              + ", and may be an equation to be solved: write <!-- hence: claim --> or"
              + " <!-- hence: given --> before the display");
    }
    List<String> functions = named(step.scope().functions().values());
    if (!functions.isEmpty()) {
      return Optional.of(
          "it does not hold for every %s, %s, and nothing says more of %s: declare what is known of"
                  .formatted(String.join(" and ", functions), place(), functions.getFirst())
              + " it, or write its formula");
    }
    boolean undefined =
        counterexample.certificate() instanceof Evidence.Certificate.RightUndefined;
    return undefined && isSupposed()
        ? Optional.of(
            "the right side is undefined at "
                + CounterexampleText.point(counterexample)
                + ", and nothing says which values are meant: declare them in `let`")
        : Optional.empty();
  }

  private String place() {
    return "at "
        + CounterexampleText.point(counterexample)
        + ": "
        + CounterexampleText.sides(counterexample);
  }

  private boolean isEquationToSolve() {
    return step.relation() == Relation.EQUAL
        && (isZero(step.left()) || isZero(step.right()))
        && step.conditions().isEmpty();
  }

  private static boolean isZero(Expr side) {
    return side instanceof Expr.Literal l && l.value().equals(Rational.ZERO);
  }

  private List<String> named(Collection<Declaration.Function> functions) {
    return functions.stream()
        .filter(f -> byUse.contains(f.span()))
        .map(f -> f.name().toString())
        .sorted()
        .toList();
  }

  /** Whether a number of the counterexample is one only because nothing says otherwise. */
  private boolean isSupposed() {
    Set<Name> drawn =
        counterexample.point().values().keySet().stream()
            .map(Variable::name)
            .collect(Collectors.toSet());
    return step.scope().variables().values().stream()
        .filter(v -> drawn.contains(v.name()))
        .anyMatch(v -> v.assumed() || byUse.contains(v.span()));
  }
}
