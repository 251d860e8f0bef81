package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints expressions as LaTeX in the author's notation, so that Hence reads them again as what they
 * are. Needs {@code amsmath} and {@code amssymb}. Nothing is simplified.
 */
public final class TexPrinter {
  private final Notation notation;
  private final Optional<Expr> time;
  private final TexCalculus calculus = new TexCalculus(this);
  private final TexProducts products = new TexProducts(this);

  public TexPrinter(Notation notation) {
    this(notation, Optional.empty());
  }

  private TexPrinter(Notation notation, Optional<Expr> time) {
    this.notation = notation;
    this.time = time;
  }

  /** The expression, to be set in a display. */
  public String print(Expr expr) {
    return piece(expr).text();
  }

  public String print(Condition condition) {
    return print(condition.left(), condition.relation(), condition.right());
  }

  /** A relation between two sides. */
  public String print(Expr left, Relation relation, Expr right) {
    return print(left) + " " + print(relation) + " " + print(right);
  }

  /** A relation sign. */
  public static String print(Relation relation) {
    return switch (relation) {
      case EQUAL -> "=";
      case LESS_OR_EQUAL -> "\\le";
      case GREATER_OR_EQUAL -> "\\ge";
      case LESS -> "<";
      case GREATER -> ">";
      case NOT_EQUAL -> "\\ne";
      case APPROXIMATELY -> "\\approx";
    };
  }

  /** A name as the author wrote it. */
  public static String print(Name name) {
    return TexNames.of(name);
  }

  /** A member of a family: {@code x_{3}}. */
  public static String print(Name name, List<Integer> indices) {
    return TexNames.member(name, indices.stream().map(k -> Integer.toString(k)).toList());
  }

  /** An exact number: {@code 3}, {@code -0.25}, {@code \frac{1}{3}}. */
  public static String print(Rational value) {
    return TexNames.number(value).text();
  }

  Notation notation() {
    return notation;
  }

  Forms forms() {
    return new Forms(notation);
  }

  TexPrinter at(Expr moment) {
    return new TexPrinter(notation, Optional.of(moment));
  }

  TexPrinter atNoTime() {
    return time.isEmpty() ? this : new TexPrinter(notation);
  }

  // Parentheses

  String at(Expr expr, Level least) {
    return at(piece(expr), least);
  }

  String before(Expr expr, Level least) {
    return before(piece(expr), least);
  }

  /** The text, in parentheses if it is bound more loosely than asked. */
  static String at(Piece piece, Level least) {
    return piece.level().compareTo(least) >= 0 ? piece.text() : parenthesised(piece.text());
  }

  /** As {@link #at}, but with something to follow: what is open is closed. */
  static String before(Piece piece, Level least) {
    return piece.open() ? parenthesised(piece.text()) : at(piece, least);
  }

  /** In parentheses, that grow where there is something tall in them. */
  static String parenthesised(String text) {
    return isTall(text) ? "\\left( " + text + " \\right)" : "(" + text + ")";
  }

  private static boolean isTall(String text) {
    return Stream.of("\\frac", "\\sum", "\\prod", "\\int", "\\left", "\\begin")
        .anyMatch(text::contains);
  }

  // Nodes

