package dev.hence.road.symbolic;

/** What is known of a symbol that stands for a subterm, in terms of older symbols. */
sealed interface Relation {
  /** The symbol that this defines up to a choice of root; everything else in it is older. */
  Term.Symbol symbol();

  /** symbol^degree = value: a root, a sign, a sine beside its cosine. */
  record Algebraic(Term.Symbol symbol, int degree, Polynomial value) implements Relation {}

  /** symbol · divisor = 1. */
  record Inverse(Term.Symbol symbol, Polynomial divisor) implements Relation {}
}
