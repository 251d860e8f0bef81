package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Reads the probabilities of a choice among finitely many: {@code p}, {@code \pi_\theta(\cdot)}.
 */
final class Weights {
  private final Context context;

  Weights(Context context) {
    this.context = context;
  }

  /** The range of the numbers that a vector of probabilities speaks of, where it is one. */
  Optional<Range> range(Syntax law) {
    return vector(law).map(v -> Entrywise.upTo(((Shape.Vector) v.shape()).size()));
  }

  /**
   * The probability of the value with an index.
   *
   * @param letter the index, of which the context knows
   */
  Expr of(Syntax law, String letter, Range range) {
    Context inside = context.withLetter(letter, range);
    Expr weight =
        vector(law).map(v -> entry(v, letter, range, law)).orElseGet(() -> at(law, letter, inside));
    Shapes.requireScalar(weight, "a probability", law.span());
    requireDistribution(weight, law.span());
    return weight;
  }

  private Optional<Expr> vector(Syntax law) {
    boolean placed = Pieces.any(law, Syntax.Placeholder.class::isInstance);
    boolean value =
        Written.of(law)
            .map(w -> isValue(w))
            .orElseGet(() -> !placed && !(law instanceof Syntax.Group));
    if (placed || !value) {
      return Optional.empty();
    }
    Expr expr = new Formulas(context).expr(law);
    return expr.shape() instanceof Shape.Vector ? Optional.of(expr) : Optional.empty();
  }

  private boolean isValue(Written w) {
    return Written.labelled(w.primed(), w.sub(), w.sup())
        .filter(name -> context.knows(name, 0))
        .filter(name -> new Entities(context).parameters(name, 0).isEmpty())
        .isPresent();
  }

  private static Expr entry(Expr vector, String letter, Range range, Syntax law) {
    Range entries = Entrywise.upTo(((Shape.Vector) vector.shape()).size());
    if (!entries.equals(range)) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          law.span(),
          "the probabilities are not as many as the values of " + letter,
          "");
    }
    return new Expr.Entry(vector, List.of(new Expr.Index(letter)));
  }

  /** The member, or the value of the function, at the letter. */
  private static Expr at(Syntax law, String letter, Context inside) {
    Syntax.Name index = Syntax.Name.plain(letter, law.span());
    boolean placed = Pieces.any(law, Syntax.Placeholder.class::isInstance);
    if (placed) {
      Syntax filled =
          Rebuilding.of(
              law, s -> s instanceof Syntax.Placeholder ? Optional.of(index) : Optional.empty());
      return new Formulas(inside).expr(filled);
    }
    Optional<Written> written = Written.of(law);
    boolean family =
        written
            .filter(w -> w.sub().isEmpty() && w.sup().isEmpty())
            .filter(w -> isFamily(w.primed(), inside))
            .isPresent();
    return new Formulas(inside).expr(family ? member(law, index) : called(law, index));
  }

  private static boolean isFamily(Name name, Context inside) {
    return inside.knows(name, 1) && new Entities(inside).parameters(name, 0).isEmpty();
  }

  private static Syntax member(Syntax law, Syntax.Name index) {
    return new Syntax.Scripted(
        ((Syntax.Name) law), Optional.of(index), Optional.empty(), 0, law.span());
  }

  private static Syntax called(Syntax law, Syntax.Name index) {
    Span span = law.span();
    Syntax.Group group =
        new Syntax.Group(
            Delimiter.PARENTHESIS, Delimiter.PARENTHESIS, List.of(index), List.of(), span);
    return new Syntax.Product(
        List.of(
            new Syntax.Factor(Operator.JUXTAPOSED, false, law, span),
            new Syntax.Factor(Operator.JUXTAPOSED, false, group, span)),
        span);
  }

  /** What is declared without a formula must be declared to sum to 1. */
  private void requireDistribution(Expr weight, Span span) {
    Expr head = weight instanceof Expr.Entry e ? e.body() : weight;
    boolean open =
        switch (head) {
          case Expr.Ref r -> isOpen(r);
          case Expr.Call c -> context.function(c.function(), c.indices().size()).isPresent();
          default -> false;
        };
    if (open) {
      throw new Misread(
          ProblemId.UNKNOWN_NAME,
          span,
          "nothing says that these probabilities are positive and sum to 1",
          "declare the vector of them, p \\in \\operatorname{simplex}^K, or give their formula");
    }
  }

  private boolean isOpen(Expr.Ref ref) {
    Optional<Declaration.Variable> variable =
        context
            .variable(ref.name(), ref.indices().size())
            .filter(v -> context.definition(ref.name(), ref.indices().size()).isEmpty());
    boolean assumed =
        context.scope().assumptions().stream()
            .anyMatch(c -> c.relation() == Relation.EQUAL && speaksOf(c, ref.name()));
    return !assumed
        && variable
            .filter(
                v ->
                    !(v.domain() instanceof Domain.Special s
                        && (s.kind() == Domain.Kind.SIMPLEX || s.kind() == Domain.Kind.ONE_HOT)))
            .isPresent();
  }

  private static boolean speaksOf(Condition condition, Name name) {
    return Trees.any(condition.left(), e -> e instanceof Expr.Ref r && r.name().equals(name))
        || Trees.any(condition.right(), e -> e instanceof Expr.Ref r && r.name().equals(name));
  }

  /** One over how many numbers there are in a range. */
  static Expr uniform(Range range) {
    Expr one = new Expr.Literal(Rational.ONE);
    Expr count =
        range.lower().equals(one)
            ? range.upper()
            : new Expr.Add(List.of(range.upper(), new Expr.Negate(range.lower()), one));
    return new Expr.Divide(one, count);
  }
}
