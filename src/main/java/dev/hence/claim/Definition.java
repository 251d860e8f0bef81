package dev.hence.claim;

import dev.hence.expr.Lambda;
import dev.hence.expr.Name;
import dev.hence.expr.Shape;
import dev.hence.text.Span;

/**
 * A name that was given a formula.
 *
 * @param shape the shape of the name applied to its indices and arguments
 * @param span the defining display or header entry
 */
public record Definition(Name name, Lambda lambda, Shape shape, Span span) {}
