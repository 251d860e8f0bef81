package dev.hence.read.meaning;

import dev.hence.claim.Domain;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the sets of declarations: a shape, and where the values lie. */
final class Domains {
  /** What a set says of its members. */
  record Kind(Shape shape, Domain domain) {}

  private static final Domain NONNEGATIVE =
      new Domain.Interval(Optional.of(Rational.ZERO), true, Optional.empty(), false);

  private static final Set<String> POSITIVE_MARKS = Set.of("\\ast", "\\star", "+");

  private static final Pattern BOUND = Pattern.compile("(ge|geq|geqslant|≥|gt|>)(\\d{1,4})");

  private final Context context;

  Domains(Context context) {
    this.context = context;
  }

  Kind set(Syntax set) {
    return switch (set) {
      case Syntax.Name n -> named(n, Optional.empty(), Optional.empty());
      case Syntax.Scripted s when s.base() instanceof Syntax.Name n -> named(n, s.sup(), s.sub());
      case Syntax.Scripted s when s.base() instanceof Syntax.Group g && s.sub().isEmpty() ->
          new Kind(shape(s.sup()), group(g).domain());
      case Syntax.Group g -> group(g);
      case Syntax.Product p when p.factors().size() == 2 -> applied(p);
      default -> throw bad(set);
    };
  }

  private Kind named(Syntax.Name name, Optional<Syntax> sup, Optional<Syntax> sub) {
    return switch (name.key()) {
      case "\\mathbb{R}" -> reals(name, sup, sub);
      case "\\mathbb{N}" -> integers(name, sup, sub, Optional.of(0));
      case "\\mathbb{Z}" -> integers(name, sup, sub, Optional.empty());
      default -> special(name, sup, sub);
    };
  }

  private Kind special(Syntax.Name name, Optional<Syntax> sup, Optional<Syntax> sub) {
    boolean numbered = name.key().equals("\\Delta") || name.key().equals("\\mathbb{S}");
    if (sub.isPresent() && !numbered) {
      throw bad(name);
    }
    return switch (name.key()) {
      case "\\mathrm{simplex}" -> special(vector(sup, name), Domain.Kind.SIMPLEX);
      case "\\Delta" -> special(simplex(name, sup.or(() -> sub)), Domain.Kind.SIMPLEX);
      case "\\mathrm{onehot}" -> special(vector(sup, name), Domain.Kind.ONE_HOT);
      case "\\mathbb{S}" -> special(square(sup, name), symmetric(sub, name));
      default -> throw bad(name);
    };
  }

  private Kind reals(Syntax.Name name, Optional<Syntax> sup, Optional<Syntax> sub) {
    Domain domain =
        switch (sub.map(Domains::mark).orElse("")) {
          case "" -> Domain.REALS;
          case "+" -> NONNEGATIVE;
          case "++" -> Domain.POSITIVE;
          default -> from(sub.map(Domains::mark).orElse("")).orElseThrow(() -> bad(name));
        };
    return new Kind(shape(sup), domain);
  }

