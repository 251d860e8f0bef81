package dev.hence.read.meaning;

import dev.hence.expr.ElementaryFunction;
import dev.hence.expr.Expr;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.DerivativeKind;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
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
    factors = split(run);
    next = 0;
    return rest();
  }

  /** Where Δ is a name of its own, {@code \Delta w} is a product. */
  private List<Syntax.Factor> split(List<Syntax.Factor> run) {
    Deltas deltas = new Deltas(context);
    if (!deltas.isName()) {
      return run;
    }
    List<Syntax.Factor> all = new ArrayList<>();
    for (Syntax.Factor f : run) {
      Optional<List<Syntax>> parts = deltas.parts(f.value());
      if (parts.isEmpty()) {
        all.add(f);
      } else {
        all.add(new Syntax.Factor(f.operator(), f.negated(), parts.get().get(0), f.span()));
        Syntax second = parts.get().get(1);
        all.add(new Syntax.Factor(Operator.JUXTAPOSED, false, second, f.span()));
      }
    }
    return all;
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
    KroneckerRun run = new KroneckerRun();
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
      refuseNumber(factor);
      Expr unit = unit();
      run.take(factor, unit);
      result = result == null ? unit : join(result, factor, unit);
      divided = factor.operator() == Operator.SLASH;
    }
    return result;
  }

  /** {@code x (5)}, with space between, at the end of a product. */
  private void refuseNumber(Syntax.Factor factor) {
    boolean isLast = next > 0 && next + 1 == factors.size();
    boolean isInteger =
        factor.operator() == Operator.JUXTAPOSED
            && factor.value() instanceof Syntax.Group g
            && g.open() == Delimiter.PARENTHESIS
            && g.items().size() == 1
            && g.items().getFirst() instanceof Syntax.Numeral n
            && n.text().length() < 4;
    if (!isLast || !isInteger) {
      return;
    }
    Syntax.Factor before = factors.get(next - 1);
    boolean isApart = before.value().span().end() < factor.value().span().start();
    if (isApart && !(before.value() instanceof Syntax.Numeral)) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          factor.value().span(),
          "the number in parentheses may be a factor or that of the equation",
          "write \\cdot before a factor, and the number of an equation as \\tag{…}");
    }
  }

  private boolean more() {
    return next < factors.size();
  }

  private static boolean isBig(Syntax syntax) {
    return syntax instanceof Syntax.BigOperator || syntax instanceof Syntax.Integral;
  }

  private Expr join(Expr left, Syntax.Factor factor, Expr right) {
    return switch (factor.operator()) {
      case JUXTAPOSED, CDOT, TIMES, STAR, ODOT ->
          ChainRule.of(left, right, factor.operator(), context)
              .orElseGet(() -> Shapes.product(left, right, factor.operator(), factor.span()));
      case SLASH -> Shapes.quotient(left, right, factor.span());
      case OSLASH -> new Entrywise(context).quotient(left, right, factor.span());
      case CIRC -> Compositions.entrywise(left, right, factor.span());
      case OTIMES -> KroneckerRun.product(left, right, factor.span());
      case SETMINUS, BROADCAST ->
          throw new Misread(
              ProblemId.UNSUPPORTED_NOTATION,
              factor.span(),
              "the operator " + factor.operator().latex() + " is not supported",
              "supported between factors: juxtaposition, \\cdot, \\times, *, /, \\odot, \\oslash,"
                  + " \\otimes");
    };
  }

  /** One factor with all that belongs to it: its arguments, what an operator acts on. */
  private Expr unit() {
    Syntax.Factor factor = factors.get(next++);
    Expr value = unit(factor.value());
    return factor.negated() ? new Expr.Negate(value) : value;
  }

  private Expr unit(Syntax value) {
    Optional<Expr> composed = new Compositions(context).read(value, this);
    if (composed.isPresent()) {
      return composed.get();
    }
    Optional<Expr> derivative = new Primes(context).enclosed(value, this);
    if (derivative.isPresent()) {
      return derivative.get();
    }
    if (arguments().isPresent()) {
      new Compositions(context).refuseApplied(value);
    }
    return switch (value) {
      case Syntax.FunctionName f -> function(f, Optional.empty(), 0);
      case Syntax.Scripted s when s.base() instanceof Syntax.FunctionName f -> scripted(s, f);
      case Syntax.Derivative d -> new Derivatives(context).read(d, this);
      case Syntax.Scripted s when s.base() instanceof Syntax.Derivative d -> scripted(s, d);
      case Syntax.Name n -> new References(context).read(Written.of(n).orElseThrow(), this);
      case Syntax.Scripted s when Written.of(s).isPresent() ->
          new References(context).read(Written.of(s).orElseThrow(), this);
      case Syntax.Scripted s ->
          new Evaluations(context)
              .between(s)
              .or(() -> new Lists(context).transposed(s))
              .orElseGet(() -> scripts(scriptBase(s), s));
      default -> new Formulas(context).expr(value);
    };
  }

  private Expr scriptBase(Syntax.Scripted s) {
    if (s.sub().isEmpty()) {
      return new Formulas(context).expr(s.base());
    }
    return switch (s.base()) {
      case Syntax.Norm n -> new Norms(context).subscripted(n, s.sub().get(), s.span());
      case Syntax.Numeral n ->
          new Constants(context)
              .filled(n.value(), s.sub().get())
              .orElseThrow(() -> Formulas.unsupported(s, "a subscript here"));
      case Syntax.Group g when isArguments(g) || g.open() == Delimiter.BRACE -> group(g, s);
      case Syntax.Group g when g.open() == Delimiter.ANGLE -> innerProduct(g, s);
      default -> throw Formulas.unsupported(s, "a subscript here");
    };
  }

  /** An entry of what stands in the group, or the whole of a family {@code (a_j)_j}. */
  private Expr group(Syntax.Group group, Syntax.Scripted s) {
    Expr base = new Formulas(context).expr(group);
    List<Expr> at = indices(s);
    return new Wholes(context)
        .family(base, s.sub().orElseThrow(), s.span())
        .orElseGet(() -> Indexed.entry(base, at, s.span()));
  }

  private List<Expr> indices(Syntax.Scripted s) {
    return new Integers(context)
        .list(s.sub().orElseThrow())
        .orElseThrow(() -> Formulas.unsupported(s, "this subscript"));
  }

  /** {@code \langle A, B \rangle_F} is the inner product without a mark. */
  private Expr innerProduct(Syntax.Group group, Syntax.Scripted s) {
    boolean usual = s.sub().get() instanceof Syntax.Name n && n.base().equals("F");
    if (!usual) {
      throw Formulas.unsupported(s, "an inner product with a subscript other than F");
    }
    return new Formulas(context).expr(group);
  }

  /** Applies a superscript to what stands below it. */
  Expr scripts(Expr base, Syntax.Scripted s) {
    if (s.primes() > 0) {
      throw Formulas.unsupported(s, "a prime here");
    }
    return s.sup()
        .map(
            sup ->
                s.sub()
                    .map(sub -> new EntryScripts(context).raised(base, sub, sup, s.span()))
                    .orElseGet(() -> raised(base, sup)))
        .orElse(base);
  }

  /** A transpose, or a power. */
  Expr raised(Expr base, Syntax sup) {
    return new Powers(context).raised(base, sup);
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
    boolean beside =
        (factor.operator() == Operator.JUXTAPOSED || factor.operator() == Operator.BROADCAST)
            && !factor.negated();
    boolean group =
        isArguments(factor.value())
            || (factor.value() instanceof Syntax.Scripted s && isArguments(s.base()));
    return beside && group ? Optional.of(factor.value()) : Optional.empty();
  }

  private static boolean isArguments(Syntax syntax) {
    return syntax instanceof Syntax.Group g
        && (g.open() == Delimiter.PARENTHESIS || g.open() == Delimiter.BRACKET);
  }

  /** The entry that a subscript on the arguments picks, {@code f(x)_j}. */
  private Expr entry(Expr value, Syntax.Scripted s) {
    return s.sub().isPresent() ? Indexed.entry(value, indices(s), s.span()) : value;
  }

  /** The group beside what was read last, whatever its delimiters. */
  Optional<Syntax.Group> groupBeside() {
    if (!more()) {
      return Optional.empty();
    }
    Syntax.Factor factor = factors.get(next);
    boolean beside = factor.operator() == Operator.JUXTAPOSED && !factor.negated();
    Syntax base = factor.value() instanceof Syntax.Scripted s ? s.base() : factor.value();
    return beside && base instanceof Syntax.Group g ? Optional.of(g) : Optional.empty();
  }

  /** Whether what was read last stands behind a derivative that takes what follows. */
  boolean isBehindDerivative() {
    return next > 1
        && factors.get(next - 2).value() instanceof Syntax.Derivative d
        && d.kind() == DerivativeKind.NABLA
        && d.operand().isEmpty();
  }

  /** Takes the factors joined by a ring that follow, {@code f \circ g}. */
  List<Syntax> ringed() {
    List<Syntax> values = new ArrayList<>();
    while (more()
        && factors.get(next).operator() == Operator.CIRC
        && !factors.get(next).negated()) {
      values.add(factors.get(next++).value());
    }
    return values;
  }

  /** Whether a ring joins what follows. */
  boolean ringFollows() {
    return more() && factors.get(next).operator() == Operator.CIRC;
  }

  /** Takes the arguments as read, and applies the scripts that stand on their parentheses. */
  Expr called(Expr value) {
    Syntax taken = factors.get(next++).value();
    return taken instanceof Syntax.Scripted s ? scripts(entry(value, s), s) : value;
  }

  /** The scripts on the arguments that would be taken. */
  Optional<Syntax.Scripted> argumentScripts() {
    return following().filter(Syntax.Scripted.class::isInstance).map(Syntax.Scripted.class::cast);
  }

  // Operators that take what follows

  private Expr scripted(Syntax.Scripted s, Syntax.FunctionName f) {
    if (f.name().equals("log") && s.sub().isPresent() && s.sup().isEmpty() && s.primes() == 0) {
      Expr base = new Formulas(context).expr(s.sub().get());
      Shapes.requireScalar(base, "the base of a logarithm", s.sub().get().span());
      Expr ofBase = new Expr.Apply(ElementaryFunction.LOG, base);
      return new Entrywise(context).quotient(function(f, Optional.empty(), 0), ofBase, s.span());
    }
    if (s.sub().isPresent() || (s.primes() > 0 && !Functions.hasSlope(f))) {
      throw Formulas.unsupported(s, "a subscript or a prime on " + f.name());
    }
    return function(f, s.sup(), s.primes());
  }

  private Expr scripted(Syntax.Scripted s, Syntax.Derivative d) {
    if (s.sub().isPresent() || s.primes() > 0) {
      throw Formulas.unsupported(s, "a subscript or a prime on a derivative");
    }
    return scripts(new Derivatives(context).read(d, this), s);
  }

  private Expr function(Syntax.FunctionName f, Optional<Syntax> power, int primes) {
    boolean group = arguments().isPresent() || braces();
    if (f.name().equals("max") || f.name().equals("min")) {
      return extremum(f, power);
    }
    power.ifPresent(p -> refuseInverse(f, p));
    refusePowerBehindLogarithm(f);
    Expr argument = group ? argument(f) : bareArgument(f);
    Expr value = new Functions(context).apply(f, argument, primes);
    Expr raised = power.map(p -> new Powers(context).ofValue(value, p)).orElse(value);
    return group ? called(raised) : raised;
  }

  /** {@code \sin^{-1} x}: the inverse function, or one over the value? */
  private static void refuseInverse(Syntax.FunctionName f, Syntax power) {
    boolean negative = power instanceof Syntax.Terms t && t.terms().getFirst().sign() == Sign.MINUS;
    if (negative) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          power.span(),
          "a negative power on the name of a function may be its inverse or one over its value",
          "write the power behind the argument: " + f.name() + "(x)^{-1}, or the inverse function");
    }
  }

  /** {@code \log (1 + u)^2}: the logarithm of the square, or the square of the logarithm? */
  private void refusePowerBehindLogarithm(Syntax.FunctionName f) {
    boolean logarithm = f.name().equals("log") || f.name().equals("ln");
    boolean raised =
        arguments().isPresent()
            && argumentScripts()
                .flatMap(Syntax.Scripted::sup)
                .filter(sup -> !Powers.isTransposeMark(sup))
                .isPresent();
    if (logarithm && raised) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          f.span().to(following().orElseThrow().span()),
          "this may be the logarithm of a power or a power of the logarithm",
          "write \\log\\left[(…)^2\\right] or (\\log(…))^2");
    }
  }

  private boolean braces() {
    return braced().isPresent();
  }

  private Optional<Syntax.Group> braced() {
    return more()
            && factors.get(next).value() instanceof Syntax.Group g
            && g.open() == Delimiter.BRACE
        ? Optional.of(g)
        : Optional.empty();
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

  /** {@code \operatorname{tr} A B}: of a product of matrices, for tr(A) B has parentheses. */
  private static boolean isTraced(Syntax.FunctionName f, Expr argument) {
    return f.name().equals("tr") && argument.shape() instanceof Shape.Matrix;
  }

  /** The argument without parentheses: numbers and one more factor, {@code \sin 2x}. */
  private Expr bareArgument(Syntax.FunctionName f) {
    if (!more()) {
      throw new Misread(ProblemId.UNEXPECTED_TOKEN, f.span(), f.name() + " has no argument", "");
    }
    Expr argument = null;
    boolean open = true;
    while (more() && (open || pairs(argument) || isTraced(f, argument))) {
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

  private Expr extremum(Syntax.FunctionName f, Optional<Syntax> power) {
    if (power.isPresent()) {
      throw Formulas.unsupported(power.get(), "a power on " + f.name());
    }
    Optional<Syntax.Group> list = arguments().or(this::braced).filter(g -> g.items().size() > 1);
    List<Expr> options =
        list
            .orElseThrow(() -> Formulas.unsupported(f, f.name() + " without a list in parentheses"))
            .items()
            .stream()
            .map(item -> new Formulas(context).expr(item))
            .toList();
    return called(new Functions(context).extremum(f.name().equals("max"), options, f.span()));
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
      unit = join(unit, second, unit());
    }
    if (!isEnclosed(factor.value())) {
      refuseOpenEnd(unit, operator);
    }
    return unit;
  }

  /** The value of a function, or a derivative, which has a gradient of its own. */
  private static boolean isValue(Expr unit) {
    return switch (unit) {
      case Expr.Transpose t -> isValue(t.body());
      case Expr.At a -> isValue(a.body());
      case Expr.Call c -> true;
      case Expr.Derivative d -> true;
      default -> false;
    };
  }

  private static boolean isEnclosed(Syntax value) {
    Syntax base = value instanceof Syntax.Scripted s ? s.base() : value;
    return base instanceof Syntax.Group g && g.open() != Delimiter.BRACE;
  }

  /** {@code \nabla_x x^\top A x}: a gradient of the column x alone, or of the number. */
  private void refuseOpenEnd(Expr unit, Syntax operator) {
    boolean goesOn = more() && factors.get(next).operator() == Operator.JUXTAPOSED;
    if (goesOn && !unit.shape().isScalar() && !isValue(unit)) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          operator.span().to(factors.get(next).span()),
          "∇ may act on the next factor alone or on the whole product",
          "put parentheses around what it acts on");
    }
  }

  /** Whether another factor stands right behind. */
  boolean isFollowed() {
    return more() && factors.get(next).operator() == Operator.JUXTAPOSED;
  }

  /**
   * Takes all that is left of the product, which must be one operand, with its arguments.
   *
   * @param operator what acts on it
   */
  Syntax lone(Span operator) {
    List<Syntax.Factor> left = factors.subList(next, factors.size());
    if (isGradient(left)) {
      next = factors.size();
      return new Syntax.Product(left, left.getFirst().span().to(left.getLast().span()));
    }
    boolean applied =
        left.size() == 2
            && left.get(1).operator() == Operator.JUXTAPOSED
            && (isArguments(left.get(1).value())
                || (left.get(1).value() instanceof Syntax.Scripted s && isArguments(s.base())))
            && Written.of(left.get(0).value()).isPresent();
    boolean single = left.size() == 1 || applied;
    if (!single || left.getFirst().negated()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          operator,
          "this does not say how much of what follows it acts on",
          "put it into brackets, \\mathbb{E}[…]");
    }
    next = factors.size();
    return applied
        ? new Syntax.Product(left, left.getFirst().span().to(left.getLast().span()))
        : left.getFirst().value();
  }

  /** {@code \nabla f_i(x)}: an operator, the name on which it acts, and its arguments. */
  private static boolean isGradient(List<Syntax.Factor> run) {
    return run.size() == 3
        && run.stream().allMatch(f -> f.operator() == Operator.JUXTAPOSED && !f.negated())
        && run.getFirst().value() instanceof Syntax.Derivative d
        && d.operand().isEmpty()
        && Written.of(run.get(1).value()).isPresent()
        && isArguments(run.get(2).value());
  }

  /** Whether a dot joins what follows, as in {@code \nabla \cdot v}. */
  boolean isDotted() {
    return more() && factors.get(next).operator() == Operator.CDOT;
  }

  /** What {@code \nabla \cdot} acts on: the next factor with its arguments. */
  Expr dottedOperand(Syntax operator) {
    if (factors.get(next).negated()) {
      throw Formulas.unsupported(operator, "a sign behind the dot of a divergence");
    }
    return unit();
  }

  /** What {@code \frac{d}{dt}} acts on: all that is left of the product. */
  Expr derivativeOperand(Syntax.Derivative operator) {
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
    new OperatorScope(factors.subList(next, factors.size())).refuse(operator);
    return rest();
  }
}
