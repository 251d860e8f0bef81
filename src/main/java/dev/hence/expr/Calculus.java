package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How sums over indices, integrals, derivatives and times are printed. */
final class Calculus {
  private final UnicodePrinter printer;

  Calculus(UnicodePrinter printer) {
    this.printer = printer;
  }

  // Bound letters

  Piece sum(Expr.Sum s) {
    if (s.multiplies() && !s.shape().isScalar() && s.conditions().isEmpty()) {
      return chain(s);
    }
    String sign = s.fold().text();
    String body = printer.piece(s.body()).at(Level.ENTRYWISE);
    return Piece.open(sign + over(s) + " " + body, Level.PREFIX);
  }

  /** The first factor and the last. */
  private Piece chain(Expr.Sum s) {
    String first = printer.piece(at(s, s.range().lower())).at(Level.PRODUCT);
    String last = printer.piece(at(s, s.range().upper())).at(Level.PRODUCT);
    return Piece.open(first + " ⋯ " + last, Level.PRODUCT);
  }

  private static Expr at(Expr.Sum s, Expr end) {
    Map<String, Size> letters = SizeForm.of(end).map(e -> Map.of(s.letter(), e)).orElse(Map.of());
    return Trees.map(
        s.body(),
        e ->
            e instanceof Expr.Ref r
                ? new Expr.Ref(
                    r.name(),
                    r.indices().stream()
                        .map(i -> SizeForm.of(i).map(x -> SizeForm.expr(x.with(letters))).orElse(i))
                        .toList(),
                    r.shape())
                : e);
  }

  private String over(Expr.Sum s) {
    String letter = NameText.of(new Name(s.letter()));
    boolean declared = isDeclared(s.letter(), s.range());
    if (s.conditions().isEmpty()) {
      return declared ? Scripts.low(letter) : limits(letter, s.range());
    }
    List<String> under = new ArrayList<>();
    if (!declared || !s.conditions().getFirst().left().equals(new Expr.Index(s.letter()))) {
      under.add(declared ? letter : between(letter, s.range()));
    }
    s.conditions().forEach(c -> under.add(printer.print(c).replace(" ", "")));
    return "_{" + String.join(", ", under) + "}";
  }

  Piece family(Expr.Family f) {
    Optional<Piece> slice = slice(f);
    if (slice.isPresent()) {
      return slice.get();
    }
    List<String> letters = new ArrayList<>();
    for (int k = 0; k < f.letters().size(); k++) {
      String letter = NameText.of(new Name(f.letters().get(k)));
      Range range = f.ranges().get(k);
      letters.add(isDeclared(f.letters().get(k), range) ? letter : between(letter, range));
    }
    String text = UnicodePrinter.indexed("[" + printer.print(f.body()) + "]", letters);
    return f.shape() instanceof Shape.Row
        ? Piece.closed("(" + text + ")ᵀ", Level.SCRIPTED)
        : Piece.atom(text);
  }

  /** A row or a column of a matrix: {@code A_{i,:}}. */
  private Optional<Piece> slice(Expr.Family f) {
    if (!(f.body() instanceof Expr.Entry e) || !(e.body().shape() instanceof Shape.Matrix m)) {
      return Optional.empty();
    }
    boolean row = f.shape() instanceof Shape.Row;
    int running = row ? 1 : 0;
    Expr letter = new Expr.Index(f.letters().getFirst());
    boolean whole =
        f.letters().size() == 1
            && e.indices().get(running).equals(letter)
            && !Trees.any(e.indices().get(1 - running), letter::equals)
            && !Trees.any(e.body(), letter::equals)
            && isWhole(f.ranges().getFirst(), row ? m.columns() : m.rows());
    if (!whole) {
      return Optional.empty();
    }
    String fixed = printer.script(e.indices().get(1 - running));
    boolean plain = e.body() instanceof Expr.Ref r && r.indices().isEmpty();
    Piece body = printer.piece(e.body());
    String base = plain ? body.text() : body.parenthesised();
    return Optional.of(Piece.atom(base + "_{" + (row ? fixed + ",:" : ":," + fixed) + "}"));
  }

