package dev.hence.read.meaning;

import dev.hence.claim.Declaration;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Parameter;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads scripts that say which member of a family, or which entry of a whole, is meant. */
final class Indexed {
  private final Context context;

  Indexed(Context context) {
    this.context = context;
  }

  /** A family whose index stands above: {@code x^{(n)}}. */
  Optional<Expr> superscripted(Written w, Syntax sup, Factors factors) {
    String fence = fence(sup);
    Syntax inner = inner(sup);
    Name name = superscriptName(w.primed(), fence);
    List<Expr> below = w.sub().flatMap(s -> new Integers(context).list(s)).orElse(List.of());
    Optional<List<Expr>> above = new Integers(context).list(inner);
    if (above.isEmpty() || (w.sub().isPresent() && below.isEmpty())) {
      return Optional.empty();
    }
    List<Expr> all = new ArrayList<>(below);
    all.addAll(above.get());
    refusePower(inner, !fence.isEmpty(), name, all.size(), w);
    return context.knows(name, all.size())
        ? Optional.of(new Entities(context).of(name, all, List.of(), w, factors))
        : entryOfMember(w, sup, factors);
  }

  /** {@code x_j^{(i)}}: entry j of the member x^{(i)}. */
  private Optional<Expr> entryOfMember(Written w, Syntax sup, Factors factors) {
    if (!isEntryOfMember(w)) {
      return Optional.empty();
    }
    String fence = fence(sup);
    Syntax inner = inner(sup);
    List<Expr> above = new Integers(context).list(inner).orElseThrow();
    Name name = superscriptName(w.primed(), fence);
    refusePower(inner, !fence.isEmpty(), name, above.size(), w);
    Expr member = new Entities(context).of(name, above, List.of(), w, factors);
    List<Expr> below = new Integers(context).list(w.sub().orElseThrow()).orElseThrow();
    return Optional.of(entry(member, below, w.span()));
  }

  /** Whether a name has below an index of the entries of a member that stands above. */
  boolean isEntryOfMember(Written w) {
    if (w.sub().isEmpty() || w.sup().isEmpty()) {
      return false;
    }
    String fence = fence(w.sup().get());
    Syntax inner = inner(w.sup().get());
    Name name = superscriptName(w.primed(), fence);
    return new Integers(context)
        .list(inner)
        .filter(above -> new Integers(context).list(w.sub().get()).isPresent())
        .filter(above -> context.knows(name, above.size()))
        .filter(above -> new Entities(context).parameters(name, above.size()).isEmpty())
        .filter(above -> !new Entities(context).shape(name, above.size()).isScalar())
        .isPresent();
  }

  /**
   * A family one script of which is a label: {@code b_i^1} or {@code h_{in}^{(t)}}; or an entry of
   * a whole that is declared with the label above, {@code W_{ij}^1}.
   */
  Optional<Expr> labelled(Written w, Syntax sup, Factors factors) {
    return w.sub()
        .flatMap(sub -> underLabel(w, sub, sup, factors))
        .or(() -> w.sub().flatMap(sub -> aboveLabel(w, sup, factors)));
  }

