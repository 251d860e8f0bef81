package dev.hence.claim;

import dev.hence.text.Span;

/**
 * Something that no header says and the prose does, or that all uses force, in the language of
 * headers.
 *
 * @param key under which a header would hold it; {@code given} for a display that words announce as
 *     no claim, {@code not taken} for a formula that is no definition for certain
 * @param entry as it would stand there; for {@code given} what the display is
 * @param name of which it speaks
 * @param place the words and the mathematics that say it
 * @param byUse whether no words say it, and the uses of the name in displays do
 */
public record Inferred(String key, String entry, String name, Span place, boolean byUse) {
  /** What words say. */
  public Inferred(String key, String entry, String name, Span place) {
    this(key, entry, name, place, false);
  }

  /** The key of what is said of a display. */
  public static final String GIVEN = "given";

  /** The key of a formula in the prose for a name that nothing else defines. */
  public static final String UNTAKEN = "not taken";

  /** As a line of a header. */
  public String line() {
    return key + ": " + entry;
  }
}
