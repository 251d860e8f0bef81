package dev.hence.read.meaning;

import dev.hence.claim.Covariances;
import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Law;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads laws: {@code \mathcal N(0, I)}, {@code \mathrm{Bernoulli}(q)}, {@code \{1, \dots, N\}}. */
final class Laws {
  private static final Set<String> NORMAL =
      Set.of("\\mathcal{N}", "N", "\\mathrm{N}", "\\mathrm{Normal}");
  private static final Set<String> UNIFORM =
      Set.of(
          "\\mathcal{U}",
          "U",
          "\\mathrm{U}",
          "\\mathrm{Uniform}",
          "\\mathrm{Unif}",
          "\\mathrm{uniform}",
          "\\mathrm{unif}");
  private static final Set<String> BERNOULLI =
      Set.of("\\mathrm{Bernoulli}", "\\mathrm{Bern}", "\\mathrm{Ber}");
  private static final Set<String> RADEMACHER = Set.of("\\mathrm{Rademacher}", "\\mathrm{Rad}");
  private static final Set<String> CHOICE =
      Set.of("\\mathrm{Categorical}", "\\mathrm{Cat}", "\\mathrm{Discrete}");
  private static final Expr ONE = new Expr.Literal(Rational.ONE);
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);
  private static final String LETTER = "ω";

  private final Context context;

  Laws(Context context) {
    this.context = context;
  }

  // Forms

  private Optional<Syntax.Name> head(Syntax law) {
    Syntax first = law instanceof Syntax.Product p ? p.factors().getFirst().value() : law;
    return first instanceof Syntax.Name n && !context.knows(new Name(n.key()), 0)
        ? Optional.of(n)
        : Optional.empty();
  }

  private boolean isNamed(Syntax law, Set<String> names) {
    return head(law).map(Syntax.Name::key).filter(names::contains).isPresent();
  }

  private static Optional<Syntax.Group> group(Syntax law) {
    return law instanceof Syntax.Product p
            && p.factors().size() == 2
            && p.factors().get(1).operator() == Operator.JUXTAPOSED
            && p.factors().get(1).value() instanceof Syntax.Group g
        ? Optional.of(g)
        : Optional.empty();
  }

  /** The set of a uniform law: {@code \{1, \dots, N\}}, also in parentheses, or {@code [N]}. */
  private Optional<Syntax.Group> set(Syntax law) {
    Optional<Syntax.Group> outer =
        law instanceof Syntax.Group g
            ? Optional.of(g)
            : isNamed(law, UNIFORM) ? group(law) : Optional.empty();
    return outer.map(
        g ->
            g.open() == Delimiter.PARENTHESIS
                    && g.items().size() == 1
                    && g.items().getFirst() instanceof Syntax.Group inner
                ? inner
                : g);
  }

  /** The numbers 1, …, N of a uniform law over them. */
  Optional<Range> range(Syntax law) {
    Optional<Syntax.Group> set = set(law);
    if (set.isEmpty()) {
      return Optional.empty();
    }
    List<Syntax> items = set.get().items();
    Integers integers = new Integers(context);
    if (set.get().open() == Delimiter.BRACKET && items.size() == 1) {
      return Optional.of(new Range(ONE, integers.end(items.getFirst())));
    }
    boolean dots =
        set.get().open() == Delimiter.BRACE
            && items.size() >= 3
            && items.get(items.size() - 2) instanceof Syntax.Dots;
    return dots
        ? Optional.of(new Range(integers.end(items.getFirst()), integers.end(items.getLast())))
        : Optional.empty();
  }

  /** Whether a law says its own range or shape, so that it can declare a name. */
  boolean isOfNumbers(Syntax law) {
    return isNamed(law, NORMAL)
        || isNamed(law, BERNOULLI)
        || isNamed(law, RADEMACHER)
        || set(law).isPresent();
  }

  /** Whether a law is one of numbers, so that a vector drawn by it has entries drawn by it. */
  boolean isOfEntries(Syntax law) {
    return isOfNumbers(law) && !isNamed(law, NORMAL);
  }

  // Letters

  /**
   * The probability of each value of an index letter; empty if all are equally likely.
   *
   * @throws Misread if the law is none over the values of the letter
   */
  Optional<Expr> weight(Syntax law, String letter, Range range) {
    Optional<Range> uniform = range(law);
    if (uniform.isPresent()) {
      requireSame(uniform.get(), range, letter, law);
      return Optional.empty();
    }
    refuseNumbers(law, letter);
    if (isNamed(law, UNIFORM) && group(law).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Weights(context).of(choice(law), letter, range));
  }

  private Syntax choice(Syntax law) {
    return isNamed(law, CHOICE)
        ? group(law)
            .filter(g -> g.items().size() == 1)
            .map(g -> g.items().getFirst())
            .orElseThrow(() -> unknown(law))
        : law;
  }

  /** The range of a letter that only the law gives. */
  Optional<Range> ownRange(Syntax law) {
    Optional<Range> uniform = range(law);
    return uniform.isPresent() || isOfNumbers(law)
        ? uniform
        : new Weights(context).range(choice(law));
  }

  private void refuseNumbers(Syntax law, String letter) {
    if (isOfNumbers(law)) {
      throw new Misread(
          ProblemId.BAD_DOMAIN,
          law.span(),
          letter + " is an index, which this law does not give a value to",
          "write \\{1, \\dots, N\\}, or the probabilities, p or \\pi(\\cdot)");
    }
  }

  private static void requireSame(Range law, Range declared, String letter, Syntax at) {
    if (!law.equals(declared)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          at.span(),
          "the law is over another range than that of " + letter,
          "");
    }
  }

  // Values

  /**
   * The law of a name of a declared shape.
   *
   * @param shape of one member; empty where the law is to say it
   * @param labels the range of a name that takes labels
   */
  Law value(Syntax law, Optional<Shape> shape, Optional<Range> labels) {
    if (isNamed(law, NORMAL)) {
      return normal(law, shape);
    }
    if (shape.filter(s -> !s.isScalar()).isPresent()) {
      throw new Misread(
          ProblemId.BAD_DOMAIN,
          law.span(),
          "this is no law of a vector",
          "supported: \\mathcal N(\\mu, \\Sigma); say how the entries are drawn, m_i \\sim …");
    }
    if (isNamed(law, BERNOULLI)) {
      return bernoulli(law);
    }
    if (isNamed(law, RADEMACHER)) {
      return among(List.of(Rational.of(-1), Rational.ONE));
    }
    Optional<Range> range = labels.or(() -> ownRange(law));
    if (range.isPresent()) {
      return labelled(law, range.get());
    }
    List<Rational> values =
        set(law)
            .filter(g -> g.open() == Delimiter.BRACE)
            .map(g -> g.items().stream().flatMap(i -> Domains.numbers(i).stream()).toList())
            .orElseThrow(() -> unknown(law));
    return among(values);
  }

  private Law labelled(Syntax law, Range range) {
    Expr weight = weight(law, LETTER, range).orElseGet(() -> Weights.uniform(range));
    return new Law.Finite(LETTER, range, weight, new Expr.Index(LETTER));
  }

  private Law normal(Syntax law, Optional<Shape> shape) {
    List<Syntax> items =
        group(law)
            .filter(g -> g.items().size() == 2 && !g.separators().contains("|"))
            .map(Syntax.Group::items)
            .orElseThrow(() -> unknown(law));
    Expr mean = new Formulas(context).expr(items.get(0));
    Expr covariance = new Formulas(context).expr(items.get(1));
    Shape of = shape.orElseGet(() -> shape(mean, covariance));
    Expr fittedMean = Shapes.fitted(mean, of);
    Shape square = of instanceof Shape.Vector v ? Shape.matrix(v.size(), v.size()) : Shape.SCALAR;
    Expr fitted = Shapes.fitted(covariance, square);
    boolean drawable = of.isScalar() || of instanceof Shape.Vector;
    requireShape(fittedMean, drawable, of, "the mean", items.get(0));
    requireShape(fitted, drawable, square, "the covariance", items.get(1));
    OpenSizes.refuse(fitted, items.get(1).span());
    if (!new Covariances(context.scope()).isCovariance(fitted)) {
      throw new Misread(
          ProblemId.BAD_DOMAIN,
          items.get(1).span(),
          of.isScalar()
              ? "nothing says that this variance is not negative"
              : "nothing says that this covariance is positive semidefinite",
          of.isScalar()
              ? "write a square, \\sigma^2, or declare it: v > 0"
              : "declare \\Sigma \\in \\mathbb{S}^n_{++}, or write it as a square A A^\\top");
    }
    return new Law.Gaussian(fittedMean, fitted);
  }

  private static Shape shape(Expr mean, Expr covariance) {
    return covariance.shape() instanceof Shape.Matrix m && !OpenSizes.isOpen(m)
        ? Shape.vector(m.rows())
        : mean.shape();
  }

  private static void requireShape(
      Expr expr, boolean drawable, Shape shape, String what, Syntax at) {
    if (!drawable || !expr.shape().equals(shape)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          at.span(),
          what + " of a normal law is " + Shapes.a(expr.shape()) + " here",
          "declare the random name with its size, \\xi \\in \\mathbb{R}^d; a variable in ℝ^d has a"
              + " mean in ℝ^d and a d×d covariance");
    }
  }

  private Law bernoulli(Syntax law) {
    Syntax item =
        group(law)
            .filter(g -> g.items().size() == 1)
            .map(g -> g.items().getFirst())
            .orElseThrow(() -> unknown(law));
    Expr chance = new Formulas(context).expr(item);
    Shapes.requireScalar(chance, "a probability", item.span());
    requireProbability(chance, item);
    Condition hit =
        new Condition(new Expr.Index(LETTER), Relation.EQUAL, new Expr.Literal(Rational.ONE));
    Expr weight = new Expr.Cases(hit, chance, new Expr.Add(List.of(ONE, new Expr.Negate(chance))));
    return new Law.Finite(LETTER, new Range(ZERO, ONE), weight, new Expr.Index(LETTER));
  }

  /** A bare name must be declared between 0 and 1; a formula is taken at its word. */
  private void requireProbability(Expr chance, Syntax at) {
    boolean bare =
        chance instanceof Expr.Ref r
            && context.definition(r.name(), r.indices().size()).isEmpty()
            && !context
                .variable(r.name(), r.indices().size())
                .map(Declaration.Variable::domain)
                .filter(Laws::isOfProbabilities)
                .isPresent();
    boolean outside =
        chance instanceof Expr.Literal l
            && (l.value().signum() < 0 || l.value().compareTo(Rational.ONE) > 0);
    if (bare || outside) {
      throw new Misread(
          ProblemId.BAD_DOMAIN,
          at.span(),
          "nothing says that this is a probability",
          "declare it: 0 < q < 1");
    }
  }

  private static boolean isOfProbabilities(Domain domain) {
    return domain instanceof Domain.Interval i
        && i.lower().filter(l -> l.signum() >= 0).isPresent()
        && i.upper().filter(u -> u.compareTo(Rational.ONE) <= 0).isPresent();
  }

  /** Equally likely numbers. */
  private static Law among(List<Rational> values) {
    Expr index = new Expr.Index(LETTER);
    Expr value = new Expr.Literal(values.getLast());
    for (int k = values.size() - 2; k >= 0; k--) {
      Condition here = new Condition(index, Relation.EQUAL, new Expr.Literal(Rational.of(k + 1L)));
      value = new Expr.Cases(here, new Expr.Literal(values.get(k)), value);
    }
    Expr weight = new Expr.Literal(Rational.of(1, values.size()));
    Range range = new Range(ONE, new Expr.Literal(Rational.of(values.size())));
    return new Law.Finite(LETTER, range, weight, value);
  }

  private static Misread unknown(Syntax law) {
    return new Misread(
        ProblemId.BAD_DOMAIN,
        law.span(),
        "this is no law that Hence knows",
        "supported: \\mathcal N(\\mu, \\Sigma), \\mathrm{Bernoulli}(q), \\mathrm{Rademacher},"
            + " \\mathrm{Uniform}\\{1, \\dots, N\\}, probabilities p, \\pi(\\cdot)");
  }

  /** The domain that a law gives to a name that nothing else declares. */
  Domain domain(Syntax law) {
    if (isNamed(law, BERNOULLI)) {
      return new Domain.Finite(List.of(Rational.ZERO, Rational.ONE));
    }
    if (isNamed(law, RADEMACHER)) {
      return new Domain.Finite(List.of(Rational.of(-1), Rational.ONE));
    }
    return range(law).<Domain>map(Domain.Labels::new).orElse(Domain.REALS);
  }

  /** What a note says of a law. */
  String sentence(Syntax law) {
    if (isNamed(law, NORMAL)) {
      return "is normal";
    }
    if (isNamed(law, BERNOULLI)) {
      return "is 1 with the probability given, else 0";
    }
    return range(law).isPresent() || isNamed(law, RADEMACHER) || set(law).isPresent()
        ? "takes all its values with equal probability"
        : "takes its values with the probabilities given";
  }
}
