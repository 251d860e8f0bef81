package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bound letters that also stand freely in the formula of a defined name under the binder: {@code
 * \sum_m q} where q is m y. The sum of as many q, or of the values of m y? A number over which an
 * integral goes reaches into such formulas. An index, or a letter that is declared a whole number,
 * is asked for.
 */
final class Captures {
  private final Scope scope;
  private final Span span;

  private Captures(Scope scope, Span span) {
    this.scope = scope;
    this.span = span;
  }

  /**
   * @throws Misread if it is not clear what a bound letter binds
   */
  static void refuse(Claims.Claim claim, Span span) {
    Captures captures = new Captures(claim.scope(), span);
    List.of(claim.left(), claim.right()).forEach(side -> Trees.walk(side, captures::check));
  }

  private void check(Expr expr) {
    switch (expr) {
      case Expr.Sum s -> check(s.letter(), s.body());
      case Expr.Family f -> f.letters().forEach(letter -> check(letter, f.body()));
      case Expr.Expectation e -> e.lettersBound().forEach(letter -> check(letter, e.body()));
      case Expr.Integral i when isWhole(i.variable()) -> check(i.variable().latex(), i.body());
      case Expr.Substituted s when isWhole(s.variable().name()) ->
          check(s.variable().name().latex(), s.body());
      default -> {}
    }
  }

  private void check(String letter, Expr body) {
    captured(letter, body, new HashSet<>())
        .ifPresent(
            name -> {
              throw new Misread(
                  ProblemId.AMBIGUOUS,
                  span,
                  letter
                      + " is bound here, and stands in the formula of "
                      + name
                      + ": this may speak of "
                      + name
                      + " as it is, or of its formula at each "
                      + letter,
                  "write the formula instead of " + name + ", or rename the bound letter");
            });
  }

  /** The defined name under a binder in whose formula the letter stands freely. */
  private Optional<Name> captured(String letter, Expr expr, Set<String> seen) {
    Optional<Definition> definition =
        scope
            .definition(expr)
            .filter(d -> seen.add(d.name().key(d.lambda().indices().size())))
            .filter(d -> !d.lambda().indices().contains(letter))
            .filter(
                d ->
                    d.lambda().parameters().stream()
                        .noneMatch(p -> p.name().latex().equals(letter)));
    if (definition.isPresent()) {
      Expr formula = definition.get().lambda().body();
      if (speaksOf(formula, letter) || captured(letter, formula, seen).isPresent()) {
        return Optional.of(definition.get().name());
      }
    }
    return Trees.children(expr).stream()
        .flatMap(child -> captured(letter, child, seen).stream())
        .findFirst();
  }

  private static boolean speaksOf(Expr formula, String letter) {
    return Binders.mentionsFree(formula, letter) || speaksOfNumber(formula, letter);
  }

  private static boolean speaksOfNumber(Expr expr, String letter) {
    boolean bound =
        (expr instanceof Expr.Sum s && s.letter().equals(letter))
            || (expr instanceof Expr.Family f && f.letters().contains(letter))
            || (expr instanceof Expr.Integral i && i.variable().latex().equals(letter));
    if (bound) {
      return false;
    }
    return switch (expr) {
      case Expr.Ref r when r.indices().isEmpty() && r.name().latex().equals(letter) -> true;
      case Expr.SizeOf s -> s.size().speaksOf(letter) || s.size().keys().contains(letter);
      default -> Trees.children(expr).stream().anyMatch(child -> speaksOfNumber(child, letter));
    };
  }

  private boolean isWhole(Name name) {
    boolean size = Sizes.of(scope).contains(name.latex());
    return size
        || scope
            .variable(name, 0)
            .map(Declaration.Variable::domain)
            .filter(d -> d instanceof Domain.Integers || d instanceof Domain.Labels)
            .isPresent();
  }
}
