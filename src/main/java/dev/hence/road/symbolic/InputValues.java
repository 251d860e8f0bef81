package dev.hence.road.symbolic;

import dev.hence.expr.Name;
import dev.hence.expr.Rational;
import dev.hence.verdict.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of variables: a symbol for each entry, or, where entries hang together by what was
 * declared, terms that are as free as they may be.
 */
final class InputValues {
  private static final int LARGEST_ROTATION = 3;

  private final Terms terms;
  private final MatrixAlgebra algebra;
  private final Inputs inputs;
  private final InputDomains domains;
  private final Instance instance;
  private final Map<Member, List<Rational>> fixed;
  private final Map<Member, Rectangle> known = new HashMap<>();
  private final Choices choices;
  private final List<Conditions.Condition> facts = new ArrayList<>();
  private final Set<Term.Symbol> made = new HashSet<>();

  /**
   * @param fixed values that a case fixes
   */
  InputValues(
      Terms terms,
      MatrixAlgebra algebra,
      Inputs inputs,
      InputDomains domains,
      Instance instance,
      Map<Member, List<Rational>> fixed) {
    this.terms = terms;
    this.algebra = algebra;
    this.inputs = inputs;
    this.domains = domains;
    this.instance = instance;
    this.fixed = Map.copyOf(fixed);
    this.choices = new Choices(domains);
  }

  /**
   * The value of a variable; of the state at a moment.
   *
   * @throws NeedsCase where a choice has to be made first
   */
  Rectangle of(Member member, int rows, int columns, Moment moment) {
    if (fixed.containsKey(member)) {
      List<Rational> entries = fixed.get(member);
      return Rectangle.filled(rows, columns, k -> terms.constant(entries.get(k)));
    }
    choices.met(member, rows * columns);
    if (instance.interpretation().isState(member.name()) || domains.kind(member).isEmpty()) {
      return free(member, rows, columns, moment);
    }
    return known.computeIfAbsent(member, m -> special(m, rows, columns));
  }

  /** The cases of a variable met so far that has few values, none of them fixed yet. */
  Optional<NeedsCase> choice() {
    return choices.first();
  }

  private Rectangle free(Member member, int rows, int columns, Moment moment) {
    return Rectangle.filled(rows, columns, k -> inputs.entry(member, rows, columns, k, moment));
  }

  private Rectangle special(Member member, int rows, int columns) {
    Rectangle free = free(member, rows, columns, Moment.CURRENT);
    boolean ordered =
        instance.step().relation().isInequality()
            || instance.step().relation() == dev.hence.expr.Relation.NOT_EQUAL;
    return switch (domains.kind(member).orElseThrow()) {
      case SIMPLEX -> ordered ? shares(member, rows, columns) : summingToOne(free);
      case ONE_HOT -> summingToOne(free);
      case SYMMETRIC -> symmetric(free);
      case POSITIVE_SEMIDEFINITE -> ordered ? gram(member, rows, Domain.REAL) : symmetric(free);
      case POSITIVE_DEFINITE -> ordered ? definite(member, rows) : symmetric(free);
      case INVERTIBLE -> free;
      case ORTHOGONAL, ORTHONORMAL_COLUMNS ->
          rows <= LARGEST_ROTATION ? orthonormal(member, rows, columns) : free;
    };
  }

  /** Whether a symbol is none of the author's. */
  boolean isMade(Term.Symbol symbol) {
    return made.contains(symbol);
  }

  private Term.Symbol made(String text, Domain domain) {
    Term.Symbol symbol = inputs.symbol(text, domain);
    made.add(symbol);
    return symbol;
  }

  /** What is known of symbols that were made for variables of a special kind. */
  List<Conditions.Condition> facts() {
    return List.copyOf(facts);
  }

