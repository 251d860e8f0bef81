package dev.hence.argument;

import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Trees;
import dev.hence.expr.WrittenNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes out what no one would write down: terms 0, factors 1, signs of signs. */
final class Tidy {
  static final Expr ZERO = new Expr.Literal(Rational.ZERO);
  static final Expr ONE = new Expr.Literal(Rational.ONE);
  static final Expr TWO = new Expr.Literal(Rational.of(2));

  private Tidy() {}

  static Expr sum(List<Expr> terms) {
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }

  static Expr of(Expr expr) {
    return Trees.map(expr, Tidy::node);
  }

  private static Expr node(Expr expr) {
    return switch (expr) {
      case Expr.Add a -> add(a);
      case Expr.Negate n -> negative(n.body());
      case Expr.Multiply m -> product(m);
      case Expr.Divide d when isZero(d.numerator()) -> d.numerator();
      case Expr.Divide d when isOne(d.denominator()) -> d.numerator();
      case Expr.Divide d when d.numerator() instanceof Expr.Negate n ->
          new Expr.Negate(new Expr.Divide(n.body(), d.denominator()));
      case Expr.Power p when isOne(p.exponent()) -> p.base();
      case Expr.Transpose t -> transpose(t);
      case Expr.Inner i when isZero(i.left()) || isZero(i.right()) -> ZERO;
      case Expr.Inner i -> inner(i);
      case Expr.Hadamard h when isZero(h.left()) || isZero(h.right()) -> Expr.zero(h.shape());
      case Expr.Trace t when isZero(t.body()) -> ZERO;
      case Expr.Sum s when s.adds() && isZero(s.body()) -> Expr.zero(s.shape());
      case Expr.Sum s when s.adds() && s.body() instanceof Expr.Negate n ->
          new Expr.Negate(new Expr.Sum(s.fold(), s.letter(), s.range(), s.conditions(), n.body()));
      case Expr.Sum s
          when s.adds()
              && s.body() instanceof Expr.Multiply m
              && WrittenNumber.of(m.left()).isPresent() ->
          new Expr.Multiply(
              m.left(), new Expr.Sum(s.fold(), s.letter(), s.range(), s.conditions(), m.right()));
      case Expr.Integral i when isZero(i.body()) -> Expr.zero(i.shape());
      case Expr.Cases c
          when c.condition().relation() == Relation.EQUAL
              && c.condition().left().equals(c.condition().right()) ->
          c.then();
      default -> expr;
    };
  }

  private static Expr add(Expr.Add a) {
    List<Expr> terms = new ArrayList<>();
    for (Expr term : a.terms()) {
      if (term instanceof Expr.Add inner) {
        terms.addAll(inner.terms());
      } else if (!isZero(term)) {
        terms.add(term);
      }
    }
    return terms.isEmpty() ? Expr.zero(a.shape()) : sum(terms);
  }

  private static Expr negative(Expr body) {
    return switch (body) {
      case Expr.Negate n -> n.body();
      case Expr e when isZero(e) -> e;
      default -> new Expr.Negate(body);
    };
  }

  private static Expr product(Expr.Multiply m) {
    if (isZero(m.left()) || isZero(m.right())) {
      return Expr.zero(m.shape());
    }
    if (isOne(m.left()) || (m.left() instanceof Expr.Identity && sameShape(m, m.right()))) {
      return m.right();
    }
    if (isOne(m.right()) || (m.right() instanceof Expr.Identity && sameShape(m, m.left()))) {
      return m.left();
    }
    if (m.left() instanceof Expr.Negate n) {
      return negative(node(new Expr.Multiply(n.body(), m.right())));
    }
    if (m.right() instanceof Expr.Negate n) {
      return negative(node(new Expr.Multiply(m.left(), n.body())));
    }
    if (m.left() instanceof Expr.Multiply inner && WrittenNumber.of(inner.left()).isPresent()) {
      Expr rest = node(new Expr.Multiply(inner.right(), m.right()));
      return node(new Expr.Multiply(inner.left(), rest));
    }
    return coefficient(m).orElse(m);
  }

  private static boolean sameShape(Expr a, Expr b) {
    return a.shape().equals(b.shape());
  }

