package dev.hence.road.symbolic;

import dev.hence.expr.Expr;
import java.util.HashMap;
import java.util.Map;

/** How divisors, radicands and the like were written where they were lowered. */
final class Sources {
  private static final int SHORT = 48;

  private final Map<Term, Place> places = new HashMap<>();

  private record Place(Expr expr, Environment at) {}

  /** Remembers how the argument of a function was written. */
  void argument(Term term, Expr expr, Environment at) {
    places.putIfAbsent(term, new Place(expr, at));
  }

  /** Remembers how a divisor was written: for each factor too, for it is 0 where a factor is. */
  void divisor(Term term, Expr expr, Environment at) {
    Place place = new Place(expr, at);
    places.putIfAbsent(term, place);
    if (term instanceof Term.Product product) {
      for (Term factor : product.factors()) {
        places.putIfAbsent(factor instanceof Term.Power p ? p.base() : factor, place);
      }
    }
  }

  /** A term as it was written. */
  String written(Term term) {
    Place place = places.get(term);
    return Texts.cut(Display.text(place.expr(), place.at()));
  }

  /** Whether it is known how a term was written. */
  boolean isWritten(Term term) {
    return places.containsKey(term);
  }

  /** The term if it is short, else as it was written, if that is known. */
  String text(Term term) {
    String text = term.toString();
    Place place = places.get(term);
    if (text.length() <= SHORT || place == null) {
      return Texts.cut(text);
    }
    String written = Display.text(place.expr(), place.at());
    return written.length() < text.length() ? Texts.cut(written) : Texts.cut(text);
  }
}
