package dev.hence.read.math;

import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax.Derivative;
import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Name;
import dev.hence.read.math.Syntax.Scripted;
import dev.hence.read.math.Syntax.Variable;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the derivatives among fractions, scripts and slashes. */
final class Derivatives {
  private static final int MAX_ORDER = 20;

  private Derivatives() {}

  /** The sign in a numerator, {@code \partial^2}. */
  record Sign(DerivativeKind kind, int order) {}

  /** {@code \frac{d}{dt}}, {@code \frac{\partial^2 L}{\partial w \partial v}}, or nothing. */
  static Optional<Syntax> ofFraction(Syntax numerator, Syntax denominator, Span span) {
    List<Factor> below = split(Products.factors(denominator));
    List<Factor> above = split(Products.factors(numerator));
    if (below.size() < 2 || !startsDifferential(below, 0)) {
      refuseSumOfDifferentials(above, denominator, span);
      return Optional.empty();
    }
    Optional<Sign> sign = sign(above.get(0));
    if (sign.isEmpty()) {
      refuseHiddenDifferential(numerator, span);
      return Optional.empty();
    }
    List<Syntax> variables = variables(below, kind(below.get(0).value()));
    if (kind(below.get(0).value()) != sign.get().kind()) {
      throw unread(
          span, "A derivative mixes d and \\partial.", "write the same sign in both parts");
    }
    Optional<Syntax> operand = operand(above);
    return Optional.of(
        new Derivative(
            sign.get().kind(),
            sign.get().order(),
            ordered(variables, sign.get().order(), span),
            operand,
            span));
  }

  /** {@code \partial_t}, {@code \nabla_\theta^2}: prefixes that are names with scripts so far. */
  static Syntax ofScripted(Syntax syntax) {
    if (syntax instanceof Name name && name.base().equals("\\nabla")) {
      return new Derivative(DerivativeKind.NABLA, 1, List.of(), Optional.empty(), name.span());
    }
    if (!(syntax instanceof Scripted s) || !(s.base() instanceof Name base)) {
      return syntax;
    }
    boolean nabla = base.base().equals("\\nabla");
    if (!nabla && !(Products.isPartial(base) && s.sub().isPresent())) {
      return syntax;
    }
    if (s.primes() > 0) {
      throw unread(s.span(), "A prime on a derivative sign has no meaning.", "");
    }
    DerivativeKind kind = nabla ? DerivativeKind.NABLA : DerivativeKind.PARTIAL;
    List<Syntax> names = s.sub().map(sub -> scriptVariables(sub, kind)).orElse(List.of());
    int order = s.sup().map(Derivatives::order).orElse(nabla ? 1 : names.size());
    if (!nabla && names.size() > 1 && s.sup().isPresent()) {
      throw unread(s.span(), "The order of the derivative is not clear.", "write it as a fraction");
    }
    int each = !nabla && names.size() == 1 ? order : 1;
    List<Variable> variables = names.stream().map(name -> new Variable(name, each)).toList();
    return new Derivative(kind, order, variables, Optional.empty(), s.span());
  }

  private static List<Syntax> scriptVariables(Syntax sub, DerivativeKind kind) {
    if (Clause.items(sub).stream().allMatch(Derivatives::isVariable)) {
      return Clause.items(sub);
    }
    List<Factor> factors = Products.factors(sub);
    boolean allNames =
        factors.stream().allMatch(f -> Products.isJuxtaposed(f) && Products.isName(f.value()));
    if (kind == DerivativeKind.PARTIAL && allNames) {
      return factors.stream().map(Factor::value).toList();
    }
    throw unread(
        sub.span(),
        "It is not clear by what the derivative is taken.",
        "write \\nabla_{x,y} for both at once, \\nabla_x \\nabla_y for one after the other");
  }

  /** A name, a name with arguments, or names in brackets. */
  private static boolean isVariable(Syntax syntax) {
    List<Factor> factors = Products.factors(syntax);
    return syntax instanceof Syntax.Group
        || Products.isName(syntax)
        || (factors.size() == 2
            && Products.isName(factors.get(0).value())
            && Products.isJuxtaposed(factors.get(1))
            && factors.get(1).value() instanceof Syntax.Group);
  }

  static Optional<Sign> sign(Factor factor) {
    if (factor.negated()) {
      return Optional.empty();
    }
    Syntax value = factor.value();
    if (Products.isD(value)) {
      return Optional.of(new Sign(DerivativeKind.TOTAL, 1));
    }
    if (Products.isPartial(value)) {
      return Optional.of(new Sign(DerivativeKind.PARTIAL, 1));
    }
    if (value instanceof Scripted s
        && s.sub().isEmpty()
        && s.primes() == 0
        && (Products.isD(s.base()) || Products.isPartial(s.base()))) {
      return s.sup()
          .filter(sup -> sup instanceof Syntax.Numeral)
          .map(sup -> new Sign(kind(s.base()), order(sup)));
    }
    return Optional.empty();
  }

  static DerivativeKind kind(Syntax sign) {
    return Products.isPartial(sign) ? DerivativeKind.PARTIAL : DerivativeKind.TOTAL;
  }

