package dev.hence.read.role;

import dev.hence.claim.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How steps are checked.
 *
 * @param trial on what they are tried
 * @param round to how many decimals their numbers must agree
 * @param rounding the same, said only of what is about numbers in decimals
 * @param notes what the author says of how they follow
 */
record Manner(Trial trial, OptionalInt round, OptionalInt rounding, List<String> notes) {
  static final Manner NONE =
      new Manner(Trial.EMPTY, OptionalInt.empty(), OptionalInt.empty(), List.of());

  Manner {
    notes = List.copyOf(notes);
  }

  /** What the header says. */
  static Manner of(Trial trial, OptionalInt rounding) {
    return new Manner(trial, OptionalInt.empty(), rounding, List.of());
  }

  /** With a note more. */
  Manner noting(String note) {
    return with(new Manner(Trial.EMPTY, OptionalInt.empty(), OptionalInt.empty(), List.of(note)));
  }

  /** With what is said in a smaller place. */
  Manner with(Manner own) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(own.notes);
    return new Manner(
        trial.with(own.trial),
        own.round.isPresent() ? own.round : round,
        own.rounding.isPresent() ? own.rounding : rounding,
        all);
  }
}
