package dev.hence.read.role;

import dev.hence.read.document.Block;
import dev.hence.text.MathText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the words of a document say beside its header.
 *
 * @param entries for the header
 * @param definitions that stand in the words, in the order in which they hold
 * @param announced what the words say of displays
 * @param unclear letters with font and accents of which something is said that is no declaration:
 *     they are not free for a default
 */
public record Supplement(
    List<Added> entries,
    List<Defined> definitions,
    Map<Block, Announcement> announced,
    Set<String> unclear) {
  public static final Supplement NONE = new Supplement(List.of(), List.of(), Map.of(), Set.of());

  public Supplement {
    entries = List.copyOf(entries);
    definitions = List.copyOf(definitions);
    announced = Map.copyOf(announced);
    unclear = Set.copyOf(unclear);
  }

  /** An entry under a key of the header. */
  public record Added(String key, MathText text) {}

  /** A definition, and the number of the block from which on it holds. */
  public record Defined(MathText text, int before) {}
}
