package dev.hence.read.meaning;

import dev.hence.expr.Expr;
import dev.hence.expr.Name;
import dev.hence.read.math.Sign;
import dev.hence.read.math.Syntax;
import java.util.List;
import java.util.Optional;

/**
 * {@code \hat w_{-i}}: one for each i, what is found without the i-th. They are a family of their
 * own, another than ŵ and than the members ŵ_i; it is kept under a name that ends in {@code _{-}}.
 */
final class LeftOut {
  private final Context context;

  LeftOut(Context context) {
    this.context = context;
  }

  /** The name of the family. */
  static Name name(Name name) {
    return new Name(name.latex() + Name.LEFT_OUT);
  }

  /** The letter of an index that stands behind a minus, alone. */
  static Optional<String> letter(Syntax script, Context context) {
    return behindMinus(script)
        .filter(Syntax.Name.class::isInstance)
        .map(s -> ((Syntax.Name) s).key())
        .filter(context::isLetter);
  }

  /** The member that is meant, if such a family is known. */
  Optional<Expr> read(Name name, Syntax script, Written w, Factors factors) {
    return behindMinus(script)
        .filter(s -> context.knows(name(name), 1))
        .flatMap(new Integers(context)::integer)
        .map(at -> new Entities(context).of(name(name), List.of(at), List.of(), w, factors));
  }

  private static Optional<Syntax> behindMinus(Syntax script) {
    return script instanceof Syntax.Terms t
            && t.terms().size() == 1
            && t.terms().getFirst().sign() == Sign.MINUS
        ? Optional.of(t.terms().getFirst().value())
        : Optional.empty();
  }
}
