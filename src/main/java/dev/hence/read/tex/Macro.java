package dev.hence.read.tex;

import java.util.List;
import java.util.Optional;

/** What a control word of a document stands for. */
sealed interface Macro {
  /**
   * {@code \newcommand}, {@code \def} and their kin.
   *
   * @param parameters at most nine
   * @param optional what the first parameter is where none is given in brackets; empty if all are
   *     mandatory
   */
  record Defined(int parameters, Optional<List<TexToken>> optional, List<TexToken> body)
      implements Macro {
    public Defined {
      body = List.copyOf(body);
    }
  }

  /** {@code \DeclarePairedDelimiter}: always as large as what they hold. */
  record Paired(List<TexToken> left, List<TexToken> right) implements Macro {
    public Paired {
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /** {@code \let}: another name for a command that was no macro then. */
  record Alias(TexToken meaning) implements Macro {}

  /**
   * Programmed in a way that is not followed.
   *
   * @param reason the command for which
   */
  record Unsupported(String reason) implements Macro {}
}
