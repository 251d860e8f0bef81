package dev.hence.engine;

/**
 * For projects without Java of their own: Surefire's {@code dependenciesToScan} finds this class in
 * the jar, and through it the derivations in the test resources.
 */
@Derivations
public final class DerivationsTest {
  private DerivationsTest() {}
}
