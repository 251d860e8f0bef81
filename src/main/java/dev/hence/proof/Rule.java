package dev.hence.proof;

/** The rules by which a term is rewritten at a place. */
public enum Rule {
  /** What does not move has derivative 0. */
  CONSTANT("constant"),
  /** The derivative of an entry by an entry is 1 if they are the same and 0 if not. */
  VARIABLE("derivative of the variable"),
  /** (a + b)' = a' + b'. */
  SUM("derivative of a sum"),
  /** (a b)' = a' b + a b'. */
  PRODUCT("product rule"),
  /** (aⁿ)' = n aⁿ⁻¹ a'. */
  POWER("power rule"),
  /** g(a)' = g'(a) a' for an elementary g. */
  ELEMENTARY("chain rule"),
  /** F(a, b, …)' = Σ over slots and their entries of ∂F · a'. */
  CHAIN("chain rule"),
  /** (Σⱼ aⱼ)' = Σⱼ aⱼ'. */
  INDEX_SUM("derivative of a sum over an index"),
  /** (∫ a ds)' = ∫ a' ds, and by the upper end the integrand there. */
  INTEGRAL("derivative of an integral"),
  /** A name that moved is given its value. */
  SUBSTITUTE("substitution"),
  /** A goal in the normal form of its ring. */
  NORMAL_FORM("normal form"),
  /** Equal, or ordered, at T = 0, and so the derivatives in T: two goals instead of one. */
  FUNDAMENTAL_THEOREM("fundamental theorem"),
  /** What solves u' = M u and is 0 at T = 0 is 0. */
  UNIQUENESS("uniqueness of solutions"),
  /** A member of a family that is defined by its own members; Mⁿ = M Mⁿ⁻¹. */
  RECURSION("recursion"),
  /** A sum without its last term, and that term. */
  LAST_TERM("last term of a sum"),
  /** What is 0 for the first value of an index, and from each value for the next, is 0. */
  INDUCTION("induction"),
  /** A goal and G(b) − G(a) − ∫ₐᵇ G' ds, which is 0. */
  ANTIDERIVATIVE("fundamental theorem on an interval"),
  /** A goal and a multiple of another equation, which is proved by itself. */
  LEMMA("an earlier step"),
  /** A goal less a multiple of a premise, which is 0 where the statement speaks. */
  PREMISE("a premise"),
  /** What is equal to something by a premise, in its place. */
  EQUALS("equals for equals"),
  /** A goal times a factor that is not 0. */
  FACTOR("a factor that is not 0"),
  /** For t = 0, t² and what is not negative, which add up to 0. */
  SQUARES("a sum of squares"),
  /** What is left of a goal after a term that has the sign that is to be shown must be 0. */
  SIGN("not negative by its form");

  private final String text;

  Rule(String text) {
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }
}
