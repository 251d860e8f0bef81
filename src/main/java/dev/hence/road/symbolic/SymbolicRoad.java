package dev.hence.road.symbolic;

import dev.hence.verdict.Evidence;
import dev.hence.verdict.Instance;
import java.time.Duration;

/** Not yet here. */
public final class SymbolicRoad {
  private SymbolicRoad() {}

  public static Evidence.Symbolic examine(Instance instance, Duration budget) {
    return new Evidence.SymbolicOpen(instance, "not yet");
  }
}
