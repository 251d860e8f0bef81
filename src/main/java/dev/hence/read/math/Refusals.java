package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Factor;
import dev.hence.text.Span;
import java.util.List;

/** What TeX sets without complaint and nobody should have to guess. */
final class Refusals {
  private static final int MAX_EVALUATIONS = 10;

  private Refusals() {}

  /** Refuses factors that hold together only by braces, and words among factors. */
  static void grouping(List<Factor> factors) {
    for (int i = 0; i < factors.size() && factors.size() > 1; i++) {
      Syntax value = factors.get(i).value();
      boolean isLast = i == factors.size() - 1;
      if (value instanceof Syntax.Terms || (value instanceof Syntax.BigOperator && !isLast)) {
        throw bracesDoNotGroup(value.span());
      }
      if (value instanceof Syntax.Text) {
        throw unread(
            value.span(),
            "Text stands in the middle of a formula.",
            "write a name of several letters as \\operatorname{name}");
      }
    }
  }

  static Unread bracesDoNotGroup(Span span) {
    return unread(span, "Braces do not show in print, so they group nothing.", "write parentheses");
  }

  static void twoNumbers(List<Factor> factors, Operator operator, Syntax value) {
    boolean bothNumbers =
        operator == Operator.JUXTAPOSED
            && value instanceof Syntax.Numeral
            && !factors.isEmpty()
            && factors.get(factors.size() - 1).value() instanceof Syntax.Numeral;
    if (bothNumbers) {
      throw new Unread(
          ProblemId.UNEXPECTED_TOKEN,
          value.span(),
          "Two numbers stand side by side.",
          "write 10000 without spaces, or \\cdot between factors");
    }
  }

  /** Refuses a partial sign, or a sum or product that holds one, that is no derivative. */
  static void loosePartials(Syntax syntax) {
    if (syntax instanceof Syntax.Terms terms) {
      terms.terms().forEach(term -> loosePartials(term.value()));
    }
    for (Factor factor : Products.factors(syntax)) {
      if (Products.isLoosePartial(factor.value())) {
        throw unread(
            factor.value().span(),
            "`\\partial` belongs to no derivative.",
            "supported are \\frac{\\partial f}{\\partial x}, \\partial_x f and"
                + " \\partial f/\\partial x");
      }
    }
  }

  /** Refuses differentials in an integrand that has found its own. */
  static void looseDifferentials(Syntax integrand) {
    if (integrand instanceof Syntax.Terms terms) {
      terms.terms().forEach(term -> looseDifferentials(term.value()));
    }
    differentials(Products.factors(integrand));
  }

  static void differentialsBehindIntegral(List<Factor> factors) {
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i).value() instanceof Syntax.Integral) {
        differentials(factors.subList(i + 1, factors.size()));
        return;
      }
    }
  }

  private static void differentials(List<Factor> factors) {
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i).value() instanceof Syntax.Fraction fraction) {
        differentials(Products.factors(fraction.numerator()));
      }
      if (i + 1 < factors.size()
          && Products.isD(factors.get(i).value())
          && Products.isJuxtaposed(factors.get(i + 1))
          && Products.isName(factors.get(i + 1).value())) {
        throw unread(
            factors.get(i).span(),
            "There are more differentials than integral signs.",
            "write one \\int for each variable");
      }
    }
  }

  /** Refuses bars one after the other, which nest without brackets. */
  static void deepEvaluation(Syntax first) {
    int evaluations = 0;
    Syntax inner = first;
    while (inner instanceof Syntax.Evaluation evaluation) {
      inner = Products.factors(evaluation.body()).get(0).value();
      evaluations++;
    }
    if (evaluations > MAX_EVALUATIONS) {
      throw new Unread(
          ProblemId.NESTED_TOO_DEEP, first.span(), "There are too many evaluation bars.", "");
    }
  }

  private static Unread unread(Span span, String message, String help) {
    return new Unread(ProblemId.UNSUPPORTED_NOTATION, span, message, help);
  }
}
