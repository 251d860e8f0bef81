package dev.hence.read.math;

import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Name;
import dev.hence.read.math.Syntax.Numeral;
import dev.hence.read.math.Syntax.Product;
import dev.hence.read.math.Syntax.Scripted;
import dev.hence.read.math.Syntax.Term;
import dev.hence.read.math.Syntax.Terms;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns {@code x_1 + \cdots + x_n} and {@code c_1 c_2 \cdots c_n} into a sum or a product over an
 * index. What stands on the two sides of the dots must be one formula, but for a number on one side
 * that is another number, or a letter, on the other; a second term before the dots must be the next
 * one. Factors may go down, {@code W_N W_{N-1} \cdots W_1}, and begin and end with letters.
 * Whatever else holds dots is left as it is.
 */
public final class Series {
  private static final List<String> LETTERS =
      List.of("k", "j", "i", "m", "r", "s", "q", "p", "u", "v");

  /** The first index and the last, as they are written. */
  private final List<Syntax> ends = new ArrayList<>();

  private final Name letter;
  private final boolean factors;

  private Series(Name letter, boolean factors) {
    this.letter = letter;
    this.factors = factors;
  }

  static Syntax of(Terms whole) {
    List<Term> terms = whole.terms();
    for (int at = 1; at + 1 < terms.size(); at++) {
      if (terms.get(at).value() instanceof Syntax.Dots) {
        List<Syntax> values = terms.stream().map(Term::value).toList();
        Optional<Found> found =
            sameSigns(terms, at) ? find(values, at, whole, false) : Optional.empty();
        if (found.isEmpty()) {
          return whole;
        }
        int first = found.get().first();
        if (first < at - 1 && terms.get(first).sign() != terms.get(at).sign()) {
          return whole;
        }
        Syntax sum = found.get().over(BigOperatorKind.SUM);
        List<Term> left = new ArrayList<>(terms.subList(0, first));
        left.add(new Term(terms.get(first).sign(), sum, sum.span()));
        left.addAll(terms.subList(at + 2, terms.size()));
        Terms rest = new Terms(left, whole.span());
        boolean only = left.size() == 1 && left.get(0).sign() == Sign.PLUS;
        return only ? sum : of(rest);
      }
    }
    return whole;
  }

  private static boolean sameSigns(List<Term> terms, int at) {
    Sign sign = terms.get(at).sign();
    return sign == terms.get(at + 1).sign()
        && (sign == terms.get(at - 1).sign())
        && (sign == Sign.PLUS || sign == Sign.MINUS);
  }

  /** Factors in which dots between alike ones have become a product. */
  static List<Factor> of(List<Factor> factors) {
    for (int at = 1; at + 1 < factors.size(); at++) {
      if (factors.get(at).value() instanceof Syntax.Dots) {
        List<Syntax> values = factors.stream().map(Factor::value).toList();
        Syntax whole = Products.of(factors);
        Optional<Found> found =
            joined(factors, at) ? find(values, at, whole, true) : Optional.empty();
        if (found.isEmpty() || isPartOfTerm(factors, at)) {
          return factors;
        }
        int first = found.get().first();
        Syntax product = found.get().over(BigOperatorKind.CHAIN);
        List<Factor> result = new ArrayList<>(factors.subList(0, first));
        Factor head = factors.get(first);
        result.add(new Factor(head.operator(), head.negated(), product, product.span()));
        result.addAll(factors.subList(at + 2, factors.size()));
        return of(result);
      }
    }
    return factors;
  }

  /** {@code a_1 b \cdots a_n b}: what follows may belong to the last of the terms. */
  private static boolean isPartOfTerm(List<Factor> factors, int at) {
    return at + 2 < factors.size()
        && factors.subList(0, at).stream()
            .anyMatch(f -> same(f.value(), factors.get(at + 2).value()));
  }

