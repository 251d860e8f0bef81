package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands in an index or at the end of a range: letters, sizes, whole numbers. */
final class Integers {
  private final Context context;

  Integers(Context context) {
    this.context = context;
  }

  /** One integer expression; empty where it is none. */
  Optional<Expr> integer(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n when n.value().isInteger() -> Optional.of(new Expr.Literal(n.value()));
      case Syntax.Name n -> letter(n);
      case Syntax.Terms t -> terms(t);
      case Syntax.Product p -> product(p);
      case Syntax.Group g when g.items().size() == 1 -> integer(g.items().getFirst());
      default -> Optional.empty();
    };
  }

  /** The end of a range, where an undeclared letter is a size. */
  Expr end(Syntax syntax) {
    return integer(syntax)
        .or(() -> size(syntax).map(Integers::of))
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.UNSUPPORTED_NOTATION,
                    syntax.span(),
                    "this end of a range is no whole number",
                    "write a number, a size such as N, or a size and a number: N-1"));
  }

  /** A size: a number, a letter that is neither declared nor an index, or one plus a number. */
  Optional<Size> size(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n when n.value().isInteger() ->
          Optional.of(Size.fixed(n.value().intValueExact()));
      case Syntax.Name n when !context.isLetter(n.key()) -> Optional.of(Size.named(n.key()));
      case Syntax.Scripted s ->
          Written.of(s)
              .flatMap(w -> Written.labelled(w.primed(), w.sub(), w.sup()))
              .map(name -> Size.named(name.latex()));
      case Syntax.Terms t when t.terms().size() == 2 -> {
        Syntax.Term second = t.terms().get(1);
        boolean number = second.value() instanceof Syntax.Numeral;
        Optional<Size> first = number ? size(t.terms().getFirst().value()) : Optional.empty();
        yield first.map(
            s -> {
              int n = ((Syntax.Numeral) second.value()).value().intValueExact();
              return s.plus(second.sign() == Sign.MINUS ? -n : n);
            });
      }
      default -> Optional.empty();
    };
  }

  static Expr of(Size size) {
    return size.isFixed() ? new Expr.Literal(Rational.of(size.offset())) : new Expr.SizeOf(size);
  }

  /** A list of indices: {@code i}, {@code i,j}, {@code ij}, {@code j+1}; empty if it is none. */
  Optional<List<Expr>> list(Syntax script) {
    List<Syntax> items =
        switch (script) {
          case Syntax.Sequence s -> s.items();
          case Syntax.Product p when isRun(p) ->
              p.factors().stream().map(Syntax.Factor::value).toList();
          default -> List.of(script);
        };
    List<Expr> indices = new ArrayList<>();
    for (Syntax item : items) {
      Optional<Expr> index = integer(item);
      if (index.isEmpty()) {
        return Optional.empty();
      }
      indices.add(index.get());
    }
    return Optional.of(indices);
  }

  /** Letters and digits side by side, as in {@code w_{ij}}. */
  private static boolean isRun(Syntax.Product product) {
    return product.factors().stream()
        .allMatch(
            f ->
                f.operator() == Operator.JUXTAPOSED
                    && !f.negated()
                    && f.value() instanceof Syntax.Name);
  }

  private Optional<Expr> letter(Syntax.Name name) {
    if (context.isLetter(name.key())) {
      return Optional.of(new Expr.Index(name.key()));
    }
    boolean size = !context.knows(new Name(name.key()), 0) && context.isSize(name.key());
    return size ? Optional.of(new Expr.SizeOf(Size.named(name.key()))) : Optional.empty();
  }

  private Optional<Expr> terms(Syntax.Terms terms) {
    List<Expr> parts = new ArrayList<>();
    for (Syntax.Term term : terms.terms()) {
      Optional<Expr> part = integer(term.value());
      if (part.isEmpty() || (term.sign() != Sign.PLUS && term.sign() != Sign.MINUS)) {
        return Optional.empty();
      }
      parts.add(term.sign() == Sign.MINUS ? new Expr.Negate(part.get()) : part.get());
    }
    return Optional.of(parts.size() == 1 ? parts.getFirst() : new Expr.Add(parts));
  }

  private Optional<Expr> product(Syntax.Product product) {
    Expr result = null;
    for (Syntax.Factor factor : product.factors()) {
      Optional<Expr> part = integer(factor.value());
      boolean times = factor.operator() != Operator.SLASH && !factor.negated();
      if (part.isEmpty() || !times) {
        return Optional.empty();
      }
      result = result == null ? part.get() : new Expr.Multiply(result, part.get());
    }
    return Optional.of(result);
  }
}
