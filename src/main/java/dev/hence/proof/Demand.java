package dev.hence.proof;

/**
 * Something that must hold for the moves of a proof to have been right.
 *
 * @param term a number in components; letters that are not those of the statement stand for any
 *     values in their ranges
 * @param positive whether it must be positive, else only not 0
 */
public record Demand(Term term, boolean positive) {}
