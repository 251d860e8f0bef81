package dev.hence;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Derivation;
import dev.hence.claim.Grounds;
import dev.hence.claim.Inferred;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.eval.Variable;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Relation;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.read.Names;
import dev.hence.report.CounterexampleText;
import dev.hence.text.SourceText;
import dev.hence.text.Span;
import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import dev.hence.verdict.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a counterexample supposes that the document does not say. Without a header a step is not
 * refuted by a function of which nothing is said, nor as an equation that is to be solved; and what
 * depends on where numbers lie, an order or a logarithm, is not refuted by numbers of which nothing
 * says where they lie. A length that the page does not name may be any of those that it names.
 */
final class Unsaid {
  private final Statement.Step step;
  private final Evidence.Counterexample counterexample;
  private final Set<Span> byUse;
  private final List<Inferred> untaken;
  private final SourceText source;

  private Unsaid(
      Statement.Step step,
      Evidence.Counterexample counterexample,
      Set<Span> byUse,
      List<Inferred> untaken,
      SourceText source) {
    this.step = step;
    this.counterexample = counterexample;
    this.byUse = byUse;
    this.untaken = untaken;
    this.source = source;
  }

  /** Why a refuted step is left open; empty where it stays refuted. */
  static Optional<String> of(Derivation derivation, Statement.Step step, Verdict verdict) {
    if (verdict.refutation().isEmpty() || isDeclared(derivation, step)) {
      return Optional.empty();
    }
    Set<Span> byUse =
        Grounds.of(step, derivation.inferred()).stream()
            .filter(Inferred::byUse)
            .map(Inferred::place)
            .collect(Collectors.toSet());
    List<Inferred> untaken =
        derivation.inferred().stream().filter(i -> i.key().equals(Inferred.UNTAKEN)).toList();
    return new Unsaid(step, verdict.refutation().get(), byUse, untaken, derivation.source())
        .reason();
  }

  /** Whether the author declares a name, and so leaves the others to the rules for them. */
  private static boolean isDeclared(Derivation derivation, Statement.Step step) {
    Set<Span> inferred =
        derivation.inferred().stream().map(Inferred::place).collect(Collectors.toSet());
    Scope scope = step.scope();
    Stream<Span> all =
        Stream.of(
                scope.variables().values().stream().filter(v -> !v.assumed()).map(v -> v.span()),
                scope.functions().values().stream().map(Declaration.Function::span),
                derivation.definitions().stream().map(Definition::span))
            .flatMap(s -> s);
    return all.anyMatch(s -> !inferred.contains(s) && !isShown(derivation, s));
  }

  /** Whether something stands in a display. */
  private static boolean isShown(Derivation derivation, Span span) {
    return derivation.statements().stream().map(Statement::span).anyMatch(s -> s.holds(span));
  }

  private Optional<String> reason() {
    Optional<Inferred> formula =
        supposed().flatMap(v -> untaken.stream().filter(i -> isOf(i, v))).findFirst();
    if (formula.isPresent()) {
      return Optional.of(
          "it does not hold for every %s, %s, and the words say `%s`, which is not taken for a definition: write it into `let` if it is one"
              .formatted(formula.get().name(), place(), formula.get().entry()));
    }
    Optional<String> length = unsaidLength();
    if (length.isPresent()) {
      return Optional.of(
          "it does not hold for "
              + length.get()
              + ", and nothing says which of the lengths are equal: declare in `let` how long the"
              + " vectors are");
    }
    if (isEquationToSolve() && isSupposed()) {
      return Optional.of(
          "it is false as a claim about every point, "
              + place()
              + ", and may be an equation to be solved: write <!-- hence: claim --> or"
              + " <!-- hence: given --> before the display");
    }
    List<Declaration.Function> functions = unsaid(step.scope().functions().values());
    if (!functions.isEmpty()
        && !(isEquation() && functions.stream().anyMatch(this::isOnBothSides))) {
      return Optional.of(
          "it does not hold for every %s, %s, and nothing says more of %s: declare what is known of"
                  .formatted(
                      functions.stream()
                          .map(f -> f.name().toString())
                          .collect(Collectors.joining(" and ")),
                      place(),
                      functions.getFirst().name())
              + " it, or write its formula");
    }
    boolean ranges = isOrder() || isUndefined();
    return ranges && isSupposed()
        ? Optional.of(
            "it does not hold "
                + place()
                + ", and nothing says which values are meant: declare them in `let`")
        : Optional.empty();
  }

  /** The chosen lengths, where they differ and the page does not name one of them. */
  private Optional<String> unsaidLength() {
    List<Instance.Choice> lengths =
        counterexample.instance().choices().stream()
            .filter(c -> c.value().matches("[0-9]+"))
            .toList();
    boolean differ = lengths.stream().map(Instance.Choice::value).distinct().count() > 1;
    return differ && lengths.stream().map(Instance.Choice::name).anyMatch(unnamed()::contains)
        ? Optional.of(
            lengths.stream()
                .map(c -> c.name() + " = " + c.value())
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  /** The lengths that uses ask for and no formula of the page names. */
  private Set<String> unnamed() {
    Set<String> lengths =
        step.scope().variables().values().stream()
            .filter(v -> byUse.contains(v.span()))
            .flatMap(v -> v.shape().sizes().stream())
            .map(Size::toString)
            .collect(Collectors.toSet());
    Names.of(source).forEach(mention -> lengths.remove(mention.letter()));
    return lengths;
  }

  private boolean isUndefined() {
    return counterexample.certificate() instanceof Evidence.Certificate.RightUndefined;
  }

  private boolean isOrder() {
    return switch (step.relation()) {
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
      case EQUAL, NOT_EQUAL, APPROXIMATELY -> false;
    };
  }

  private String place() {
    return CounterexampleText.place(counterexample);
  }

  /** Whether one side is a number in which no name stands, and the other is none. */
  private boolean isEquationToSolve() {
    return isEquation()
        && (isNumber(step.left()) || isNumber(step.right()))
        && step.conditions().isEmpty();
  }

  private static boolean isNumber(Expr side) {
    return !Trees.any(side, e -> e instanceof Expr.Ref || e instanceof Expr.Call);
  }

  private boolean isEquation() {
    return step.relation() == Relation.EQUAL;
  }

  /** Functions on which the step rests and that have nothing but a name. */
  private List<Declaration.Function> unsaid(Collection<Declaration.Function> functions) {
    return functions.stream().filter(f -> byUse.contains(f.span())).toList();
  }

  /** An equation between terms of one function speaks of all such functions. */
  private boolean isOnBothSides(Declaration.Function function) {
    return mentions(step.left(), function) && mentions(step.right(), function);
  }

  private static boolean mentions(Expr side, Declaration.Function function) {
    return Trees.any(side, e -> e instanceof Expr.Call c && c.function().equals(function.name()));
  }

  private static boolean isOf(Inferred entry, Declaration.Variable variable) {
    return variable.assumed() && entry.name().equals(variable.name().latex());
  }

  private boolean isSupposed() {
    return supposed().findAny().isPresent();
  }

  /** The numbers of the counterexample that are numbers only because nothing says otherwise. */
  private Stream<Declaration.Variable> supposed() {
    Set<Name> drawn =
        counterexample.point().values().keySet().stream()
            .map(Variable::name)
            .collect(Collectors.toSet());
    return step.scope().variables().values().stream()
        .filter(v -> drawn.contains(v.name()))
        .filter(v -> v.assumed() || byUse.contains(v.span()));
  }
}
