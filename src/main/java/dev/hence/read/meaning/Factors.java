package dev.hence.read.meaning;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a run of factors: what is a call and what a product, how far the argument of {@code \log}
 * and of {@code \nabla} reaches.
 */
final class Factors {
  private static final int MOST_OPERATORS = 100;

  private final Context context;
  private List<Syntax.Factor> factors = List.of();
  private int next;

  Factors(Context context) {
    this.context = context;
  }

  /** A piece of syntax that stands alone. */
  Expr only(Syntax syntax) {
    return read(List.of(new Syntax.Factor(Operator.JUXTAPOSED, false, syntax, syntax.span())));
  }

  Expr product(Syntax.Product product) {
    return read(product.factors());
  }

  private Expr read(List<Syntax.Factor> run) {
    refuseTooDeep(run);
    factors = run;
    next = 0;
    return rest();
  }

  /** Operators without parentheses stand in one row, but each acts on all that follows. */
  private static void refuseTooDeep(List<Syntax.Factor> run) {
    List<Syntax.Factor> operators = run.stream().filter(f -> isOperator(f.value())).toList();
    if (operators.size() > MOST_OPERATORS) {
      throw new Misread(
          ProblemId.NESTED_TOO_DEEP,
          operators.get(MOST_OPERATORS).span(),
          "more than " + MOST_OPERATORS + " functions and derivatives in a row",
          "");
    }
  }

  private static boolean isOperator(Syntax syntax) {
    return syntax instanceof Syntax.Derivative
        || syntax instanceof Syntax.FunctionName
        || (syntax instanceof Syntax.Scripted s && isOperator(s.base()));
  }

