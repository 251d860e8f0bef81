package dev.hence.reference;

import dev.hence.text.SourceText;
import java.util.List;

/**
 * One example of the language reference.
 *
 * @param section the heading above it
 * @param line of its opening fence in the reference
 * @param document what stands in the fence
 * @param answerStart the index of the first line of its answer
 * @param answer the lines of its answer
 * @param withAssumptions whether the answer tells the defaults that were taken
 */
public record Example(
    String section,
    int line,
    SourceText document,
    int answerStart,
    List<String> answer,
    boolean withAssumptions) {
  /** For lists of tests: {@code 4.2 Chains, line 210}. */
  public String name() {
    return section + ", line " + line;
  }
}
