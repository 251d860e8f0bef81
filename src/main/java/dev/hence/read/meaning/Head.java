package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.expr.Range;
import dev.hence.expr.Rational;
import dev.hence.expr.Shape;
import dev.hence.expr.Size;
import dev.hence.read.math.Clause;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Font;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The name that an equation gives a value, and the value, where the author writes something else on
 * the left: {@code \log q(x) = \dots} says what q is, {@code \sigma(x)_i = \dots} what σ is, {@code
 * q(x | z) = \dots} what the q with this bar is.
 *
 * @param clause the equation with the name alone on its left
 * @param entry the letter of the entries that the right side says
 * @param bar how many arguments stand before a bar; 0 for no bar
 */
record Head(Clause clause, Optional<String> entry, int bar) {
  private static final String BAR = "|";
  private static final int MOST_BEFORE_BAR = 9;

  /** What an equation defines if it defines anything. */
  static Head of(Clause clause, Context context) {
    Head plain = new Head(clause, Optional.empty(), 0);
    if (clause.links().isEmpty()
        || !(clause.first().orElse(null) instanceof Syntax.Product product)) {
      return plain;
    }
    return logarithm(clause, product, context)
        .map(c -> barred(new Head(c, Optional.empty(), 0), context))
        .or(() -> entries(clause, product, context))
        .orElseGet(() -> barred(plain, context));
  }

  /** {@code \log q(x) = A} of a q of which nothing is known: q(x) = exp(A). */
  private static Optional<Clause> logarithm(
      Clause clause, Syntax.Product product, Context context) {
    List<Syntax.Factor> factors = product.factors();
    boolean log =
        factors.size() == 3
            && factors.getFirst().value() instanceof Syntax.FunctionName f
            && (f.name().equals("log") || f.name().equals("ln"))
            && factors.stream().noneMatch(Syntax.Factor::negated)
            && isNew(factors.get(1).value(), context)
            && isApplied(factors.get(2));
    if (!log) {
      return Optional.empty();
    }
    Syntax.Link link = clause.links().getFirst();
    Syntax right = link.operand();
    Syntax.Group argument =
        new Syntax.Group(
            Delimiter.PARENTHESIS, Delimiter.PARENTHESIS, List.of(right), List.of(), right.span());
    Syntax exponential =
        new Syntax.Product(
            List.of(
                new Syntax.Factor(
                    Operator.JUXTAPOSED,
                    false,
                    new Syntax.FunctionName("exp", right.span()),
                    right.span()),
                new Syntax.Factor(Operator.JUXTAPOSED, false, argument, right.span())),
            right.span());
    Syntax left = new Syntax.Product(factors.subList(1, 3), product.span());
    return Optional.of(
        with(
            clause, left, new Syntax.Link(link.relation(), link.note(), link.sign(), exponential)));
  }

  /** {@code \sigma(x)_i = A} of a σ of which nothing is known: its values are vectors. */
  private static Optional<Head> entries(Clause clause, Syntax.Product product, Context context) {
    List<Syntax.Factor> factors = product.factors();
    boolean entry =
        factors.size() == 2
            && isNew(factors.getFirst().value(), context)
            && factors.get(1).operator() == Operator.JUXTAPOSED
            && factors.get(1).value() instanceof Syntax.Scripted s
            && s.base() instanceof Syntax.Group
            && s.sup().isEmpty()
            && s.primes() == 0
            && s.sub().filter(Syntax.Name.class::isInstance).isPresent();
    if (!entry) {
      return Optional.empty();
    }
    Syntax.Scripted s = (Syntax.Scripted) factors.get(1).value();
    String letter = ((Syntax.Name) s.sub().orElseThrow()).key();
    if (context.range(letter).flatMap(Head::size).isEmpty()) {
      return Optional.empty();
    }
    Syntax.Factor argument =
        new Syntax.Factor(Operator.JUXTAPOSED, false, s.base(), factors.get(1).span());
    Syntax left = new Syntax.Product(List.of(factors.getFirst(), argument), product.span());
    return Optional.of(
        new Head(with(clause, left, clause.links().getFirst()), Optional.of(letter), 0));
  }

