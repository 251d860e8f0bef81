package dev.hence.read;

/** From where the meaning of names is taken. */
public enum Declarations {
  /** From the header, the comments and the displays alone. */
  DECLARED,
  /** Also from the words between, and from uses that leave no choice. */
  INFERRED
}
