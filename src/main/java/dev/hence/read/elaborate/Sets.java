package dev.hence.read.elaborate;

import dev.hence.claim.Domain;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.syntax.TokenKind;
import dev.hence.read.syntax.Tree;
import dev.hence.read.syntax.Tree.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads sets: of what shape their members are, and where they lie. Empty for what is no set. */
public final class Sets {
  /** What a set says of its members. */
  public record Members(Shape shape, Domain domain) {}

  /** The end of an interval; without a value it is infinite. */
  private record End(Optional<Rational> value) {}

  private static final Domain NONNEGATIVE =
      new Domain.Interval(Optional.of(Rational.ZERO), true, Optional.empty(), false);

  private final Context context;

  public Sets(Context context) {
    this.context = context;
  }

  public Optional<Members> set(Tree tree) {
    Tree plain = Pieces.plain(tree);
    if (plain instanceof Tree.Group g) {
      return group(g).map(d -> new Members(Shape.SCALAR, d));
    }
    if (plain instanceof Tree.Scripted s && s.base() instanceof Tree.Group g) {
      Optional<Tree> high = Evaluations.content(s.scripts(), false);
      boolean lone = Evaluations.content(s.scripts(), true).isEmpty() && high.isPresent();
      return lone
          ? group(g).flatMap(d -> shape(high.get()).map(x -> new Members(x, d)))
          : Optional.empty();
    }
    if (plain instanceof Tree.Application a) {
      return applied(a);
    }
    if (plain instanceof Tree.Choice c && ScriptedName.of(c).isEmpty()) {
      return c.readings().stream().flatMap(r -> set(r).stream()).findFirst();
    }
    return ScriptedName.of(plain).flatMap(this::named);
  }

  private Optional<Members> named(ScriptedName n) {
    Optional<Tree> high = n.highTree();
    String mark = n.lowTree().map(Sets::mark).orElse("");
    Optional<Shape> vector = high.flatMap(this::vector);
    return switch (n.name().latex()) {
      case "\\mathbb{R}" -> reals(mark).flatMap(d -> shaped(high, d));
      case "\\mathbb{N}" -> integers(n, mark, Optional.of(0));
      case "\\mathbb{Z}" -> integers(n, mark, Optional.empty());
      case "\\mathrm{simplex}" -> special(vector, Domain.Kind.SIMPLEX);
      case "\\mathrm{onehot}" -> special(vector, Domain.Kind.ONE_HOT);
      case "\\Delta" -> special(simplex(high.or(n::lowTree)), Domain.Kind.SIMPLEX);
      case "\\mathbb{S}" -> symmetric(mark).flatMap(k -> special(high.flatMap(this::square), k));
      default -> Optional.empty();
    };
  }

  private static Optional<Members> special(Optional<Shape> shape, Domain.Kind kind) {
    return shape.map(s -> new Members(s, new Domain.Special(kind)));
  }

  private Optional<Members> shaped(Optional<Tree> high, Domain domain) {
    return high.isEmpty()
        ? Optional.of(new Members(Shape.SCALAR, domain))
        : shape(high.get()).map(s -> new Members(s, domain));
  }

  /** What stands low at a set, as one word: {@code +}, {@code ++}, {@code >0}, {@code >=1}. */
  private static String mark(Tree tree) {
    return switch (Pieces.plain(tree)) {
      case Tree.Leaf l -> l.token().meaning();
      case Tree.Listed l -> {
        StringBuilder all = new StringBuilder();
        l.items().forEach(item -> all.append(mark(item)));
        yield all.toString();
      }
      default -> "?";
    };
  }

  private static Optional<Domain> reals(String mark) {
    return switch (mark) {
      case "" -> Optional.of(Domain.REALS);
      case "+" -> Optional.of(NONNEGATIVE);
      case "++" -> Optional.of(Domain.POSITIVE);
      default ->
          bound(mark)
              .map(
                  from ->
                      new Domain.Interval(
                          Optional.of(Rational.of(from)),
                          mark.startsWith(">="),
                          Optional.empty(),
                          false));
    };
  }

