package dev.hence.read.math;

import dev.hence.read.math.Syntax.Derivative;
import dev.hence.read.math.Syntax.Factor;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds derivatives written with a slash among the factors of a product. */
final class SlashDerivatives {
  private SlashDerivatives() {}

  /**
   * Resolves {@code \partial L/\partial f} and {@code dL/dw}, in which slash and signs are factors
   * so far. The operand of a partial is all that stands before the slash; that of a d is one
   * factor, perhaps with its arguments.
   */
  static List<Factor> resolve(List<Factor> factors) {
    if (factors.stream().noneMatch(f -> f.operator() == Operator.SLASH)) {
      return factors;
    }
    List<Factor> resolved = new ArrayList<>();
    int sign = -1;
    for (int i = 0; i < factors.size(); i++) {
      Factor factor = factors.get(i);
      boolean isSlash = factor.operator() == Operator.SLASH;
      if (isSlash
          && sign >= 0
          && Derivatives.startsDifferential(factors, i)
          && fits(resolved, sign, factor)) {
        i = replace(factors, i, resolved, sign);
        sign = -1;
        continue;
      }
      resolved.add(factor);
      if (isSlash && Products.isD(factor.value())) {
        sign = -1;
      } else if (Derivatives.sign(factor).isPresent()) {
        boolean keeps = sign >= 0 && Products.isD(factor.value());
        sign = keeps && isPartialAt(resolved, sign) ? sign : resolved.size() - 1;
      }
    }
    return resolved;
  }

  private static boolean isPartialAt(List<Factor> factors, int index) {
    return Products.isLoosePartial(factors.get(index).value());
  }

  private static boolean fits(List<Factor> resolved, int sign, Factor slash) {
    DerivativeKind kind = Derivatives.sign(resolved.get(sign)).orElseThrow().kind();
    int between = resolved.size() - sign - 1;
    boolean call =
        between == 2
            && resolved.get(sign + 2).value() instanceof Syntax.Group
            && Products.isJuxtaposed(resolved.get(sign + 2));
    boolean isShort =
        between == 0 || (Products.isJuxtaposed(resolved.get(sign + 1)) && (between == 1 || call));
    return kind == Derivatives.kind(slash.value()) && (kind == DerivativeKind.PARTIAL || isShort);
  }

  /** Puts a derivative in the place of its sign and gives the index of its last factor. */
  private static int replace(List<Factor> factors, int slash, List<Factor> resolved, int sign) {
    DerivativeKind kind = Derivatives.kind(factors.get(slash).value());
    Factor first = resolved.get(sign);
    int order = Derivatives.sign(first).orElseThrow().order();
    List<Syntax> variables = new ArrayList<>();
    int last = slash;
    while (last == slash
        || (last < factors.size() && Derivatives.startsDifferential(factors, last))) {
      variables.add(factors.get(last + 1).value());
      last += 2;
      if (last + 1 >= factors.size() || !Products.isJuxtaposed(factors.get(last))) {
        break;
      }
    }
    Span span = first.span().to(factors.get(last - 1).span());
    Optional<Syntax> operand = Derivatives.operand(resolved.subList(sign, resolved.size()));
    Derivative derivative =
        new Derivative(kind, order, Derivatives.ordered(variables, order, span), operand, span);
    resolved.subList(sign, resolved.size()).clear();
    resolved.add(new Factor(first.operator(), first.negated(), derivative, span));
    return last - 1;
  }
}
