package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.claim.Definition;
import dev.hence.expr.Condition;
import dev.hence.expr.Expr;
import dev.hence.expr.Fold;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Relation;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.BigOperatorKind;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads sums, products and integrals: what they bind, over which range. */
final class Binders {
  private final Context context;

  Binders(Context context) {
    this.context = context;
  }

  Expr big(Syntax.BigOperator big) {
    Fold fold = fold(big);
    return big.lower().isPresent()
        ? bind(Clause.items(big.lower().get()), big, fold, context)
        : bare(big, fold);
  }

  private static Fold fold(Syntax.BigOperator big) {
    return switch (big.kind()) {
      case SUM -> Fold.SUM;
      case PRODUCT, CHAIN -> Fold.PRODUCT;
      case MAX -> Fold.LARGEST;
      case MIN -> Fold.SMALLEST;
      case LIM ->
          throw new Misread(
              ProblemId.NOT_YET_SUPPORTED,
              big.span(),
              "a limit is compared only where it is a whole side of an equation",
              "write \\lim_{\\eta \\to 0} (\\dots) = B, with parentheses around a sum");
      case SUP, INF, ARGMAX, ARGMIN ->
          throw new Misread(
              ProblemId.NOT_YET_SUPPORTED,
              big.span(),
              big.kind().latex() + " with a range is read, but nothing decides it yet",
              "supported operators with a range: \\sum, \\prod, \\max, \\min");
    };
  }

  /** A sum without limits: over the only index of its term. */
  private Expr bare(Syntax.BigOperator big, Fold fold) {
    Expr body = new Formulas(context).expr(big.body());
    List<String> letters =
        context.scope().ranges().keySet().stream()
            .filter(letter -> !context.letters().containsKey(letter))
            .filter(letter -> mentionsFree(body, letter))
            .toList();
    if (letters.size() != 1 || big.upper().isPresent()) {
      throw new Misread(
          ProblemId.UNSUPPORTED_NOTATION,
          big.span(),
          "a sum that does not name its index",
          "write \\sum_j or \\sum_{j=1}^N");
    }
    String letter = letters.getFirst();
    context.ledger().note("a sum without limits goes over all " + letter);
    Range range = context.range(letter).orElseThrow();
    return new Expr.Sum(fold, letter, range, List.of(), body);
  }

  /** Binds the first of the letters, then the others inside. */
  private Expr bind(List<Syntax> items, Syntax.BigOperator big, Fold fold, Context at) {
    if (items.isEmpty()) {
      return new Formulas(at).expr(big.body());
    }
    Syntax item = items.getFirst();
    Syntax letterSyntax = letter(item);
    if (!(letterSyntax instanceof Syntax.Name name)) {
      throw Formulas.unsupported(letterSyntax, "this index of a sum");
    }
    String letter = name.key();
    refuseTrailing(letter, big);
    List<Syntax> others = items.subList(1, items.size());
    List<Syntax> own = others.stream().filter(other -> restricts(other, letter)).toList();
    others = others.stream().filter(other -> !restricts(other, letter)).toList();
    refuseForeign(item, others);
    Range range = range(item, letter, big, at);
    Context inside = at.withLetter(letter, range);
    Expr body = suchThat(item, bind(others, big, fold, inside), fold, inside);
    List<Condition> conditions = new ArrayList<>(conditions(item, inside));
    own.forEach(other -> conditions.addAll(conditions(other, inside)));
    if (fold == Fold.PRODUCT) {
      return new FactorOrder(inside, big).of(letter, range, conditions, body);
    }
    if (fold.isExtremum()) {
      Shapes.requireScalar(body, "a " + fold.text(), big.span());
    }
    return new Expr.Sum(fold, letter, range, conditions, body);
  }

  private static Syntax letter(Syntax item) {
    return item instanceof Syntax.Chain chain ? chain.first() : item;
  }

  /** {@code l \ne j} beside {@code l = 1}: a restriction of the letter, and no second index. */
  private static boolean restricts(Syntax item, String letter) {
    return item instanceof Syntax.Chain
        && letter(item) instanceof Syntax.Name n
        && n.key().equals(letter)
        && !isStart(item);
  }

  private static boolean isStart(Syntax item) {
    return item instanceof Syntax.Chain chain
        && chain.links().getFirst().relation() == dev.hence.read.math.Relation.EQUAL;
  }

