package dev.hence.expr;

import java.util.List;

/**
 * A formula with its parameters.
 *
 * <p>Names in the body are bound as mathematicians read shorthand: a parameter takes its argument
 * everywhere in the body, also in the names that the body uses and that were defined through it. So
 * with {@code h = x²} and {@code g(x) = 2h}, {@code g(5)} is 50.
 *
 * @param indices letters of the indices, bound to integers
 * @param parameters the slots, bound to values
 * @param body the formula
 */
public record Lambda(List<String> indices, List<Parameter> parameters, Expr body) {
  public Lambda {
    indices = List.copyOf(indices);
    parameters = List.copyOf(parameters);
  }

  /** A formula without parameters. */
  public static Lambda constant(Expr body) {
    return new Lambda(List.of(), List.of(), body);
  }
}
