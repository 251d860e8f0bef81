/**
 * The door from JUnit. On the platform, a test engine with the id {@code hence} finds derivations,
 * shows them as files, sections and steps, and checks each step as a test; for Jupiter there are
 * {@link dev.hence.engine.DerivationTest} and {@link dev.hence.engine.InstanceSource}.
 *
 * <p>May know: {@code dev.hence} itself, {@code cache}, the reports, {@code verdict} and what lies
 * below, and JUnit.
 */
package dev.hence.engine;