  /** {@code l = 1, j \ne l}: j may be summed over as well, or be any that l is not. */
  private static void refuseForeign(Syntax item, List<Syntax> others) {
    Optional<Syntax> foreign =
        others.stream()
            .filter(other -> isStart(item) && other instanceof Syntax.Chain && !isStart(other))
            .filter(other -> !isSuchThat(other))
            .findFirst();
    if (foreign.isPresent()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          foreign.get().span(),
          "this may be a second index, or restrict the one before it",
          "write the index first, l = 1, l \\ne j, or a sum of its own for each index");
    }
  }

  /** {@code \prod_i p_i \cdot c}: is c multiplied once, or as often as there are p_i? */
  private static void refuseTrailing(String letter, Syntax.BigOperator big) {
    if (big.kind() != BigOperatorKind.PRODUCT || !(big.body() instanceof Syntax.Product p)) {
      return;
    }
    int size = p.factors().size();
    int last = size - 1;
    while (last >= 0 && !Pieces.speaksOf(p.factors().get(last).value(), letter)) {
      last--;
    }
    if (last >= 0 && last < size - 1) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          p.factors().get(last + 1).span(),
          "the product may end before this factor, which does not speak of " + letter,
          "put what is multiplied into parentheses");
    }
  }

  /** {@code i : y_i = 1}: what does not satisfy it adds nothing. */
  private static Expr suchThat(Syntax item, Expr body, Fold fold, Context inside) {
    if (!isSuchThat(item)) {
      return body;
    }
    Syntax said = ((Syntax.Chain) item).links().getFirst().operand();
    if (!(said instanceof Syntax.Chain chain)
        || chain.links().size() != 1
        || fold.isExtremum()
        || !body.shape().isScalar()) {
      throw Formulas.unsupported(item, "this range of a sum");
    }
    Condition condition =
        new Formulas(inside)
            .conditions(Optional.of(chain.first()), chain.links(), chain.span())
            .getFirst();
    Rational nothing = fold == Fold.PRODUCT ? Rational.ONE : Rational.ZERO;
    return new Expr.Cases(condition, body, new Expr.Literal(nothing));
  }

  private static boolean isSuchThat(Syntax item) {
    return item instanceof Syntax.Chain chain
        && chain.links().size() == 1
        && chain.links().getFirst().relation() == dev.hence.read.math.Relation.TYPED;
  }

  private Range range(Syntax item, String letter, Syntax.BigOperator big, Context at) {
    Optional<Syntax> from =
        item instanceof Syntax.Chain chain
                && chain.links().getFirst().relation() == dev.hence.read.math.Relation.EQUAL
            ? Optional.of(chain.links().getFirst().operand())
            : Optional.empty();
    Integers integers = new Integers(at);
    if (from.isPresent() && big.upper().isPresent()) {
      return new Range(integers.end(from.get()), integers.end(big.upper().get()));
    }
    if (big.upper().isPresent() && item instanceof Syntax.Name) {
      return new Range(lower(big, letter, at), integers.end(big.upper().get()));
    }
    return at.range(letter)
        .or(() -> indexedRange(big.body(), letter))
        .or(() -> Optional.ofNullable(new EntryLetters(at).of(List.of(big.body())).get(letter)))
        .orElseThrow(
            () ->
                new Misread(
                    ProblemId.UNKNOWN_NAME,
                    item.span(),
                    "nothing says over which range the index " + letter + " runs",
                    "write \\sum_{"
                        + letter
                        + "=1}^N, or add "
                        + letter
                        + " = 1, \\dots, N to `let`"));
  }

  /**
   * Where {@code \sum_i^N} begins: with the first value of i, or of the letter with which what is
   * indexed by i is declared; else with 1. {@code \sum_{i,j=0}^N}: what the last letter says of its
   * start holds for all.
   */
  private Expr lower(Syntax.BigOperator big, String letter, Context at) {
    Syntax last = Clause.items(big.lower().orElseThrow()).getLast();
    if (last instanceof Syntax.Chain chain
        && chain.links().getFirst().relation() == dev.hence.read.math.Relation.EQUAL) {
      return new Integers(at).end(chain.links().getFirst().operand());
    }
    if (at.range(letter).isPresent()) {
      return at.range(letter).get().lower();
    }
    List<Expr> starts = new FirstMembers(at).of(big.body(), letter);
    if (starts.size() > 1) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          big.span(),
          "the sum does not say where "
              + letter
              + " begins, and what it sums begins at several places",
          "write \\sum_{" + letter + "=1}^N");
    }
    return starts.isEmpty() ? new Expr.Literal(Rational.ONE) : starts.getFirst();
  }

  /** The range of the letter with which a family is declared that is indexed by this one here. */
  private Optional<Range> indexedRange(Syntax body, String letter) {
    for (Syntax.Scripted s : Pieces.scripted(body)) {
      Optional<Written> w = Written.of(s);
      boolean indexed =
          s.sub().isPresent() && s.sub().get() instanceof Syntax.Name n && n.key().equals(letter);
      if (indexed && w.isPresent()) {
        Optional<Range> range = declaredRange(w.get().primed()).or(() -> entries(w.get().primed()));
        if (range.isPresent()) {
          return range;
        }
      }
      Optional<Range> place = w.flatMap(name -> placeRange(name, letter));
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  /** The rows or columns of a declared matrix, in whose place a letter stands: {@code A_{1i}}. */
  private Optional<Range> placeRange(Written w, String letter) {
    Optional<Shape.Matrix> matrix =
        w.sub()
            .flatMap(sub -> context.variable(w.primed(), 0))
            .map(Declaration.Variable::shape)
            .filter(Shape.Matrix.class::isInstance)
            .map(Shape.Matrix.class::cast);
    List<Syntax> places = w.sub().map(Binders::places).orElse(List.of());
    if (matrix.isEmpty() || places.size() != 2) {
      return Optional.empty();
    }
    List<Size> sizes = List.of(matrix.get().rows(), matrix.get().columns());
    return IntStream.range(0, 2)
        .filter(k -> places.get(k) instanceof Syntax.Name n && n.key().equals(letter))
        .mapToObj(k -> new Range(new Expr.Literal(Rational.ONE), Integers.of(sizes.get(k))))
        .findFirst();
  }

  private static List<Syntax> places(Syntax sub) {
    return sub instanceof Syntax.Product p
            && p.factors().stream().allMatch(f -> f.operator() == Operator.JUXTAPOSED)
        ? p.factors().stream().map(Syntax.Factor::value).toList()
        : Clause.items(sub);
  }

  private Optional<Range> declaredRange(Name name) {
    Optional<List<String>> letters =
        context
            .variable(name, 1)
            .map(Declaration.Variable::indices)
            .or(() -> context.function(name, 1).map(Declaration.Function::indices))
            .or(() -> context.definition(name, 1).map(d -> indices(d)));
    return letters.map(List::getFirst).flatMap(context::range);
  }

  /** From 1 to the size of a declared vector. */
  private Optional<Range> entries(Name name) {
    return context
        .variable(name, 0)
        .map(Declaration.Variable::shape)
        .filter(Shape.Vector.class::isInstance)
        .map(shape -> ((Shape.Vector) shape).size())
        .map(size -> new Range(new Expr.Literal(Rational.ONE), Integers.of(size)));
  }

  private static List<String> indices(Definition definition) {
    return definition.lambda().indices();
  }

  /** {@code j \ne i}, {@code 1 \le i < j}: what restricts the letter. */
  private List<Condition> conditions(Syntax item, Context inside) {
    if (!(item instanceof Syntax.Chain chain) || isSuchThat(item)) {
      return List.of();
    }
    boolean start =
        chain.links().size() == 1
            && chain.links().getFirst().relation() == dev.hence.read.math.Relation.EQUAL;
    if (start) {
      return List.of();
    }
    List<Condition> conditions =
        new Formulas(inside).conditions(Optional.of(chain.first()), chain.links(), chain.span());
    if (conditions.stream().anyMatch(c -> c.relation() == Relation.EQUAL)) {
      throw Formulas.unsupported(chain, "this range of a sum");
    }
    return conditions;
  }

  Expr integral(Syntax.Integral integral) {
    if (integral.lower().isEmpty() || integral.upper().isEmpty()) {
      throw Formulas.unsupported(integral, "an integral without limits");
    }
    Written variable =
        Written.of(integral.variable())
            .filter(w -> w.sup().isEmpty())
            .orElseThrow(() -> Formulas.unsupported(integral.variable(), "this differential"));
    Name name =
        Written.labelled(variable.primed(), variable.sub(), Optional.empty())
            .orElse(variable.primed());
    Expr lower = end(integral.lower().get());
    Expr upper = upperEnd(integral.upper().get());
    boolean maybe = context.scope().dynamics().isPresent() && isTime(lower) && isTime(upper);
    if (maybe) {
      Expr body = new Formulas(context.withTime(name)).expr(integral.body());
      Expr.Integral timed = new Expr.Integral(name, lower, upper, body);
      if (new Times(context).isAlongTrajectory(timed)) {
        return timed;
      }
    }
    if (upper.equals(Times.FOREVER)) {
      throw beyond(integral.upper().get());
    }
    Context inside = context.withLocal(name, Shape.SCALAR);
    return new Expr.Integral(name, lower, upper, new Formulas(inside).expr(integral.body()));
  }

  private static boolean isInfinite(Syntax limit) {
    return limit instanceof Syntax.Infinity
        || (limit instanceof Syntax.Terms t
            && t.terms().size() == 1
            && t.terms().getFirst().value() instanceof Syntax.Infinity);
  }

  private Expr upperEnd(Syntax limit) {
    return limit instanceof Syntax.Infinity ? Times.FOREVER : end(limit);
  }

  private static Misread beyond(Syntax limit) {
    return new Misread(
        ProblemId.NOT_YET_SUPPORTED,
        limit.span(),
        "an integral to infinity is taken along a trajectory only",
        "integrate to a letter, \\int_0^R, and let it go to infinity in the antiderivative");
  }

  /** A limit of an integral; the letter of time is one even where no one declared it. */
  private Expr end(Syntax limit) {
    if (isInfinite(limit)) {
      throw beyond(limit);
    }
    Expr end = new Times(context).time(limit).orElseGet(() -> new Formulas(context).expr(limit));
    Shapes.requireScalar(end, "a limit of an integral", limit.span());
    return end;
  }

  private static boolean isTime(Expr limit) {
    return (limit instanceof Expr.Literal l && l.value().signum() == 0)
        || (limit instanceof Expr.Ref r && r.indices().isEmpty());
  }

  /** A sum ends at the next plus; its index must not occur behind it again. */
  static void checkLetters(List<Expr> terms, Syntax.Terms written) {
    for (int k = 0; k < terms.size(); k++) {
      boolean open = endsOpen(written.terms().get(k).value());
      Optional<String> letter = open ? trailingLetter(terms.get(k)) : Optional.empty();
      for (int later = k + 1; letter.isPresent() && later < terms.size(); later++) {
        if (speaksOf(terms.get(later), letter.get())) {
          throw new Misread(
              ProblemId.AMBIGUOUS,
              written.terms().get(later).span(),
              "the index "
                  + letter.get()
                  + " of the sum before occurs again behind it; the sum"
                  + " may end at the sign or go on",
              "put what is summed into parentheses, or rename the index");
        }
      }
    }
  }

  /** Whether a letter stands in a formula as an index or, where no range is known, as a number. */
  private static boolean speaksOf(Expr expr, String letter) {
    return mentionsFree(expr, letter)
        || Trees.any(
            expr,
            e ->
                e instanceof Expr.Ref r
                    && r.indices().isEmpty()
                    && r.name().latex().equals(letter));
  }

  private static boolean endsOpen(Syntax term) {
    return term instanceof Syntax.BigOperator
        || (term instanceof Syntax.Product p
            && p.factors().getLast().value() instanceof Syntax.BigOperator);
  }

  private static Optional<String> trailingLetter(Expr term) {
    return switch (term) {
      case Expr.Negate n -> trailingLetter(n.body());
      case Expr.Multiply m -> trailingLetter(m.right());
      case Expr.Sum s -> Optional.of(s.letter());
      default -> Optional.empty();
    };
  }

  static boolean mentionsFree(Expr expr, String letter) {
    if (expr instanceof Expr.Index i) {
      return i.letter().equals(letter);
    }
    boolean bound =
        (expr instanceof Expr.Sum s && s.letter().equals(letter))
            || (expr instanceof Expr.Family f && f.letters().contains(letter));
    if (expr instanceof Expr.Expectation e && e.lettersBound().contains(letter)) {
      return mentionsFree(e.body(), letter);
    }
    return !bound && Trees.children(expr).stream().anyMatch(c -> mentionsFree(c, letter));
  }
}
