package dev.hence.expr;

/** A named slot of a function, with the shape of what goes in. */
public record Parameter(Name name, Shape shape) {}