  private Optional<Expr> underLabel(Written w, Syntax sub, Syntax sup, Factors factors) {
    Optional<Name> name = Written.labelled(w.primed(), Optional.empty(), Optional.of(sup));
    Optional<List<Expr>> below = new Integers(context).list(sub);
    if (name.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    List<Expr> indices = apart(name.get(), below.get());
    if (context.knows(name.get(), indices.size()) && !isMade(name.get(), indices.size())) {
      return Optional.of(new Entities(context).of(name.get(), indices, List.of(), w, factors));
    }
    boolean whole =
        context.knows(name.get(), 0)
            && new Entities(context).parameters(name.get(), 0).isEmpty()
            && !new Entities(context).shape(name.get(), 0).isScalar();
    return whole
        ? Optional.of(
            entry(
                new Entities(context).of(name.get(), List.of(), List.of(), w, factors),
                below.get(),
                w.span()))
        : Optional.empty();
  }

  /** What a step makes is kept as θ⁺, which nobody has written. */
  private boolean isMade(Name name, int indices) {
    return name.latex().endsWith("^{+}") && context.variable(name, indices).isEmpty();
  }

  private Optional<Expr> aboveLabel(Written w, Syntax sup, Factors factors) {
    String fence = fence(sup);
    Syntax inner = inner(sup);
    Optional<List<Expr>> above = new Integers(context).list(inner);
    return Written.labelled(w.primed(), w.sub(), Optional.empty())
        .map(name -> superscriptName(name, fence))
        .filter(name -> above.isPresent() && context.knows(name, above.get().size()))
        .map(name -> new Entities(context).of(name, above.get(), List.of(), w, factors));
  }

  /** {@code x_i^2} beside a family x_i^k: its member, or the square of an x_i? */
  private void refusePower(Syntax script, boolean parentheses, Name name, int indices, Written w) {
    boolean power =
        !parentheses
            && script instanceof Syntax.Numeral n
            && n.value().compareTo(Rational.ONE) > 0
            && context.knows(name, indices);
    if (power) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "this may be a power, or the member of the family with the raised index",
          "write (…)^2 for the power, and a letter or 0 and 1 for the member");
    }
  }

  /** The name under which a family with a raised index is kept. */
  static Name superscriptName(Name name, String fence) {
    return new Name(name.latex() + "^{" + fence + "}");
  }

  /** The parentheses or brackets that a superscript consists of, or nothing. */
  static String fence(Syntax sup) {
    if (!(sup instanceof Syntax.Group g) || g.items().size() != 1) {
      return "";
    }
    if (g.open() == Delimiter.PARENTHESIS) {
      return "()";
    }
    return g.open() == Delimiter.BRACKET ? "[]" : "";
  }

  /** What stands in the parentheses or brackets of a superscript, or all of it. */
  static Syntax inner(Syntax sup) {
    return fence(sup).isEmpty() ? sup : ((Syntax.Group) sup).items().getFirst();
  }

  Optional<Expr> family(Name name, Syntax sub, Written w, Factors factors) {
    Optional<List<Expr>> indices = new Integers(context).list(sub).map(at -> apart(name, at));
    if (isWholeParameter(name)) {
      return Optional.empty();
    }
    return indices
        .filter(list -> context.knows(name, list.size()) && !isEntry(name, list, w))
        .map(list -> new Entities(context).of(name, list, List.of(), w, factors))
        .or(() -> indices.flatMap(list -> memberEntry(name, list, w, factors)));
  }

  /**
   * Whether a name is a vector or a matrix that a function takes: its scripts pick entries, unless
   * it is the whole of the family of that name, or both are declared beside each other.
   */
  private boolean isWholeParameter(Name name) {
    boolean both = context.variable(name, 0).isPresent() && context.variable(name, 1).isPresent();
    boolean ofFamily =
        new Wholes(context)
            .members(name)
            .filter(whole -> ((Expr.Ref) whole.body()).name().equals(name))
            .isPresent();
    return !both
        && !ofFamily
        && context.locals().containsKey(name)
        && !context.locals().get(name).isScalar();
  }

  /** {@code x_{ki}}: entry i of the member x_k. */
  private Optional<Expr> memberEntry(Name name, List<Expr> indices, Written w, Factors factors) {
    int last = indices.size() - 1;
    if (last < 1
        || !context.knows(name, last)
        || new Entities(context).parameters(name, last).isPresent()) {
      return Optional.empty();
    }
    Expr member = new Entities(context).of(name, indices.subList(0, last), List.of(), w, factors);
    return member.shape() instanceof Shape.Vector
        ? Optional.of(entry(member, indices.subList(last, last + 1), w.span()))
        : Optional.empty();
  }

  /**
   * Whether x_i is an entry of the vector x although there is a family x_k too: i runs over the
   * entries, and not over the members.
   */
  private boolean isEntry(Name name, List<Expr> indices, Written w) {
    Optional<Shape> plain =
        context.knows(name, 0) && new Entities(context).parameters(name, 0).isEmpty()
            ? Optional.of(new Entities(context).shape(name, 0))
            : Optional.empty();
    boolean both =
        indices.size() == 1
            && indices.getFirst() instanceof Expr.Index
            && plain.filter(Shape.Vector.class::isInstance).isPresent();
    if (!both) {
      return false;
    }
    Optional<Range> range = context.range(((Expr.Index) indices.getFirst()).letter());
    Range entries =
        new Range(new Expr.Literal(Rational.ONE), Integers.of(((Shape.Vector) plain.get()).size()));
    boolean overEntries = range.filter(entries::equals).isPresent();
    boolean overMembers = range.isPresent() && range.equals(memberRange(name));
    boolean same =
        new Wholes(context)
            .members(name)
            .filter(f -> ((Expr.Ref) f.body()).name().equals(name))
            .isPresent();
    if (overEntries && overMembers && same) {
      return false;
    }
    if (overEntries && overMembers) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          w.span(),
          "this may be an entry of the vector " + name + " or a member of the family",
          "use another letter for one of the two");
    }
    return overEntries;
  }

  private Optional<Range> memberRange(Name name) {
    return context
        .variable(name, 1)
        .map(Declaration.Variable::indices)
        .or(() -> context.definition(name, 1).map(d -> d.lambda().indices()))
        .map(List::getFirst)
        .flatMap(letter -> Optional.ofNullable(context.scope().ranges().get(letter)));
  }

  Optional<Expr> entries(Written w, Syntax sub, Factors factors) {
    Written bare = w.withoutSub();
    Optional<List<Expr>> indices = new Integers(context).list(sub);
    boolean known =
        context.knows(bare.primed(), 0)
            && new Entities(context).parameters(bare.primed(), 0).isEmpty();
    if (known && Slices.isSlice(sub)) {
      Expr whole = new References(context).read(bare, factors);
      return Optional.of(new Slices(context).of(whole, sub));
    }
    if (indices.isEmpty() || !known) {
      return Optional.empty();
    }
    Expr body = new References(context).read(bare, factors);
    return Optional.of(entry(body, indices.get(), w.span()));
  }

  /**
   * {@code r_i(\theta)} of a function r whose values are vectors: entry i of its value. Without
   * arguments, {@code \sigma_i}, it stands at its declared ones.
   */
  Optional<Expr> entryOfValue(Written w, Syntax sub, Factors factors) {
    Written bare = w.withoutSub();
    Optional<List<Expr>> indices = new Integers(context).list(sub);
    boolean function =
        w.primes() == 0
            && context.knows(bare.primed(), 0)
            && new Entities(context).parameters(bare.primed(), 0).isPresent();
    if (indices.isEmpty()
        || !function
        || new Entities(context).shape(bare.primed(), 0).isScalar()) {
      return Optional.empty();
    }
    List<Parameter> parameters = new Entities(context).parameters(bare.primed(), 0).orElseThrow();
    Optional<Syntax.Group> group = factors.arguments();
    List<Expr> arguments =
        group.stream()
            .flatMap(g -> g.items().stream())
            .map(item -> new Formulas(context).expr(item))
            .toList();
    boolean factor = Entities.isFactor(group, arguments, parameters);
    List<Expr> given = factor ? List.of() : arguments;
    Expr value =
        new Calls(context).build(bare.primed(), List.of(), parameters, given, List.of(), w);
    Expr entry = entry(value, indices.get(), w.span());
    return Optional.of(group.isPresent() && !factor ? factors.called(entry) : entry);
  }

  /** {@code x_{12}}, {@code x_{1i}} of a family with two indices, and none with one. */
  private List<Expr> apart(Name name, List<Expr> indices) {
    return context.knows(name, 2) && !context.knows(name, 1) ? digits(indices) : indices;
  }

  /** {@code A_{12}} of a matrix: row 1, column 2. */
  private static List<Expr> digits(Expr body, List<Expr> indices) {
    return body.shape() instanceof Shape.Matrix ? digits(indices) : indices;
  }

  private static List<Expr> digits(List<Expr> indices) {
    if (indices.size() == 1
        && indices.getFirst() instanceof Expr.Multiply m
        && isPlace(m.left())
        && isPlace(m.right())) {
      return List.of(m.left(), m.right());
    }
    boolean two =
        indices.size() == 1
            && indices.getFirst() instanceof Expr.Literal l
            && l.value().compareTo(Rational.of(10)) > 0
            && l.value().compareTo(Rational.of(100)) < 0;
    if (!two) {
      return indices;
    }
    int number = ((Expr.Literal) indices.getFirst()).value().intValueExact();
    return List.of(
        new Expr.Literal(Rational.of(number / 10)), new Expr.Literal(Rational.of(number % 10)));
  }

  /** What stands alone in a place of {@code x_{1i}} or {@code x_{i1}}: a letter or a digit. */
  private static boolean isPlace(Expr index) {
    return index instanceof Expr.Index
        || (index instanceof Expr.Literal l
            && l.value().isInteger()
            && l.value().signum() > 0
            && l.value().compareTo(Rational.of(10)) < 0);
  }

  /** An entry of a value; {@code (A B)_{12}} is that of row 1 and column 2. */
  static Expr entry(Expr body, List<Expr> written, Span span) {
    List<Expr> indices = digits(body, written);
    int depth =
        switch (body.shape()) {
          case Shape.Scalar s -> 0;
          case Shape.Vector v -> 1;
          case Shape.Row r -> 1;
          case Shape.Matrix m -> 2;
        };
    if (depth != indices.size()) {
      throw new Misread(
          ProblemId.SHAPE_MISMATCH,
          span,
          Shapes.a(body.shape()) + " has no entry with " + indices.size() + " indices",
          "");
    }
    return new Expr.Entry(body, indices);
  }
}