  /** {@code 1 \cdots n} without a sign of multiplication is the list from 1 to n. */
  static Optional<Syntax> range(List<Factor> factors) {
    boolean range =
        factors.size() == 3
            && factors.get(1).value() instanceof Syntax.Dots
            && isEnd(factors.get(0).value(), factors.get(2).value())
            && Products.isJuxtaposed(factors.get(1))
            && Products.isJuxtaposed(factors.get(2))
            && !factors.get(0).negated();
    return range
        ? Optional.of(
            new Syntax.Sequence(
                factors.stream().map(Factor::value).toList(),
                factors.get(0).span().to(factors.get(2).span())))
        : Optional.empty();
  }

  private static boolean joined(List<Factor> factors, int at) {
    return multiplies(factors.get(at)) && multiplies(factors.get(at + 1));
  }

  private static boolean multiplies(Factor factor) {
    return !factor.negated()
        && switch (factor.operator()) {
          case JUXTAPOSED, CDOT, TIMES -> true;
          case STAR, SLASH, ODOT, OSLASH, CIRC, OTIMES, SETMINUS, BROADCAST -> false;
        };
  }

  /** The general term, and from where to where its index runs. */
  private record Found(int first, Name letter, Syntax term, Syntax from, Syntax to) {
    Syntax over(BigOperatorKind kind) {
      Syntax range =
          new Syntax.Chain(
              letter, List.of(new Syntax.Link(Relation.EQUAL, "", from.span(), from)), from.span());
      return new Syntax.BigOperator(
          kind, Optional.of(range), Optional.of(to), term, term.span().to(to.span()));
    }
  }

  /**
   * The members of a list with dots before its last item: {@code x_1, \dots, x_n}.
   *
   * @param letter over which they run
   */
  public record Listed(Name letter, Syntax term, Syntax from, Syntax to) {}

  /** What a list runs over; empty if its members are no one formula of a number. */
  public static Optional<Listed> listed(List<Syntax> items, Span span) {
    int at = items.size() - 2;
    boolean dots =
        at > 0
            && items.get(at) instanceof Syntax.Dots
            && items.stream().filter(Syntax.Dots.class::isInstance).count() == 1;
    return dots && at <= 2
        ? find(items, at, new Syntax.Sequence(items, span), false)
            .filter(found -> found.first() == 0)
            .map(f -> new Listed(f.letter(), f.term(), f.from(), f.to()))
        : Optional.empty();
  }

  private static Optional<Found> find(List<Syntax> values, int at, Syntax whole, boolean factors) {
    Syntax last = values.get(at + 1);
    Optional<Name> letter = fresh(whole);
    if (letter.isEmpty()) {
      return Optional.empty();
    }
    Optional<Found> found = between(values.get(at - 1), last, at - 1, letter.get(), factors);
    if (found.isEmpty() || at < 2) {
      return found;
    }
    Optional<Found> earlier = between(values.get(at - 2), last, at - 2, letter.get(), factors);
    boolean alike = earlier.isPresent() && same(earlier.get().term(), found.get().term());
    if (!alike) {
      return found;
    }
    int step = step(earlier.get().from(), found.get().from());
    return step == 1 || (factors && step == -1) ? earlier : Optional.empty();
  }

  /** By how much a number, or a letter and a number, is more than another; 0 if that is unclear. */
  private static int step(Syntax from, Syntax next) {
    return base(from).equals(base(next)) ? number(next) - number(from) : 0;
  }

  private static String base(Syntax end) {
    return switch (end) {
      case Numeral n -> "";
      case Terms t -> SyntaxPrinter.print(t.terms().get(0).value());
      default -> SyntaxPrinter.print(end);
    };
  }

  private static int number(Syntax end) {
    return switch (end) {
      case Numeral n -> n.value().intValueExact();
      case Terms t -> {
        int number = number(t.terms().get(1).value());
        yield t.terms().get(1).sign() == Sign.MINUS ? -number : number;
      }
      default -> 0;
    };
  }

