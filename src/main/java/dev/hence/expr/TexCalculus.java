package dev.hence.expr;

import dev.hence.expr.Piece.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes sums over indices, integrals, derivatives and times in LaTeX. */
final class TexCalculus {
  private final TexPrinter printer;

  TexCalculus(TexPrinter printer) {
    this.printer = printer;
  }

  private Forms forms() {
    return printer.forms();
  }

  // Bound letters

  Piece sum(Expr.Sum s) {
    if (s.multiplies() && !s.shape().isScalar() && s.conditions().isEmpty()) {
      String first = printer.at(Forms.at(s, s.range().lower()), Level.PRODUCT);
      String last = printer.at(Forms.at(s, s.range().upper()), Level.PRODUCT);
      return Piece.open(first + " \\cdots " + last, Level.PRODUCT);
    }
    String sign =
        switch (s.fold()) {
          case SUM -> "\\sum";
          case PRODUCT -> "\\prod";
          case LARGEST -> "\\max";
          case SMALLEST -> "\\min";
        };
    return Piece.open(sign + over(s) + " " + printer.at(s.body(), Level.ENTRYWISE), Level.PREFIX);
  }

  private String over(Expr.Sum s) {
    String letter = TexNames.of(new Name(s.letter()));
    boolean declared = forms().isDeclared(s.letter(), s.range());
    List<String> under = new ArrayList<>();
    boolean said =
        !s.conditions().isEmpty()
            && s.conditions().getFirst().left().equals(new Expr.Index(s.letter()));
    if (!declared || !said) {
      under.add(declared ? letter : letter + "=" + printer.script(s.range().lower()));
    }
    s.conditions().forEach(c -> under.add(printer.print(c)));
    String above = declared ? "" : TexNames.script("^", printer.script(s.range().upper()));
    return TexNames.script("_", String.join(", ", under)) + above;
  }

  Piece family(Expr.Family f) {
    Optional<Forms.Slice> slice = Forms.Slice.of(f);
    if (slice.isPresent()) {
      return slice(slice.get());
    }
    List<String> letters = f.letters().stream().map(l -> TexNames.of(new Name(l))).toList();
    String body = TexPrinter.parenthesised(printer.print(f.body()));
    String ends =
        letters.size() == 1 && !forms().isDeclared(f.letters().getFirst(), f.ranges().getFirst())
            ? "=" + printer.script(f.ranges().getFirst().lower())
            : "";
    String low = TexNames.script("_", String.join(letters.size() == 1 ? "" : " ", letters) + ends);
    String high =
        ends.isEmpty() ? "" : TexNames.script("^", printer.script(f.ranges().getFirst().upper()));
    return f.shape() instanceof Shape.Row
        ? Piece.closed(TexPrinter.parenthesised(body + low + high) + "^\\top", Level.SCRIPTED)
        : Piece.closed(body + low + high, Level.SCRIPTED);
  }

  /** A row or a column of a matrix: {@code A_{i,:}}. */
  private Piece slice(Forms.Slice slice) {
    String fixed = printer.script(slice.fixed());
    String body = printer.print(slice.matrix());
    String base = Forms.isPlain(slice.matrix()) ? body : TexPrinter.parenthesised(body);
    return Piece.atom(base + "_{" + (slice.row() ? fixed + ",:" : ":," + fixed) + "}");
  }

  Piece integral(Expr.Integral i) {
    String limits =
        TexNames.script("_", printer.script(i.lower()))
            + TexNames.script("^", printer.script(i.upper()));
    String body = printer.at(i.body(), Level.ENTRYWISE);
    String text = "\\int" + limits + " " + body + " \\, d" + TexNames.of(i.variable());
    return Piece.open(text, Level.PREFIX);
  }

  // Times

  /** {@code \theta_T}, {@code u(T)}, or the name alone where it is the same at all times. */
  Piece refAt(Expr.Ref ref, Expr time) {
    if (printer.notation().isFixed(ref.name(), ref.indices().size())) {
      return printer.ref(ref);
    }
    String plain = printer.ref(ref).text();
    String moment = printer.atNoTime().script(time);
    boolean low =
        printer.notation().isState(ref.name())
            && ref.indices().isEmpty()
            && !TexNames.endsLow(plain)
            && Forms.isPlainTime(time);
    return Piece.atom(plain + (low ? TexNames.script("_", moment) : "(" + moment + ")"));
  }

  /** {@code \left. E \right|_{t=T}}. */
  Piece behind(Piece body, Expr time) {
    String moment = printer.atNoTime().script(time);
    return evaluated(body, moment.equals("t") ? moment : "t=" + moment);
  }

  private static Piece evaluated(Piece body, String where) {
    return Piece.closed("\\left. " + body.text() + " \\right|_{" + where + "}", Level.SCRIPTED);
  }

