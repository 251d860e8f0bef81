package dev.hence.read.meaning;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import dev.hence.read.math.SyntaxPrinter;
import java.util.List;

/**
 * How far an operator reaches: {@code \frac{d}{dx} (x^2) \sin(x)} may differentiate what stands in
 * the parentheses or the whole product, which differ where the rest changes too.
 *
 * @param behind the factors behind the operator
 */
record OperatorScope(List<Syntax.Factor> behind) {
  OperatorScope {
    behind = List.copyOf(behind);
  }

  /**
   * @throws Misread that prints both readings, if there are two
   */
  void refuse(Syntax.Derivative operator) {
    if (behind.size() < 2 || !isWhole(behind.getFirst().value()) || ends(behind.get(1))) {
      return;
    }
    List<Syntax.Factor> rest = behind.subList(1, behind.size());
    if (rest.stream().noneMatch(f -> changes(f.value(), operator))) {
      return;
    }
    Syntax first = behind.getFirst().value();
    String sign = SyntaxPrinter.print(operator);
    String group = SyntaxPrinter.print(first);
    String others = product(rest);
    throw new Misread(
        ProblemId.AMBIGUOUS,
        operator.span().to(rest.getLast().span()),
        "this may be the derivative of what stands in the parentheses, or of the whole product",
        "write \\left(%s %s\\right) %s or %s \\left(%s %s\\right)"
            .formatted(sign, group, others, sign, group, others));
  }

  private static String product(List<Syntax.Factor> factors) {
    return String.join(" ", factors.stream().map(f -> SyntaxPrinter.print(f.value())).toList());
  }

  /** Parentheses around one formula that is no function to be applied. */
  private static boolean isWhole(Syntax syntax) {
    return syntax instanceof Syntax.Group group
        && group.open() == Delimiter.PARENTHESIS
        && group.items().size() == 1
        && !(group.items().getFirst() instanceof Syntax.Product p
            && p.factors().stream().anyMatch(f -> f.operator() == Operator.CIRC));
  }

  /** Whether a factor is no more in the scope of an operator before it, or clearly is. */
  private static boolean ends(Syntax.Factor factor) {
    return factor.operator() != Operator.JUXTAPOSED || factor.value() instanceof Syntax.Derivative;
  }

  private static boolean changes(Syntax factor, Syntax.Derivative operator) {
    boolean inTime =
        operator.kind() == DerivativeKind.TOTAL
            && operator.variables().stream().anyMatch(v -> isTime(v.name()));
    return operator.variables().stream()
            .anyMatch(v -> Pieces.any(factor, piece -> isSame(piece, v.name())))
        || (inTime && Pieces.any(factor, Syntax.Name.class::isInstance));
  }

  private static boolean isTime(Syntax name) {
    return name instanceof Syntax.Name n && n.key().equals("t");
  }

  private static boolean isSame(Syntax one, Syntax other) {
    return SyntaxPrinter.print(one).equals(SyntaxPrinter.print(other));
  }
}
