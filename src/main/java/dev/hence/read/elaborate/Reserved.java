package dev.hence.read.elaborate;

import dev.hence.expr.Name;
import java.util.Set;

/** Names of operators of the field that no equation defines by the way. */
final class Reserved {
  private static final Set<String> OPERATORS =
      Set.of(
          "\\mathbb{E}",
          "\\mathbb{P}",
          "\\mathbb{V}",
          "\\mathrm{Var}",
          "\\mathrm{Cov}",
          "\\mathrm{KL}",
          "\\mathrm{Pr}");

  private Reserved() {}

  static boolean isOperator(Name name) {
    return OPERATORS.contains(name.latex());
  }
}
