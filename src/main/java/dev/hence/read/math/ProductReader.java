package dev.hence.read.math;

import dev.hence.expr.Rational;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Factor;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads factors side by side, up to the next sign or relation or to the end of an integral. */
final class ProductReader {
  private final Tokens tokens;
  private final Context context;
  private final Gaps gaps;
  private final Atoms atoms;

  ProductReader(Tokens tokens, Context context, Gaps gaps, Atoms atoms) {
    this.tokens = tokens;
    this.context = context;
    this.gaps = gaps;
    this.atoms = atoms;
  }

  /**
   * Reads a product, or the only factor. Where the differential of an integral comes first, the
   * product is an empty 1.
   *
   * @param signed whether a minus may come first, as in {@code \sum_i -\log p_i}
   */
  Syntax read(boolean signed) {
    List<Factor> factors = new ArrayList<>();
    gaps.skip();
    boolean negated = signed && takeMinus();
    addFactor(factors, Operator.JUXTAPOSED, negated);
    while (!context.differential().endsProduct() && readFactor(factors)) {
      // one more factor each time
    }
    return factors.isEmpty()
        ? new Syntax.Numeral(Rational.ONE, "1", Span.at(tokens.span(tokens.peek()).start()))
        : finished(factors);
  }

  /** The product of factors, in which derivatives with a slash are found and nothing is loose. */
  private Syntax finished(List<Factor> factors) {
    List<Factor> resolved = Divergences.named(SlashDerivatives.resolve(factors));
    Refusals.grouping(resolved);
    Refusals.differentialsBehindIntegral(resolved);
    if (!context.allowsLoosePartials() && !standsAlone(resolved)) {
      resolved.forEach(factor -> Refusals.loosePartials(factor.value()));
    }
    return Series.range(resolved).orElseGet(() -> Products.of(Series.of(resolved)));
  }

  /** {@code \partial = d} names the sign itself. */
  private boolean standsAlone(List<Factor> factors) {
    return factors.size() == 1
        && context.isOutermost()
        && (tokens.at(TokenKind.RELATION) || tokens.at(TokenKind.END));
  }

  private boolean readFactor(List<Factor> factors) {
    atoms.skipNothing();
    gaps.skipInside();
    if (gaps.behind().kind() == TokenKind.OPERATOR) {
      gaps.skip();
      Token sign = tokens.next();
      gaps.skip();
      boolean negated = takeMinus();
      addFactor(factors, Vocabulary.OPERATORS.get(sign.text()), negated);
      return true;
    }
    if (atoms.evaluationFollows()) {
      Refusals.deepEvaluation(factors.get(0).value());
      Factor evaluation = Products.juxtaposed(atoms.evaluation(finished(factors)));
      factors.clear();
      factors.add(evaluation);
      return true;
    }
    if (!atoms.startsHere()) {
      return false;
    }
    addFactor(factors, Operator.JUXTAPOSED, false);
    return true;
  }

  /** An odd number of minus signs between an operator and its factor. */
  private boolean takeMinus() {
    boolean negated = false;
    while (tokens.peek().is(TokenKind.SIGN, "-")) {
      tokens.next();
      negated = !negated;
      gaps.skip();
    }
    return negated;
  }

  private void addFactor(List<Factor> factors, Operator operator, boolean negated) {
    int start = tokens.mark();
    Syntax value = atoms.operand();
    if (operator == Operator.JUXTAPOSED && !negated && isDifferential(value, factors)) {
      return;
    }
    if (value instanceof Syntax.Product product) {
      splice(factors, product, operator, negated);
      return;
    }
    Refusals.twoNumbers(factors, operator, value);
    Factor factor = new Factor(operator, negated, value, tokens.spanFrom(start));
    Optional<Factor> difference = Differences.join(factors, factor);
    if (difference.isPresent()) {
      factors.set(factors.size() - 1, difference.get());
    } else {
      factors.add(factor);
    }
  }

  /** Whether the operand is the d that the integral around it waits for; if so, takes the rest. */
  private boolean isDifferential(Syntax value, List<Factor> factors) {
    Differential differential = context.differential();
    if (!differential.isOpen()) {
      return false;
    }
    if (Products.isD(value) && atoms.nameFollows()) {
      differential.found(variable(), factors.isEmpty());
    } else if (value instanceof Syntax.Name name && Products.differential(name).size() == 2) {
      differential.found(Products.differential(name).get(1), factors.isEmpty());
    }
    return differential.isFound();
  }

  private Syntax variable() {
    Syntax variable = atoms.operand();
    if (!Products.isName(variable)) {
      throw new Unread(
          ProblemId.UNSUPPORTED_NOTATION,
          variable.span(),
          "A differential is taken of one name.",
          "");
    }
    return variable;
  }

  /** Braces print nothing: the factors inside stand beside those outside. */
  private static void splice(
      List<Factor> factors, Syntax.Product product, Operator operator, boolean negated) {
    Factor first = product.factors().get(0);
    Refusals.twoNumbers(factors, operator, first.value());
    factors.add(new Factor(operator, negated ^ first.negated(), first.value(), first.span()));
    factors.addAll(product.factors().subList(1, product.factors().size()));
  }
}