  private static Optional<Found> between(
      Syntax first, Syntax last, int at, Name letter, boolean factors) {
    Series series = new Series(letter, factors);
    Optional<Syntax> term = series.common(first, last);
    if (term.isEmpty() || series.ends.isEmpty()) {
      return Optional.empty();
    }
    Syntax from = series.ends.get(0);
    Syntax to = series.ends.get(1);
    boolean bounded =
        factors || !(to instanceof Numeral n) || n.value().compareTo(((Numeral) from).value()) > 0;
    return bounded ? Optional.of(new Found(at, letter, term.get(), from, to)) : Optional.empty();
  }

  private static Optional<Name> fresh(Syntax whole) {
    String text = SyntaxPrinter.print(whole).replaceAll("\\\\[A-Za-z]+", " ");
    return LETTERS.stream()
        .filter(l -> !text.contains(l))
        .findFirst()
        .map(l -> Name.plain(l, whole.span()));
  }

  // The formula that two have in common, with the letter where they differ

  private Optional<Syntax> common(Syntax a, Syntax b) {
    if (areEnds(a, b)) {
      boolean known = ends.isEmpty() || (same(ends.get(0), a) && same(ends.get(1), b));
      if (ends.isEmpty()) {
        ends.addAll(List.of(a, b));
      }
      return known ? Optional.of(letter) : Optional.empty();
    }
    if (same(a, b)) {
      return Optional.of(a);
    }
    if (a instanceof Scripted x && b instanceof Scripted y) {
      return scripted(x, y);
    } else if (a instanceof Product x && b instanceof Product y) {
      return product(x, y);
    } else if (a instanceof Syntax.Sequence x && b instanceof Syntax.Sequence y) {
      return all(x.items(), y.items()).map(items -> new Syntax.Sequence(items, x.span()));
    } else if (a instanceof Syntax.Group x
        && b instanceof Syntax.Group y
        && x.open() == y.open()
        && x.close() == y.close()
        && x.separators().equals(y.separators())) {
      return all(x.items(), y.items())
          .map(items -> new Syntax.Group(x.open(), x.close(), items, x.separators(), x.span()));
    } else if (a instanceof Syntax.Fraction x && b instanceof Syntax.Fraction y) {
      return all(List.of(x.numerator(), x.denominator()), List.of(y.numerator(), y.denominator()))
          .map(parts -> new Syntax.Fraction(parts.get(0), parts.get(1), x.span()));
    } else if (a instanceof Terms x && b instanceof Terms y) {
      return terms(x, y);
    } else if (a instanceof Syntax.Derivative x && b instanceof Syntax.Derivative y) {
      return derivative(x, y);
    }
    return Optional.empty();
  }

  private boolean areEnds(Syntax a, Syntax b) {
    boolean letters = isSize(a) && (isSize(b) || isEnd(b, a)) && !same(a, b);
    return isEnd(a, b) || (factors && letters);
  }

  private static boolean isEnd(Syntax a, Syntax b) {
    if (!(a instanceof Numeral n) || !n.value().isInteger() || n.text().length() > 3) {
      return false;
    }
    return b instanceof Numeral m
        ? m.value().isInteger() && !m.value().equals(n.value()) && m.text().length() <= 6
        : isSize(b);
  }

  /** A letter, or a letter and a number: {@code n-1}. */
  private static boolean isSize(Syntax b) {
    if (b instanceof Terms t && t.terms().size() == 2) {
      return t.terms().get(0).sign() == Sign.PLUS
          && t.terms().get(0).value() instanceof Name
          && t.terms().get(1).value() instanceof Numeral;
    }
    return b instanceof Name n && n.accents().isEmpty() && !n.bold() && n.font() == Font.PLAIN;
  }