  /** Numbers in front are multiplied, and a number behind comes to the front. */
  private static Optional<Expr> coefficient(Expr.Multiply m) {
    Optional<Rational> left = WrittenNumber.of(m.left());
    if (left.isPresent()
        && m.right() instanceof Expr.Multiply inner
        && over(left.get(), inner.left()).isPresent()) {
      return Optional.of(
          product(new Expr.Multiply(over(left.get(), inner.left()).get(), inner.right())));
    }
    if (left.isPresent() && over(left.get(), m.right()).isPresent()) {
      return over(left.get(), m.right());
    }
    if (left.isPresent()
        && m.right() instanceof Expr.Multiply inner
        && WrittenNumber.of(inner.left()).isPresent()) {
      Rational both = left.get().times(WrittenNumber.of(inner.left()).get());
      return Optional.of(product(new Expr.Multiply(number(both), inner.right())));
    }
    if (left.isEmpty() && WrittenNumber.of(m.right()).isPresent()) {
      return Optional.of(product(new Expr.Multiply(m.right(), m.left())));
    }
    if (left.isEmpty()
        && m.right() instanceof Expr.Multiply inner
        && WrittenNumber.of(inner.left()).isPresent()) {
      return Optional.of(
          product(
              new Expr.Multiply(inner.left(), node(new Expr.Multiply(m.left(), inner.right())))));
    }
    return Optional.empty();
  }

  /** 2 (a/2) as a. */
  private static Optional<Expr> over(Rational number, Expr expr) {
    if (!(expr instanceof Expr.Divide d) || WrittenNumber.of(expr).isPresent()) {
      return Optional.empty();
    }
    return WrittenNumber.of(d.denominator())
        .filter(below -> below.signum() != 0)
        .map(number::dividedBy)
        .map(n -> product(new Expr.Multiply(number(n), d.numerator())));
  }

  static Expr number(Rational value) {
    if (value.signum() < 0) {
      return new Expr.Negate(number(value.negate()));
    }
    return value.isInteger()
        ? new Expr.Literal(value)
        : new Expr.Divide(
            new Expr.Literal(Rational.of(value.numerator().longValueExact())),
            new Expr.Literal(Rational.of(value.denominator().longValueExact())));
  }

  private static Expr transpose(Expr.Transpose t) {
    return switch (t.body()) {
      case Expr.Transpose inner -> inner.body();
      case Expr.Identity i -> i;
      case Expr e when e.shape().isScalar() -> e;
      case Expr.Negate n -> new Expr.Negate(transpose(new Expr.Transpose(n.body())));
      case Expr.Multiply m when m.left().shape().isScalar() ->
          new Expr.Multiply(m.left(), transpose(new Expr.Transpose(m.right())));
      case Expr.Multiply m
          when m.left() instanceof Expr.Transpose || m.right() instanceof Expr.Transpose ->
          product(
              new Expr.Multiply(
                  transpose(new Expr.Transpose(m.right())),
                  transpose(new Expr.Transpose(m.left()))));
      default -> t;
    };
  }

  private static Expr inner(Expr.Inner i) {
    if (i.left().equals(i.right())) {
      return new Expr.Power(new Expr.Norm(i.left()), TWO);
    }
    if (i.left() instanceof Expr.Negate n) {
      return negative(inner(new Expr.Inner(n.body(), i.right())));
    }
    if (i.right() instanceof Expr.Negate n) {
      return negative(inner(new Expr.Inner(i.left(), n.body())));
    }
    if (i.right() instanceof Expr.Multiply m && m.left().shape().isScalar()) {
      return node(new Expr.Multiply(m.left(), inner(new Expr.Inner(i.left(), m.right()))));
    }
    if (i.left() instanceof Expr.Multiply m && m.left().shape().isScalar()) {
      return node(new Expr.Multiply(m.left(), inner(new Expr.Inner(m.right(), i.right()))));
    }
    return i;
  }

  static boolean isZero(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value().signum() == 0;
      case Expr.Filled f -> f.value().signum() == 0;
      default -> false;
    };
  }

  static boolean isOne(Expr expr) {
    return expr instanceof Expr.Literal l && l.value().equals(Rational.ONE);
  }
}
