package dev.hence.read.math;

/** A sign that makes a statement of its two neighbours. */
public enum Relation {
  EQUAL("="),
  /** {@code :=}, {@code \coloneqq}, {@code \triangleq}, {@code \stackrel{\text{def}}{=}}. */
  DEFINES(":="),
  EQUIVALENT("\\equiv"),
  LESS_OR_EQUAL("\\le"),
  GREATER_OR_EQUAL("\\ge"),
  LESS("<"),
  GREATER(">"),
  NOT_EQUAL("\\ne"),
  /** {@code \approx}, {@code \simeq}. */
  APPROXIMATELY("\\approx"),
  /** {@code \to}, {@code \rightarrow} where it does not separate statements. */
  TENDS_TO("\\to"),
  PROPORTIONAL("\\propto"),
  IN("\\in"),
  NOT_IN("\\notin"),
  /** {@code \sim}: how something is drawn. */
  DISTRIBUTED("\\sim"),
  /** {@code f \colon X \to Y}: from where to where a function goes. */
  TYPED("\\colon"),
  /** {@code \leftarrow}, {@code \gets}. */
  ASSIGNED("\\leftarrow"),
  SUCCEEDS_OR_EQUAL("\\succeq"),
  SUCCEEDS("\\succ"),
  PRECEDES_OR_EQUAL("\\preceq"),
  PRECEDES("\\prec"),
  /** {@code \text{ does not depend on }}, {@code \text{ is independent of }}. */
  INDEPENDENT("\\text{ does not depend on }");

  private final String latex;

  Relation(String latex) {
    this.latex = latex;
  }

  public String latex() {
    return latex;
  }
}