  private Optional<Syntax> scripted(Scripted a, Scripted b) {
    if (a.sub().isPresent() != b.sub().isPresent()
        || a.sup().isPresent() != b.sup().isPresent()
        || a.primes() != b.primes()) {
      return Optional.empty();
    }
    Optional<Syntax> base = common(a.base(), b.base());
    Optional<Syntax> sub = a.sub().flatMap(s -> common(s, b.sub().orElseThrow()));
    Optional<Syntax> sup = a.sup().flatMap(s -> common(s, b.sup().orElseThrow()));
    boolean whole =
        base.isPresent()
            && sub.isPresent() == a.sub().isPresent()
            && sup.isPresent() == a.sup().isPresent();
    return whole
        ? Optional.of(new Scripted(base.get(), sub, sup, a.primes(), a.span()))
        : Optional.empty();
  }

  private Optional<Syntax> terms(Terms a, Terms b) {
    boolean alike =
        a.terms().stream()
            .map(Term::sign)
            .toList()
            .equals(b.terms().stream().map(Term::sign).toList());
    return alike
        ? all(
                a.terms().stream().map(Term::value).toList(),
                b.terms().stream().map(Term::value).toList())
            .map(
                values -> {
                  List<Term> terms = new ArrayList<>();
                  for (int k = 0; k < values.size(); k++) {
                    Term term = a.terms().get(k);
                    terms.add(new Term(term.sign(), values.get(k), term.span()));
                  }
                  return new Terms(terms, a.span());
                })
        : Optional.empty();
  }

  /** Of the same thing, by variables with other indices. */
  private Optional<Syntax> derivative(Syntax.Derivative a, Syntax.Derivative b) {
    boolean alike =
        a.kind() == b.kind()
            && a.order() == b.order()
            && a.operand().isPresent() == b.operand().isPresent()
            && a.variables().stream()
                .map(Syntax.Variable::order)
                .toList()
                .equals(b.variables().stream().map(Syntax.Variable::order).toList());
    Optional<List<Syntax>> names =
        alike
            ? all(
                a.variables().stream().map(Syntax.Variable::name).toList(),
                b.variables().stream().map(Syntax.Variable::name).toList())
            : Optional.empty();
    Optional<List<Syntax>> operand =
        all(a.operand().stream().toList(), b.operand().stream().toList());
    if (names.isEmpty() || operand.isEmpty()) {
      return Optional.empty();
    }
    List<Syntax.Variable> variables = new ArrayList<>();
    for (int k = 0; k < names.get().size(); k++) {
      variables.add(new Syntax.Variable(names.get().get(k), a.variables().get(k).order()));
    }
    return Optional.of(
        new Syntax.Derivative(
            a.kind(), a.order(), variables, operand.get().stream().findFirst(), a.span()));
  }

  private Optional<Syntax> product(Product a, Product b) {
    boolean alike = a.factors().size() == b.factors().size();
    for (int k = 0; alike && k < a.factors().size(); k++) {
      Factor x = a.factors().get(k);
      Factor y = b.factors().get(k);
      alike = x.operator() == y.operator() && x.negated() == y.negated();
    }
    if (!alike) {
      return Optional.empty();
    }
    Optional<List<Syntax>> values =
        all(
            a.factors().stream().map(Factor::value).toList(),
            b.factors().stream().map(Factor::value).toList());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    List<Factor> factors = new ArrayList<>();
    for (int k = 0; k < a.factors().size(); k++) {
      Factor x = a.factors().get(k);
      factors.add(new Factor(x.operator(), x.negated(), values.get().get(k), x.span()));
    }
    return Optional.of(new Product(factors, a.span()));
  }

  private Optional<List<Syntax>> all(List<Syntax> a, List<Syntax> b) {
    if (a.size() != b.size()) {
      return Optional.empty();
    }
    List<Syntax> result = new ArrayList<>();
    for (int k = 0; k < a.size(); k++) {
      Optional<Syntax> common = common(a.get(k), b.get(k));
      if (common.isEmpty()) {
        return Optional.empty();
      }
      result.add(common.get());
    }
    return Optional.of(result);
  }

  private static boolean same(Syntax a, Syntax b) {
    return SyntaxPrinter.print(a).equals(SyntaxPrinter.print(b));
  }
}