  Piece piece(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> TexNames.number(l.value());
      case Expr.Pi p -> Piece.atom("\\pi");
      case Expr.Index i -> Piece.atom(TexNames.of(new Name(i.letter())));
      case Expr.SizeOf s -> TexNames.size(s.size());
      case Expr.Ref r when time.isPresent() && r.name().equals(Name.TIME) ->
          atNoTime().piece(time.get());
      case Expr.Ref r -> time.map(t -> calculus.refAt(r, t)).orElseGet(() -> ref(r));
      case Expr.Call c -> call(c);
      case Expr.Add a -> products.sum(a);
      case Expr.Negate n -> Piece.closed("-" + at(n.body(), Level.ENTRYWISE), Level.SUM);
      case Expr.Multiply m -> products.product(m);
      case Expr.Hadamard h -> products.entrywise(h);
      case Expr.Kronecker k -> products.kronecker(k);
      case Expr.Vectorised v -> operator("vec", List.of(v.body()));
      case Expr.Divide d -> products.quotient(d);
      case Expr.Power p -> products.power(p);
      case Expr.Root r -> products.root(r.degree(), r.body());
      case Expr.Apply a -> applied(a);
      case Expr.MatrixExponential m ->
          Piece.closed("e^{" + print(m.argument()) + "}", Level.SCRIPTED);
      case Expr.Abs a -> Piece.atom("\\lvert " + print(a.body()) + " \\rvert");
      case Expr.Extremum e -> Piece.atom((e.largest() ? "\\max" : "\\min") + list(e.options()));
      case Expr.Cases c -> cases(c);
      case Expr.Inner i ->
          Piece.atom("\\langle " + print(i.left()) + ", " + print(i.right()) + " \\rangle");
      case Expr.Norm n ->
          Piece.atom(
              "\\lVert "
                  + print(n.body())
                  + (n.body().shape() instanceof Shape.Matrix ? " \\rVert_F" : " \\rVert"));
      case Expr.Transpose t ->
          Piece.closed(before(t.body(), Level.ATOM) + "^\\top", Level.SCRIPTED);
      case Expr.Trace t -> operator("tr", List.of(t.body()));
      case Expr.Determinant d -> Piece.atom("\\det" + list(List.of(d.body())));
      case Expr.Diagonal d -> operator("diag", List.of(d.body()));
      case Expr.Entry e -> entry(e);
      case Expr.Identity i ->
          Piece.atom("I" + TexNames.script("_", script(new Expr.SizeOf(i.size()))));
      case Expr.Filled f ->
          f.value().equals(Rational.ONE) ? Piece.atom("\\mathbf{1}") : TexNames.number(f.value());
      case Expr.Stack s -> stack(s);
      case Expr.Family f -> calculus.family(f);
      case Expr.Sum s -> calculus.sum(s);
      case Expr.Integral i -> timed(i, calculus::integral);
      case Expr.Expectation e -> timed(e, this::mean);
      case Expr.At a -> at(a.time()).piece(a.body());
      case Expr.TimeDerivative t -> timed(t, calculus::timeDerivative);
      case Expr.Derivative d -> calculus.derivative(d, time);
      case Expr.Substituted s -> timed(s, calculus::substituted);
    };
  }

  /** Where a time is set and cannot be written into the parts, it is written behind the whole. */
  <E extends Expr> Piece timed(E expr, Function<E, Piece> printed) {
    return time.map(t -> calculus.behind(atNoTime().piece(expr), t))
        .orElseGet(() -> printed.apply(expr));
  }

  private Piece operator(String word, List<Expr> arguments) {
    return Piece.atom("\\operatorname{" + word + "}" + list(arguments));
  }

  private Piece applied(Expr.Apply a) {
    return switch (a.function()) {
      case SQRT -> products.root(2, a.argument());
      case EXP, LOG, SIN, COS, TAN, ARCSIN, ARCCOS, ARCTAN, SINH, COSH, TANH ->
          Piece.atom("\\" + a.function().text() + list(List.of(a.argument())));
      case ARSINH, ARCOSH, ARTANH, ERF -> operator(a.function().text(), List.of(a.argument()));
    };
  }

  private Piece cases(Expr.Cases c) {
    boolean indicator =
        c.then().equals(new Expr.Literal(Rational.ONE))
            && c.otherwise().equals(new Expr.Literal(Rational.ZERO));
    return Piece.atom(
        indicator
            ? "\\mathbb{1}(" + print(c.condition()) + ")"
            : "\\begin{cases} %s & \\text{if } %s \\\\ %s & \\text{otherwise} \\end{cases}"
                .formatted(print(c.then()), print(c.condition()), print(c.otherwise())));
  }

  /** A finite law is told in words, and only its name is printed. */
  private Piece mean(Expr.Expectation e) {
    List<String> letters = e.letters().stream().map(l -> TexNames.of(new Name(l))).toList();
    String name = TexNames.member(e.variable(), letters);
    String below =
        switch (e.law()) {
          case Law.Finite f -> name;
          case Law.Gaussian g ->
              name + " \\sim \\mathcal{N}" + list(List.of(g.mean(), g.covariance()));
        };
    String body = "\\left[ " + print(e.body()) + " \\right]";
    return Piece.atom("\\mathbb{E}" + TexNames.script("_", below) + body);
  }

  // Names

  /** A name that ends in a superscript cannot take another one. */
  Piece ref(Expr.Ref ref) {
    String text = TexNames.member(ref.name(), scripts(ref.indices()));
    return TexNames.endsHigh(text) ? Piece.closed(text, Level.SCRIPTED) : Piece.atom(text);
  }

  private Piece call(Expr.Call c) {
    if (time.isPresent() && !notation.isFixed(c.function(), c.indices().size())) {
      return calculus.behind(atNoTime().piece(c), time.get());
    }
    if (notation.takesSubscript(c.function(), c.indices().size()) && c.slots().isEmpty()) {
      return Piece.atom(subscripted(c));
    }
    if (c.function().bar().isPresent()) {
      return barred(c, c.function().bar().get());
    }
    boolean inside = TexNames.endsLow(TexNames.of(c.function())) && !c.indices().isEmpty();
    String name = TexNames.member(c.function(), inside ? List.of() : scripts(c.indices()));
    String arguments =
        inside
            ? list(Stream.concat(c.indices().stream(), c.arguments().stream()).toList())
            : arguments(c.arguments());
    return c.slots().isEmpty() ? Piece.atom(name + arguments) : calculus.slots(c, name, arguments);
  }

  /** {@code q(x \mid z)}; what the name bears low is no argument once more. */
  private Piece barred(Expr.Call c, int before) {
    String name = TexNames.of(c.function().withoutBar());
    List<Expr> all = forms().besideSubscript(c);
    String arguments =
        parenthesised(
            commas(all.subList(0, before)) + " \\mid " + commas(all.subList(before, all.size())));
    return c.slots().isEmpty() ? Piece.atom(name + arguments) : calculus.slots(c, name, arguments);
  }

  /** A function whose last argument the author writes low: {@code K_\theta(x, x')}. */
  private String subscripted(Expr.Call c) {
    int last = c.arguments().size() - 1;
    String low = script(c.arguments().get(last));
    List<Expr> others = new ArrayList<>(c.indices());
    others.addAll(c.arguments().subList(0, last));
    return TexNames.indexed(TexNames.of(c.function().withoutSubscript()), List.of(low))
        + list(others);
  }

  /** {@code (x; \theta)}: the state, where it comes last, behind a semicolon. */
  private String arguments(List<Expr> arguments) {
    int states = forms().beforeState(arguments);
    if (states == 0 || states == arguments.size()) {
      return list(arguments);
    }
    String others = commas(arguments.subList(0, states));
    return parenthesised(others + "; " + commas(arguments.subList(states, arguments.size())));
  }

  List<String> scripts(List<Expr> indices) {
    return indices.stream().map(this::script).toList();
  }

  /** An expression for a script. */
  String script(Expr expr) {
    return print(expr).replace(" + ", "+").replace(" - ", "-");
  }

  // Vectors and matrices

  private Piece entry(Expr.Entry e) {
    if (e.body() instanceof Expr.Derivative d && time.isEmpty() && d.body().shape().isScalar()) {
      return calculus.byEntry(d, e.indices());
    }
    String body = print(e.body());
    String base = Forms.isPlain(e.body()) ? body : parenthesised(body);
    return Piece.atom(TexNames.indexed(base, scripts(e.indices())));
  }

  private Piece stack(Expr.Stack s) {
    int columns = Forms.columns(s);
    StringBuilder text = new StringBuilder("\\begin{pmatrix} ");
    for (int k = 0; k < s.entries().size(); k++) {
      text.append(k == 0 ? "" : k % columns == 0 ? " \\\\ " : " & ");
      text.append(print(s.entries().get(k)));
    }
    return Piece.atom(text.append(" \\end{pmatrix}").toString());
  }

  private String list(List<Expr> parts) {
    return parenthesised(commas(parts));
  }

  private String commas(List<Expr> parts) {
    return parts.stream().map(this::print).collect(Collectors.joining(", "));
  }
}