  private static boolean isWhole(Range range, Size size) {
    Expr end =
        size.isFixed() ? new Expr.Literal(Rational.of(size.offset())) : new Expr.SizeOf(size);
    return range.lower().equals(new Expr.Literal(Rational.ONE)) && range.upper().equals(end);
  }

  private boolean isDeclared(String letter, Range range) {
    return printer.notation.range(letter).equals(Optional.of(range));
  }

  private String limits(String letter, Range range) {
    return Scripts.limits(
        letter + "=" + printer.script(range.lower()), printer.script(range.upper()));
  }

  private String between(String letter, Range range) {
    return letter + "=" + printer.script(range.lower()) + "…" + printer.script(range.upper());
  }

  Piece integral(Expr.Integral i) {
    String limits = Scripts.limits(printer.script(i.lower()), printer.script(i.upper()));
    String body = printer.piece(i.body()).at(Level.ENTRYWISE);
    String text = "∫" + limits + " " + body + " d" + NameText.of(i.variable());
    return Piece.open(text, Level.PREFIX);
  }

  // Times

  /** {@code θ_T}, {@code u(T)}, or the name alone where it is the same at all times. */
  Piece refAt(Expr.Ref ref, Expr time) {
    Piece plain = printer.ref(ref);
    if (printer.notation.isFixed(ref.name(), ref.indices().size())) {
      return plain;
    }
    String moment = printer.atNoTime().script(time);
    boolean low =
        printer.notation.isState(ref.name())
            && ref.indices().isEmpty()
            && Scripts.isOneLetter(plain.text())
            && isPlainTime(time);
    return Piece.atom(low ? plain.text() + Scripts.low(moment) : plain.text() + "(" + moment + ")");
  }

  private static boolean isPlainTime(Expr time) {
    return (time instanceof Expr.Literal l && l.value().signum() == 0)
        || (time instanceof Expr.Ref r && r.indices().isEmpty());
  }

  /** {@code E|_{t=T}}. */
  Piece behind(Piece body, Expr time) {
    String moment = printer.atNoTime().script(time);
    String at = moment.equals("t") ? "|ₜ" : "|_{t=" + moment + "}";
    return Piece.closed(body.before(Level.ATOM) + at, Level.SCRIPTED);
  }

  // Derivatives

  /** Whether a number is differentiated once or twice by its only argument, a vector or matrix. */
  static boolean isGradient(Expr.Call c) {
    if (c.arguments().size() != 1 || c.slots().isEmpty()) {
      return false;
    }
    Shape by = c.arguments().getFirst().shape();
    return switch (c.slots().size()) {
      case 1 -> !by.isScalar() && c.shape().equals(by);
      case 2 -> by instanceof Shape.Vector && c.shape() instanceof Shape.Matrix;
      default -> false;
    };
  }

  /** {@code ℓ′}, {@code ∇L} or {@code ∂₂ℓ}. */
  String slots(String name, Expr.Call c) {
    List<Integer> slots = c.slots();
    if (isGradient(c)) {
      return (slots.size() == 1 ? "∇" : "∇²") + name;
    }
    boolean output =
        c.arguments().size() == 2
            && c.arguments().stream().allMatch(a -> a.shape().isScalar())
            && slots.stream().allMatch(s -> s == 1);
    if (slots.size() <= 3 && (c.arguments().size() == 1 || output)) {
      return name + List.of("", "′", "″", "‴").get(slots.size());
    }
    return slots.stream()
            .map(s -> "∂" + Scripts.low(Integer.toString(s + 1)))
            .collect(Collectors.joining())
        + name;
  }

  /** {@code dθ/dt}, or {@code d/dt E} for more than a name. */
  Piece timeDerivative(Expr.TimeDerivative t) {
    Piece body = printer.piece(t.body());
    return t.body() instanceof Expr.Ref
        ? Piece.closed("d" + body.text() + "/dt", Level.QUOTIENT)
        : Piece.open("d/dt " + operand(t.body()), Level.QUOTIENT);
  }

