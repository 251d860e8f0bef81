package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.Expr;
import dev.hence.expr.Parameter;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the ring: between functions of one argument it composes them, between vectors or matrices
 * of one shape it is the entrywise product.
 */
final class Compositions {
  private final Context context;

  Compositions(Context context) {
    this.context = context;
  }

  /** {@code f \circ g(x)}, {@code (f \circ g)(x)}, {@code (f \circ g)'(x)}; else nothing. */
  Optional<Expr> read(Syntax value, Factors factors) {
    if (isFunction(value) && factors.ringFollows()) {
      if (factors.isBehindDerivative()) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            value.span(),
            "the ring behind a derivative may take it there, or multiply entry by entry",
            "write \\odot for the product of entries, \\n"
                + "abla f(g(x)) for the derivative taken there");
      }
      List<Syntax> functions = new ArrayList<>(List.of(value));
      functions.addAll(factors.ringed());
      return Optional.of(at(functions, 0, factors, value.span()));
    }
    int primes = value instanceof Syntax.Scripted s && s.sub().isEmpty() ? s.primes() : 0;
    Syntax base = value instanceof Syntax.Scripted s && primes > 0 ? s.base() : value;
    boolean raised = value instanceof Syntax.Scripted s && s.sup().isPresent();
    Optional<List<Syntax>> functions = inside(base);
    return functions.isPresent() && !raised
        ? Optional.of(at(functions.get(), primes, factors, value.span()))
        : Optional.empty();
  }

  /**
   * {@code (f \cdot g)(x)}: functions without arguments in parentheses, with arguments behind them,
   * are taken there, and are no factor.
   */
  void refuseApplied(Syntax value) {
    Syntax base = value instanceof Syntax.Scripted s ? s.base() : value;
    if (base instanceof Syntax.Group g
        && g.open() == Delimiter.PARENTHESIS
        && g.items().stream().anyMatch(this::holdsBareFunction)) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          value.span(),
          "functions without arguments in parentheses, with arguments behind them, may be taken"
              + " there or multiplied with them",
          "write each with its arguments: f(x) + g(x)");
    }
  }

  private boolean holdsBareFunction(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Terms t -> t.terms().stream().anyMatch(x -> holdsBareFunction(x.value()));
      case Syntax.Fraction f ->
          holdsBareFunction(f.numerator()) || holdsBareFunction(f.denominator());
      case Syntax.Derivative d -> d.operand().filter(this::holdsBareFunction).isPresent();
      case Syntax.Product p -> {
        List<Syntax.Factor> all = p.factors();
        boolean bare = false;
        for (int k = 0; k < all.size(); k++) {
          Syntax next = k + 1 < all.size() ? all.get(k + 1).value() : null;
          Syntax base = next instanceof Syntax.Scripted s ? s.base() : next;
          bare |= !(base instanceof Syntax.Group) && holdsBareFunction(all.get(k).value());
        }
        yield bare;
      }
      default ->
          Written.of(syntax)
              .filter(
                  w ->
                      context.function(w.plain(), 0).isPresent()
                          || context.definition(w.plain(), 0).stream()
                              .anyMatch(d -> !d.lambda().parameters().isEmpty()))
              .isPresent();
    };
  }

  /** The functions joined by rings in parentheses. */
  private Optional<List<Syntax>> inside(Syntax base) {
    boolean rings =
        base instanceof Syntax.Group g
            && g.items().size() == 1
            && g.items().getFirst() instanceof Syntax.Product p
            && p.factors().stream().skip(1).allMatch(f -> f.operator() == Operator.CIRC)
            && p.factors().stream().noneMatch(Syntax.Factor::negated)
            && isFunction(p.factors().getFirst().value());
    return rings
        ? Optional.of(
            ((Syntax.Product) ((Syntax.Group) base).items().getFirst())
                .factors().stream().map(Syntax.Factor::value).toList())
        : Optional.empty();
  }

  private Expr at(List<Syntax> functions, int primes, Factors factors, Span span) {
    Optional<Syntax.Group> arguments = factors.arguments();
    boolean single = arguments.filter(g -> g.items().size() == 1).isPresent();
    if (!single || !functions.stream().allMatch(this::isFunction)) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          span,
          "a composition needs functions of one argument and what it is taken at",
          "write (f \\circ g)(x)");
    }
    Expr x = new Formulas(context).expr(arguments.get().items().getFirst());
    Expr value = x;
    for (Syntax function : functions.reversed()) {
      value = call(function, value);
    }
    return factors.called(derived(value, x, primes, span));
  }

  /** The derivative by the argument, which is a name, so that it can be taken. */
  private static Expr derived(Expr value, Expr x, int primes, Span span) {
    if (primes == 0) {
      return value;
    }
    if (!(x instanceof Expr.Ref by) || !by.indices().isEmpty() || !by.shape().isScalar()) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          span,
          "a prime on a composition is read only at a single number",
          "write \\frac{d}{dx}");
    }
    Expr result = value;
    for (int k = 0; k < primes; k++) {
      result = new Expr.Derivative(result, by);
    }
    return result;
  }

  private Expr call(Syntax function, Expr argument) {
    Written w = Written.of(function).orElseThrow();
    return new Calls(context)
        .build(w.primed(), List.of(), parameters(w).orElseThrow(), List.of(argument), List.of(), w);
  }

  private boolean isFunction(Syntax syntax) {
    return Written.of(syntax)
        .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
        .flatMap(this::parameters)
        .filter(p -> p.size() == 1)
        .isPresent();
  }

  private Optional<List<Parameter>> parameters(Written w) {
    return context
        .function(w.primed(), 0)
        .map(Declaration.Function::parameters)
        .or(() -> context.definition(w.primed(), 0).map(Compositions::parameters));
  }

  private static List<Parameter> parameters(Definition definition) {
    return definition.lambda().parameters();
  }

  /** The entrywise product of two values of one shape. */
  static Expr entrywise(Expr left, Expr right, Span span) {
    if (left.shape().isScalar() || right.shape().isScalar()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          span,
          "the ring joins neither two functions nor two vectors or matrices of one shape",
          "write \\cdot for a product, \\odot for the entrywise product");
    }
    return Shapes.product(left, right, Operator.ODOT, span);
  }
}
