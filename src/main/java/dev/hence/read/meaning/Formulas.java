package dev.hence.read.meaning;

import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a formula: gives every piece of syntax its meaning in a context. */
final class Formulas {
  private final Context context;

  Formulas(Context context) {
    this.context = context;
  }

  /**
   * @throws Misread with the problem, if it has no single meaning
   */
  Expr expr(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n -> new Expr.Literal(n.value());
      case Syntax.Name n -> new Factors(context).only(n);
      case Syntax.Scripted s -> new Factors(context).only(s);
      case Syntax.FunctionName f -> new Factors(context).only(f);
      case Syntax.Derivative d -> new Factors(context).only(d);
      case Syntax.Product p -> new Factors(context).product(p);
      case Syntax.Terms t -> terms(t);
      case Syntax.Group g -> group(g);
      case Syntax.Fraction f ->
          Shapes.quotient(expr(f.numerator()), expr(f.denominator()), f.span());
      case Syntax.Binomial b -> new Binomials(context).read(b);
      case Syntax.Root r -> root(r);
      case Syntax.Absolute a -> absolute(a);
      case Syntax.Norm n -> norm(n);
      case Syntax.BigOperator b -> new Binders(context).big(b);
      case Syntax.Integral i -> new Binders(context).integral(i);
      case Syntax.Evaluation e -> new Evaluations(context).at(e);
      case Syntax.Cases c -> new Distinctions(context).cases(c);
      case Syntax.Matrix m -> new WrittenOut(context).matrix(m);
      case Syntax.Annotated a -> expr(a.body());
      case Syntax.Infinity i -> throw unsupported(i, "infinity");
      case Syntax.Dots d -> throw unsupported(d, "dots inside a formula");
      case Syntax.Placeholder p -> throw unsupported(p, "an empty place");
      case Syntax.Text t -> throw unsupported(t, "the words “" + t.text() + "” inside a formula");
      case Syntax.Accented a -> throw unsupported(a, "an accent over more than one letter");
      case Syntax.Factorial f -> throw unsupported(f, "a factorial");
      case Syntax.Sequence s -> throw unsupported(s, "a list where one formula is due");
      case Syntax.Chain c -> throw unsupported(c, "a relation inside a formula");
      case Syntax.Parted p -> throw unsupported(p, "a double bar between two formulas");
    };
  }

  static Misread unsupported(Syntax syntax, String what) {
    return new Misread(
        ProblemId.UNSUPPORTED_NOTATION, syntax.span(), what + " is not supported here", "");
  }

  private Expr terms(Syntax.Terms terms) {
    List<Expr> parts = new ArrayList<>();
    for (Syntax.Term term : terms.terms()) {
      Expr part = expr(term.value());
      parts.add(
          switch (term.sign()) {
            case PLUS -> part;
            case MINUS -> new Expr.Negate(part);
            case PLUS_MINUS, MINUS_PLUS -> throw oneSided(terms);
          });
    }
    Binders.checkLetters(parts, terms);
    return parts.size() == 1 ? parts.getFirst() : Shapes.sum(parts, terms.span());
  }

  /** Signs on both sides of a relation are read as two statements before. */
  private static Misread oneSided(Syntax terms) {
    return new Misread(
        ProblemId.UNSUPPORTED_NOTATION,
        terms.span(),
        "± that does not stand on every side may say that one of two holds, or both",
        "write the statements that are claimed");
  }

  private Expr group(Syntax.Group group) {
    if (group.open() == Delimiter.ANGLE && group.items().size() == 2) {
      return Shapes.inner(expr(group.items().get(0)), expr(group.items().get(1)), group.span());
    }
    boolean plain =
        group.open() == Delimiter.PARENTHESIS
            || group.open() == Delimiter.BRACKET
            || group.open() == Delimiter.BRACE;
    if (plain && group.items().size() == 1) {
      return group.items().getFirst() instanceof Syntax.Chain chain
          ? new Distinctions(context).indicator(chain)
          : expr(group.items().getFirst());
    }
    return new Lists(context)
        .plain(group)
        .orElseThrow(
            () -> unsupported(group, "this group of " + group.items().size() + " formulas"));
  }

  private Expr root(Syntax.Root root) {
    Expr body = expr(root.body());
    if (root.degree().isEmpty()) {
      return Functions.root(body, 2, root.span());
    }
    if (root.degree().get() instanceof Syntax.Numeral n
        && n.value().isInteger()
        && n.value().compareTo(Rational.ONE) >= 0
        && n.value().compareTo(Rational.of(100)) <= 0) {
      return Functions.root(body, n.value().intValueExact(), root.span());
    }
    throw unsupported(root, "a root whose degree is no whole number up to 100");
  }

  private Expr absolute(Syntax.Absolute absolute) {
    Expr body = expr(absolute.body());
    return switch (body.shape()) {
      case Shape.Scalar s -> new Expr.Abs(body);
      case Shape.Matrix m when m.rows().equals(m.columns()) -> new Expr.Determinant(body);
      default ->
          throw new Misread(
              ProblemId.SHAPE_MISMATCH,
              absolute.span(),
              "single bars around " + Shapes.a(body.shape()),
              "write \\|v\\| for a norm");
    };
  }

  private Expr norm(Syntax.Norm norm) {
    return new Norms(context).plain(norm);
  }

  /** The relations of a chain, each between its neighbours. */
  List<Condition> conditions(Optional<Syntax> first, List<Syntax.Link> links, Span span) {
    if (first.isEmpty()) {
      throw new Misread(ProblemId.UNEXPECTED_TOKEN, span, "a condition without a left side", "");
    }
    List<Condition> result = new ArrayList<>();
    Expr left = side(first.get());
    for (Syntax.Link link : links) {
      Relation relation =
          Relations.of(link.relation())
              .orElseThrow(
                  () ->
                      new Misread(
                          ProblemId.UNSUPPORTED_NOTATION,
                          link.sign(),
                          "this relation is not supported in a condition",
                          ""));
      Expr right = side(link.operand());
      Expr a = Shapes.fitted(left, right.shape());
      Expr b = Shapes.fitted(right, left.shape());
      Shapes.requireSame(a, b, "a condition", link.sign());
      result.add(new Condition(a, relation, b));
      left = right;
    }
    return result;
  }

  /** A side of a condition: an integer expression where it can be one. */
  private Expr side(Syntax syntax) {
    return new Integers(context).integer(syntax).orElseGet(() -> expr(syntax));
  }
}
