package dev.hence.road.symbolic;

import java.util.ArrayList;
import java.util.List;

/** Short names for making terms, and a list of claims. */
class Notation {
  /** A claimed equation with its name. */
  record Claim(String name, Terms terms, Term left, Term right) {
    @Override
    public String toString() {
      return name;
    }
  }

  final Terms t = new Terms();
  final List<Claim> claims = new ArrayList<>();

  final Term n(long value) {
    return t.constant(value);
  }

  final Term plus(Term... terms) {
    return t.sum(terms);
  }

  final Term minus(Term left, Term right) {
    return t.minus(left, right);
  }

  final Term times(Term... terms) {
    return t.product(terms);
  }

  final Term over(Term left, Term right) {
    return t.quotient(left, right);
  }

  final Term neg(Term term) {
    return t.negate(term);
  }

  final Term sq(Term term) {
    return t.power(term, 2);
  }

  final Term exp(Term term) {
    return t.exp(term);
  }

  final Term log(Term term) {
    return t.log(term);
  }

  final Term f(Elementary function, Term term) {
    return t.apply(function, term);
  }

  final Term d(Term term, Term.Symbol symbol) {
    return Differentiation.derivative(t, term, symbol);
  }

  final Term sinh(Term u) {
    return f(Elementary.SINH, u);
  }

  final Term cosh(Term u) {
    return f(Elementary.COSH, u);
  }

  final Term sin(Term u) {
    return f(Elementary.SIN, u);
  }

  final Term cos(Term u) {
    return f(Elementary.COS, u);
  }

  final Term sigmoid(Term u) {
    return t.power(plus(n(1), exp(neg(u))), -1);
  }

  final void claim(String name, Term left, Term right) {
    claims.add(new Claim(name, t, left, right));
  }
}
