package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints sums over indices, integrals, derivatives and times. */
final class Calculus {
  private final UnicodePrinter printer;

  Calculus(UnicodePrinter printer) {
    this.printer = printer;
  }

  private Forms forms() {
    return new Forms(printer.notation);
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
    String first = printer.piece(Forms.at(s, s.range().lower())).at(Level.PRODUCT);
    String last = printer.piece(Forms.at(s, s.range().upper())).at(Level.PRODUCT);
    return Piece.open(first + " ⋯ " + last, Level.PRODUCT);
  }

  private String over(Expr.Sum s) {
    String letter = NameText.of(new Name(s.letter()));
    boolean declared = forms().isDeclared(s.letter(), s.range());
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
    Optional<Forms.Slice> slice = Forms.Slice.of(f);
    if (slice.isPresent()) {
      return slice(slice.get());
    }
    List<String> letters = new ArrayList<>();
    for (int k = 0; k < f.letters().size(); k++) {
      String letter = NameText.of(new Name(f.letters().get(k)));
      Range range = f.ranges().get(k);
      letters.add(forms().isDeclared(f.letters().get(k), range) ? letter : between(letter, range));
    }
    String text = UnicodePrinter.indexed("[" + printer.print(f.body()) + "]", letters);
    return f.shape() instanceof Shape.Row
        ? Piece.closed("(" + text + ")ᵀ", Level.SCRIPTED)
        : Piece.atom(text);
  }

  /** A row or a column of a matrix: {@code A_{i,:}}. */
  private Piece slice(Forms.Slice slice) {
    String fixed = printer.script(slice.fixed());
    Piece body = printer.piece(slice.matrix());
    String base = Forms.isPlain(slice.matrix()) ? body.text() : body.parenthesised();
    return Piece.atom(base + "_{" + (slice.row() ? fixed + ",:" : ":," + fixed) + "}");
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
            && Forms.isPlainTime(time);
    return Piece.atom(low ? plain.text() + Scripts.low(moment) : plain.text() + "(" + moment + ")");
  }

  /** {@code E|_{t=T}}. */
  Piece behind(Piece body, Expr time) {
    String moment = printer.atNoTime().script(time);
    String at = moment.equals("t") ? "|ₜ" : "|_{t=" + moment + "}";
    return Piece.closed(body.before(Level.ATOM) + at, Level.SCRIPTED);
  }

  // Derivatives

  /** {@code ℓ′}, {@code ∇L} or {@code ∂₂ℓ}. */
  String slots(String name, Expr.Call c) {
    List<Integer> slots = c.slots();
    if (forms().isGradient(c)) {
      return (slots.size() == 1 ? "∇" : "∇²") + name;
    }
    if (Forms.takesPrimes(c)) {
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
    if (time.isPresent() && !forms().reachesInside(d.body())) {
      return behind(printer.atNoTime().piece(d), time.get());
    }
    String variable = printer.atNoTime().print(d.variable());
    if (Forms.isHessian(d)) {
      Expr body = ((Expr.Derivative) d.body()).body();
      return Piece.open("∇²" + under(variable) + " " + operand(body), Level.PREFIX);
    }
    if (Forms.isTotal(d)) {
      return Piece.closed("d" + printer.print(d.body()) + "/d" + variable, Level.QUOTIENT);
    }
    if (d.body().shape().isScalar() && !d.variable().shape().isScalar()) {
      return Piece.open("∇" + under(variable) + " " + operand(d.body()), Level.PREFIX);
    }
    return partial(d.body(), variable);
  }

  private Piece partial(Expr body, String variable) {
    boolean named = body instanceof Expr.Ref || body instanceof Expr.Call;
    return named && !Forms.hasTime(body)
        ? Piece.closed("∂" + printer.print(body) + "/∂" + variable, Level.QUOTIENT)
        : Piece.open("∂/∂" + variable + " " + operand(body), Level.QUOTIENT);
  }

  /** An entry of a gradient: {@code ∂f/∂xᵢ}. */
  Piece byEntry(Expr.Derivative d, List<Expr> indices) {
    return partial(d.body(), printer.print(new Expr.Entry(d.variable(), indices)));
  }

  private static String under(String variable) {
    return Scripts.isOneLetter(variable) ? "_" + variable : "_{" + variable + "}";
  }

  private String operand(Expr body) {
    return Forms.hasTime(body)
        ? "[" + printer.print(body) + "]"
        : printer.piece(body).at(Level.PREFIX);
  }

  /** {@code f(a)} where that says the same, else {@code E|_{v=a}}. */
  Piece substituted(Expr.Substituted s) {
    Optional<Expr.Call> entered = forms().entered(s);
    if (entered.isPresent()) {
      return printer.piece(entered.get());
    }
    String what = printer.script(s.variable()) + "=" + printer.script(s.value());
    return Piece.closed(
        printer.piece(s.body()).before(Level.ATOM) + "|_{" + what + "}", Level.SCRIPTED);
  }
}
