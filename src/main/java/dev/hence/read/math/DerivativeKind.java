package dev.hence.read.math;

/** How a derivative was written. */
public enum DerivativeKind {
  /** {@code d}, {@code \mathrm{d}}. */
  TOTAL,
  /** {@code \partial}. */
  PARTIAL,
  /** {@code \nabla}. */
  NABLA
}
