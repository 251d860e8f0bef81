package dev.hence.read.meaning;

import dev.hence.expr.Name;
import dev.hence.read.math.Accent;
import dev.hence.read.math.Delimiter;
import dev.hence.read.math.Syntax;
import dev.hence.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A name as it is written, taken apart.
 *
 * @param base the letter with fonts and accents, without scripts and primes
 */
record Written(
    Syntax.Name base, int primes, Optional<Syntax> sub, Optional<Syntax> sup, Span span) {
  static Optional<Written> of(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Name n ->
          Optional.of(new Written(n, 0, Optional.empty(), Optional.empty(), n.span()));
      case Syntax.Scripted s when s.base() instanceof Syntax.Name n ->
          Optional.of(new Written(n, s.primes(), s.sub(), s.sup(), s.span()));
      default -> Optional.empty();
    };
  }

  /** The name without scripts. */
  Name plain() {
    return new Name(base.key());
  }

  /** The name with its primes, without scripts. */
  Name primed() {
    return new Name(base.key() + "'".repeat(primes));
  }

  Written withoutPrimes() {
    return new Written(base, 0, sub, sup, span);
  }

  Written withoutSub() {
    return new Written(base, primes, Optional.empty(), sup, span);
  }

  Written withoutSup() {
    return new Written(base, primes, sub, Optional.empty(), span);
  }

  /** The name without the dots on top, however many; empty if it has none. */
  Optional<Written> atRest() {
    List<Accent> accents = base.accents();
    boolean moves =
        !accents.isEmpty()
            && List.of(Accent.DOT, Accent.DDOT, Accent.DDDOT).contains(accents.getLast());
    if (!moves) {
      return Optional.empty();
    }
    List<Accent> fewer = accents.subList(0, accents.size() - 1);
    Syntax.Name below = new Syntax.Name(base.base(), base.font(), base.bold(), fewer, base.span());
    return Optional.of(new Written(below, primes, sub, sup, span));
  }

  /** The name with one dot less, if it has one on top. */
  Optional<Written> undotted() {
    return atRest().filter(below -> base.accents().getLast() == Accent.DOT);
  }

  /** The name with a script as a label, where the script can be one: {@code W_{1}}. */
  static Optional<Name> labelled(Name name, Optional<Syntax> sub, Optional<Syntax> sup) {
    Optional<String> low = sub.isEmpty() ? Optional.of("") : label(sub.get()).map(l -> "_" + l);
    Optional<String> high = sup.isEmpty() ? Optional.of("") : label(sup.get()).map(l -> "^" + l);
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Name(name.latex() + low.get() + high.get()))
        : Optional.empty();
  }

  /** A script in canonical form, in braces; empty for one that is no label. */
  private static Optional<String> label(Syntax script) {
    return text(script).map(t -> "{" + t + "}");
  }

  private static Optional<String> joined(List<Syntax> items) {
    List<String> texts = items.stream().flatMap(item -> text(item).stream()).toList();
    return texts.size() == items.size() && !items.isEmpty()
        ? Optional.of(String.join(",", texts))
        : Optional.empty();
  }

  private static Optional<String> text(Syntax script) {
    return switch (script) {
      case Syntax.Numeral n -> Optional.of(n.text());
      case Syntax.Name n -> Optional.of(n.key());
      case Syntax.Text t -> Optional.of(t.text());
      case Syntax.FunctionName f -> Optional.of(f.name());
      case Syntax.Infinity i -> Optional.of("\\infty");
      case Syntax.Group g when g.open() == Delimiter.PARENTHESIS ->
          joined(g.items()).map(t -> "(" + t + ")");
      case Syntax.Group g when g.open() == Delimiter.BRACKET ->
          joined(g.items()).map(t -> "[" + t + "]");
      case Syntax.Sequence s -> joined(s.items());
      case Syntax.Product p -> {
        StringBuilder joined = new StringBuilder();
        for (Syntax.Factor f : p.factors()) {
          Optional<String> part = f.negated() ? Optional.empty() : text(f.value());
          if (part.isEmpty()) {
            yield Optional.empty();
          }
          joined.append(part.get());
        }
        yield Optional.of(joined.toString());
      }
      default -> Optional.empty();
    };
  }
}
