package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.claim.Domain;
import dev.hence.expr.Expr;
import dev.hence.expr.FreeLetters;
import dev.hence.expr.Name;
import dev.hence.expr.Trees;
import dev.hence.text.Span;
import java.util.ArrayList;
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
  private final Context context;

  Captures(Context context) {
    this.context = context;
  }

  /** Why it is not clear what a letter binds in a formula, if it is not. */
  Optional<Refusal> refusal(Expr formula, Span span) {
    List<Refusal> found = new ArrayList<>();
    Trees.walk(formula, e -> captured(e, span).ifPresent(found::add));
    return found.stream().findFirst();
  }

  private Optional<Refusal> captured(Expr binder, Span span) {
    return switch (binder) {
      case Expr.Sum s -> captured(List.of(s.letter()), s.body(), span);
      case Expr.Family f -> captured(f.letters(), f.body(), span);
      case Expr.Expectation e -> captured(e.lettersBound(), e.body(), span);
      case Expr.Integral i when isWhole(i.variable()) ->
          captured(List.of(i.variable().latex()), i.body(), span);
      case Expr.Substituted s when isWhole(s.variable().name()) ->
          captured(List.of(s.variable().name().latex()), s.body(), span);
      default -> Optional.empty();
    };
  }

  private Optional<Refusal> captured(List<String> letters, Expr body, Span span) {
    return letters.stream()
        .flatMap(l -> captured(l, body, new HashSet<>()).map(n -> several(l, n, span)).stream())
        .findFirst();
  }

  private static Refusal several(String letter, Name name, Span span) {
    return new Refusal.Several(
        span,
        "a bound letter in the formula of a name",
        List.of(name + " as it is", "its formula at each " + letter));
  }

  /** The defined name under a binder in whose formula the letter stands freely. */
  private Optional<Name> captured(String letter, Expr expr, Set<String> seen) {
    Optional<Definition> definition =
        context
            .scope()
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
    return FreeLetters.has(formula, letter) || speaksOfNumber(formula, letter);
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
    return context.sizes().contains(name.latex())
        || context
            .variable(name, 0)
            .map(Declaration.Variable::domain)
            .filter(d -> d instanceof Domain.Integers || d instanceof Domain.Labels)
            .isPresent();
  }
}
