package dev.hence.report;

import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Notation;
import dev.hence.expr.UnicodePrinter;
import dev.hence.verdict.Instance;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The formulas of the functions that were chosen for an instance, with their free coefficients. */
public final class FormulaText {
  private static final UnicodePrinter PRINTER = new UnicodePrinter(Notation.UNKNOWN);

  private static final int MOST_INDICES = 2;

  private FormulaText() {}

  /** {@code u(x) = c₁ + c₂ x} for each of the functions, as they were chosen. */
  public static List<String> of(Instance instance) {
    return instance.choices().stream()
        .flatMap(
            choice ->
                IntStream.rangeClosed(0, MOST_INDICES)
                    .mapToObj(k -> new Name(choice.name()).key(k))
                    .map(key -> instance.interpretation().definitions().get(key))
                    .filter(Objects::nonNull)
                    .filter(lambda -> !lambda.parameters().isEmpty())
                    .map(lambda -> text(new Name(choice.name()), lambda)))
        .toList();
  }

  private static String text(Name name, Lambda lambda) {
    String arguments =
        lambda.parameters().stream()
            .map(p -> UnicodePrinter.print(p.name()))
            .collect(Collectors.joining(", ", "(", ")"));
    List<Expr> indices = lambda.indices().stream().<Expr>map(Expr.Index::new).toList();
    String function = PRINTER.print(new Expr.Ref(name, indices, lambda.body().shape()));
    return function + arguments + " = " + PRINTER.print(lambda.body());
  }
}
