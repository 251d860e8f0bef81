package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints expressions as readable Unicode mathematics on one line.
 *
 * <p>What it prints is the statement as Hence understood it: two trees that mean different things
 * never print alike. Parentheses that associativity makes needless are left out, others are not.
 * Nothing is simplified.
 */
public final class UnicodePrinter {
  final Notation notation;
  private final Optional<Expr> time;
  private final Calculus calculus = new Calculus(this);
  private final Products products = new Products(this);

  public UnicodePrinter(Notation notation) {
    this(notation, Optional.empty());
  }

  private UnicodePrinter(Notation notation, Optional<Expr> time) {
    this.notation = notation;
    this.time = time;
  }

  /** The expression on one line. */
  public String print(Expr expr) {
    return piece(expr).text();
  }

  public String print(Condition condition) {
    return print(condition.left(), condition.relation(), condition.right());
  }

  /** A relation between two sides. */
  public String print(Expr left, Relation relation, Expr right) {
    return print(left) + " " + relation.text() + " " + print(right);
  }

  /** A name: {@code \hat{x}} as x̂. */
  public static String print(Name name) {
    return NameText.of(name);
  }

  /** A member of a family: xⱼ. */
  public static String print(Name name, List<Integer> indices) {
    List<String> texts = indices.stream().map(k -> Numbers.text(Rational.of(k))).toList();
    return member(name, texts);
  }

  /** An exact number: 3, −0.25, 1/3. */
  public static String print(Rational value) {
    return Numbers.text(value);
  }

  /** This printer, with the state taken at a time. */
  UnicodePrinter at(Expr moment) {
    return new UnicodePrinter(notation, Optional.of(moment));
  }

  UnicodePrinter atNoTime() {
    return time.isEmpty() ? this : new UnicodePrinter(notation);
  }

