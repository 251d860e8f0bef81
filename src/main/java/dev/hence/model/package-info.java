/**
 * The catalogue: formulas for functions that were declared without one. Models with weights,
 * losses, functions of one number, and a family that stands for an arbitrary smooth function. Each
 * is a {@link dev.hence.expr.Lambda} like any formula that an author writes.
 *
 * <p>May know: {@code claim} and below.
 */
package dev.hence.model;
