package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Scope;
import dev.hence.claim.Symmetry;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of symmetric matrices: A ⪰ B says that vᵀAv ≥ vᵀBv for every v, A ≻ B the same with
 * &gt; for every v other than 0 (R. Horn and C. Johnson, Matrix Analysis, 7.7).
 */
final class MatrixOrder {
  private static final Expr ZERO = new Expr.Literal(Rational.ZERO);

  private final Context context;

  MatrixOrder(Context context) {
    this.context = context;
  }

  /**
   * What an order says of a fresh vector.
   *
   * @param condition that the vector is not 0, where that is needed
   */
  record Form(
      Expr left, Relation relation, Expr right, Optional<Condition> condition, Scope scope) {}

  /** The order of two numbers that stands for that of two matrices. */
  static Optional<Relation> relation(dev.hence.read.math.Relation written) {
    return switch (written) {
      case SUCCEEDS_OR_EQUAL -> Optional.of(Relation.GREATER_OR_EQUAL);
      case SUCCEEDS -> Optional.of(Relation.GREATER);
      case PRECEDES_OR_EQUAL -> Optional.of(Relation.LESS_OR_EQUAL);
      case PRECEDES -> Optional.of(Relation.LESS);
      case EQUAL,
          DEFINES,
          EQUIVALENT,
          LESS_OR_EQUAL,
          GREATER_OR_EQUAL,
          LESS,
          GREATER,
          NOT_EQUAL,
          APPROXIMATELY,
          TENDS_TO,
          PROPORTIONAL,
          IN,
          NOT_IN,
          DISTRIBUTED,
          TYPED,
          ASSIGNED,
          INDEPENDENT ->
          Optional.empty();
    };
  }

  /** Both matrices, a bare 0 or I in the shape of the other. */
  List<Expr> sides(Syntax left, Syntax.Link link) {
    Expr a = new Formulas(context).expr(left);
    Expr b = new Formulas(context).expr(link.operand());
    Expr l = Shapes.fitted(a, b.shape());
    Expr r = Shapes.fitted(b, a.shape());
    Shapes.requireSame(l, r, "an order of matrices", link.sign());
    OpenSizes.refuse(l, left.span());
    OpenSizes.refuse(r, link.operand().span());
    if (!(l.shape() instanceof Shape.Matrix m) || !m.rows().equals(m.columns())) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          link.sign(),
          link.relation().latex() + " orders symmetric matrices, not " + Shapes.a(l.shape()),
          "of numbers write \\le or \\ge, of vectors write it for their entries");
    }
    return List.of(l, r);
  }

  Form form(List<Expr> sides, Relation relation, Span span) {
    Size size = ((Shape.Matrix) sides.getFirst().shape()).rows();
    Shape shape = Shape.vector(size);
    Name name = fresh();
    Expr vector = new Expr.Ref(name, List.of(), shape);
    Scope scope =
        context
            .scope()
            .with(new Declaration.Variable(name, List.of(), shape, Domain.REALS, false, span));
    Expr square = new Expr.Power(new Expr.Norm(vector), new Expr.Literal(Rational.of(2)));
    Optional<Condition> nonzero =
        relation.isStrict()
            ? Optional.of(new Condition(square, Relation.GREATER, ZERO))
            : Optional.empty();
    context
        .ledger()
        .note("an order of matrices is read as one of their quadratic forms in a vector " + name);
    return new Form(
        quadratic(sides.getFirst(), vector),
        relation,
        quadratic(sides.getLast(), vector),
        nonzero,
        scope);
  }

  private Name fresh() {
    return Stream.of("v", "u", "z", "\\tilde{v}", "\\tilde{u}", "\\tilde{z}")
        .map(Name::new)
        .filter(name -> !context.knows(name, 0) && !context.knows(name, 1))
        .findFirst()
        .orElseThrow();
  }

  /** vᵀMv; c‖v‖² where M is c·I, and 0 where it is 0. */
  private static Expr quadratic(Expr matrix, Expr vector) {
    Expr square = new Expr.Power(new Expr.Norm(vector), new Expr.Literal(Rational.of(2)));
    return switch (matrix) {
      case Expr.Filled f when f.value().signum() == 0 -> ZERO;
      case Expr.Identity i -> square;
      case Expr.Multiply m when m.right() instanceof Expr.Identity && m.left().shape().isScalar() ->
          new Expr.Multiply(m.left(), square);
      case Expr.Negate n -> new Expr.Negate(quadratic(n.body(), vector));
      default -> new Expr.Multiply(new Expr.Multiply(new Expr.Transpose(vector), matrix), vector);
    };
  }

  /** The difference of the sides, if its form does not show that it is symmetric. */
  Optional<Expr> doubtful(List<Expr> sides) {
    Symmetry symmetry = new Symmetry(context.scope());
    List<Expr> doubtful = sides.stream().filter(side -> !symmetry.isEvident(side)).toList();
    return switch (doubtful.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(doubtful.getFirst());
      default ->
          Optional.of(new Expr.Add(List.of(sides.getFirst(), new Expr.Negate(sides.getLast()))));
    };
  }
}
