package dev.hence.eval;

/**
 * A number that changes linearly with a variable: slope · variable + intercept.
 *
 * @param sign the sign of the slope where it is a known number other than 0, else 0
 */
public record Line<S>(S slope, S intercept, int sign) {}
