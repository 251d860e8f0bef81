package dev.hence.read.meaning;

import dev.hence.claim.Dependence;
import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.expr.Trees;
import dev.hence.problem.ProblemId;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Relation;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads evaluation at a place and between two: {@code E|_{x=a}}, {@code [E]_a^b}. */
final class Evaluations {
  private final Context context;
  private final Times times;

  Evaluations(Context context) {
    this.context = context;
    this.times = new Times(context);
  }

  /** Something to be evaluated, as it stands in the display. */
  private record Bar(Syntax body, Syntax lower, Optional<Syntax> upper, Span span) {}

  Expr at(Syntax.Evaluation e) {
    if (e.lower().isEmpty()) {
      throw unclear(e.span(), "this bar does not say where to evaluate");
    }
    return value(new Bar(e.body(), e.lower().get(), e.upper(), e.span()));
  }

  /** Brackets or bars with scripts at both ends, around something that is no norm or matrix. */
  Optional<Expr> between(Syntax.Scripted s) {
    Optional<Syntax> body = inside(s.base());
    if (body.isEmpty() || s.sub().isEmpty() || s.sup().isEmpty() || s.primes() > 0) {
      return Optional.empty();
    }
    Shape shape = new Formulas(context).expr(body.get()).shape();
    boolean bracket = s.base() instanceof Syntax.Group;
    if (bracket && !shape.isScalar() && new Integers(context).list(s.sub().get()).isPresent()) {
      return Optional.empty();
    }
    boolean square = s.sup().get() instanceof Syntax.Numeral n && n.text().equals("2");
    if (!bracket && (square || !shape.isScalar()) && isNormIndex(s.sub().get())) {
      throw new Misread(
          ProblemId.AMBIGUOUS,
          s.span(),
          "bars around a " + shape + " may be its norm or an evaluation between two ends",
          "write \\|v\\| for a norm, \\left. E \\right|_{x=a}^{x=b} for an evaluation");
    }
    return Optional.of(value(new Bar(body.get(), s.sub().get(), s.sup(), s.span())));
  }

  private static Optional<Syntax> inside(Syntax base) {
    return switch (base) {
      case Syntax.Absolute a -> Optional.of(a.body());
      case Syntax.Group g when g.open() == Delimiter.BRACKET && g.items().size() == 1 ->
          g.items().getFirst() instanceof Syntax.Chain
              ? Optional.empty()
              : Optional.of(g.items().getFirst());
      default -> Optional.empty();
    };
  }

  private static boolean isNormIndex(Syntax sub) {
    return sub instanceof Syntax.Infinity
        || (sub instanceof Syntax.Numeral n && List.of("1", "2").contains(n.text()))
        || (sub instanceof Syntax.Name n && n.base().equals("F"));
  }

  private Expr value(Bar bar) {
    if (bar.upper().isEmpty()) {
      return at(bar, bar.lower());
    }
    Optional<Syntax.Chain> low = place(bar.lower());
    Syntax end = bar.upper().get();
    Syntax upper = place(end).map(c -> c.links().getFirst().operand()).orElse(end);
    if (low.isPresent()) {
      Syntax variable = low.get().first();
      requireSame(variable, place(end), bar.span());
      Expr from = substituted(bar, variable, low.get().links().getFirst().operand());
      return difference(substituted(bar, variable, upper), from);
    }
    if (place(end).isPresent()) {
      Syntax variable = place(end).get().first();
      Expr from = substituted(bar, variable, bar.lower());
      return difference(substituted(bar, variable, upper), from);
    }
    return bare(bar, end);
  }

  private static Expr difference(Expr upper, Expr lower) {
    return new Expr.Add(List.of(upper, new Expr.Negate(lower)));
  }

  private void requireSame(Syntax variable, Optional<Syntax.Chain> end, Span span) {
    boolean other =
        end.isPresent()
            && !Written.of(end.get().first())
                .map(Written::primed)
                .equals(Written.of(variable).map(Written::primed));
    if (other) {
      throw unclear(span, "the two ends of this evaluation speak of different variables");
    }
  }

  /** One place, or several at once that do not speak of one another. */
  private Expr at(Bar bar, Syntax where) {
    Expr result = null;
    Set<Name> set = new HashSet<>();
    for (Syntax item : Clause.items(where)) {
      Syntax.Chain chain =
          place(item)
              .orElseThrow(() -> unclear(bar.span(), "this bar does not say what is evaluated"));
      Syntax value = chain.links().getFirst().operand();
      result =
          result == null
              ? substituted(bar, chain.first(), value)
              : further(result, chain.first(), value, set, bar.span());
      Written.of(chain.first()).map(Written::primed).ifPresent(set::add);
    }
    return result;
  }

