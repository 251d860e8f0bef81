package dev.hence.assertj;

import dev.hence.Examination;

/**
 * The entry points of the assertions.
 *
 * <pre>{@code
 * assertThat(Hence.derivation("softmax.md")).step("7").isProved();
 * assertThatFunction(Softmax::gradient).taking("z", "y").agreesWith("softmax.md", "7", Side.RIGHT);
 * }</pre>
 */
public final class HenceAssertions {
  private HenceAssertions() {}

  /** About a derivation. */
  public static DerivationAssert assertThat(Examination derivation) {
    return new DerivationAssert(derivation);
  }

  /** About code. */
  public static CodeAssert assertThat(Code code) {
    return new CodeAssert(code);
  }

  /**
   * About code that makes a number of the entries of its arguments. Beside AssertJ's own {@code
   * assertThat}, a method reference would not tell which is meant; hence a name of its own.
   */
  public static CodeAssert assertThatFunction(Code.ToNumber code) {
    return new CodeAssert(code);
  }

  /** About code that makes several numbers of the entries of its arguments. */
  @SuppressWarnings("overloads") // Method references and the types of a lambda's parameters tell.
  public static CodeAssert assertThatFunction(Code.ToNumbers code) {
    return new CodeAssert(code);
  }

  /** About code that takes its arguments by name. */
  public static CodeAssert assertThatNamed(Code.OfNames code) {
    return new CodeAssert(code);
  }
}