  Piece piece(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> Numbers.literal(l.value());
      case Expr.Pi p -> Piece.atom("π");
      case Expr.Index i -> Piece.atom(NameText.of(new Name(i.letter())));
      case Expr.SizeOf s -> Numbers.size(s.size());
      case Expr.Ref r when time.isPresent() && r.name().equals(Name.TIME) ->
          atNoTime().piece(time.get());
      case Expr.Ref r -> time.map(t -> calculus.refAt(r, t)).orElseGet(() -> ref(r));
      case Expr.Call c -> call(c);
      case Expr.Add a -> products.sum(a);
      case Expr.Negate n -> Piece.closed("−" + piece(n.body()).at(Level.ENTRYWISE), Level.SUM);
      case Expr.Multiply m -> products.product(m);
      case Expr.Hadamard h -> products.entrywise(h);
      case Expr.Kronecker k -> products.kronecker(k);
      case Expr.Vectorised v -> Piece.atom("vec" + list(List.of(v.body())));
      case Expr.Divide d -> products.quotient(d);
      case Expr.Power p -> products.power(p);
      case Expr.Root r -> products.root(r.degree(), r.body());
      case Expr.Apply a when a.function() == ElementaryFunction.SQRT ->
          products.root(2, a.argument());
      case Expr.Apply a -> Piece.atom(a.function().text() + list(List.of(a.argument())));
      case Expr.MatrixExponential m ->
          Piece.closed("e^" + list(List.of(m.argument())), Level.SCRIPTED);
      case Expr.Abs a -> fenced("|", a.body(), "abs");
      case Expr.Extremum e -> Piece.atom((e.largest() ? "max" : "min") + list(e.options()));
      case Expr.Cases c ->
          Piece.atom(
              "(%s if %s, else %s)"
                  .formatted(print(c.then()), print(c.condition()), print(c.otherwise())));
      case Expr.Inner i -> Piece.atom("⟨" + print(i.left()) + ", " + print(i.right()) + "⟩");
      case Expr.Norm n -> fenced("‖", n.body(), "norm");
      case Expr.Transpose t ->
          Piece.closed(piece(t.body()).before(Level.ATOM) + "ᵀ", Level.SCRIPTED);
      case Expr.Trace t -> Piece.atom("tr" + list(List.of(t.body())));
      case Expr.Determinant d -> Piece.atom("det" + list(List.of(d.body())));
      case Expr.Diagonal d -> Piece.atom("diag" + list(List.of(d.body())));
      case Expr.Entry e -> entry(e);
      case Expr.Identity i -> Piece.atom("I" + Scripts.low(script(new Expr.SizeOf(i.size()))));
      case Expr.Filled f -> filled(f);
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

  /** {@code 𝔼_{ξ∼N(0, I)}[…]}; a finite law is told by notes, and only its name is printed. */
  private Piece mean(Expr.Expectation e) {
    List<String> letters = e.letters().stream().map(l -> NameText.of(new Name(l))).toList();
    String name = member(e.variable(), letters);
    String below =
        switch (e.law()) {
          case Law.Finite f -> name;
          case Law.Gaussian g -> name + "∼N" + list(List.of(g.mean(), g.covariance()));
        };
    return Piece.atom("𝔼_{" + below + "}[" + print(e.body()) + "]");
  }

  // Names

  Piece ref(Expr.Ref ref) {
    return Piece.atom(member(ref.name(), scripts(ref.indices())));
  }

  private Piece call(Expr.Call c) {
    if (time.isPresent() && !notation.isFixed(c.function(), c.indices().size())) {
      return calculus.behind(atNoTime().piece(c), time.get());
    }
    Optional<Name> low = c.function().subscript().filter(notation::isState);
    if (low.isPresent() && c.slots().isEmpty()) {
      return Piece.atom(subscripted(c));
    }
    if (c.function().bar().isPresent()) {
      return barred(c, c.function().bar().get());
    }
    boolean inside = Scripts.endsLow(NameText.of(c.function())) && !c.indices().isEmpty();
    String name = member(c.function(), inside ? List.of() : scripts(c.indices()));
    String text =
        calculus.slots(name, c)
            + (inside
                ? list(Stream.concat(c.indices().stream(), c.arguments().stream()).toList())
                : arguments(c.arguments()));
    return new Forms(notation).isGradient(c) ? Piece.open(text, Level.PREFIX) : Piece.atom(text);
  }

  /** {@code q(x | z)}; what the name bears low is no argument once more. */
  private Piece barred(Expr.Call c, int before) {
    Name name = c.function().withoutBar();
    List<Expr> all = new Forms(notation).besideSubscript(c);
    String between =
        commas(all.subList(0, before)) + " | " + commas(all.subList(before, all.size()));
    return Piece.atom(calculus.slots(NameText.of(name), c) + "(" + between + ")");
  }

  /** A function whose last argument the author writes low: {@code K_θ(x, x′)}. */
  private String subscripted(Expr.Call c) {
    int last = c.arguments().size() - 1;
    String name = NameText.of(c.function().withoutSubscript());
    List<String> low = new ArrayList<>(scripts(c.indices()));
    low.add(script(c.arguments().get(last)));
    return name + Scripts.low(String.join(",", low)) + list(c.arguments().subList(0, last));
  }

  /** {@code (x; θ)}: the state, where it comes last, behind a semicolon. */
  private String arguments(List<Expr> arguments) {
    int states = new Forms(notation).beforeState(arguments);
    if (states == 0 || states == arguments.size()) {
      return list(arguments);
    }
    String others = commas(arguments.subList(0, states));
    return "(" + others + "; " + commas(arguments.subList(states, arguments.size())) + ")";
  }

  /**
   * A member of a family; of a name that ends in an open superscript the last index is set high.
   */
  static String member(Name name, List<String> indices) {
    if (name.latex().endsWith(Name.LEFT_OUT) && !indices.isEmpty()) {
      Name base = new Name(name.latex().substring(0, name.latex().lastIndexOf("_{")));
      String index = indices.getFirst();
      boolean single = index.codePoints().allMatch(Character::isLetterOrDigit);
      return indexed(NameText.of(base), List.of("−" + (single ? index : "(" + index + ")")));
    }
    boolean parentheses = name.latex().endsWith("^{()}");
    boolean brackets = name.latex().endsWith("^{[]}");
    boolean high = (parentheses || brackets || name.latex().endsWith("^{}")) && !indices.isEmpty();
    if (!high) {
      return indexed(NameText.of(name), indices);
    }
    String base = name.latex().substring(0, name.latex().lastIndexOf("^{"));
    String index = indices.getLast();
    String last = parentheses ? "(" + index + ")" : brackets ? "[" + index + "]" : index;
    return indexed(NameText.of(new Name(base)), indices.subList(0, indices.size() - 1))
        + Scripts.high(last).orElse(parentheses || brackets ? "^" + last : "^(" + last + ")");
  }

  static String indexed(String name, List<String> indices) {
    if (indices.isEmpty()) {
      return name;
    }
    boolean closed = name.startsWith("(") && name.endsWith(")");
    String base = Scripts.endsLow(name) && !closed ? "(" + name + ")" : name;
    boolean letters =
        indices.stream().allMatch(i -> i.codePoints().allMatch(Character::isLetter))
            && indices.stream().allMatch(Scripts::isOneLetter);
    return base + Scripts.low(String.join(letters ? "" : ",", indices));
  }

  List<String> scripts(List<Expr> indices) {
    return indices.stream().map(this::script).toList();
  }

  /** An expression for a script: without spaces. */
  String script(Expr expr) {
    return print(expr).replace(" ", "");
  }

  // Vectors and matrices

  private Piece entry(Expr.Entry e) {
    if (e.body() instanceof Expr.Derivative d && time.isEmpty() && d.body().shape().isScalar()) {
      return calculus.byEntry(d, e.indices());
    }
    Piece body = piece(e.body());
    String base = Forms.isPlain(e.body()) ? body.text() : body.parenthesised();
    return Piece.atom(indexed(base, scripts(e.indices())));
  }

  private static Piece filled(Expr.Filled f) {
    return f.value().equals(Rational.ONE) ? Piece.atom("𝟏") : Numbers.literal(f.value());
  }

  private Piece stack(Expr.Stack s) {
    int columns = Forms.columns(s);
    StringBuilder text = new StringBuilder("[");
    for (int k = 0; k < s.entries().size(); k++) {
      text.append(k == 0 ? "" : k % columns == 0 ? "; " : ", ").append(print(s.entries().get(k)));
    }
    return Piece.atom(text.append("]").toString());
  }

  /** Between bars; a word instead where bars inside would pair with them. */
  private Piece fenced(String bar, Expr body, String word) {
    String inside = print(body);
    return Piece.atom(inside.contains(bar) ? word + "(" + inside + ")" : bar + inside + bar);
  }

  private String list(List<Expr> parts) {
    return "(" + commas(parts) + ")";
  }

  private String commas(List<Expr> parts) {
    return parts.stream().map(this::print).collect(Collectors.joining(", "));
  }
}
