package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Font;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Names that mean the same in the whole field where no one declares them: the indicator {@code
 * \mathbb{1}(a > b)}, Kronecker's δ, softmax and the usual activations.
 */
final class Builtins {
  private static final Set<String> INDICATORS =
      Set.of(
          "\\mathbb{1}", "\\mathbb{I}", "\\boldsymbol{1}", "\\boldsymbol{I}", "I", "\\mathrm{I}");
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final Context context;

  Builtins(Context context) {
    this.context = context;
  }

  /** A name of which the document says nothing, with what follows it. */
  Optional<Expr> read(Written w, Factors factors) {
    Optional<Expr> operator = new FieldOperators(context).read(w, factors);
    if (operator.isPresent()) {
      return operator;
    }
    if (w.primes() > 0 || !w.base().accents().isEmpty()) {
      return Optional.empty();
    }
    Optional<Expr> mean = new Means(context).read(w, factors);
    if (mean.isPresent()) {
      return mean;
    }
    return indicator(w, factors)
        .or(() -> new Divergence(context).read(w, factors))
        .or(() -> kronecker(w))
        .or(() -> function(w, factors));
  }

  // Indicators

  private Optional<Expr> indicator(Written w, Factors factors) {
    if (!INDICATORS.contains(w.base().key())) {
      return Optional.empty();
    }
    if (w.sub().isPresent()) {
      Syntax sub = w.sub().get();
      return isCondition(sub) ? Optional.of(all(sub)) : Optional.empty();
    }
    return factors
        .groupBeside()
        .filter(Builtins::isCondition)
        .map(group -> factors.called(all(group)));
  }

  private static boolean isCondition(Syntax syntax) {
    return syntax instanceof Syntax.Chain
        || (syntax instanceof Syntax.Group g
            && !g.items().isEmpty()
            && g.separators().stream().allMatch(","::equals)
            && g.items().stream().allMatch(item -> item instanceof Syntax.Chain));
  }

  private Expr all(Syntax condition) {
    List<Syntax> items = condition instanceof Syntax.Group g ? g.items() : List.of(condition);
    Expr result = null;
    for (Syntax item : items) {
      Expr one = new Distinctions(context).indicator((Syntax.Chain) item);
      result = result == null ? one : new Expr.Multiply(result, one);
    }
    return result;
  }

  /** {@code \delta_{ij}}, where both indices are whole numbers. */
  private Optional<Expr> kronecker(Written w) {
    boolean delta = w.base().key().equals("\\delta") && w.sub().isPresent();
    Name name = w.primed();
    boolean free = delta && !context.knows(name, 0) && !context.knows(name, 1);
    if (!free) {
      return Optional.empty();
    }
    return new Integers(context)
        .list(w.sub().get())
        .filter(list -> list.size() == 2)
        .map(
            list ->
                new Expr.Cases(new Condition(list.get(0), Relation.EQUAL, list.get(1)), ONE, ZERO));
  }

  // Functions

  private Optional<Expr> function(Written w, Factors factors) {
    boolean word = w.base().font() == Font.ROMAN && !w.base().bold() && w.sub().isEmpty();
    Optional<Syntax.Group> arguments = factors.arguments();
    if (!word || arguments.isEmpty() || !isKnown(w.base().base())) {
      return Optional.empty();
    }
    if (arguments.get().items().size() != 1) {
      throw new Misread(
          ProblemId.WRONG_ARITY,
          arguments.get().span(),
          w.base().base() + " takes one argument, not " + arguments.get().items().size(),
          "");
    }
    Expr x = new Formulas(context).expr(arguments.get().items().getFirst());
    Expr value = named(w, x);
    return Optional.of(factors.called(value));
  }

  private static boolean isKnown(String word) {
    return List.of("softmax", "Softmax", "sigmoid", "ReLU", "relu", "softplus").contains(word);
  }

  private Expr named(Written w, Expr x) {
    return switch (w.base().base()) {
      case "softmax", "Softmax" -> softmax(w, x);
      case "ReLU", "relu" ->
          entrywise(w, x, "max(0, x)", e -> new Expr.Extremum(true, List.of(ZERO, e)));
      case "softplus" ->
          entrywise(
              w,
              x,
              "log(1 + e^x)",
              e ->
                  new Expr.Apply(
                      ElementaryFunction.LOG,
                      new Expr.Add(List.of(ONE, new Expr.Apply(ElementaryFunction.EXP, e)))));
      default -> entrywise(w, x, "1/(1 + e^{-x})", Builtins::sigmoid);
    };
  }

  private static Expr sigmoid(Expr x) {
    Expr power = new Expr.Apply(ElementaryFunction.EXP, new Expr.Negate(x));
    return new Expr.Divide(ONE, new Expr.Add(List.of(ONE, power)));
  }

  private Expr entrywise(Written w, Expr x, String formula, UnaryOperator<Expr> function) {
    context.ledger().note(w.base().base() + "(x) is " + formula + ", entry by entry");
    return new Entrywise(context).each(x, function);
  }

  /** e^x over the sum of the e^{x_k}, for a vector or a row. */
  private Expr softmax(Written w, Expr x) {
    context.ledger().note("softmax(x) is e^x, entry by entry, over the sum of its entries");
    if (x.shape() instanceof Shape.Scalar || x.shape() instanceof Shape.Matrix) {
      throw noVector(w, x);
    }
    Expr sum =
        new Entrywise(context).sum(x, entry -> new Expr.Apply(ElementaryFunction.EXP, entry));
    return new Expr.Divide(new Expr.Apply(ElementaryFunction.EXP, x), sum);
  }

  private static Misread noVector(Written w, Expr x) {
    return new Misread(
        ProblemId.SHAPE_MISMATCH,
        w.span(),
        "softmax takes a vector, not a " + x.shape(),
        "of a matrix it may go by rows or by columns: write it for one of them");
  }
}