  private static int order(Syntax sup) {
    if (sup instanceof Syntax.Numeral number
        && number.value().isInteger()
        && number.text().length() <= 2
        && number.value().signum() > 0
        && number.value().intValueExact() <= MAX_ORDER) {
      return number.value().intValueExact();
    }
    throw unread(
        sup.span(), "The order of a derivative is a number from 1 to " + MAX_ORDER + ".", "");
  }

  /** Whether a sign stands at a place and what it is taken of behind it. */
  static boolean startsDifferential(List<Factor> factors, int at) {
    if (at + 1 >= factors.size() || factors.get(at).negated()) {
      return false;
    }
    Syntax sign = factors.get(at).value();
    Factor name = factors.get(at + 1);
    boolean isVariable =
        Products.isName(name.value())
            || (Products.isPartial(sign) && name.value() instanceof Syntax.Group);
    return (Products.isD(sign) || Products.isPartial(sign))
        && Products.isJuxtaposed(name)
        && isVariable;
  }

  /** Differentials side by side; a group behind a name is its arguments. */
  private static List<Syntax> variables(List<Factor> below, DerivativeKind kind) {
    List<Syntax> variables = new ArrayList<>();
    int i = 0;
    while (i < below.size()) {
      boolean isFirst = i == 0;
      if (!startsDifferential(below, i)
          || kind(below.get(i).value()) != kind
          || (!isFirst && !Products.isJuxtaposed(below.get(i)))) {
        throw unread(
            below.get(i).span(),
            "The denominator of a derivative holds more than differentials.",
            "");
      }
      int end = i + 2;
      while (end < below.size()
          && below.get(end).value() instanceof Syntax.Group
          && Products.isJuxtaposed(below.get(end))) {
        end++;
      }
      variables.add(Products.of(Products.tail(below.subList(0, end), i + 1)));
      i = end;
    }
    return variables;
  }

  static Optional<Syntax> operand(List<Factor> above) {
    List<Factor> rest = Products.tail(above, 1);
    return rest.isEmpty() ? Optional.empty() : Optional.of(Products.of(rest));
  }

  /**
   * The orders of the variables. In {@code \partial \sigma^2} the power belongs to the differential
   * if that makes the orders add up, else to the name. A 1 says nothing of an order.
   */
  static List<Variable> ordered(List<Syntax> variables, int order, Span span) {
    List<Variable> powers = variables.stream().map(Derivatives::withOrder).toList();
    if (powers.stream().mapToInt(Variable::order).sum() == order) {
      return powers;
    }
    if (variables.size() == order) {
      return variables.stream().map(name -> new Variable(name, 1)).toList();
    }
    throw unread(span, "The orders above and below the bar of the derivative differ.", "");
  }

  private static Variable withOrder(Syntax variable) {
    if (variable instanceof Scripted s
        && s.sup().isPresent()
        && s.sup().get() instanceof Syntax.Numeral number
        && number.text().matches("[2-9]|1[0-9]|20")) {
      Syntax name =
          s.sub().isEmpty() && s.primes() == 0
              ? s.base()
              : new Scripted(s.base(), s.sub(), Optional.empty(), s.primes(), s.span());
      return new Variable(name, number.value().intValueExact());
    }
    return new Variable(variable, 1);
  }

  private static void refuseSumOfDifferentials(List<Factor> above, Syntax denominator, Span span) {
    if (denominator instanceof Syntax.Terms terms
        && startsDifferential(above, 0)
        && terms.terms().stream()
            .anyMatch(term -> startsDifferential(Products.factors(term.value()), 0))) {
      throw unread(span, "The denominator of a derivative holds more than differentials.", "");
    }
  }

  /** {@code \frac{2\,dy}{dx}} and {@code \frac{-dy}{dx}} are no fractions of letters. */
  private static void refuseHiddenDifferential(Syntax numerator, Span span) {
    List<Syntax> parts =
        numerator instanceof Syntax.Terms terms
            ? terms.terms().stream().map(Syntax.Term::value).toList()
            : List.of(numerator);
    for (Syntax part : parts) {
      List<Factor> factors = Products.factors(part);
      if (factors.stream().anyMatch(factor -> isSign(factor.value()))) {
        throw unread(
            span,
            "The numerator of a derivative holds more than its operand.",
            "write factors and signs before the fraction");
      }
    }
  }

  /** A sign of differentiation, whatever stands on it. */
  private static boolean isSign(Syntax syntax) {
    return Products.isD(syntax)
        || Products.isLoosePartial(syntax)
        || (syntax instanceof Scripted s && s.sub().isEmpty() && Products.isD(s.base()));
  }

  /** Takes {@code \mathrm{dt}} apart where it is a differential. */
  private static List<Factor> split(List<Factor> factors) {
    List<Factor> split = new ArrayList<>();
    for (Factor factor : factors) {
      List<Syntax> parts =
          factor.value() instanceof Name name
              ? Products.differential(name)
              : List.of(factor.value());
      split.add(new Factor(factor.operator(), factor.negated(), parts.get(0), factor.span()));
      parts.stream().skip(1).map(Products::juxtaposed).forEach(split::add);
    }
    return split;
  }

  private static Unread unread(Span span, String message, String help) {
    return new Unread(ProblemId.UNSUPPORTED_NOTATION, span, message, help);
  }
}
