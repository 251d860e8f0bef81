package dev.hence.argument;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Trees;
import dev.hence.expr.WrittenNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Formulas up to what no reader would call a step: the order of terms and of numbers that are
 * multiplied, signs, the letters of sums, where a constant factor stands, ⟨a, a⟩ for ‖a‖². Equal
 * keys only suggest that formulas are equal.
 */
final class Key {
  private final Map<String, String> letters;

  private Key(Map<String, String> letters) {
    this.letters = letters;
  }

  static String of(Expr expr) {
    return new Key(Map.of()).factors(expr).text();
  }

  /** A number, numbers that are multiplied in any order, and matrices in theirs. */
  private record Factors(Rational coefficient, List<String> numbers, List<String> matrices) {
    static Factors number(String text) {
      return new Factors(Rational.ONE, List.of(text), List.of());
    }

    Factors times(Factors other) {
      return new Factors(
          coefficient.times(other.coefficient),
          joined(numbers, other.numbers),
          joined(matrices, other.matrices));
    }

    Factors scaled(Rational by) {
      return new Factors(coefficient.times(by), numbers, matrices);
    }

    private static List<String> joined(List<String> a, List<String> b) {
      List<String> all = new ArrayList<>(a);
      all.addAll(b);
      return all;
    }

    String text() {
      return coefficient + body();
    }

    String body() {
      return numbers.stream().sorted().toList() + String.join("·", matrices);
    }
  }

  private Factors factors(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> new Factors(l.value(), List.of(), List.of());
      case Expr.Negate n -> factors(n.body()).scaled(Rational.of(-1));
      case Expr.Multiply m -> product(m);
      case Expr.Divide d -> factors(d.numerator()).times(inverse(factors(d.denominator())));
      case Expr.Power p when p.base() instanceof Expr.Norm n && p.exponent().equals(Tidy.TWO) ->
          inner(n.body(), n.body());
      case Expr.Power p when p.shape().isScalar() -> power(p);
      case Expr.Inner i -> inner(i.left(), i.right());
      case Expr.Sum s when s.adds() && s.conditions().isEmpty() -> sum(s);
      case Expr.Add a -> added(a);
      case Expr.Transpose t when t.body().shape().isScalar() -> factors(t.body());
      default -> whole(expr, structure(expr));
    };
  }

  private static Factors whole(Expr expr, String text) {
    return expr.shape().isScalar()
        ? Factors.number(text)
        : new Factors(Rational.ONE, List.of(), List.of(text));
  }

  private Factors product(Expr.Multiply m) {
    boolean dot = m.shape().isScalar() && !m.left().shape().isScalar();
    return dot
        ? inner(Tidy.of(new Expr.Transpose(m.left())), m.right())
        : factors(m.left()).times(factors(m.right()));
  }

  private Factors inner(Expr left, Expr right) {
    Factors a = factors(left);
    Factors b = factors(right);
    List<String> both =
        new ArrayList<>(List.of(String.join("·", a.matrices()), String.join("·", b.matrices())));
    both.sort(null);
    Factors scalars =
        new Factors(a.coefficient(), a.numbers(), List.of())
            .times(new Factors(b.coefficient(), b.numbers(), List.of()));
    return scalars.times(Factors.number("⟨" + both + "⟩"));
  }

  private static Factors inverse(Factors f) {
    Rational coefficient =
        f.coefficient().signum() == 0 ? Rational.ONE : Rational.ONE.dividedBy(f.coefficient());
    List<String> numbers = f.numbers().stream().map(n -> "1/" + n).toList();
    return new Factors(coefficient, numbers, f.matrices());
  }

  private Factors power(Expr.Power p) {
    int exponent =
        WrittenNumber.of(p.exponent())
            .filter(e -> e.isInteger() && e.signum() > 0 && e.numerator().bitLength() < 4)
            .map(e -> e.numerator().intValue())
            .orElse(0);
    if (exponent == 0) {
      return Factors.number(structure(p));
    }
    Factors base = factors(p.base());
    Factors all = base;
    for (int k = 1; k < exponent; k++) {
      all = all.times(base);
    }
    return all;
  }

  private Factors sum(Expr.Sum s) {
    String bound = "⟦" + letters.size() + "⟧";
    Map<String, String> more = new HashMap<>(letters);
    more.put(s.letter(), bound);
    Factors body = new Key(more).factors(s.body());
    List<String> outside = body.numbers().stream().filter(n -> !n.contains(bound)).toList();
    List<String> inside = body.numbers().stream().filter(n -> n.contains(bound)).toList();
    String rest = new Factors(Rational.ONE, inside, body.matrices()).body();
    String text = "Σ" + bound + key(s.range().lower()) + key(s.range().upper()) + "[" + rest + "]";
    return new Factors(body.coefficient(), outside, List.of()).times(whole(s, text));
  }

  /** The first term in order gives the sign, so that a − b and −(b − a) agree. */
  private Factors added(Expr.Add a) {
    List<Factors> terms = new ArrayList<>(a.terms().stream().map(this::factors).toList());
    terms.sort(Comparator.comparing(Factors::body));
    boolean turned = terms.getFirst().coefficient().signum() < 0;
    Rational sign = turned ? Rational.of(-1) : Rational.ONE;
    List<String> texts = terms.stream().map(t -> t.scaled(sign).text()).toList();
    return whole(a, "(" + texts + ")").scaled(sign);
  }

  private String key(Expr expr) {
    return factors(expr).text();
  }

  private String structure(Expr expr) {
    return switch (expr) {
      case Expr.Index i -> letters.getOrDefault(i.letter(), i.letter());
      case Expr.Ref r -> r.name() + list(r.indices());
      case Expr.Call c -> c.function() + "" + c.slots() + list(c.indices()) + list(c.arguments());
      case Expr.Apply a -> a.function() + list(List.of(a.argument()));
      case Expr.TimeDerivative t when t.body() instanceof Expr.Ref r ->
          "\\dot{" + r.name() + "}" + list(r.indices());
      case Expr.Derivative d when slotted(d).isPresent() -> structure(slotted(d).get());
      case Expr.Derivative d ->
          "∂" + key(d.body()) + "/" + d.variable().name() + list(d.variable().indices());
      case Expr.Integral i ->
          "∫" + i.variable() + key(i.lower()) + key(i.upper()) + "[" + key(i.body()) + "]";
      case Expr.Sum s -> s.fold() + s.letter() + list(Trees.children(s));
      case Expr.SizeOf s -> s.toString();
      case Expr e when Trees.children(e).isEmpty() -> e.toString();
      case Expr.Cases c -> "if" + c.condition().relation() + list(Trees.children(c));
      default -> expr.getClass().getSimpleName() + list(Trees.children(expr));
    };
  }

  /** {@code ∇_θ f(x; θ)} as a derivative by a slot. */
  private static Optional<Expr> slotted(Expr.Derivative d) {
    if (!(d.body() instanceof Expr.Call c)
        || !c.slots().isEmpty()
        || Collections.frequency(c.arguments(), d.variable()) != 1) {
      return Optional.empty();
    }
    List<Integer> slot = List.of(c.arguments().indexOf(d.variable()));
    return Optional.of(new Expr.Call(c.function(), c.indices(), c.arguments(), slot, d.shape()));
  }

  private String list(List<Expr> parts) {
    return "(" + String.join(",", parts.stream().map(this::key).toList()) + ")";
  }
}
