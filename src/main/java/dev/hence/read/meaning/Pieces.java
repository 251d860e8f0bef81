package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Operator;
import dev.hence.read.math.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Walks untyped mathematics. */
final class Pieces {
  private Pieces() {}

  /** {@code reg}: three letters or more beside each other, of which each fits. */
  static boolean isWord(Syntax syntax, Predicate<Syntax.Name> fits) {
    return syntax instanceof Syntax.Product p
        && p.factors().size() > 2
        && p.factors().stream()
            .allMatch(
                f ->
                    f.operator() == Operator.JUXTAPOSED
                        && !f.negated()
                        && f.value() instanceof Syntax.Name n
                        && fits.test(n));
  }

  /** Every name with scripts in a piece of syntax, in the order in which it is written. */
  static List<Syntax.Scripted> scripted(Syntax syntax) {
    List<Syntax.Scripted> found = new ArrayList<>();
    collect(syntax, found);
    return found;
  }

  private static void collect(Syntax syntax, List<Syntax.Scripted> found) {
    if (syntax instanceof Syntax.Scripted s) {
      found.add(s);
    }
    for (Syntax child : children(syntax)) {
      collect(child, found);
    }
  }

  /** Whether a name stands anywhere without arguments in parentheses behind it. */
  static boolean standsBare(Name name, Syntax syntax) {
    Optional<Written> written = Written.of(syntax);
    if (written.filter(w -> w.primed().equals(name)).isPresent()) {
      return true;
    }
    if (!(syntax instanceof Syntax.Product product)) {
      // L' is no L: below a name with scripts are its scripts.
      List<Syntax> below = children(syntax);
      return below.stream()
          .skip(written.isPresent() && !below.isEmpty() ? 1 : 0)
          .anyMatch(child -> standsBare(name, child));
    }
    List<Syntax.Factor> factors = product.factors();
    for (int k = 0; k < factors.size(); k++) {
      boolean applied = k + 1 < factors.size() && isArgument(factors.get(k + 1));
      boolean named =
          Written.of(factors.get(k).value()).filter(w -> w.primed().equals(name)).isPresent();
      if ((!applied || !named) && standsBare(name, factors.get(k).value())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isArgument(Syntax.Factor factor) {
    Syntax value = factor.value() instanceof Syntax.Scripted s ? s.base() : factor.value();
    return factor.operator() == Operator.JUXTAPOSED
        && value instanceof Syntax.Group g
        && (g.open() == Delimiter.PARENTHESIS || g.open() == Delimiter.BRACKET);
  }

  /** What stands in the parentheses of a call; a double bar parts arguments as a comma does. */
  static List<Syntax> arguments(Syntax.Group group) {
    return group.items().size() == 1 && group.items().getFirst() instanceof Syntax.Parted p
        ? List.of(p.left(), p.right())
        : group.items();
  }

  static List<Syntax> children(Syntax syntax) {
    List<Syntax> parts = new ArrayList<>();
    switch (syntax) {
      case Syntax.Numeral n -> {}
      case Syntax.Name n -> {}
      case Syntax.FunctionName f -> {}
      case Syntax.Infinity i -> {}
      case Syntax.Dots d -> {}
      case Syntax.Placeholder p -> {}
      case Syntax.Text t -> {}
      case Syntax.Accented a -> parts.add(a.body());
      case Syntax.Annotated a -> parts.add(a.body());
      case Syntax.Factorial f -> parts.add(f.body());
      case Syntax.Scripted s -> {
        parts.add(s.base());
        s.sub().ifPresent(parts::add);
        s.sup().ifPresent(parts::add);
      }
      case Syntax.Terms t -> t.terms().forEach(term -> parts.add(term.value()));
      case Syntax.Product p -> p.factors().forEach(factor -> parts.add(factor.value()));
      case Syntax.Sequence s -> parts.addAll(s.items());
      case Syntax.Group g -> parts.addAll(g.items());
      case Syntax.Parted p -> {
        parts.add(p.left());
        parts.add(p.right());
      }
      case Syntax.Fraction f -> {
        parts.add(f.numerator());
        parts.add(f.denominator());
      }
      case Syntax.Binomial b -> {
        parts.add(b.upper());
        parts.add(b.lower());
      }
      case Syntax.Root r -> {
        parts.add(r.body());
        r.degree().ifPresent(parts::add);
      }
      case Syntax.Absolute a -> parts.add(a.body());
      case Syntax.Norm n -> parts.add(n.body());
      case Syntax.Evaluation e -> {
        parts.add(e.body());
        e.lower().ifPresent(parts::add);
        e.upper().ifPresent(parts::add);
      }
      case Syntax.BigOperator b -> {
        b.lower().ifPresent(parts::add);
        b.upper().ifPresent(parts::add);
        parts.add(b.body());
      }
      case Syntax.Integral i -> {
        i.lower().ifPresent(parts::add);
        i.upper().ifPresent(parts::add);
        parts.add(i.body());
      }
      case Syntax.Derivative d -> {
        d.variables().forEach(v -> parts.add(v.name()));
        d.operand().ifPresent(parts::add);
      }
      case Syntax.Chain c -> {
        parts.add(c.first());
        c.links().forEach(link -> parts.add(link.operand()));
      }
      case Syntax.Cases c -> c.rows().forEach(row -> parts.add(row.value()));
      case Syntax.Matrix m -> m.rows().forEach(parts::addAll);
    }
    return parts;
  }

  /** Whether it speaks of a name, by the key of that. */
  static boolean speaksOf(Syntax syntax, String key) {
    return any(syntax, s -> s instanceof Syntax.Name n && n.key().equals(key));
  }

  /** Whether a piece of it satisfies a predicate. */
  static boolean any(Syntax syntax, Predicate<Syntax> predicate) {
    if (predicate.test(syntax)) {
      return true;
    }
    for (Syntax child : children(syntax)) {
      if (any(child, predicate)) {
        return true;
      }
    }
    return false;
  }
}