  // Derivatives

  /**
   * A function differentiated by its slots: {@code \ell'}, {@code \nabla L}, else the derivative by
   * the variable that stands in the slot, where it stands nowhere else, or by the name of the slot:
   * {@code \frac{\partial \ell}{\partial u}(y, f(x))}.
   */
  Piece slots(Expr.Call c, String name, String arguments) {
    if (forms().isGradient(c)) {
      String nabla = c.slots().size() == 1 ? "\\nabla " : "\\nabla^2 ";
      return Piece.open(nabla + name + arguments, Level.PREFIX);
    }
    if (Forms.takesPrimes(c)) {
      return Piece.atom(name + "'".repeat(c.slots().size()) + arguments);
    }
    return forms()
        .bySlot(c)
        .map(printer::piece)
        .or(() -> forms().onlySlot(c).map(slot -> byName(slot, name, arguments)))
        .orElseGet(() -> Piece.atom(partials(c) + name + arguments));
  }

  private static Piece byName(Parameter slot, String name, String arguments) {
    String by = TexNames.of(slot.name());
    return slot.shape().isScalar()
        ? Piece.atom("\\frac{\\partial " + name + "}{\\partial " + by + "}" + arguments)
        : Piece.open("\\nabla" + TexNames.script("_", by) + " " + name + arguments, Level.PREFIX);
  }

  private static String partials(Expr.Call c) {
    StringBuilder text = new StringBuilder();
    c.slots().forEach(s -> text.append("\\partial").append(TexNames.script("_", "" + (s + 1))));
    return text.append(" ").toString();
  }

  /** {@code \frac{d\theta}{dt}}, or {@code \frac{d}{dt} E} for more than a name. */
  Piece timeDerivative(Expr.TimeDerivative t) {
    return t.body() instanceof Expr.Ref
        ? Piece.closed("\\frac{d" + spaced(printer.print(t.body())) + "}{dt}", Level.SCRIPTED)
        : Piece.open("\\frac{d}{dt} " + operand(t.body()), Level.PREFIX);
  }

  /** So that a letter does not run into a d. */
  private static String spaced(String name) {
    return name.startsWith("\\") ? name : " " + name;
  }

  /** {@code \nabla_\theta L} by a vector, {@code \frac{\partial E}{\partial v}} otherwise. */
  Piece derivative(Expr.Derivative d, Optional<Expr> time) {
    if (time.isPresent() && !forms().reachesInside(d.body())) {
      return behind(printer.atNoTime().piece(d), time.get());
    }
    String variable = printer.atNoTime().print(d.variable());
    String under = TexNames.script("_", variable);
    if (Forms.isHessian(d)) {
      Expr body = ((Expr.Derivative) d.body()).body();
      return Piece.open("\\nabla^2" + under + " " + operand(body), Level.PREFIX);
    }
    if (Forms.isTotal(d)) {
      String body = printer.print(d.body());
      return Piece.closed("\\frac{d %s}{d %s}".formatted(body, variable), Level.SCRIPTED);
    }
    if (d.body().shape().isScalar() && !d.variable().shape().isScalar()) {
      return Piece.open("\\nabla" + under + " " + operand(d.body()), Level.PREFIX);
    }
    return partial(d.body(), variable);
  }

  private Piece partial(Expr body, String variable) {
    boolean named =
        body instanceof Expr.Ref || (body instanceof Expr.Call c && c.slots().isEmpty());
    return named && !Forms.hasTime(body)
        ? Piece.closed(
            "\\frac{\\partial %s}{\\partial %s}".formatted(printer.print(body), variable),
            Level.SCRIPTED)
        : Piece.open(
            "\\frac{\\partial}{\\partial " + variable + "} " + operand(body), Level.PREFIX);
  }

  /** An entry of a gradient: {@code \frac{\partial f}{\partial x_i}}. */
  Piece byEntry(Expr.Derivative d, List<Expr> indices) {
    return partial(d.body(), printer.print(new Expr.Entry(d.variable(), indices)));
  }

  private String operand(Expr body) {
    if (Forms.hasTime(body)) {
      return "\\left[ " + printer.print(body) + " \\right]";
    }
    boolean plain = body instanceof Expr.Ref || body instanceof Expr.Call;
    return plain ? printer.at(body, Level.PREFIX) : printer.at(body, Level.ATOM);
  }

  /** {@code f(a)} where that says the same, else {@code \left. E \right|_{v=a}}. */
  Piece substituted(Expr.Substituted s) {
    return forms()
        .entered(s)
        .map(printer::piece)
        .orElseGet(
            () ->
                evaluated(
                    printer.piece(s.body()),
                    printer.script(s.variable()) + "=" + printer.script(s.value())));
  }
}
