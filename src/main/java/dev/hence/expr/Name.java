package dev.hence.expr;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A name as the author writes it, in canonical LaTeX: {@code \theta}, {@code \hat{x}}, {@code
 * \mathcal{L}}. Fonts and accents distinguish names; indices are not part of one.
 */
public record Name(String latex) implements Comparable<Name> {
  /** The letter that stands for time where no one gives it another meaning. */
  public static final Name TIME = new Name("t");

  /** The end of an integral over all times, and the time of a state in the limit. */
  public static final Name FOREVER = new Name("\\infty");

  /**
   * How the name of a family ends whose index stands behind a minus, {@code w_{-i}}: what is found
   * without the i-th.
   */
  public static final String LEFT_OUT = "_{-}";

  /** The name of what has a bar behind so many of its arguments, {@code q(x | z)}. */
  public Name withBar(int before) {
    return new Name(latex + "^{|" + before + "}");
  }

  /** Behind how many arguments the name has a bar, if it has one. */
  Optional<Integer> bar() {
    return latex.matches(".*\\^\\{\\|[0-9]}")
        ? Optional.of(latex.charAt(latex.length() - 2) - '0')
        : Optional.empty();
  }

  /** The name as it stands before the arguments that have a bar between them. */
  Name withoutBar() {
    return new Name(bar().isPresent() ? latex.substring(0, latex.lastIndexOf("^{|")) : latex);
  }

  /** The name of the newest iterate, x⁺, before a raised index. */
  public Name next() {
    int open =
        Stream.of("^{()}", "^{[]}", "^{}").anyMatch(latex::endsWith)
            ? latex.lastIndexOf("^{")
            : latex.length();
    return new Name(latex.substring(0, open) + "^{+}" + latex.substring(open));
  }

  /** Under what a name with so many indices is kept: {@code x} and {@code x_j} are two names. */
  public String key(int indices) {
    return indices == 0 ? latex : latex + "#" + indices;
  }

  /** The name of a function whose last argument is written low: {@code K_{\\theta}}. */
  public Name withSubscript(Name argument) {
    return new Name(latex + "_{" + argument.latex + "}");
  }

  /** What stands low at the end of the name. */
  public Optional<Name> subscript() {
    int at = latex.indexOf("_{");
    return at > 0 && latex.endsWith("}")
        ? Optional.of(new Name(latex.substring(at + 2, latex.length() - 1)))
        : Optional.empty();
  }

  /** The name without what stands low at its end. */
  public Name withoutSubscript() {
    return new Name(subscript().isPresent() ? latex.substring(0, latex.indexOf("_{")) : latex);
  }

  @Override
  public int compareTo(Name other) {
    return latex.compareTo(other.latex);
  }

  @Override
  public String toString() {
    return latex;
  }
}
