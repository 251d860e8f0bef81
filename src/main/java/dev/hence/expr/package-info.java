/**
 * The typed expression tree: what a formula says, in shapes and named slots. The tree is what the
 * author wrote; nothing here simplifies.
 *
 * <p>May know: {@code text}.
 */
package dev.hence.expr;
