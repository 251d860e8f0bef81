package dev.hence.read.math;

import dev.hence.read.math.Syntax.Factor;
import dev.hence.read.math.Syntax.Name;
import dev.hence.read.math.Syntax.Scripted;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code \Delta w} is one name for a difference, unless the document knows a Δ: then it is the
 * product of two.
 */
public final class Differences {
  private static final Name DELTA = Name.plain("\\Delta", Span.at(0));

  private Differences() {}

  /** The last of the factors and the one behind it as one, if they are a Δ and a name. */
  static Optional<Factor> join(List<Factor> factors, Factor next) {
    if (factors.isEmpty() || !Products.isJuxtaposed(next)) {
      return Optional.empty();
    }
    Factor last = factors.get(factors.size() - 1);
    boolean isDelta = last.value() instanceof Name n && n.key().equals(DELTA.key());
    Span span = last.span().to(next.span());
    return isDelta
        ? named(next.value(), span)
            .map(value -> new Factor(last.operator(), last.negated(), value, span))
        : Optional.empty();
  }

  private static Optional<Syntax> named(Syntax value, Span span) {
    return switch (value) {
      case Name n when !n.key().equals(DELTA.key()) && !Products.isPartial(n) -> {
        List<Accent> accents = new ArrayList<>(n.accents());
        accents.add(Accent.DELTA);
        yield Optional.of(new Name(n.base(), n.font(), n.bold(), accents, span));
      }
      case Scripted s when s.base() instanceof Name ->
          named(s.base(), span).map(base -> new Scripted(base, s.sub(), s.sup(), s.primes(), span));
      default -> Optional.empty();
    };
  }

  /** The two factors of a difference that is meant as a product; empty for any other value. */
  public static Optional<List<Syntax>> parts(Syntax value) {
    return switch (value) {
      case Name n when isDifference(n) -> {
        List<Accent> accents = n.accents().subList(0, n.accents().size() - 1);
        Name rest = new Name(n.base(), n.font(), n.bold(), accents, n.span());
        yield Optional.of(List.of(Name.plain(DELTA.base(), n.span()), rest));
      }
      case Scripted s when s.base() instanceof Name n && isDifference(n) ->
          parts(n)
              .map(
                  both ->
                      List.of(
                          both.get(0),
                          new Scripted(both.get(1), s.sub(), s.sup(), s.primes(), s.span())));
      default -> Optional.empty();
    };
  }

  private static boolean isDifference(Name name) {
    List<Accent> accents = name.accents();
    return !accents.isEmpty() && accents.get(accents.size() - 1) == Accent.DELTA;
  }
}