  /**
   * {@code ∇_θ L} by a vector, {@code ∂E/∂v} otherwise. At a time, {@code ∇_θ f(x; θ_T)} is the
   * gradient at that time; the derivative of a value at a time, which is another thing, is written
   * with brackets.
   */
  Piece derivative(Expr.Derivative d, Optional<Expr> time) {
    if (time.isPresent() && !reachesInside(d.body())) {
      return behind(printer.atNoTime().piece(d), time.get());
    }
    String variable = printer.atNoTime().print(d.variable());
    if (isHessian(d)) {
      Expr body = ((Expr.Derivative) d.body()).body();
      return Piece.open("∇²" + under(variable) + " " + operand(body), Level.PREFIX);
    }
    if (d.body().shape().isScalar() && !d.variable().shape().isScalar()) {
      return Piece.open("∇" + under(variable) + " " + operand(d.body()), Level.PREFIX);
    }
    return partial(d.body(), variable);
  }

  private Piece partial(Expr body, String variable) {
    boolean named = body instanceof Expr.Ref || body instanceof Expr.Call;
    return named && !hasTime(body)
        ? Piece.closed("∂" + printer.print(body) + "/∂" + variable, Level.QUOTIENT)
        : Piece.open("∂/∂" + variable + " " + operand(body), Level.QUOTIENT);
  }

  /** An entry of a gradient: {@code ∂f/∂xᵢ}. */
  Piece byEntry(Expr.Derivative d, List<Expr> indices) {
    return partial(d.body(), printer.print(new Expr.Entry(d.variable(), indices)));
  }

  /** The gradient's derivative by the same vector. */
  private static boolean isHessian(Expr.Derivative d) {
    return d.body() instanceof Expr.Derivative inner
        && inner.variable().equals(d.variable())
        && inner.body().shape().isScalar()
        && d.variable().shape() instanceof Shape.Vector;
  }

  private boolean reachesInside(Expr body) {
    return body instanceof Expr.Call c
        && printer.notation.isFixed(c.function(), c.indices().size())
        && !hasTime(c);
  }

  private static String under(String variable) {
    return Scripts.isOneLetter(variable) ? "_" + variable : "_{" + variable + "}";
  }

  private String operand(Expr body) {
    return hasTime(body) ? "[" + printer.print(body) + "]" : printer.piece(body).at(Level.PREFIX);
  }

  private static boolean hasTime(Expr body) {
    return Trees.any(body, e -> e instanceof Expr.At);
  }

  /** {@code f(a)} where that says the same, else {@code E|_{v=a}}. */
  Piece substituted(Expr.Substituted s) {
    if (s.body() instanceof Expr.Call c && entersByArguments(c, s.variable())) {
      List<Expr> arguments =
          c.arguments().stream().map(a -> a.equals(s.variable()) ? s.value() : a).toList();
      return printer.piece(
          new Expr.Call(c.function(), c.indices(), arguments, c.slots(), c.shape()));
    }
    String what = printer.script(s.variable()) + "=" + printer.script(s.value());
    return Piece.closed(
        printer.piece(s.body()).before(Level.ATOM) + "|_{" + what + "}", Level.SCRIPTED);
  }

  /** Whether a variable is an argument of a call, and enters it in no other way. */
  private boolean entersByArguments(Expr.Call c, Expr.Ref variable) {
    return c.arguments().contains(variable)
        && isBound(c.function(), c.indices().size(), variable)
        && c.arguments().stream().allMatch(a -> a.equals(variable) || isFree(a, variable));
  }

  private boolean isFree(Expr expr, Expr.Ref variable) {
    return !Trees.any(
        expr,
        e ->
            switch (e) {
              case Expr.Ref r -> !isBound(r.name(), r.indices().size(), variable);
              case Expr.Call c -> !isBound(c.function(), c.indices().size(), variable);
              default -> false;
            });
  }

  private boolean isBound(Name name, int indices, Expr.Ref variable) {
    return !name.equals(variable.name())
        && printer.notation.isBound(name, indices, variable.name());
  }
}
