/**
 * The door from the JUnit Platform: a test engine with the id {@code hence} that finds derivations,
 * shows them as files, sections and steps, and checks each step as a test.
 *
 * <p>May know: {@code dev.hence} itself, the reports, {@code verdict} and what lies below, and the
 * JUnit Platform.
 */
package dev.hence.engine;