  private static String mark(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Name n -> n.base();
      case Syntax.Numeral n -> n.value().toString();
      default -> "?";
    };
  }

  /**
   * {@code \mathbb{N}_{\ge 1}}, {@code \mathbb{N}_0}, {@code \mathbb{N}^*}. Of {@code \mathbb{Z}_+}
   * authors mean the natural numbers with 0 or without.
   */
  private Kind integers(
      Syntax.Name name, Optional<Syntax> sup, Optional<Syntax> sub, Optional<Integer> usual) {
    boolean starred =
        usual.isPresent() && sup.map(Domains::mark).filter(POSITIVE_MARKS::contains).isPresent();
    if (starred && sub.isEmpty()) {
      return new Kind(Shape.SCALAR, new Domain.Integers(Optional.of(1)));
    }
    String mark = sub.map(Domains::mark).orElse("");
    Optional<Integer> from =
        switch (mark) {
          case "" -> usual;
          case "0" -> usual.or(() -> refused(name));
          case "+", "\\ast", "\\star" -> usual.or(() -> refused(name)).map(zero -> 1);
          default -> first(mark).or(() -> refused(name));
        };
    return new Kind(shape(sup), new Domain.Integers(from));
  }

  /** {@code \ge 1}, {@code > 0}: the least whole number of which that is true. */
  private static Optional<Integer> first(String mark) {
    Matcher bound = BOUND.matcher(mark);
    return bound.matches()
        ? Optional.of(Integer.parseInt(bound.group(2)) + (isStrict(bound) ? 1 : 0))
        : Optional.empty();
  }

  private static Optional<Domain> from(String mark) {
    Matcher bound = BOUND.matcher(mark);
    return bound.matches()
        ? Optional.of(
            new Domain.Interval(
                Optional.of(Rational.of(Integer.parseInt(bound.group(2)))),
                !isStrict(bound),
                Optional.empty(),
                false))
        : Optional.empty();
  }

  private static boolean isStrict(Matcher bound) {
    return bound.group(1).equals(">") || bound.group(1).equals("gt");
  }

  private Domain.Kind symmetric(Optional<Syntax> sub, Syntax.Name name) {
    return switch (sub.map(Domains::mark).orElse("")) {
      case "" -> Domain.Kind.SYMMETRIC;
      case "+" -> Domain.Kind.POSITIVE_SEMIDEFINITE;
      case "++" -> Domain.Kind.POSITIVE_DEFINITE;
      default -> throw bad(name);
    };
  }

  private static Kind special(Shape shape, Domain.Kind kind) {
    return new Kind(shape, new Domain.Special(kind));
  }

  private Shape shape(Optional<Syntax> sup) {
    if (sup.isEmpty()) {
      return Shape.SCALAR;
    }
    List<Syntax> sides = sides(sup.get());
    if (sides.size() == 2) {
      Size rows = size(sides.get(0));
      Size columns = size(sides.get(1));
      boolean row = rows.equals(Size.fixed(1));
      boolean column = columns.equals(Size.fixed(1));
      return row && !column
          ? new Shape.Row(columns)
          : column ? Shape.vector(rows) : Shape.matrix(rows, columns);
    }
    return Shape.vector(size(sup.get()));
  }

  /** {@code m\times 2n}: what stands between the signs. */
  private static List<Syntax> sides(Syntax sup) {
    if (!(sup instanceof Syntax.Product product)) {
      return List.of(sup);
    }
    List<List<Syntax.Factor>> runs = new ArrayList<>();
    for (Syntax.Factor factor : product.factors()) {
      if (runs.isEmpty() || factor.operator() == Operator.TIMES) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(factor);
    }
    return runs.stream().map(Domains::run).toList();
  }

  private static Syntax run(List<Syntax.Factor> factors) {
    Syntax.Factor first = factors.getFirst();
    if (factors.size() == 1 && !first.negated()) {
      return first.value();
    }
    List<Syntax.Factor> rest = new ArrayList<>(factors);
    rest.set(
        0, new Syntax.Factor(Operator.JUXTAPOSED, first.negated(), first.value(), first.span()));
    return new Syntax.Product(rest, first.span().to(factors.getLast().span()));
  }

  private Shape vector(Optional<Syntax> sup, Syntax.Name name) {
    return Shape.vector(size(sup.orElseThrow(() -> bad(name))));
  }

  /**
   * {@code \Delta^{n-1}}: the dimension of a simplex of n numbers. Of {@code \Delta^n} authors mean
   * n numbers or n + 1.
   */
  private Shape simplex(Syntax.Name name, Optional<Syntax> dimension) {
    boolean clear =
        dimension.isPresent()
            && dimension.get() instanceof Syntax.Terms t
            && t.terms().size() == 2
            && t.terms().getLast().sign() == Sign.MINUS;
    if (!clear) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          name.span(),
          "it is not clear how many numbers are in this simplex",
          "write \\Delta^{n-1} or \\operatorname{simplex}^n for n numbers with sum 1");
    }
    return Shape.vector(size(dimension.get()).plus(1));
  }

  private Shape square(Optional<Syntax> sup, Syntax.Name name) {
    Size n = size(sup.orElseThrow(() -> bad(name)));
    return Shape.matrix(n, n);
  }

  private Size size(Syntax syntax) {
    if (syntax instanceof Syntax.Name n && n.isMark()) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          syntax.span(),
          "it is not clear whether 0 belongs to this set",
          "write \\mathbb{R}_{>0}, \\mathbb{R}_{\\ge 0}, \\mathbb{N}_{\\ge 1} or \\mathbb{N}");
    }
    return new Integers(context).size(syntax).orElseThrow(() -> bad(syntax));
  }

  /** {@code \mathrm{GL}(n)}, {@code \mathrm{O}(n)}, {@code \operatorname{St}(n,k)}. */
  private Kind applied(Syntax.Product product) {
    Syntax first = product.factors().get(0).value();
    Syntax second = product.factors().get(1).value();
    if (!(first instanceof Syntax.Name n) || !(second instanceof Syntax.Group g)) {
      throw bad(product);
    }
    List<Size> sizes = g.items().stream().map(this::size).toList();
    return switch (n.key() + sizes.size()) {
      case "\\mathrm{GL}1" ->
          special(Shape.matrix(sizes.get(0), sizes.get(0)), Domain.Kind.INVERTIBLE);
      case "\\mathrm{O}1", "O1" ->
          special(Shape.matrix(sizes.get(0), sizes.get(0)), Domain.Kind.ORTHOGONAL);
      case "\\mathrm{St}2" ->
          special(Shape.matrix(sizes.get(0), sizes.get(1)), Domain.Kind.ORTHONORMAL_COLUMNS);
      default -> throw bad(product);
    };
  }

  private Kind group(Syntax.Group group) {
    if (group.open() == Delimiter.BRACE && isRange(group.items())) {
      Integers integers = new Integers(context);
      Range range =
          new Range(integers.end(group.items().getFirst()), integers.end(group.items().getLast()));
      return new Kind(Shape.SCALAR, new Domain.Labels(range));
    }
    if (group.open() == Delimiter.BRACE) {
      List<Rational> values = new ArrayList<>();
      for (Syntax item : group.items()) {
        values.addAll(numbers(item));
      }
      return new Kind(Shape.SCALAR, new Domain.Finite(values));
    }
    if (group.items().size() != 2) {
      throw bad(group);
    }
    Domain interval =
        new Domain.Interval(
            end(group.items().get(0)),
            group.open() == Delimiter.BRACKET,
            end(group.items().get(1)),
            group.close() == Delimiter.BRACKET);
    return new Kind(Shape.SCALAR, interval);
  }

  /** {@code \{1, \dots, C\}}: dots before the last item. */
  private static boolean isRange(List<Syntax> items) {
    return items.size() >= 3 && items.get(items.size() - 2) instanceof Syntax.Dots;
  }

  private static Optional<Rational> end(Syntax syntax) {
    boolean infinite =
        syntax instanceof Syntax.Infinity
            || (syntax instanceof Syntax.Terms t
                && t.terms().size() == 1
                && t.terms().getFirst().value() instanceof Syntax.Infinity);
    return infinite ? Optional.empty() : Optional.of(number(syntax));
  }

  static List<Rational> numbers(Syntax syntax) {
    boolean both =
        syntax instanceof Syntax.Terms t
            && t.terms().size() == 1
            && t.terms().getFirst().sign() == Sign.PLUS_MINUS;
    if (both) {
      Rational value = number(((Syntax.Terms) syntax).terms().getFirst().value());
      return List.of(value.negate(), value);
    }
    return List.of(number(syntax));
  }

  /** A number written out: {@code 2}, {@code -1}, {@code 1/2}, {@code \frac12}. */
  static Rational number(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Numeral n -> n.value();
      case Syntax.Terms t when t.terms().size() == 1 -> {
        Rational value = number(t.terms().getFirst().value());
        yield t.terms().getFirst().sign() == Sign.MINUS ? value.negate() : value;
      }
      case Syntax.Fraction f when number(f.denominator()).signum() != 0 ->
          number(f.numerator()).dividedBy(number(f.denominator()));
      default -> throw bad(syntax);
    };
  }

  private static Optional<Integer> refused(Syntax set) {
    throw bad(set);
  }

  private static Misread bad(Syntax syntax) {
    return new Misread(
        ProblemId.BAD_DOMAIN,
        syntax.span(),
        "this is no set that Hence knows",
        "supported: \\mathbb{R}^n, \\mathbb{R}^{m\\times n}, \\mathbb{N}, \\mathbb{Z}, intervals,"
            + " \\{0,1\\}, \\Delta^{q-1}, \\operatorname{simplex}^q, \\operatorname{onehot}^q,"
            + " \\mathbb{S}^n_{++}, \\mathrm{GL}(n), \\mathrm{O}(n), \\operatorname{St}(n,k)");
  }
}
