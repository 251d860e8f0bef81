package dev.hence.read.elaborate;

import dev.hence.claim.Declaration;
import java.util.List;

/** What became of reading something. */
public sealed interface Outcome<T> {
  /**
   * It has one reading.
   *
   * @param inferred names that nothing declares, with what their uses force
   */
  record Read<T>(T value, List<Declaration.Variable> inferred, Notes notes) implements Outcome<T> {
    public Read {
      inferred = List.copyOf(inferred);
    }

    /** Of which there is nothing to be known besides. */
    public Read(T value, List<Declaration.Variable> inferred) {
      this(value, inferred, Notes.NONE);
    }
  }

  /** It has none; the refusals are told in the order in which they were met. */
  record Refused<T>(List<Refusal> refusals) implements Outcome<T> {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