  /** {@code q(x | z) = A} of a q of which nothing is known. */
  private static Head barred(Head head, Context context) {
    boolean bar =
        head.clause().first().orElse(null) instanceof Syntax.Product p
            && p.factors().size() == 2
            && isNew(p.factors().getFirst().value(), context)
            && !Means.isChance(p.factors().getFirst().value())
            && p.factors().get(1).value() instanceof Syntax.Group g
            && g.open() == Delimiter.PARENTHESIS
            && Collections.frequency(g.separators(), BAR) == 1
            && g.separators().indexOf(BAR) < MOST_BEFORE_BAR;
    if (!bar) {
      return head;
    }
    Syntax.Product p = (Syntax.Product) head.clause().first().orElseThrow();
    Syntax.Group g = (Syntax.Group) p.factors().get(1).value();
    List<String> separators = new ArrayList<>(g.separators());
    separators.replaceAll(separator -> separator.equals(BAR) ? ";" : separator);
    Syntax.Group plain = new Syntax.Group(g.open(), g.close(), g.items(), separators, g.span());
    Syntax left =
        new Syntax.Product(
            List.of(
                p.factors().getFirst(),
                new Syntax.Factor(Operator.JUXTAPOSED, false, plain, g.span())),
            p.span());
    return new Head(
        with(head.clause(), left, head.clause().links().getFirst()),
        head.entry(),
        g.separators().indexOf(BAR) + 1);
  }

  private static Clause with(Clause clause, Syntax left, Syntax.Link link) {
    List<Syntax.Link> links = new ArrayList<>(clause.links());
    links.set(0, link);
    return new Clause(
        clause.separator(), Optional.of(left), links, clause.conditions(), clause.span());
  }

  private static boolean isApplied(Syntax.Factor factor) {
    return factor.operator() == Operator.JUXTAPOSED
        && factor.value() instanceof Syntax.Group g
        && g.open() == Delimiter.PARENTHESIS;
  }

  /** Whether nothing is known of a name, with its subscript or without. */
  private static boolean isNew(Syntax syntax, Context context) {
    return Written.of(syntax)
        .filter(w -> w.primes() == 0 && w.sup().isEmpty() && isLetter(w.base()))
        .filter(
            w ->
                !context.knows(w.primed(), 0)
                    && !context.knows(w.primed(), 1)
                    && !context.isLetter(w.primed().latex())
                    && !context.isSize(w.primed().latex()))
        .filter(w -> !context.knows(label(w), 0) && !isKnownWithBar(label(w), context))
        .isPresent();
  }

  private static boolean isKnownWithBar(Name name, Context context) {
    return IntStream.rangeClosed(1, MOST_BEFORE_BAR)
        .anyMatch(bar -> context.knows(name.withBar(bar), 0));
  }

  /** Words, such as softmax, and δ have a meaning of their own. */
  private static boolean isLetter(Syntax.Name name) {
    boolean letter = name.base().length() == 1 || name.base().startsWith("\\");
    boolean plain = name.font() == Font.PLAIN;
    return letter && plain && !List.of("\\delta", "\\Delta", "e", "d").contains(name.base());
  }

  static Name label(Written w) {
    return Written.labelled(w.primed(), w.sub(), Optional.empty()).orElse(w.primed());
  }

  /** The right side as the vector of its entries. */
  Expr whole(Expr body, Context context) {
    if (entry.isEmpty()) {
      return body;
    }
    Shapes.requireScalar(body, "an entry", clause.span());
    Range range = context.range(entry.get()).orElseThrow();
    Shape shape = new Shape.Vector(size(range).orElseThrow());
    return new Expr.Family(List.of(entry.get()), List.of(range), body, shape);
  }

  private static Optional<Size> size(Range range) {
    boolean fromOne = range.lower() instanceof Expr.Literal low && low.value().equals(Rational.ONE);
    return fromOne && range.upper() instanceof Expr.SizeOf end
        ? Optional.of(end.size())
        : Optional.empty();
  }
}
