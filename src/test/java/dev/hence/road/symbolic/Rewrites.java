package dev.hence.road.symbolic;

import dev.hence.expr.Rational;
import java.util.Optional;
import java.util.SplittableRandom;

/** Identities of the kind that hold on some branch only, or always: tempting, often wrong. */
final class Rewrites {
  private final Terms t;
  private final SplittableRandom random;

  Rewrites(Terms terms, SplittableRandom random) {
    this.t = terms;
    this.random = random;
  }

  /** The term with one of its nodes replaced, if a node offers itself. */
  Term once(Term term) {
    java.util.List<Term> nodes = new java.util.ArrayList<>();
    collect(term, nodes);
    for (int i = 0; i < 40; i++) {
      Term node = nodes.get(random.nextInt(nodes.size()));
      Optional<Term> other = tempting(node);
      if (other.isPresent() && !other.get().equals(node)) {
        return Substitution.of(t, java.util.Map.of(node, other.get())).in(term);
      }
    }
    return t.sum(term, t.constant(random.nextInt(2)));
  }

  private static void collect(Term term, java.util.List<Term> nodes) {
    nodes.add(term);
    term.children().forEach(child -> collect(child, nodes));
  }

  private Term half(Term term) {
    return t.product(t.constant(Rational.of(1, 2)), term);
  }

  private Optional<Term> tempting(Term node) {
    return switch (node) {
      case Term.Power p when p.base() instanceof Term.Power q ->
          Optional.of(t.power(q.base(), q.exponent().times(p.exponent())));
      case Term.Power p when p.base() instanceof Term.Product q -> {
        java.util.List<Term> factors = new java.util.ArrayList<>();
        factors.add(t.power(t.constant(q.coefficient()), p.exponent()));
        q.factors().forEach(f -> factors.add(t.power(f, p.exponent())));
        yield Optional.of(t.product(factors));
      }
      case Term.Power p when random.nextInt(3) == 0 ->
          Optional.of(t.exp(t.product(t.constant(p.exponent()), t.log(p.base()))));
      case Term.Apply a -> tempting(a.function(), a.argument());
      case Term.Select s ->
          Optional.of(
              switch (random.nextInt(3)) {
                case 0 -> t.select(t.negate(s.on()), s.below(), s.above());
                case 1 -> t.select(s.on(), s.below(), s.above());
                default -> s.above();
              });
      case Term.Symbol s ->
          Optional.of(
              switch (random.nextInt(6)) {
                case 0 -> t.abs(s);
                case 1 -> t.sqrt(t.power(s, 2));
                case 2 -> t.exp(t.log(s));
                case 3 -> t.apply(Elementary.ARCTAN, t.apply(Elementary.TAN, s));
                case 4 -> t.apply(Elementary.TAN, t.apply(Elementary.ARCTAN, s));
                default -> t.power(t.oddRoot(s, 3), 3);
              });
      case Term.Product p when p.factors().size() > 1 && random.nextBoolean() ->
          Optional.of(t.product(t.negate(p), t.constant(-1)));
      case Term other -> Optional.empty();
    };
  }

  private Optional<Term> tempting(Elementary function, Term u) {
    Term two = t.constant(2);
    return Optional.of(
        switch (function) {
          case LOG ->
              u instanceof Term.Product p && p.factors().size() > 1
                  ? t.sum(
                      t.log(p.factors().getFirst()), t.log(t.quotient(p, p.factors().getFirst())))
                  : u instanceof Term.Power p
                      ? t.product(t.constant(p.exponent()), t.log(p.base()))
                      : half(t.log(t.power(u, 2)));
          case EXP ->
              u instanceof Term.Sum s
                  ? t.product(
                      t.exp(s.addends().getFirst()), t.exp(t.minus(s, s.addends().getFirst())))
                  : t.power(t.exp(half(u)), 2);
          case SIN ->
              t.product(two, t.apply(Elementary.SIN, half(u)), t.apply(Elementary.COS, half(u)));
          case COS ->
              t.minus(t.one(), t.product(two, t.power(t.apply(Elementary.SIN, half(u)), 2)));
          case TAN -> t.quotient(t.apply(Elementary.SIN, u), t.apply(Elementary.COS, u));
          case ARCSIN, ARCTAN, ERF -> t.negate(t.apply(function, t.negate(u)));
          case ARCCOS -> t.minus(half(t.pi()), t.apply(Elementary.ARCSIN, u));
          case SINH -> half(t.minus(t.exp(u), t.exp(t.negate(u))));
          case COSH -> t.sqrt(t.sum(t.one(), t.power(t.apply(Elementary.SINH, u), 2)));
          case TANH -> t.quotient(t.apply(Elementary.SINH, u), t.apply(Elementary.COSH, u));
          case ARSINH -> t.log(t.sum(u, t.sqrt(t.sum(t.one(), t.power(u, 2)))));
          case ARCOSH -> t.log(t.sum(u, t.sqrt(t.sum(t.constant(-1), t.power(u, 2)))));
          case ARTANH -> half(t.minus(t.log(t.sum(t.one(), u)), t.log(t.minus(t.one(), u))));
          case ABS -> random.nextBoolean() ? u : t.sqrt(t.power(u, 2));
        });
  }
}
