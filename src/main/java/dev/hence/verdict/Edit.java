package dev.hence.verdict;

import dev.hence.text.Span;

/**
 * A single edit that would make a refuted step hold.
 *
 * @param what for people: {@code change the sign of the right side}
 * @param mended the step as it would then read
 * @param span where
 */
public record Edit(String what, String mended, Span span) {}
