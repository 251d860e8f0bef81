package dev.hence;

/** A side of a step. */
public enum Side {
  LEFT,
  RIGHT
}
