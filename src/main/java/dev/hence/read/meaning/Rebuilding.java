package dev.hence.read.meaning;

import dev.hence.read.math.Clause;
import dev.hence.read.math.Condition;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Replaces pieces of untyped mathematics, from the outside in; what was put in stays as it is. */
final class Rebuilding {
  private final Function<Syntax, Optional<Syntax>> replacement;

  private Rebuilding(Function<Syntax, Optional<Syntax>> replacement) {
    this.replacement = replacement;
  }

  /** The same with every piece for which there is a replacement replaced. */
  static Syntax of(Syntax syntax, Function<Syntax, Optional<Syntax>> replacement) {
    return new Rebuilding(replacement).map(syntax);
  }

  /** The same for all that a clause says. */
  static Clause of(Clause clause, Function<Syntax, Optional<Syntax>> replacement) {
    return new Rebuilding(replacement).map(clause);
  }

  private Syntax map(Syntax syntax) {
    return replacement.apply(syntax).orElseGet(() -> inside(syntax));
  }

  private Optional<Syntax> map(Optional<Syntax> syntax) {
    return syntax.map(this::map);
  }

  private List<Syntax> map(List<Syntax> list) {
    return list.stream().map(this::map).toList();
  }

  private Syntax inside(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n -> n;
      case Syntax.Name n -> n;
      case Syntax.FunctionName f -> f;
      case Syntax.Infinity i -> i;
      case Syntax.Dots d -> d;
      case Syntax.Placeholder p -> p;
      case Syntax.Text t -> t;
      case Syntax.Accented a -> new Syntax.Accented(a.accent(), map(a.body()), a.span());
      case Syntax.Annotated a -> new Syntax.Annotated(map(a.body()), a.note(), a.span());
      case Syntax.Factorial f -> new Syntax.Factorial(map(f.body()), f.span());
      case Syntax.Scripted s ->
          new Syntax.Scripted(map(s.base()), map(s.sub()), map(s.sup()), s.primes(), s.span());
      case Syntax.Terms t ->
          new Syntax.Terms(
              t.terms().stream()
                  .map(term -> new Syntax.Term(term.sign(), map(term.value()), term.span()))
                  .toList(),
              t.span());
      case Syntax.Product p ->
          new Syntax.Product(p.factors().stream().map(this::map).toList(), p.span());
      case Syntax.Sequence s -> new Syntax.Sequence(map(s.items()), s.span());
      case Syntax.Group g ->
          new Syntax.Group(g.open(), g.close(), map(g.items()), g.separators(), g.span());
      case Syntax.Parted p -> new Syntax.Parted(map(p.left()), map(p.right()), p.span());
      case Syntax.Fraction f ->
          new Syntax.Fraction(map(f.numerator()), map(f.denominator()), f.span());
      case Syntax.Binomial b -> new Syntax.Binomial(map(b.upper()), map(b.lower()), b.span());
      case Syntax.Root r -> new Syntax.Root(map(r.body()), map(r.degree()), r.span());
      case Syntax.Absolute a -> new Syntax.Absolute(map(a.body()), a.span());
      case Syntax.Norm n -> new Syntax.Norm(map(n.body()), n.span());
      case Syntax.Evaluation e ->
          new Syntax.Evaluation(map(e.body()), map(e.lower()), map(e.upper()), e.span());
      case Syntax.BigOperator b ->
          new Syntax.BigOperator(b.kind(), map(b.lower()), map(b.upper()), map(b.body()), b.span());
      case Syntax.Integral i ->
          new Syntax.Integral(
              map(i.lower()), map(i.upper()), map(i.body()), map(i.variable()), i.span());
      case Syntax.Derivative d ->
          new Syntax.Derivative(
              d.kind(),
              d.order(),
              d.variables().stream()
                  .map(v -> new Syntax.Variable(map(v.name()), v.order()))
                  .toList(),
              map(d.operand()),
              d.span());
      case Syntax.Chain c -> new Syntax.Chain(map(c.first()), links(c.links()), c.span());
      case Syntax.Cases c -> new Syntax.Cases(c.rows().stream().map(this::map).toList(), c.span());
      case Syntax.Matrix m ->
          new Syntax.Matrix(m.fence(), m.rows().stream().map(this::map).toList(), m.span());
    };
  }

  private Syntax.Factor map(Syntax.Factor f) {
    return new Syntax.Factor(f.operator(), f.negated(), map(f.value()), f.span());
  }

  private Syntax.Case map(Syntax.Case c) {
    return new Syntax.Case(
        map(c.value()), c.conditions().stream().map(this::map).toList(), c.span());
  }

  private List<Syntax.Link> links(List<Syntax.Link> links) {
    return links.stream()
        .map(l -> new Syntax.Link(l.relation(), l.note(), l.sign(), map(l.operand())))
        .toList();
  }

  private Condition map(Condition c) {
    return new Condition(
        c.kind(), c.words(), c.clauses().stream().map(this::map).toList(), c.span());
  }

  private Clause map(Clause clause) {
    return new Clause(
        clause.separator(),
        map(clause.first()),
        links(clause.links()),
        clause.conditions().stream().map(this::map).toList(),
        clause.span());
  }
}