  private static Optional<Integer> bound(String mark) {
    String digits =
        mark.startsWith(">=") ? mark.substring(2) : mark.startsWith(">") ? mark.substring(1) : "";
    return digits.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  private Optional<Members> integers(ScriptedName n, String mark, Optional<Integer> usual) {
    boolean starred =
        usual.isPresent()
            && n.highTree()
                .map(Sets::mark)
                .filter(m -> List.of("*", "star", "+").contains(m))
                .isPresent();
    if (starred && mark.isEmpty()) {
      return Optional.of(new Members(Shape.SCALAR, new Domain.Integers(Optional.of(1))));
    }
    if (mark.isEmpty()) {
      return shaped(n.highTree(), new Domain.Integers(usual));
    }
    Optional<Integer> from =
        switch (mark) {
          case "0" -> usual;
          case "+", "*", "star" -> usual.map(zero -> 1);
          default -> bound(mark).map(b -> mark.startsWith(">=") ? b : b + 1);
        };
    return from.flatMap(f -> shaped(n.highTree(), new Domain.Integers(Optional.of(f))));
  }

  private static Optional<Domain.Kind> symmetric(String mark) {
    return switch (mark) {
      case "" -> Optional.of(Domain.Kind.SYMMETRIC);
      case "+" -> Optional.of(Domain.Kind.POSITIVE_SEMIDEFINITE);
      case "++" -> Optional.of(Domain.Kind.POSITIVE_DEFINITE);
      default -> Optional.empty();
    };
  }

  // Shapes

  private Optional<Size> size(Tree tree) {
    return new Integers(context).size(tree);
  }

  private Optional<Shape> vector(Tree high) {
    return size(high).map(Shape::vector);
  }

  private Optional<Shape> square(Tree high) {
    return size(high).map(n -> Shape.matrix(n, n));
  }

  /** {@code \Delta^{n-1}} holds n numbers. */
  private Optional<Shape> simplex(Optional<Tree> dimension) {
    boolean clear =
        dimension
            .filter(
                d ->
                    Pieces.plain(d) instanceof Tree.Joined j
                        && j.binding() == Tree.Binding.SUM
                        && j.links().size() == 2
                        && Pieces.meaning(j.links().get(1).operator()).equals("-"))
            .isPresent();
    return dimension.filter(d -> clear).flatMap(this::size).map(s -> Shape.vector(s.plus(1)));
  }

  /** {@code n}, {@code m \times n}. */
  private Optional<Shape> shape(Tree high) {
    List<List<Link>> sides = new ArrayList<>();
    for (Link link : Pieces.factors(high)) {
      boolean times = Pieces.meaning(link.operator()).equals("times");
      if (sides.isEmpty() || times) {
        sides.add(new ArrayList<>());
      }
      sides.getLast().add(times ? new Link(Optional.empty(), link.operand()) : link);
    }
    if (sides.size() == 1) {
      return size(high).map(Shape::vector);
    }
    if (sides.size() != 2) {
      return Optional.empty();
    }
    Optional<Size> rows = size(run(sides.get(0)));
    Optional<Size> columns = size(run(sides.get(1)));
    return rows.flatMap(r -> columns.map(c -> matrix(r, c)));
  }

  private static Tree run(List<Link> links) {
    return links.size() == 1
        ? links.getFirst().operand()
        : new Tree.Joined(Tree.Binding.PRODUCT, links);
  }

  private static Shape matrix(Size rows, Size columns) {
    Size one = Size.fixed(1);
    if (columns.equals(one)) {
      return Shape.vector(rows);
    }
    return rows.equals(one) ? new Shape.Row(columns) : Shape.matrix(rows, columns);
  }

  /** {@code \mathrm{GL}(n)}, {@code \mathrm{O}(n)}, {@code \operatorname{St}(n,k)}. */
  private Optional<Members> applied(Tree.Application a) {
    Optional<Name> name = ScriptedName.of(a.function()).map(ScriptedName::name);
    List<Tree> items = a.argument() instanceof Tree.Group g ? Pieces.items(g.content()) : List.of();
    List<Size> sizes = items.stream().flatMap(i -> size(i).stream()).toList();
    if (name.isEmpty() || sizes.size() != items.size() || sizes.isEmpty()) {
      return Optional.empty();
    }
    Size n = sizes.getFirst();
    return switch (name.get().latex() + sizes.size()) {
      case "\\mathrm{GL}1" -> special(Optional.of(Shape.matrix(n, n)), Domain.Kind.INVERTIBLE);
      case "\\mathrm{O}1", "O1" -> special(Optional.of(Shape.matrix(n, n)), Domain.Kind.ORTHOGONAL);
      case "\\mathrm{St}2" ->
          special(Optional.of(Shape.matrix(n, sizes.getLast())), Domain.Kind.ORTHONORMAL_COLUMNS);
      default -> Optional.empty();
    };
  }

  // Intervals and lists

  private Optional<Domain> group(Tree.Group g) {
    List<Tree> items = Pieces.items(g.content());
    if (g.open().isFence("{")) {
      return isRange(items) ? labels(items) : finite(items).map(f -> f);
    }
    if (items.size() != 2) {
      return Optional.empty();
    }
    Optional<End> lower = end(items.getFirst());
    Optional<End> upper = end(items.getLast());
    return lower.flatMap(l -> upper.map(u -> interval(g, l, u)));
  }

  private static Domain interval(Tree.Group g, End lower, End upper) {
    return new Domain.Interval(
        lower.value(), g.open().isFence("["), upper.value(), g.close().isFence("]"));
  }

  private static boolean isRange(List<Tree> items) {
    return items.size() >= 3 && Pieces.isKind(items.get(items.size() - 2), TokenKind.DOTS);
  }

  private Optional<Domain> labels(List<Tree> items) {
    Integers integers = new Integers(context);
    Optional<Expr> lower = integers.end(items.getFirst());
    Optional<Expr> upper = integers.end(items.getLast());
    return lower.flatMap(l -> upper.map(u -> new Domain.Labels(new Range(l, u))));
  }

  static Optional<Domain.Finite> finite(List<Tree> items) {
    List<Rational> values = new ArrayList<>();
    for (Tree item : items) {
      Optional<Tree> both = Pieces.signed(item, "pm");
      Optional<Rational> value = number(both.orElse(item));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (both.isPresent()) {
        values.add(value.get().negate());
      }
      values.add(value.get());
    }
    return Optional.of(new Domain.Finite(values));
  }

  private static Optional<End> end(Tree tree) {
    Tree value = Pieces.signed(tree, "-").or(() -> Pieces.signed(tree, "+")).orElse(tree);
    return Pieces.isKind(value, TokenKind.INFINITY)
        ? Optional.of(new End(Optional.empty()))
        : number(tree).map(n -> new End(Optional.of(n)));
  }

  /** A number that is written out: {@code 2}, {@code -1}, {@code \frac12}, {@code 1/2}. */
  public static Optional<Rational> number(Tree tree) {
    Tree plain = Pieces.plain(tree);
    Optional<Tree> negative = Pieces.signed(plain, "-");
    if (negative.isPresent()) {
      return number(negative.get()).map(Rational::negate);
    }
    if (plain instanceof Tree.Command c && c.command().meaning().equals("frac")) {
      return quotient(c.arguments().getFirst(), c.arguments().getLast());
    }
    List<Link> factors = Pieces.factors(plain);
    boolean slash = factors.size() == 2 && Pieces.meaning(factors.get(1).operator()).equals("/");
    return slash
        ? quotient(factors.get(0).operand(), factors.get(1).operand())
        : Pieces.numeral(plain);
  }

  private static Optional<Rational> quotient(Tree above, Tree below) {
    return number(above).flatMap(a -> number(below).filter(b -> b.signum() != 0).map(a::dividedBy));
  }
}