  /** The product of all that is left. */
  private Expr rest() {
    Expr result = null;
    boolean divided = false;
    while (more()) {
      Syntax.Factor factor = factors.get(next);
      boolean juxtaposed = factor.operator() == Operator.JUXTAPOSED;
      if (divided && juxtaposed && !isBig(factor.value())) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            factor.span(),
            "a/b c may mean (a/b) c or a/(b c)",
            "write parentheses or \\frac");
      }
      Expr unit = unit();
      result = result == null ? unit : join(result, factor, unit);
      divided = factor.operator() == Operator.SLASH;
    }
    return result;
  }

  private boolean more() {
    return next < factors.size();
  }

  private static boolean isBig(Syntax syntax) {
    return syntax instanceof Syntax.BigOperator || syntax instanceof Syntax.Integral;
  }

  private static Expr join(Expr left, Syntax.Factor factor, Expr right) {
    return switch (factor.operator()) {
      case JUXTAPOSED, CDOT, TIMES, STAR, ODOT ->
          Shapes.product(left, right, factor.operator(), factor.span());
      case SLASH -> Shapes.quotient(left, right, factor.span());
      case CIRC, OTIMES, SETMINUS, BROADCAST ->
          throw new Misread(
              ProblemId.UNSUPPORTED_NOTATION,
              factor.span(),
              "the operator " + factor.operator().latex() + " is not supported",
              "supported between factors: juxtaposition, \\cdot, \\times, *, /, \\odot");
    };
  }

  /** One factor with all that belongs to it: its arguments, what an operator acts on. */
  private Expr unit() {
    Syntax.Factor factor = factors.get(next++);
    Expr value = unit(factor.value());
    return factor.negated() ? new Expr.Negate(value) : value;
  }

  private Expr unit(Syntax value) {
    return switch (value) {
      case Syntax.FunctionName f -> function(f, Optional.empty());
      case Syntax.Scripted s when s.base() instanceof Syntax.FunctionName f -> scripted(s, f);
      case Syntax.Derivative d -> new Derivatives(context).read(d, this);
      case Syntax.Scripted s when s.base() instanceof Syntax.Derivative d -> scripted(s, d);
      case Syntax.Name n -> new References(context).read(Written.of(n).orElseThrow(), this);
      case Syntax.Scripted s when Written.of(s).isPresent() ->
          new References(context).read(Written.of(s).orElseThrow(), this);
      case Syntax.Scripted s -> scripts(scriptBase(s), s);
      default -> new Formulas(context).expr(value);
    };
  }

  /** Norm and bar subscripts that name the usual norm say nothing new. */
  private Expr scriptBase(Syntax.Scripted s) {
    if (s.sub().isPresent() && s.base() instanceof Syntax.Norm) {
      boolean usual =
          (s.sub().get() instanceof Syntax.Numeral n && n.value().equals(Rational.of(2)))
              || (s.sub().get() instanceof Syntax.Name f && f.base().equals("F"));
      if (!usual) {
        throw Formulas.unsupported(s, "a norm other than the Euclidean");
      }
      return new Formulas(context).expr(s.base());
    }
    if (s.sub().isPresent() && s.base() instanceof Syntax.Group) {
      List<Expr> at =
          new Integers(context)
              .list(s.sub().get())
              .orElseThrow(() -> Formulas.unsupported(s, "this subscript"));
      return References.entry(new Formulas(context).expr(s.base()), at, s.span());
    }
    if (s.sub().isPresent()) {
      throw Formulas.unsupported(s, "a subscript here");
    }
    return new Formulas(context).expr(s.base());
  }

  /** Applies a superscript to what stands below it. */
  Expr scripts(Expr base, Syntax.Scripted s) {
    if (s.primes() > 0) {
      throw Formulas.unsupported(s, "a prime here");
    }
    return s.sup().map(sup -> raised(base, sup)).orElse(base);
  }

  /** A transpose, or a power. */
  Expr raised(Expr base, Syntax sup) {
    if (isTranspose(sup, base.shape())) {
      return new Expr.Transpose(base);
    }
    refuseWord(sup);
    Expr exponent =
        new Integers(context).integer(sup).orElseGet(() -> new Formulas(context).expr(sup));
    Shapes.requireScalar(exponent, "an exponent", sup.span());
    return switch (base.shape()) {
      case Shape.Scalar s -> new Expr.Power(base, exponent);
      case Shape.Matrix m when m.rows().equals(m.columns()) -> new Expr.Power(base, exponent);
      default ->
          throw new Misread(
              ProblemId.SHAPE_MISMATCH,
              sup.span(),
              "a power of a " + base.shape(),
              "only numbers and square matrices have powers");
    };
  }

  /** {@code w^{old}}: letters that no one knows are a label, not a product. */
  private void refuseWord(Syntax sup) {
    boolean word =
        sup instanceof Syntax.Product p
            && p.factors().size() > 2
            && p.factors().stream()
                .allMatch(
                    f ->
                        f.operator() == Operator.JUXTAPOSED
                            && !f.negated()
                            && f.value() instanceof Syntax.Name n
                            && !context.knows(new Name(n.key()), 0)
                            && new Integers(context).integer(n).isEmpty());
    if (word) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          sup.span(),
          "these letters may be a label or a product of undeclared numbers",
          "write \\text{…} around a label and declare the name that carries it, or declare the"
              + " numbers");
    }
  }

  private boolean isTranspose(Syntax sup, Shape base) {
    if (!(sup instanceof Syntax.Name n)) {
      return false;
    }
    boolean letter = n.base().equals("T") && !n.bold() && n.accents().isEmpty();
    boolean declared = context.knows(new Name(n.key()), 0);
    return n.base().equals("\\top") || (letter && (!declared || !base.isScalar()));
  }

  static boolean isTransposeMark(Syntax sup) {
    return sup instanceof Syntax.Name n && (n.base().equals("\\top") || n.base().equals("T"));
  }

  // What follows

  /** The arguments that follow at once, if a group in parentheses or brackets does. */
  Optional<Syntax.Group> arguments() {
    return following()
        .map(s -> s instanceof Syntax.Group g ? g : ((Syntax.Scripted) s).base())
        .filter(Syntax.Group.class::isInstance)
        .map(Syntax.Group.class::cast);
  }

  private Optional<Syntax> following() {
    if (!more()) {
      return Optional.empty();
    }
    Syntax.Factor factor = factors.get(next);
    boolean beside = factor.operator() == Operator.JUXTAPOSED && !factor.negated();
    boolean group =
        isArguments(factor.value())
            || (factor.value() instanceof Syntax.Scripted s && isArguments(s.base()));
    return beside && group ? Optional.of(factor.value()) : Optional.empty();
  }

  private static boolean isArguments(Syntax syntax) {
    return syntax instanceof Syntax.Group g
        && (g.open() == Delimiter.PARENTHESIS || g.open() == Delimiter.BRACKET);
  }

  /** Takes the arguments as read, and applies the scripts that stand on their parentheses. */
  Expr called(Expr value) {
    Syntax taken = factors.get(next++).value();
    return taken instanceof Syntax.Scripted s ? scripts(value, s) : value;
  }

  /** The scripts on the arguments that would be taken. */
  Optional<Syntax.Scripted> argumentScripts() {
    return following().filter(Syntax.Scripted.class::isInstance).map(Syntax.Scripted.class::cast);
  }

  // Operators that take what follows

  private Expr scripted(Syntax.Scripted s, Syntax.FunctionName f) {
    if (s.sub().isPresent() || s.primes() > 0) {
      throw Formulas.unsupported(s, "a subscript or a prime on " + f.name());
    }
    return function(f, s.sup());
  }

  private Expr scripted(Syntax.Scripted s, Syntax.Derivative d) {
    if (s.sub().isPresent() || s.primes() > 0) {
      throw Formulas.unsupported(s, "a subscript or a prime on a derivative");
    }
    return scripts(new Derivatives(context).read(d, this), s);
  }

  private Expr function(Syntax.FunctionName f, Optional<Syntax> power) {
    power.ifPresent(p -> refuseInverse(f, p));
    boolean group = arguments().isPresent() || braces();
    if (f.name().equals("max") || f.name().equals("min")) {
      return extremum(f);
    }
    Expr argument = group ? argument(f) : bareArgument(f);
    Expr value = apply(f, argument);
    Expr raised = power.map(p -> raised(value, p)).orElse(value);
    return group ? called(raised) : raised;
  }

  /** {@code \\sin^{-1}} is the inverse function to some, one over the sine to others. */
  private static void refuseInverse(Syntax.FunctionName f, Syntax power) {
    boolean negative =
        power instanceof Syntax.Terms t
            && t.terms().size() == 1
            && t.terms().getFirst().sign() == Sign.MINUS;
    if (negative) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          power.span(),
          "a negative power on "
              + f.name()
              + " may be the inverse function or a power of its value",
          "write \\arcsin for an inverse function, \\frac{1}{\\sin x} or (\\sin x)^{-1} for one"
              + " over the value");
    }
  }

  private boolean braces() {
    return more()
        && factors.get(next).value() instanceof Syntax.Group g
        && g.open() == Delimiter.BRACE;
  }

  private Expr argument(Syntax.FunctionName f) {
    Syntax value = factors.get(next).value();
    Syntax.Group group = (Syntax.Group) (value instanceof Syntax.Scripted s ? s.base() : value);
    if (group.items().size() != 1) {
      throw new Misread(
          ProblemId.WRONG_ARITY,
          group.span(),
          f.name() + " takes one argument, not " + group.items().size(),
          "");
    }
    return new Formulas(context).expr(group.items().getFirst());
  }

  /** The argument without parentheses: numbers and one more factor, {@code \sin 2x}. */
  private Expr bareArgument(Syntax.FunctionName f) {
    if (!more()) {
      throw new Misread(ProblemId.UNEXPECTED_TOKEN, f.span(), f.name() + " has no argument", "");
    }
    Expr argument = null;
    boolean open = true;
    while (more() && (open || pairs(argument))) {
      Syntax.Factor factor = factors.get(next);
      if (factor.operator() != Operator.JUXTAPOSED) {
        break;
      }
      open = factor.value() instanceof Syntax.Numeral;
      Expr unit = unit();
      argument = argument == null ? unit : join(argument, factor, unit);
    }
    if (more() && factors.get(next).operator() == Operator.JUXTAPOSED) {
      Syntax value = factors.get(next).value();
      boolean own =
          value instanceof Syntax.FunctionName
              || (value instanceof Syntax.Scripted s && s.base() instanceof Syntax.FunctionName);
      if (!own) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            factors.get(next).span(),
            f.name() + " a b may mean " + f.name() + "(a) b or " + f.name() + "(a b)",
            "write parentheses");
      }
    }
    return argument;
  }

  /** A row waits for its column: {@code \tanh w^\top x}. */
  private static boolean pairs(Expr argument) {
    return argument != null && argument.shape() instanceof Shape.Row;
  }

  private Expr extremum(Syntax.FunctionName f) {
    Syntax value = more() ? factors.get(next).value() : f;
    if (!(value instanceof Syntax.Group g) || g.items().size() < 2) {
      throw Formulas.unsupported(f, f.name() + " without a list in parentheses");
    }
    List<Expr> options = new ArrayList<>();
    for (Syntax item : g.items()) {
      Expr option = new Formulas(context).expr(item);
      Shapes.requireScalar(option, f.name(), item.span());
      options.add(option);
    }
    return called(new Expr.Extremum(f.name().equals("max"), options));
  }

  private static Expr apply(Syntax.FunctionName f, Expr x) {
    Expr one = new Expr.Literal(Rational.ONE);
    return switch (f.name()) {
      case "ln", "log" -> elementary(ElementaryFunction.LOG, f, x);
      case "exp" ->
          x.shape() instanceof Shape.Matrix
              ? Formulas.exponential(x, f.span())
              : elementary(ElementaryFunction.EXP, f, x);
      case "cot" -> new Expr.Divide(one, elementary(ElementaryFunction.TAN, f, x));
      case "sec" -> new Expr.Divide(one, elementary(ElementaryFunction.COS, f, x));
      case "csc" -> new Expr.Divide(one, elementary(ElementaryFunction.SIN, f, x));
      case "coth" -> new Expr.Divide(one, elementary(ElementaryFunction.TANH, f, x));
      case "det" -> new Expr.Determinant(square(f, x));
      case "tr" -> new Expr.Trace(square(f, x));
      case "diag" -> {
        if (!(x.shape() instanceof Shape.Vector v)) {
          throw new Misread(
              ProblemId.SHAPE_MISMATCH, f.span(), "diag takes a vector, not a " + x.shape(), "");
        }
        yield new Expr.Diagonal(x, Shape.matrix(v.size(), v.size()));
      }
      case "sign" ->
          new Expr.Cases(
              new dev.hence.expr.Condition(x, Relation.GREATER, new Expr.Literal(Rational.ZERO)),
              one,
              new Expr.Negate(one));
      default -> elementary(named(f), f, x);
    };
  }

  private static ElementaryFunction named(Syntax.FunctionName f) {
    try {
      return ElementaryFunction.valueOf(f.name().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Formulas.unsupported(f, "the function " + f.name());
    }
  }

  private static Expr elementary(ElementaryFunction function, Syntax.FunctionName f, Expr x) {
    Shapes.requireScalar(x, f.name(), f.span());
    return new Expr.Apply(function, x);
  }

  private static Expr square(Syntax.FunctionName f, Expr x) {
    if (x.shape() instanceof Shape.Matrix m && m.rows().equals(m.columns())) {
      return x;
    }
    throw new Misread(
        ProblemId.SHAPE_MISMATCH,
        f.span(),
        f.name() + " takes a square matrix, not a " + x.shape(),
        "");
  }

  // What a derivative acts on

  /**
   * What {@code \nabla} acts on: the next factor with its arguments, numbers before it included. A
   * transpose at its end is the gradient's.
   */
  Expr gradientOperand(Syntax operator) {
    if (!more() || factors.get(next).operator() != Operator.JUXTAPOSED) {
      throw new Misread(
          ProblemId.UNEXPECTED_TOKEN, operator.span(), "this derivative acts on nothing", "");
    }
    Syntax.Factor factor = factors.get(next);
    boolean constant =
        factor.value() instanceof Syntax.Numeral
            || (factor.value() instanceof Syntax.Fraction f
                && f.numerator() instanceof Syntax.Numeral
                && f.denominator() instanceof Syntax.Numeral);
    Expr unit = unit();
    if (constant && more() && factors.get(next).operator() == Operator.JUXTAPOSED) {
      Syntax.Factor second = factors.get(next);
      return join(unit, second, unit());
    }
    return unit;
  }

  /** What {@code \frac{d}{dt}} acts on: all that is left of the product. */
  Expr derivativeOperand(Syntax operator) {
    if (!more() || factors.get(next).operator() != Operator.JUXTAPOSED) {
      throw new Misread(
          ProblemId.UNEXPECTED_TOKEN, operator.span(), "this derivative acts on nothing", "");
    }
    for (int k = next; k < factors.size(); k++) {
      Operator o = factors.get(k).operator();
      if (o == Operator.CDOT || o == Operator.TIMES) {
        throw new Misread(
            ProblemId.AMBIGUOUS,
            factors.get(k).span(),
            "the derivative may act on the factor before the dot or on the whole product",
            "write parentheses around what it acts on");
      }
    }
    return rest();
  }
}
