package dev.hence.expr;

/** A relation between two expressions that restricts where something is said. */
public record Condition(Expr left, Relation relation, Expr right) {}