  /** Weights over their sum, so that no share is singled out. */
  private Rectangle shares(Member member, int rows, int columns) {
    int n = rows * columns;
    if (n == 1) {
      return Rectangle.of(terms.one());
    }
    Rectangle weights =
        Rectangle.filled(
            rows, columns, k -> made("W" + (k + 1) + "(" + member + ")", Domain.NONNEGATIVE));
    Term whole = terms.sum(weights.entries());
    facts.add(Positivity.fact(whole, true));
    return weights.map(w -> terms.quotient(w, whole));
  }

  private Rectangle summingToOne(Rectangle free) {
    List<Term> entries = new ArrayList<>(free.entries().subList(0, free.entries().size() - 1));
    List<Term> rest = new ArrayList<>(List.of(terms.one()));
    entries.forEach(entry -> rest.add(terms.negate(entry)));
    entries.add(terms.sum(rest));
    return new Rectangle(free.rows(), free.columns(), entries);
  }

  private static Rectangle symmetric(Rectangle free) {
    int size = free.columns();
    return Rectangle.filled(
        size, size, k -> free.entries().get(Math.min(k, k % size * size + k / size)));
  }

  /** Where the sign must not vanish, L·Lᵀ + λI with λ > 0 shows more. */
  private Rectangle definite(Member member, int size) {
    if (!instance.step().relation().isStrict()) {
      return gram(member, size, Domain.POSITIVE);
    }
    Term least = made("λ(" + member + ")", Domain.POSITIVE);
    Rectangle gram = gram(member, size, Domain.REAL);
    return Rectangle.filled(
        size,
        size,
        k ->
            k / size == k % size ? terms.sum(gram.entries().get(k), least) : gram.entries().get(k));
  }

  /** L·Lᵀ with L lower triangular (Cholesky): so that quadratic forms are seen to be squares. */
  private Rectangle gram(Member member, int size, Domain diagonal) {
    Rectangle lower =
        Rectangle.filled(
            size,
            size,
            k -> {
              int row = k / size;
              int column = k % size;
              String text = "L" + (row + 1) + (column + 1) + "(" + member + ")";
              return row < column
                  ? terms.zero()
                  : made(text, row == column ? diagonal : Domain.REAL);
            });
    return algebra.product(lower, lower.transposed());
  }

  /**
   * Columns of a product of rotations in the coordinate planes, every rotation being one (W.
   * Givens); of a square matrix the last column may be turned round.
   */
  private Rectangle orthonormal(Member member, int rows, int columns) {
    Rectangle rotation = algebra.identity(rows);
    for (int i = 0; i < rows; i++) {
      for (int j = i + 1; j < rows; j++) {
        String text = "φ" + (i + 1) + (j + 1) + "(" + member + ")";
        rotation = algebra.product(rotation, turn(rows, i, j, made(text, Domain.REAL)));
      }
    }
    Rectangle whole = rotation;
    Term last = columns == rows ? terms.constant(orientation(member)) : terms.one();
    return Rectangle.filled(
        rows,
        columns,
        k -> {
          Term entry = whole.get(k / columns, k % columns);
          return k % columns == rows - 1 ? terms.product(last, entry) : entry;
        });
  }

  private Rectangle turn(int size, int i, int j, Term angle) {
    Term cos = terms.apply(Elementary.COS, angle);
    Term sin = terms.apply(Elementary.SIN, angle);
    return Rectangle.filled(
        size,
        size,
        k -> {
          int row = k / size;
          int column = k % size;
          if (row == column) {
            return row == i || row == j ? cos : terms.one();
          }
          return row == i && column == j
              ? terms.negate(sin)
              : row == j && column == i ? sin : terms.zero();
        });
  }

  /** The determinant, 1 or −1: a case each. */
  private Rational orientation(Member member) {
    Member determinant = new Member(new Name("\\det " + member.name().latex()), member.indices());
    if (!fixed.containsKey(determinant)) {
      throw NeedsCase.ofNumber(determinant, List.of(Rational.ONE, Rational.of(-1)));
    }
    return fixed.get(determinant).getFirst();
  }
}
