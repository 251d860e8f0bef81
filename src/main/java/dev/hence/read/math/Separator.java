package dev.hence.read.math;

/** What separates a clause from the one before it. */
public enum Separator {
  /** The clause is the first of its row. */
  NONE,
  /** {@code \quad}, {@code \qquad}, {@code \hspace}, with or without a comma before it. */
  SPACE,
  COMMA,
  SEMICOLON,
  /** {@code \implies}, {@code \Rightarrow}, {@code \rightarrow} between complete relations. */
  IMPLIES,
  /** {@code \iff}, {@code \Leftrightarrow}. */
  IFF,
  /** {@code \text{and}}, {@code \land}. */
  WORD,
  /** {@code \text{or}}, {@code \lor}. */
  OR
}
