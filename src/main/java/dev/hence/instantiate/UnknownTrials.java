package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Derivation;
import dev.hence.claim.Scope;
import dev.hence.claim.Statement;
import dev.hence.claim.Trial;
import dev.hence.expr.SizeFamily;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds names under {@code try} that are no size, no function without a formula and no variable. A
 * single step cannot tell: a name in the header may be there for another display.
 */
public final class UnknownTrials {
  private UnknownTrials() {}

  /** A document that was read, with a problem for each such name. */
  public static Derivation told(Derivation derivation) {
    Problems problems = new Problems();
    derivation.problems().forEach(problems::report);
    report(
        derivation.statements().stream()
            .filter(Statement.Step.class::isInstance)
            .map(Statement.Step.class::cast)
            .toList(),
        problems);
    return derivation.withProblems(problems.toList());
  }

  /** Reports the names that none of the document's steps knows. */
  public static void report(List<Statement.Step> steps, Problems problems) {
    SequencedSet<Named> unknown = new LinkedHashSet<>();
    steps.forEach(step -> entries(step).forEach(unknown::add));
    for (Statement.Step step : steps) {
      Set<String> sizes = sizes(step);
      unknown.removeIf(
          named -> entries(step).anyMatch(named::equals) && isKnown(named, step.scope(), sizes));
    }
    for (Named named : unknown) {
      problems.report(
          Problem.of(
              ProblemId.BAD_TRY,
              named.entry().span(),
              "try has values for "
                  + Problem.quoted(named.name())
                  + ", which is no size, no variable and no function without a formula"));
    }
  }

  private record Named(String name, Trial.Entry entry) {}

  private static Stream<Named> entries(Statement.Step step) {
    return step.trial().entries().entrySet().stream().map(e -> new Named(e.getKey(), e.getValue()));
  }

  private static Set<String> sizes(Statement.Step step) {
    Set<String> sizes = Needs.declaredSizes(step.scope());
    sizes.addAll(Needs.of(step).sizes());
    return sizes.stream().map(SizeFamily::name).collect(Collectors.toSet());
  }

  private static boolean isKnown(Named named, Scope scope, Set<String> sizes) {
    Stream<String> functions =
        scope.functions().values().stream().flatMap(f -> Axes.keys(f.name(), f.indices()));
    Stream<String> variables =
        scope.variables().values().stream()
            .flatMap((Declaration.Variable v) -> Axes.keys(v.name(), v.indices()));
    return sizes.contains(named.name())
        || Stream.concat(functions, variables).anyMatch(named.name()::equals);
  }
}
