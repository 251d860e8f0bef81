package dev.hence.read.meaning;

import dev.hence.claim.Domain;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.SizeForm;
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
      case Syntax.Scripted s -> Written.of(s).flatMap(this::scripted);
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

  /**
   * A size: a number, an index letter, any other letter, the member of a family of sizes such as
   * d_{i+1}, or sums and products of them.
   */
  Optional<Size> size(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n when n.value().isInteger() && n.value().numerator().bitLength() < 32 ->
          Optional.of(Size.fixed(n.value().intValueExact()));
      case Syntax.Name n ->
          Optional.of(context.isLetter(n.key()) ? Size.letter(n.key()) : Size.named(n.key()));
      case Syntax.Scripted s -> Written.of(s).flatMap(this::scriptedSize);
      case Syntax.Group g when g.items().size() == 1 -> size(g.items().getFirst());
      case Syntax.Terms t -> sizeOf(t);
      case Syntax.Product p -> sizeOf(p);
      default -> Optional.empty();
    };
  }

  /** A member of a family where the script holds an index letter, else a name with a label. */
  private Optional<Size> scriptedSize(Written w) {
    Optional<List<Size>> script =
        w.sub().filter(s -> w.sup().isEmpty() && w.primes() == 0).flatMap(this::sizes);
    boolean member =
        script.isPresent()
            && (script.get().stream().anyMatch(s -> !s.letters().isEmpty())
                || context.isSize(w.plain().key(script.get().size())));
    return member
        ? Optional.of(Size.member(w.plain().latex(), script.get()))
        : Written.labelled(w.primed(), w.sub(), w.sup()).map(name -> Size.named(name.latex()));
  }

  private Optional<List<Size>> sizes(Syntax script) {
    List<Syntax> items = items(script);
    List<Size> sizes = items.stream().flatMap(item -> size(item).stream()).toList();
    return sizes.size() == items.size() ? Optional.of(sizes) : Optional.empty();
  }

  private Optional<Size> sizeOf(Syntax.Terms terms) {
    Size sum = Size.fixed(0);
    for (Syntax.Term term : terms.terms()) {
      Optional<Size> size = size(term.value());
      if (size.isEmpty() || (term.sign() != Sign.PLUS && term.sign() != Sign.MINUS)) {
        return Optional.empty();
      }
      sum = sum.plus(size.get().times(Size.fixed(term.sign() == Sign.MINUS ? -1 : 1)));
    }
    return Optional.of(sum);
  }

  private Optional<Size> sizeOf(Syntax.Product product) {
    Size result = Size.fixed(1);
    for (Syntax.Factor factor : product.factors()) {
      Optional<Size> size = size(factor.value());
      boolean times =
          factor.operator() == Operator.JUXTAPOSED || factor.operator() == Operator.CDOT;
      if (size.isEmpty() || !times || factor.negated()) {
        return Optional.empty();
      }
      result = result.times(size.get());
    }
    return Optional.of(result);
  }

  static Expr of(Size size) {
    return SizeForm.expr(size);
  }

  /** A list of indices: {@code i}, {@code i,j}, {@code ij}, {@code j+1}; empty if it is none. */
  Optional<List<Expr>> list(Syntax script) {
    List<Expr> indices = new ArrayList<>();
    for (Syntax item : items(script)) {
      Optional<Expr> index = integer(item);
      if (index.isEmpty()) {
        return Optional.empty();
      }
      indices.add(index.get());
    }
    return Optional.of(indices);
  }

  static List<Syntax> items(Syntax script) {
    return switch (script) {
      case Syntax.Sequence s -> s.items();
      case Syntax.Product p when isRun(p) ->
          p.factors().stream().map(Syntax.Factor::value).toList();
      default -> List.of(script);
    };
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
    Optional<Expr> whole = whole(new Name(name.key()), List.of());
    if (whole.isPresent()) {
      return whole;
    }
    boolean size = !context.knows(new Name(name.key()), 0) && context.isSize(name.key());
    return size ? Optional.of(new Expr.SizeOf(Size.named(name.key()))) : Optional.empty();
  }

  /** A label y_i, a member n_r of a family of sizes. */
  private Optional<Expr> scripted(Written w) {
    if (w.sub().isEmpty() || w.sup().isPresent()) {
      return Optional.empty();
    }
    Optional<Expr> own =
        Written.labelled(w.primed(), w.sub(), Optional.empty())
            .flatMap(name -> whole(name, List.of()));
    if (own.isPresent()) {
      return own;
    }
    Optional<Expr> size =
        Written.labelled(w.primed(), w.sub(), Optional.empty())
            .filter(name -> context.isSize(name.latex()) && !context.knows(name, 0))
            .map(name -> new Expr.SizeOf(Size.named(name.latex())));
    if (size.isPresent()) {
      return size;
    }
    Optional<List<Expr>> indices = list(w.sub().get());
    Optional<Expr> label = indices.flatMap(at -> whole(w.primed(), at));
    if (label.isPresent() || indices.isEmpty()) {
      return label;
    }
    return context.isSize(w.plain().key(indices.get().size())) && w.primes() == 0
        ? SizeForm.all(indices.get()).map(at -> SizeForm.expr(Size.member(w.plain().latex(), at)))
        : Optional.empty();
  }

  /** A variable all of whose values are integers. */
  private Optional<Expr> whole(Name name, List<Expr> indices) {
    return context
        .variable(name, indices.size())
        .filter(v -> v.shape().isScalar() && isWhole(v.domain()))
        .filter(v -> context.definition(name, indices.size()).isEmpty())
        .filter(v -> !indices.isEmpty() || !context.locals().containsKey(name))
        .map(v -> new Expr.Ref(name, indices, Shape.SCALAR));
  }

  private static boolean isWhole(Domain domain) {
    return switch (domain) {
      case Domain.Labels l -> true;
      case Domain.Integers i -> true;
      case Domain.Finite f -> f.values().stream().allMatch(Rational::isInteger);
      case Domain.Interval i -> false;
      case Domain.Special s -> false;
    };
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
