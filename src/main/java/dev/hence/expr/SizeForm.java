package dev.hence.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Integer expressions as sizes, and sizes as integer expressions. */
public final class SizeForm {
  private SizeForm() {}

  /** The size that an expression says; empty if it is made of more than letters and sizes. */
  public static Optional<Size> of(Expr expr) {
    return switch (expr) {
      case Expr.Literal l when l.value().isInteger() && l.value().numerator().bitLength() < 32 ->
          Optional.of(Size.fixed(l.value().intValueExact()));
      case Expr.Index i -> Optional.of(Size.letter(i.letter()));
      case Expr.SizeOf s -> Optional.of(s.size());
      case Expr.Negate n -> of(n.body()).map(s -> s.times(Size.fixed(-1)));
      case Expr.Add a -> all(a.terms()).map(l -> l.stream().reduce(Size.fixed(0), Size::plus));
      case Expr.Multiply m -> of(m.left()).flatMap(l -> of(m.right()).map(l::times));
      default -> Optional.empty();
    };
  }

  /** The sizes that expressions say, if all do. */
  public static Optional<List<Size>> all(List<Expr> exprs) {
    List<Size> sizes = exprs.stream().flatMap(e -> of(e).stream()).toList();
    return sizes.size() == exprs.size() ? Optional.of(sizes) : Optional.empty();
  }

  /** The size as an expression, its letters in sight. */
  public static Expr expr(Size size) {
    if (size.isFixed()) {
      return new Expr.Literal(Rational.of(size.offset()));
    }
    if (size.name().isPresent()) {
      return new Expr.SizeOf(size);
    }
    List<Expr> terms = size.terms().stream().map(SizeForm::term).toList();
    return terms.size() == 1 ? terms.getFirst() : new Expr.Add(terms);
  }

  private static Expr term(Size.Term term) {
    List<Expr> factors = new ArrayList<>();
    int coefficient = Math.abs(term.coefficient());
    if (coefficient != 1 || term.parts().isEmpty()) {
      factors.add(new Expr.Literal(Rational.of(coefficient)));
    }
    term.parts().forEach(part -> factors.add(part(part)));
    Expr product = factors.stream().reduce(Expr.Multiply::new).orElseThrow();
    return term.coefficient() < 0 ? new Expr.Negate(product) : product;
  }

  private static Expr part(Size.Part part) {
    return switch (part) {
      case Size.Part.Letter l -> new Expr.Index(l.letter());
      case Size.Part.Named n -> new Expr.SizeOf(Size.member(n.name(), n.indices()));
    };
  }
}