  private Expr further(Expr body, Syntax variable, Syntax value, Set<Name> set, Span span) {
    Expr new_ = new Formulas(context).expr(value);
    boolean entangled =
        Trees.any(body, e -> e instanceof Expr.At)
            || Trees.any(new_, e -> e instanceof Expr.Ref r && set.contains(r.name()))
            || Trees.any(
                body,
                e ->
                    e instanceof Expr.Substituted s
                        && Trees.any(
                            s.value(),
                            v ->
                                v instanceof Expr.Ref r
                                    && Written.of(variable)
                                        .map(Written::primed)
                                        .filter(r.name()::equals)
                                        .isPresent()));
    if (entangled) {
      throw unclear(span, "these places speak of one another");
    }
    return replaced(body, variable, new_, span);
  }

  private static Optional<Syntax.Chain> place(Syntax where) {
    return where instanceof Syntax.Chain chain
            && chain.links().size() == 1
            && chain.links().getFirst().relation() == Relation.EQUAL
        ? Optional.of(chain)
        : Optional.empty();
  }

  /** The body with one variable, or the time, at a value. */
  private Expr substituted(Bar bar, Syntax variable, Syntax value) {
    Expr body = new Formulas(context).expr(bar.body());
    Optional<Name> time = Written.of(variable).map(Written::plain).filter(times::isTimeVariable);
    return time.isPresent()
        ? atTime(body, time.get(), new Formulas(context).expr(value), bar.span())
        : replaced(body, variable, new Formulas(context).expr(value), bar.span());
  }

  /** What moves, at another time; what the body says of the time itself takes its value there. */
  private Expr atTime(Expr body, Name time, Expr value, Span span) {
    Expr variable = new Expr.Ref(time, List.of(), Shape.SCALAR);
    Expr now = Times.stripped(body, variable);
    if (Trees.any(now, variable::equals)) {
      throw unclear(span, "the time stands in this formula by itself");
    }
    return new Expr.At(now, value);
  }

  private Expr replaced(Expr body, Syntax variable, Expr value, Span span) {
    if (new Formulas(context).expr(variable) instanceof Expr.Ref ref && ref.indices().isEmpty()) {
      Expr fitted = Shapes.fitted(value, ref.shape());
      Shapes.requireSame(ref, fitted, "an evaluation", span);
      return new Expr.Substituted(body, ref, fitted);
    }
    throw unclear(span, "this is evaluated at something that is no variable");
  }

  /** Ends without a variable: the time, or the one variable that stands in the body. */
  private Expr bare(Bar bar, Syntax upper) {
    Expr body = new Formulas(context).expr(bar.body());
    Optional<Expr> from = times.time(bar.lower());
    Optional<Expr> to = times.time(upper);
    Expr t = new Expr.Ref(Name.TIME, List.of(), Shape.SCALAR);
    boolean moves =
        Trees.any(body, e -> e instanceof Expr.At a && a.time().equals(t))
            || new Dependence(context.scope()).mentionsState(body);
    if (from.isPresent() && to.isPresent() && moves) {
      return difference(
          atTime(body, Name.TIME, to.get(), bar.span()),
          atTime(body, Name.TIME, from.get(), bar.span()));
    }
    Expr.Ref variable = only(body, bar);
    Expr a = Shapes.fitted(new Formulas(context).expr(bar.lower()), variable.shape());
    Expr b = Shapes.fitted(new Formulas(context).expr(upper), variable.shape());
    Shapes.requireSame(variable, a, "an evaluation", bar.span());
    Shapes.requireSame(variable, b, "an evaluation", bar.span());
    return difference(
        new Expr.Substituted(body, variable, b), new Expr.Substituted(body, variable, a));
  }

  private Expr.Ref only(Expr body, Bar bar) {
    List<Expr.Ref> found = new ArrayList<>();
    Trees.walk(
        body,
        e -> {
          if (e instanceof Expr.Ref r && !found.contains(r)) {
            found.add(r);
          }
        });
    if (found.size() != 1 || !found.getFirst().indices().isEmpty()) {
      throw unclear(bar.span(), "several names, or none, could vary between the ends");
    }
    return found.getFirst();
  }

  private static Misread unclear(Span span, String message) {
    return new Misread(
        ProblemId.AMBIGUOUS, span, message, "write \\left. E \\right|_{x=a}, or [E]_{x=a}^{x=b}");
  }
}
