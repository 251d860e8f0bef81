package dev.hence.expr;

/**
 * The integers from one end to the other, both included.
 *
 * @param lower an integer expression
 * @param upper an integer expression; a range that ends before it begins is empty
 */
public record Range(Expr lower, Expr upper) {}
