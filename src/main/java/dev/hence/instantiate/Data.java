package dev.hence.instantiate;

import dev.hence.claim.Declaration;
import dev.hence.claim.Domain;
import dev.hence.claim.Trial;
import dev.hence.expr.Expr;
import dev.hence.expr.Lambda;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.model.Dimensions;
import dev.hence.problem.Problem;
import dev.hence.problem.ProblemId;
import dev.hence.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the numbers that an author gives a variable under {@code try}. For a number each value is
 * tried; for a vector, or a family of numbers with one index, the values are its entries, and they
 * say how many it has. The variable then has its value as a definition, so that derivatives by it
 * are taken as before.
 */
final class Data {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?)(?:/([0-9]{1,30}))?");

  private final Declaration.Variable variable;
  private final Trial.Entry entry;
  private final Problems problems;

  Data(Declaration.Variable variable, Trial.Entry entry, Problems problems) {
    this.variable = variable;
    this.entry = entry;
    this.problems = problems;
  }

  /** What was read: the choices, and the size that their number decides. */
  record Read(Axis.OfData axis, Map<String, Integer> sizes) {}

  /**
   * Reads the entry; what is wrong with it is reported.
   *
   * @param ranges the ranges of index letters
   */
  Optional<Read> read(Map<String, Range> ranges) {
    List<Rational> numbers = new ArrayList<>();
    for (String text : entry.values()) {
      Optional<Rational> number = number(text.strip());
      if (number.isEmpty()) {
        return bad("is not a number that can be read: " + Problem.quoted(text));
      }
      numbers.add(number.get());
    }
    if (!inDomain(numbers)) {
      return bad("does not lie in the declared domain");
    }
    boolean plain = variable.indices().isEmpty();
    return switch (variable.shape()) {
      case Shape.Scalar s when plain -> Optional.of(new Read(alternatives(numbers), Map.of()));
      case Shape.Scalar s when variable.indices().size() == 1 -> family(numbers, ranges);
      case Shape.Vector v when plain -> whole(numbers, vector(numbers), v.size());
      default -> bad("can be given only for a number, a vector or a family with one index");
    };
  }

  private Axis.OfData alternatives(List<Rational> numbers) {
    List<Lambda> values = numbers.stream().map(q -> Lambda.constant(new Expr.Literal(q))).toList();
    return new Axis.OfData(variable, values, entry.values());
  }

  private Optional<Read> whole(List<Rational> numbers, Expr vector, Size size) {
    int given = numbers.size() - size.offset();
    if (size.isFixed()) {
      return given == 0 ? read(Lambda.constant(vector), Map.of()) : wrongNumber(size.toString());
    }
    return size.name().isPresent()
        ? read(Lambda.constant(vector), Map.of(size.name().get(), given))
        : bad("needs a number of entries that is a size of its own, not " + size);
  }

  private Optional<Read> family(List<Rational> numbers, Map<String, Range> ranges) {
    String letter = variable.indices().getFirst();
    Range range = ranges.get(letter);
    Set<String> names = range == null ? Set.of() : Needs.sizesIn(List.of(range));
    if (range == null || names.size() > 1) {
      return bad("needs an index whose range has one size");
    }
    for (int n = 1; n <= Axes.MAX_SIZE; n++) {
      Map<String, Integer> sizes = names.isEmpty() ? Map.of() : Map.of(names.iterator().next(), n);
      Place place = Place.of(new Dimensions(sizes));
      OptionalInt lower = place.value(range.lower());
      OptionalInt upper = place.value(range.upper());
      if (lower.isPresent()
          && upper.isPresent()
          && upper.getAsInt() - lower.getAsInt() + 1 == numbers.size()) {
        Expr position =
            new Expr.Add(
                List.of(
                    new Expr.Index(letter), new Expr.Literal(Rational.of(1 - lower.getAsInt()))));
        Expr member = new Expr.Entry(vector(numbers), List.of(position));
        return read(new Lambda(List.of(letter), List.of(), member), sizes);
      }
    }
    return wrongNumber("as many as " + letter + " has values");
  }

  private Optional<Read> read(Lambda value, Map<String, Integer> sizes) {
    String text = "[" + String.join(", ", entry.values()) + "]";
    return Optional.of(new Read(new Axis.OfData(variable, List.of(value), List.of(text)), sizes));
  }

  private static Expr vector(List<Rational> numbers) {
    List<Expr> entries = numbers.stream().<Expr>map(Expr.Literal::new).toList();
    return new Expr.Stack(entries, Shape.vector(Size.fixed(entries.size())));
  }

  private boolean inDomain(List<Rational> numbers) {
    return switch (variable.domain()) {
      case Domain.Interval i -> numbers.stream().allMatch(i::contains);
      case Domain.Finite f -> f.values().containsAll(numbers);
      case Domain.Integers z ->
          numbers.stream()
              .allMatch(
                  q ->
                      q.isInteger()
                          && z.from().map(f -> q.compareTo(Rational.of(f)) >= 0).orElse(true));
      case Domain.Labels l -> numbers.stream().allMatch(Rational::isInteger);
      case Domain.Special s -> isSpecial(s.kind(), numbers);
    };
  }

  private static boolean isSpecial(Domain.Kind kind, List<Rational> numbers) {
    boolean sumsToOne = numbers.stream().reduce(Rational.ZERO, Rational::plus).equals(Rational.ONE);
    return switch (kind) {
      case SIMPLEX -> sumsToOne && numbers.stream().allMatch(q -> q.signum() >= 0);
      case ONE_HOT ->
          sumsToOne && numbers.stream().allMatch(q -> q.signum() == 0 || q.equals(Rational.ONE));
      case SYMMETRIC,
          POSITIVE_SEMIDEFINITE,
          POSITIVE_DEFINITE,
          INVERTIBLE,
          ORTHOGONAL,
          ORTHONORMAL_COLUMNS ->
          false;
    };
  }

  /** A whole number, a decimal such as {@code 1e-5}, or a fraction. */
  static Optional<Rational> number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Rational numerator = Rational.of(new BigDecimal(matcher.group(1)));
    Rational denominator =
        matcher.group(2) == null ? Rational.ONE : Rational.of(new BigDecimal(matcher.group(2)));
    return denominator.signum() == 0
        ? Optional.empty()
        : Optional.of(numerator.dividedBy(denominator));
  }

  private Optional<Read> wrongNumber(String expected) {
    return bad("has " + entry.values().size() + " numbers, not " + expected);
  }

  private Optional<Read> bad(String what) {
    problems.report(
        Problem.of(
            ProblemId.BAD_TRY, entry.span(), "the value of " + variable.name() + " " + what));
    return Optional.empty();
  }
}
